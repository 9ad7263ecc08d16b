# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = DISCORD_TOKEN no está definido, así que no hay bot que ejecutar.
    .step = Ejecute `python -m bot setup` (README, `On Discord`) o use `python -m bot console`, que no lo necesita.
# The reason is the settings library's own, in its English.
start-setting-unusable = El ajuste { $name } no es utilizable: { $reason }.
    .step = Corríjalo en el entorno o en .env; .env.example dice qué admite cada ajuste.
start-unlistened = No se puede escuchar en { $address }: { $reason }.
    .step = Dé a { $setting } un host de esta máquina y un puerto libre.
start-no-host = no existe ese host
start-not-verbatim = Una cita no coincidía con el artículo guardado, así que no se publicó nada.
    .step = Diga, por favor, a quienes gestionan este bot de qué artículo se trataba.
start-plans-differ = Otra pasarela tiene { $held }, lo que no encaja con lo de esta: { $own }.
    .step = Dé a todas las pasarelas los mismos GATEWAY_SHARDS y GATEWAY_PROCESSES; para cambiarlos, deténgalas antes todas.
start-plan-part = una parte de { $shards } shards repartidos entre { $processes } procesos
start-plan-all = todos los shards
start-roles-unshared = Un archivo en SQLite es de un solo proceso, así que las funciones { $roles } no pueden separarse de las demás.
    .step = Omita `--roles`, o indique en DATABASE_URL una base de datos PostgreSQL (`docs/operating.md`).
start-nothing-to-receive = RECEIVE_ADDRESS no está definido, así que no hay nada que recibir.
    .step = Defínalo como `host:port` (`docs/receiving.md`).
start-taken-for-lost = No se supo de este proceso durante tanto tiempo que los demás asumieron su trabajo.
    .step = Inícielo de nuevo; si se repite, su máquina está demasiado ocupada, o falla la conexión con DATABASE_URL.
start-no-tracing = OTEL_EXPORTER_OTLP_ENDPOINT está definido, pero OpenTelemetry no está instalado.
    .step = Instálelo con `pip install -e '.[otel]'`, o quite ese ajuste.
start-archive-taken = El bot ya funciona con este archivo, en el proceso { $process }.
    .step = Detenga antes ese proceso o dé a este otro ATTACHE_DATA_DIR. Varios procesos requieren PostgreSQL (docs/operating.md).
