# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = 未设置 DISCORD_TOKEN，因此没有机器人可运行。
    .step = 请运行 `python -m bot setup`（见 README 的 `On Discord`），或使用不需要令牌的 `python -m bot console`。
# The reason is the settings library's own, in its English.
start-setting-unusable = 设置 { $name } 不可用：{ $reason }。
    .step = 请在环境变量或 .env 中更正；.env.example 说明了每项设置的取值。
start-unlistened = 无法在 { $address } 监听：{ $reason }。
    .step = 请为 { $setting } 指定本机的主机名和空闲端口。
start-no-host = 没有此主机
start-not-verbatim = 某处引文与存储的文章不符，因此没有发布任何内容。
    .step = 请告知此机器人的运行者是哪篇文章。
start-plans-differ = 另一个网关占用{ $held }，与本网关的{ $own }不符。
    .step = 请为所有网关设置相同的 GATEWAY_SHARDS 和 GATEWAY_PROCESSES；如需更改，请先全部停止。
start-plan-part = { $processes } 个进程分担的 { $shards } 个分片中的一部分
start-plan-all = 全部分片
start-roles-unshared = SQLite 上的存档只能归一个进程使用，因此角色 { $roles } 无法与其他角色分开。
    .step = 请省略 `--roles`，或将 DATABASE_URL 设为 PostgreSQL 数据库（`docs/operating.md`）。
start-nothing-to-receive = 未设置 RECEIVE_ADDRESS，因此没有可接收的内容。
    .step = 请将其设为 `host:port`（`docs/receiving.md`）。
start-taken-for-lost = 此进程失联过久，其他进程已接管其工作。
    .step = 请重新启动；如果反复出现，说明其机器过于繁忙，或通往 DATABASE_URL 的连接有故障。
start-no-tracing = 已设置 OTEL_EXPORTER_OTLP_ENDPOINT，但未安装 OpenTelemetry。
    .step = 请用 `pip install -e '.[otel]'` 安装，或去掉该设置。
start-archive-taken = 机器人已在此存档上运行，进程号为 { $process }。
    .step = 请先停止该进程，或为本进程另设 ATTACHE_DATA_DIR。多个进程需要 PostgreSQL（docs/operating.md）。
