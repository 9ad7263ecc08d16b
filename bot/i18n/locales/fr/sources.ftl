# Links, pages and files that cannot be read: what is wrong with them, and what to do next.

sources-too-long = Cette adresse dépasse { $limit } caractères.
    .step = Donnez le lien simple de l’article.
sources-port = Cette adresse utilise le port { $port }, où il n’y a pas de pages web.
    .step = Donnez le lien ordinaire de l’article.
# Not contacted by the address guard; the place is sources-place.
sources-refused = Cette adresse mène à { $place }, que ce bot ne contacte pas.
    .step = Donnez un lien que tout le monde peut ouvrir sur internet, ou collez le texte de l’article.
sources-place = { $kind ->
    [itself] cette machine elle-même
    [link-local] une adresse locale de lien (où les nuages gardent leurs métadonnées)
    [multicast] une adresse de multidiffusion
    [private] un réseau privé
   *[reserved] une adresse réservée
 }
sources-scheme = Seules les adresses qui commencent par http:// ou https:// peuvent être lues.
    .step = Donnez le lien web de l’article.
sources-credentials = Cette adresse contient un nom d’utilisateur ou un mot de passe.
    .step = Donnez le lien sans la partie qui précède le signe @.
sources-unusable = Ceci n’est pas une adresse web utilisable.
    .step = Copiez le lien de l’article depuis le navigateur.
sources-elsewhere-unusable = Ce n’est pas une adresse web utilisable.
sources-slow = Ce site n’a pas livré { $thing ->
    [feed] le flux
   *[page] la page
 } en { $seconds } s.
    .step = Réessayez plus tard, ou collez le texte de l’article.
sources-redirects-endlessly = Cette adresse redirige trop souvent (limite : { $count }).
    .step = Vérifiez le lien dans un navigateur.
sources-too-large = { $thing ->
    [feed] Ce flux
   *[page] Cette page
 } dépasse la limite de { $limit } Mo.
    .step = { $thing ->
        [feed] Demandez à son éditeur un flux plus court, ou ajoutez un autre de ses flux.
       *[page] Collez la partie du texte qui compte.
     }
sources-no-name-server = Aucun serveur de noms ne répond pour le nom de ce site.
    .step = Vérifiez le réseau, ou réessayez plus tard.
sources-no-site = Il n’existe aucun site de ce nom.
    .step = Vérifiez l’orthographe du lien.
sources-certificate = Le certificat de ce site n’est pas valable : rien de ce qui y serait lu ne serait fiable.
    .step = Vérifiez le lien dans un navigateur.
sources-no-secure-connection = Aucune connexion sécurisée à ce site n’est possible.
    .step = Vérifiez le lien dans un navigateur.
sources-connection-refused = Ce site refuse les connexions.
    .step = Réessayez plus tard, ou collez le texte de l’article.
sources-unreachable = Ce site est injoignable.
    .step = Réessayez plus tard, ou collez le texte de l’article.
sources-broken-off = Ce site a coupé la connexion avant la fin de la page.
    .step = Réessayez plus tard, ou collez le texte de l’article.
sources-incomprehensible = La réponse de ce site est incompréhensible.
    .step = Vérifiez le lien dans un navigateur.
# The reason is a sentence of its own.
sources-redirected = { $thing ->
    [feed] Ce flux
   *[page] Cette page
 } redirige ailleurs. { $why }
    .step = { $thing ->
        [feed] Donnez le lien du flux lui-même.
       *[page] Donnez le lien de l’article lui-même.
     }
# What a body of bytes is instead of a page; said where the messages below name it.
sources-kind = { $kind ->
    [pdf] un document PDF
    [image] une image
    [image-or-recording] une image ou un enregistrement
    [archive-or-office] une archive ou un document bureautique
    [office] un document bureautique
    [compressed] un fichier compressé
    [archive] une archive
    [recording] un enregistrement
    [video] une vidéo
    [program] un programme
    [font] une police de caractères
    [json] des données (JSON), non une page
    [xml] des données (XML), non une page
    [feed] un flux d’actualités, non un article
    [table] un tableau de données
    [style] une feuille de style
    [download] un fichier à télécharger
    [untyped] un contenu de type inconnu
   *[file] un fichier de type inconnu
 }
