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
