# A text that cannot be read, or summed up, or drawn: why, and what to do next.

reading-nothing = Il n’y a rien à lire.
    .step = Donnez un lien vers un article, ou collez son texte.
# Why a reading has no who-said-what.
reading-english-only = Pour l’instant, « qui a dit quoi » n’est lu qu’en anglais ; le résumé est dans la langue de l’article.
reading-busy = Attaché est occupé à lire d’autres textes.
    .step = Réessayez dans une minute.
reading-stopped = Attaché a cessé de lire ce texte.
    .step = Donnez-le de nouveau.
reading-stopped-twice = Le lecteur s’est arrêté deux fois avant de commencer.
    .step = Lancez `python -m bot doctor` pour savoir pourquoi.
reading-too-slow = La lecture de ce texte prend plus de { $seconds } s.
    .step = Donnez un texte plus court, ou une partie de celui-ci.
reading-too-large = La lecture de ce texte demande plus de { $limit } Mio de mémoire.
    .step = Donnez un texte plus court, ou une partie de celui-ci.
reading-ended-early = Le lecteur s’est arrêté avant la fin du texte.
    .step = Donnez un texte plus court, ou une partie de celui-ci.
reading-failed = La lecture de ce texte a échoué.
    .step = Merci de le signaler avec le lien du texte.
reading-model-unreadable = Le modèle dans { $folder } est illisible.
    .step = Réinstallez le programme.
reading-model-changed = Le fichier { $name } du modèle n’est pas celui qui a été publié.
    .step = Réinstallez le programme.
reading-no-method = Il n’y a pas de méthode de résumé « { $method } ».
    .step = Choisissez parmi : { $names }.
reading-method-slow = La méthode de résumé « { $method } » est trop lente pour ce texte : elle accepte au plus { $sentences } phrases et { $words } mots.
    .step = Utilisez la méthode « { $instead } », qui accepte tout texte.
reading-count-or-share = Un résumé a soit un nombre de phrases, soit une part du texte.
    .step = Donnez l’un des deux.
reading-no-share = { $share } n’est pas une part d’un texte.
    .step = Donnez une part supérieure à 0 et d’au plus 1.
reading-no-sentences = Un résumé de { $count } phrase ne dit rien.
    .step = Demandez au moins 1 phrase.
reading-not-drawn = Cette image n’a pas pu être dessinée.
    .step = Demandez plutôt les colonnes.
reading-not-one-page = Cette image n’a pas de page, ou en a plusieurs.
    .step = Demandez plutôt les colonnes.
