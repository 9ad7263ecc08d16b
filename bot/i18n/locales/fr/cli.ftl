# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché lit l’actualité diplomatique et dit, dans les termes mêmes des articles, qui a dit quoi.
cli-examples = exemples :
cli-example-analyse = la synthèse, pour une personne
cli-example-json = la même en un objet JSON
cli-example-batch = {"{\"id\", \"text\"}"} par ligne en entrée, une analyse par ligne en sortie
cli-example-console = l’exemple fourni, puis toutes les commandes dans ce terminal
cli-example-export = toutes les déclarations, pour un tableur ; un dossier pour un site
cli-example-run = le bot ; demande DISCORD_TOKEN
cli-example-backup = toutes les archives en un fichier ; restore le relit
cli-commands = commandes
cli-console = toutes les commandes dans ce terminal, sans Discord
cli-console-sample = commencer par la synthèse de l’article fourni en exemple
cli-run = lancer le bot sur Discord
cli-run-about = Lance le bot, ou l’un de ses processus : avec des archives sur PostgreSQL, plusieurs processus, sur autant de machines que voulu, se partagent le travail. Voir docs/operating.md.
cli-run-roles = ce que fait ce processus, séparé par des virgules : gateway, work, send, receive (par défaut : tout)
cli-doctor = vérifier réglages, archives, modèle, réseau et jeton ; dire que faire
cli-doctor-offline = omettre ce qui demande le réseau
cli-analyse = lire un article, ou un fichier de textes
cli-analyse-about = Lit un article et affiche qui a dit quoi. Rien n’est enregistré.
cli-analyse-target = un fichier texte ou HTML, une adresse web, ou - pour l’entrée standard
cli-analyse-batch = un fichier (ou -) avec {"{\"id\", \"text\"}"} par ligne ; le même ordre en sortie
cli-analyse-json = afficher un objet JSON
cli-analyse-sentences = phrases clés (par défaut : 5)
cli-analyse-workers = processus pour --batch (par défaut : un par cœur)
cli-export = écrire les déclarations en CSV, en JSON Lines, ou en un site qui s’ouvre depuis son dossier
cli-export-about = Écrit ce que contiennent les archives : qui a dit quoi, et dans quel article. Ce que des personnes ont collé, et ce que des sources ont envoyé pour un seul serveur, n’en sort pas, sauf si --owner dit à qui cela appartient. Voir docs/export.md.
cli-export-out = un fichier (csv, jsonl), un dossier (html), ou - pour la sortie standard
cli-export-format = par défaut : selon la terminaison de OUT, csv pour la sortie standard, sinon html
cli-export-who = seulement les déclarations d’une personne, d’un pays, d’un organe ou d’une fonction
cli-export-words = seulement celles qui ont tous ces mots ; "une expression", mot*
cli-export-since = à partir de ce jour (UTC) : 2026-03-01, 30d, March
cli-export-until = jusqu’à la fin de ce jour
cli-export-stories = avec ce qui est trouvé, tout ce qui a été dit d’autre des mêmes événements
cli-export-attitudes = aussi les pensées et souhaits que personne n’a communiqués
cli-export-confidence = la confiance minimale (par défaut : celle des cartes, 0.5)
cli-export-owner = aussi les articles privés de discord:<user id> ou de console
cli-export-bom = csv : commencer par la marque à laquelle Excel reconnaît UTF-8
cli-export-force = remplacer ce qui se trouve à OUT
cli-too-few = doit être au moins 1
cli-no-share = doit être compris entre 0 et 1
cli-paste = Collez l’article, puis tapez Ctrl-D sur une ligne vide.
cli-unreadable = { $path } ne peut pas être lu : { $reason }.
    .step = Donnez le chemin d’un fichier texte ou HTML, une adresse web qui commence par https://, ou - pour l’entrée standard.
cli-batch-unreadable = { $path } ne peut pas être lu : { $reason }.
    .step = Donnez le chemin d’un fichier JSON Lines.
cli-no-such-file = ce fichier n’existe pas
cli-is-folder = c’est un dossier
cli-not-allowed = son ouverture n’est pas permise
cli-no-path = ce n’est pas un chemin utilisable
cli-reading = lecture
cli-texts = textes
cli-bom-alone = --bom ne vaut que pour le CSV.
    .step = Omettez-le, ou indiquez --format csv.
cli-site-needs-folder = Un site demande un dossier.
    .step = Donnez son chemin au lieu de -, ou --format csv ou jsonl.
cli-turned-round = --since est postérieur à --until.
    .step = Intervertissez-les.
cli-alike = noms proches de { $who } : { $names }
cli-written = { $count ->
    [one] { $count } déclaration vers { $where }
   *[other] { $count } déclarations vers { $where }
 }
