# Where an export cannot be written, and what to do next.

export-folder = { $path } est un dossier.
    .step = Donnez le chemin d’un fichier, ou `-` pour la sortie standard.
export-file-there = { $path } existe déjà.
    .step = Donnez un autre chemin, ou `--force` pour le remplacer.
export-file = { $path } est un fichier.
    .step = Un site a besoin d’un dossier : donnez un autre chemin.
export-folder-there = { $path } existe déjà.
    .step = Donnez un autre dossier, ou `--force` pour le remplacer.
export-no-export = { $path } ne contient pas d’export.
    .step = Seul un export est remplacé : donnez un autre dossier.
# The reason is the system's own, in its English, or the message below.
export-unwritten = Impossible d’écrire { $path } : { $reason }.
    .step = Vérifiez le chemin, son dossier et le disque.
export-system-refused = le système a refusé

# Autour des pages d’un export et d’un salon. « # » est le nombre de résultats.
export-page-skip = Aller au contenu
export-page-site = Site
export-page-foot = Les mots sont repris des articles à la lettre. Les guillemets sont ceux des articles. Les auteurs ont été trouvés par un programme et peuvent être faux : suivez le lien avant de citer.
export-page-search = Chercher des personnes et des sujets
export-page-placeholder = Un nom, un pays, un mot d’un titre
export-page-found = Résultats : { $count }
export-page-found-more = Résultats : { $count } ou plus
export-page-found-first = Seuls les premiers sont affichés ({ $count }) : tapez-en davantage.
export-page-found-none = Aucun résultat. Essayez un nom de famille, un pays ou un mot d’un titre.
export-page-noscript = La recherche a besoin de JavaScript.
export-page-topic = Thème
export-page-pages = Pages
export-page-posted = Publié dans ce salon
export-page-posted-at = Publié :
export-page-atom = Flux Atom
export-page-nothing = Rien n’a encore été publié ici.
export-page-kind-post = message
export-page-kind-speaker = personne
