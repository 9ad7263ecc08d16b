# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] bon
    [warn] avis
   *[fail] échec
 }
doctor-subject = { $subject ->
    [archive] archives
    [commands] commandes
    [data] données
    [installs] accès
    [intents] intents
    [model] modèle
    [network] réseau
    [python] python
    [running] marche
    [server] serveur
    [settings] réglages
   *[token] jeton
 }
doctor-settings = L’environnement et .env sont utilisables.
doctor-python = Python { $version }.
doctor-python-untested = Python { $version } ne fait pas partie des versions testées.
    .step = Utilisez Python 3.11 à 3.14.
doctor-data = On peut écrire dans { $folder }.
doctor-data-locked = On ne peut rien écrire dans { $folder } : { $reason }.
    .step = Donnez à ATTACHE_DATA_DIR un dossier qui vous appartient.
doctor-archive = { $count ->
    [one] { $count } article ; la base de données est intacte.
   *[other] { $count } articles ; la base de données est intacte.
 }
doctor-archive-damaged = Les archives sont endommagées : { $damage }.
    .step = Restaurez-les à partir d’une sauvegarde.
doctor-model = { $version } : les fichiers sont ceux de la version publiée ; une phrase est lue en { $took } ms.
doctor-languages = { $count } autres langues : les fichiers sont ceux de la version publiée ; une phrase est lue en { $took } ms.
doctor-model-blind = Le lecteur ne trouve personne dans une simple citation.
    .step = Réinstallez le programme.
doctor-network = { $page } est accessible.
doctor-network-none = { $page } n’est pas accessible : { $reason }
    .step = Vérifiez la connexion, le service de noms et le pare-feu. Les textes et les fichiers se lisent sans réseau.
doctor-token-none = DISCORD_TOKEN n’est pas défini : seul le terminal fonctionne.
    .step = Pour le bot sur Discord, mettez son jeton dans .env : README, “On Discord”.
doctor-token-silent = Impossible d’interroger Discord au sujet du jeton.
    .step = Réessayez plus tard.
doctor-token-refused = Discord n’accepte pas le jeton.
    .step = Copiez-le de nouveau depuis le portail des développeurs (Bot, Reset Token) dans DISCORD_TOKEN.
doctor-token-status = Discord répond avec le statut { $status }.
    .step = Réessayez plus tard.
doctor-token = { $count ->
    [one] Discord le connaît sous le nom { $name }, dans { $count } serveur.
   *[other] Discord le connaît sous le nom { $name }, dans { $count } serveurs.
 }
doctor-token-uninvited = Discord le connaît sous le nom { $name }, dans aucun serveur pour l’instant.
    .step = Invitez-le : { $address }
doctor-endpoint = Les commandes vont vers une adresse d’interactions, si bien que le bot ne les reçoit jamais.
    .step = Videz “Interactions Endpoint URL” dans le portail des développeurs (General Information).
doctor-not-personal = Les personnes ne peuvent pas installer le bot pour elles-mêmes.
    .step = Activez “User Install” dans le portail des développeurs (Installation).
doctor-intents = Aucun intent privilégié n’est activé ; aucun n’est nécessaire.
doctor-intents-unused = Des intents privilégiés qu’Attaché n’utilise jamais sont activés : { $names }.
    .step = Désactivez-les dans le portail des développeurs (Bot).
doctor-lacks = Dans { $server }, il manque au bot : { $permissions }.
    .step = Donnez ces permissions à son rôle, ou invitez-le de nouveau.