cli-standard-output = la sortie standard
cli-damaged = { $count ->
    [one] { $count } article endommagé omis
   *[other] { $count } articles endommagés omis
 }
cli-unmatched = { $count ->
    [one] { $count } déclaration omise, dont les citations ne correspondaient pas à l’article
   *[other] { $count } déclarations omises, dont les citations ne correspondaient pas à l’article
 }
cli-exporting = exportation
cli-statements = déclarations
cli-backup = écrire toutes les archives dans un fichier, pendant que le bot fonctionne
cli-backup-about = Écrit un état complet des archives dans un fichier compressé, le même depuis SQLite et PostgreSQL. Le bot peut fonctionner. Le fichier contient ce que des personnes ont collé et mis en place : gardez-le aussi privé que les archives.
cli-backup-out = un fichier, ou - pour la sortie standard
cli-backup-force = remplacer le fichier qui se trouve à OUT
cli-restore = faire d’une sauvegarde les archives, le bot étant arrêté
cli-restore-about = Fait d’une sauvegarde les archives que désignent les réglages, sur SQLite ou PostgreSQL : entièrement, ou pas du tout.
cli-restore-in = un fichier écrit par backup, ou - pour l’entrée standard
cli-restore-force = remplacer des archives qui ne sont pas vides
cli-move = copier les archives de SQLite vers PostgreSQL, le bot étant arrêté
cli-move-about = Copie les archives que désignent les réglages dans une base PostgreSQL vide, et compare les deux. Ce qui est interrompu, de quelque manière que ce soit, reprend où il en était quand la même commande est redonnée.
cli-move-target = postgresql://user:password@host/name, ou - pour la lire sur l’entrée standard
cli-move-afresh = vider ce qu’une copie précédente y a laissé, et recommencer
cli-backed-up = { $count ->
    [one] { $count } ligne vers { $where }
   *[other] { $count } lignes vers { $where }
 }
cli-restored = { $count ->
    [one] { $count } ligne ; les archives sont dans leur état du { $day } à { $time } UTC
   *[other] { $count } lignes ; les archives sont dans leur état du { $day } à { $time } UTC
 }
cli-restored-told = ce que les flux montrent maintenant et les synthèses dues comptent comme dits : rien n’est publié deux fois
cli-moved = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 } de { $tables ->
    [one] { $tables } table
   *[other] { $tables } tables
 } : les deux côtés contiennent la même chose
cli-moved-next = mettez la nouvelle adresse dans DATABASE_URL ; l’ancien fichier est inchangé, et n’est alors plus nécessaire
cli-backup-no-text = Une sauvegarde n’est pas un texte pour un terminal.
    .step = Donnez un fichier, ou envoyez-la à un autre programme.
cli-backup-folder = { $path } est un dossier.
    .step = Donnez un fichier qui s’y trouve.
cli-backup-there = { $path } existe déjà.
    .step = Donnez un autre fichier, ou --force pour le remplacer.
cli-backup-unreadable = { $path } ne peut pas être lu : { $reason }.
    .step = Donnez un fichier écrit par `backup`.
cli-rows = lignes
cli-analyse-why = expliquer comment la déclaration N (à partir de 1) a reçu son auteur
cli-why-missing = Cet article n’a pas de déclaration { $number } ; il en a { $count }.
    .step = Donnez un autre numéro.
cli-why-unread = Qui a dit quoi n'est pas lu dans la langue de cet article.
    .step = Analysez-le sans --why.
cli-why-pronoun = Qui le pronom désigne
cli-why-referent = Qui la source désigne
cli-why-certainty = Si ce nom est juste
cli-why-stated_office = Quelle fonction figure à côté du nom
cli-why-described_office = Quelle description désigne cette personne
cli-why-country = Pour quel pays
cli-why-none = aucun
cli-why-nothing = Aucun classeur n’a été consulté : le texte nomme l’auteur.
# The catalogue of sources, for those who maintain it.
cli-catalogue = vérifier quelles sources du catalogue répondent
cli-catalogue-check = check : demander une fois à chaque source
cli-catalogue-words = seulement les sources dont le nom contient ces mots
cli-catalogue-pack = seulement les sources d’un lot
cli-catalogue-none = Aucune source du catalogue ne contient ces mots.
    .step = Donnez d’autres mots, ou aucun pour toutes.
cli-catalogue-checked = { $count } sources sur { $total } répondent.
cli-setup = relier le bot à Discord : jeton, fichier de réglages, invitation
cli-setup-about = Relie le bot à Discord : demande son jeton, le vérifie auprès de Discord, écrit le fichier de réglages, montre l’invitation et vérifie cette machine.
