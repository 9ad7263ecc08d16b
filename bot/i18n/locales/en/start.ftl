# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = DISCORD_TOKEN is not set, so there is no bot to run.
    .step = Put the token into .env (README, “On Discord”), or use `python -m bot console`, which needs none.
# The reason is the settings library's own, in its English.
start-setting-unusable = The setting { $name } is not usable: { $reason }.
    .step = Correct it in the environment or in .env; .env.example says what each setting takes.
start-unlistened = Nothing can listen at { $address }: { $reason }.
    .step = Give { $setting } a host of this machine and a port that is free.
start-no-host = no such host
start-not-verbatim = A quotation did not match the stored article, so nothing was posted.
    .step = Please tell the people who run this bot which article it was.
start-plans-differ = Another gateway holds { $held }, which does not fit to this one's { $own }.
    .step = Give all gateways the same GATEWAY_SHARDS and GATEWAY_PROCESSES; to change them, stop all of them first.
start-plan-part = a part of { $shards } shards for { $processes } processes
start-plan-all = all shards
start-roles-unshared = An archive on SQLite is one process's alone, so the roles { $roles } cannot be parted from the others.
    .step = Leave --roles out, or set DATABASE_URL to a PostgreSQL database (docs/operating.md).
start-nothing-to-receive = RECEIVE_ADDRESS is not set, so there is nothing to receive.
    .step = Set it to host:port (docs/receiving.md).
start-taken-for-lost = This process was not heard of for so long that the others took over its work.
    .step = Start it again; where that repeats itself, its machine is too busy, or the way to DATABASE_URL fails.
start-no-tracing = OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed.
    .step = Install it with pip install -e '.[otel]', or leave the setting out.
start-archive-taken = The bot already runs on this archive, as process { $process }.
    .step = Stop that process first, or give this one another ATTACHE_DATA_DIR. Several processes need PostgreSQL (docs/operating.md).
