# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = DISCORD_TOKEN n’est pas défini : il n’y a donc pas de bot à lancer.
    .step = Lancez `python -m bot setup` (README, `On Discord`), ou utilisez `python -m bot console`, qui n’en a pas besoin.
# The reason is the settings library's own, in its English.
start-setting-unusable = Le réglage { $name } n’est pas utilisable : { $reason }.
    .step = Corrigez-le dans l’environnement ou dans .env ; .env.example dit ce que prend chaque réglage.
start-unlistened = Impossible d’écouter à { $address } : { $reason }.
    .step = Donnez à { $setting } un hôte de cette machine et un port libre.
start-no-host = hôte inexistant
start-not-verbatim = Une citation ne correspondait pas à l’article enregistré : rien n’a donc été publié.
    .step = Merci d’indiquer aux personnes qui exploitent ce bot de quel article il s’agissait.
start-plans-differ = Une autre passerelle tient { $held }, ce qui ne s’accorde pas avec la part de celle-ci : { $own }.
    .step = Donnez à toutes les passerelles les mêmes GATEWAY_SHARDS et GATEWAY_PROCESSES ; pour les changer, arrêtez-les toutes d’abord.
start-plan-part = une part de { $shards } shards répartis entre { $processes } processus
start-plan-all = tous les shards
start-roles-unshared = Des archives sur SQLite appartiennent à un seul processus : les rôles { $roles } ne peuvent donc pas être séparés des autres.
    .step = Omettez `--roles`, ou donnez à DATABASE_URL une base PostgreSQL (`docs/operating.md`).
start-nothing-to-receive = RECEIVE_ADDRESS n’est pas défini : il n’y a donc rien à recevoir.
    .step = Donnez-lui la forme `host:port` (`docs/receiving.md`).
start-taken-for-lost = Ce processus n’a pas donné signe de vie pendant si longtemps que les autres ont repris son travail.
    .step = Relancez-le ; si cela se répète, sa machine est trop chargée, ou la liaison vers DATABASE_URL est défaillante.
start-no-tracing = OTEL_EXPORTER_OTLP_ENDPOINT est défini, mais OpenTelemetry n’est pas installé.
    .step = Installez-le avec `pip install -e '.[otel]'`, ou retirez ce réglage.
start-archive-taken = Le bot fonctionne déjà sur ces archives, dans le processus { $process }.
    .step = Arrêtez d’abord ce processus, ou donnez à celui-ci un autre ATTACHE_DATA_DIR. Plusieurs processus exigent PostgreSQL (docs/operating.md).
