# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = DISCORD_TOKEN is not set, so the bot cannot start.
    .step = Run `python -m bot setup` (README, “On Discord”), or use `python -m bot console`, which needs none.
# The reason is the settings library's own, in its English.
start-setting-unusable = The setting { $name } is invalid: { $reason }.
    .step = Correct it in the environment or in .env; .env.example describes each setting.
start-unlistened = Attaché cannot listen at { $address }: { $reason }.
    .step = Set { $setting } to a host of this machine and a free port.
start-no-host = no such host
start-not-verbatim = A quotation did not match the stored article, so nothing was posted.
    .step = Please tell the people who run this bot which article it was.
start-plans-differ = Another gateway runs with { $held }, but this one is set to { $own }.
    .step = Give all gateways the same GATEWAY_SHARDS and GATEWAY_PROCESSES; to change them, stop all of them first.
start-plan-part = a part of { $shards } shards for { $processes } processes
start-plan-all = all shards
start-roles-unshared = On SQLite one process does everything, so the roles { $roles } cannot run separately.
    .step = Leave out --roles, or set DATABASE_URL to a PostgreSQL database (docs/operating.md).
start-nothing-to-receive = RECEIVE_ADDRESS is not set, so this process cannot receive articles.
    .step = Set it to host:port (docs/receiving.md).
start-taken-for-lost = This process sent no heartbeat for so long that other processes took over its work.
    .step = Start it again; if this repeats, its machine is too busy, or the connection to DATABASE_URL fails.
start-no-tracing = OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed.
    .step = Install it with pip install -e '.[otel]', or leave out the setting.
start-archive-taken = The bot already runs on this archive, as process { $process }.
    .step = Stop that process first, or give this one another ATTACHE_DATA_DIR. Running several processes needs PostgreSQL (docs/operating.md).
