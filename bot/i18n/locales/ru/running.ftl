# Что доктор говорит о работающем боте по его измерениям и что с этим делать.

running-well = Бот работает и готов; его измерения не показывают ничего плохого.
running-silent = По адресу { $address }, где отвечал бы работающий бот, никто не отвечает.
    .step = Если бот должен работать, запустите его и посмотрите его журнал.
running-foreign = По адресу { $address } отвечает не Attaché.
    .step = Дайте OBSERVE_ADDRESS отдельный порт.
running-unready = Бот не готов: { $part }: { $reason }
    .step = Посмотрите его журнал.
running-stalls = Цикл событий задерживался более чем на { $limit } с в { $share } проверок.
    .step = Дайте этому процессу отдельное ядро; на занятой машине уменьшите READING_PROCESSES.
running-late-answers = { $share } команд и кнопок подтверждены позже чем через { $limit } с; Discord ждёт 3.
    .step = Установите часы этой машины по NTP и запустите шлюз отдельным процессом (--roles).
running-slow-reading = Чтение { $share } текстов заняло более { $limit } с.
    .step = Увеличьте READING_PROCESSES до числа ядер или добавьте машину с --roles work.
running-feed-due = Лента ждёт опроса { $time }.
    .step = Посмотрите в журнале, не срываются ли и не зависают ли опросы; добавьте машину с --roles work.
running-feeds-fail = Лент со сбоями: { $failing } из { $asked }.
    .step = Если сбоев так много сразу, проверьте сеть и службу имён этой машины; причины — в /status.
running-items-wait = Записей в очереди: { $count }, самая старая ждёт { $time }.
    .step = Посмотрите в журнале, что задерживает чтение; увеличьте READING_PROCESSES или добавьте машину с --roles work.
running-posts-wait = Сообщений в очереди: { $count }, самое старое ждёт { $time }.
    .step = Посмотрите в журнале, что отвечает Discord; проверьте, что работает процесс с --roles send.
running-digests-wait = Дайджестов в очереди: { $count }, самый старый ждёт { $time }.
    .step = Проверьте, что работает процесс с --roles work; журнал скажет, что его держит.
running-others-wait = В очереди { $of }: { $count }, дольше всего ждут { $time }.
    .step = Посмотрите журнал.
running-refused = Discord отклонил { $share } отправлений.
    .step = В журнале названы карточки, которые Discord отклоняет; пожалуйста, сообщите о них.
running-channels-broken = { $share } отправлений — в каналы, где публиковать нельзя.
    .step = Каналы названы в /feed why и в журнале: верните там боту его права.
running-answers-lost = { $share } отправлений остались без ясного ответа.
    .step = Неполадки у Discord или на пути к нему: посмотрите discordstatus.com и эту сеть.
running-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
 }
running-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
 }
