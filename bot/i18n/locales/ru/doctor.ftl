# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] норма
    [warn] учтите
   *[fail] сбой
 }
doctor-subject = { $subject ->
    [archive] архив
    [commands] команды
    [data] данные
    [installs] установка
    [intents] intents
    [model] модель
    [network] сеть
    [python] python
    [running] работа
    [server] сервер
    [settings] настройки
   *[token] токен
 }
doctor-settings = Окружение и .env пригодны.
doctor-python = Python { $version }.
doctor-python-untested = Python { $version } не входит в число проверенных версий.
    .step = Используйте Python от 3.11 до 3.14.
doctor-data = В { $folder } можно записывать.
doctor-data-locked = В { $folder } ничего нельзя записать: { $reason }.
    .step = Укажите в ATTACHE_DATA_DIR папку, которая принадлежит вам.
doctor-archive = { $count ->
    [one] { $count } статья; база данных цела.
    [few] { $count } статьи; база данных цела.
   *[many] { $count } статей; база данных цела.
 }
doctor-archive-damaged = Архив повреждён: { $damage }.
    .step = Восстановите его из резервной копии.
doctor-model = { $version }: файлы — из выпуска; предложение читается за { $took } мс.
doctor-languages = Другие языки ({ $count }): файлы — из выпуска; предложение читается за { $took } мс.
doctor-model-blind = В простой цитате никто не найден.
    .step = Установите программу заново.
doctor-network = { $page } доступна.
doctor-network-none = { $page } недоступна: { $reason }
    .step = Проверьте соединение, службу имён и межсетевой экран. Тексты и файлы читаются без сети.
doctor-token-none = DISCORD_TOKEN не задан: работает только терминал.
    .step = Для бота в Discord выполните `python -m bot setup`: README, “On Discord”.
doctor-token-silent = Не удаётся спросить Discord о токене.
    .step = Попробуйте позже.
doctor-token-refused = Discord не принимает токен.
    .step = Скопируйте его заново с портала разработчиков (Bot, Reset Token) в DISCORD_TOKEN.
doctor-token-status = Discord отвечает со статусом { $status }.
    .step = Попробуйте позже.
doctor-token = { $count ->
    [one] Discord знает его как { $name }, на { $count } сервере.
    [few] Discord знает его как { $name }, на { $count } серверах.
   *[many] Discord знает его как { $name }, на { $count } серверах.
 }
doctor-token-uninvited = Discord знает его как { $name }, пока ни на одном сервере.
    .step = Пригласите его: { $address }
doctor-endpoint = Команды уходят на адрес взаимодействий, поэтому бот их никогда не получает.
    .step = Очистите “Interactions Endpoint URL” на портале разработчиков (General Information).
doctor-not-personal = Люди не могут установить бота для себя.
    .step = Включите “User Install” на портале разработчиков (Installation).
doctor-intents = Привилегированные intents не включены; они и не нужны.
doctor-intents-unused = Включены привилегированные intents, которыми Attaché никогда не пользуется: { $names }.
    .step = Выключите их на портале разработчиков (Bot).
doctor-lacks = На { $server } боту не хватает: { $permissions }.
    .step = Дайте эти права его роли или пригласите его заново.
