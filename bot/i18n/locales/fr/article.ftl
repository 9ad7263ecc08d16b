# Ce que toutes les fiches d’un article ont en commun, et son résumé. Jamais les mots de l’article lui-même.

article-pasted = Texte collé
article-summary = Résumé
article-key-sentences = Phrases clés
article-two-sides = Deux versions
article-source = Source
article-no-sentence = Aucune phrase de cet article n’a pu être retenue.
article-in-order = Phrases de l’article, mot pour mot, dans son ordre.
article-in-context = Le paragraphe de l’article, mot pour mot ; la déclaration est en gras.
article-statement-gone = Cette déclaration ne figure pas dans l’article enregistré.
    .step = Redemandez qui a dit quoi.
article-not-about = Cette question porte sur un message publié, non sur un article.
    .step = Utilisez plutôt /feed why.
article-page = Page { $page } sur { $count }
article-previous = ‹ Précédente
article-next = Suivante ›
article-untitled = Sans titre
# À côté du nom d’un média qu’un État finance ou contrôle.
article-state = { $state ->
    [state-funded] financé par un État
    [state-controlled] contrôlé par un État
   *[labelled] { $state }
 }
article-file-named = { $name } est le nom d’un fichier, que je ne peux pas ouvrir d’ici.
    .step = Envoyez-moi le fichier en message privé, ou collez son texte.
