# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = DISCORD_TOKEN не задан, так что запускать нечего.
    .step = Выполните `python -m bot setup` (README, `On Discord`) или используйте `python -m bot console`, которому он не нужен.
# The reason is the settings library's own, in its English.
start-setting-unusable = Настройка { $name } непригодна: { $reason }.
    .step = Исправьте её в окружении или в .env; что принимает каждая настройка, сказано в .env.example.
start-unlistened = Принимать соединения по адресу { $address } нельзя: { $reason }.
    .step = Укажите в { $setting } имя этой машины и свободный порт.
start-no-host = нет такого узла
start-not-verbatim = Цитата не совпала с сохранённой статьёй, поэтому ничего не опубликовано.
    .step = Пожалуйста, сообщите тем, кто запускает этого бота, о какой статье речь.
start-plans-differ = Другой шлюз держит { $held }, и это не сходится с долей этого: { $own }.
    .step = Задайте всем шлюзам одинаковые GATEWAY_SHARDS и GATEWAY_PROCESSES; чтобы изменить их, сначала остановите все.
start-plan-part = часть шардов (всего { $shards }), разделённых между процессами (всего { $processes })
start-plan-all = все шарды
start-roles-unshared = Архив на SQLite принадлежит одному процессу, поэтому роли { $roles } нельзя отделить от остальных.
    .step = Уберите `--roles` или укажите в DATABASE_URL базу PostgreSQL (`docs/operating.md`).
start-nothing-to-receive = RECEIVE_ADDRESS не задан, так что принимать нечего.
    .step = Задайте его как `host:port` (`docs/receiving.md`).
start-taken-for-lost = Об этом процессе так долго не было известий, что остальные взяли его работу на себя.
    .step = Запустите его снова; если это повторяется, его машина перегружена или связь с DATABASE_URL обрывается.
start-no-tracing = OTEL_EXPORTER_OTLP_ENDPOINT задан, но OpenTelemetry не установлен.
    .step = Установите его командой `pip install -e '.[otel]'` или уберите эту настройку.
start-archive-taken = Бот уже работает с этим архивом: процесс { $process }.
    .step = Сначала остановите тот процесс или задайте этому другой ATTACHE_DATA_DIR. Для нескольких процессов нужен PostgreSQL (docs/operating.md).