sources-kind-of-type = un contenu du type { $type }
sources-foreign-address = À cette adresse se trouve { $what } ; seules les pages et le texte brut peuvent être lus.
    .step = Donnez le lien de la page de l’article, ou collez son texte.
sources-foreign-page = C’est { $what } ; seules les pages et le texte brut peuvent être lus.
    .step = Ouvrez-le dans un navigateur et collez plutôt le texte de l’article.
sources-foreign-file = Ce fichier est { $what }, quoi qu’en dise son nom.
    .step = Téléversez l’article sous forme de texte.
# When to try again: the end of the steps below.
sources-later = plus tard
sources-in-seconds = dans { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
 }
sources-in-minutes = dans { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
sources-in-hours = dans { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
sources-throttled = Ce site demande moins de requêtes (code { $status }).
    .step = Réessayez { $when }.
sources-overloaded = Ce site est surchargé ou en maintenance (code { $status }).
    .step = Réessayez { $when }.
sources-barred = Ce site ne laisse pas le bot lire { $thing ->
    [feed] ce flux
   *[page] cette page
 } : accès payant, connexion requise ou blocage des programmes (code { $status }).
    .step = { $thing ->
        [feed] Demandez à son éditeur comment les programmes peuvent le lire, ou ajoutez un autre flux.
       *[page] Ouvrez-la dans un navigateur et collez plutôt le texte de l’article.
     }
sources-payment-required = { $thing ->
    [feed] Ce flux est réservé
   *[page] Cette page est réservée
 } aux abonnés (code { $status }).
    .step = { $thing ->
        [feed] Demandez à son éditeur comment les programmes peuvent le lire, ou ajoutez un autre flux.
       *[page] Ouvrez-la dans un navigateur et collez plutôt le texte de l’article.
     }
sources-withheld = { $thing ->
    [feed] Ce flux n’est pas accessible
   *[page] Cette page n’est pas accessible
 } pour des raisons légales (code { $status }).
    .step = { $thing ->
        [feed] Demandez à son éditeur comment les programmes peuvent le lire, ou ajoutez un autre flux.
       *[page] Ouvrez-la dans un navigateur et collez plutôt le texte de l’article.
     }
sources-not-found = Il n’y a pas de { $thing ->
    [feed] flux
   *[page] page
 } à cette adresse (code { $status }).
    .step = Vérifiez le lien ; { $thing ->
        [feed] le flux a peut-être été déplacé.
       *[page] la page a peut-être été déplacée.
     }
sources-repeat = Ce site demande de répéter la requête (code { $status }).
    .step = Réessayez plus tard.
sources-fault = Ce site est lui-même en panne (code { $status }).
    .step = Réessayez plus tard.
sources-no-answer = Ce site n’a pas répondu par { $thing ->
    [feed] un flux
   *[page] une page
 } (code { $status }).
    .step = Vérifiez le lien dans un navigateur.
sources-empty-page = Cette page est vide.
    .step = Vérifiez le lien dans un navigateur.
sources-paywall = Cette page est réservée aux abonnés : seul le début de l’article s’y trouve.
    .step = Ouvrez-la dans un navigateur et collez plutôt le texte de l’article.
sources-too-many-tags = Nombre de balises de cette page : { $tags } ; la limite est de { $limit }.
    .step = Collez la partie du texte qui compte.
sources-no-article = Aucun article n’a été trouvé sur cette page.
    .step = Donnez le lien de l’article lui-même, ou collez son texte.
sources-text-short = Ce texte est trop court pour être lu.
    .step = Collez un article entier, ou donnez-en le lien.
sources-text-long = Ce texte compte { $characters } caractères ; la limite est de { $limit }.
    .step = Donnez la partie qui compte.
sources-file-kinds = Seuls les fichiers en .txt, .md, .html ou .htm peuvent être lus.
    .step = Enregistrez l’article dans l’un de ces formats.
sources-file-large = Ce fichier dépasse la limite de { $limit } Mo.
    .step = Téléversez la partie qui compte.
