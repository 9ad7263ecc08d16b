# Settings, and being forgotten.

settings-language-unknown = Я не говорю на языке { $asked }.
    .step = Выберите один из этих: { $names }.
settings-language = Язык
settings-my-language-effect = на нём то, что видите только вы
settings-my-language-unset = как в вашем Discord
settings-my-language-terminal = как в этом терминале
settings-server-language-effect = на нём дайджесты, публикации и ответы, которые видят все
settings-server-language-unset = английский, а для ответов — язык спрашивающего
settings-mine = Ваши настройки
settings-server = Настройки этого сервера
settings-zone = Часовой пояс
settings-my-zone-effect = для ваших тихих часов
settings-server-zone-effect = для запланированных дайджестов, в которых он не указан
settings-quiet = Тихие часы
settings-my-quiet-effect = ваши оповещения ждут их окончания
settings-server-quiet-effect = оповещения в здешних каналах ждут их окончания, как и дайджесты, запланированные отныне
settings-attitudes = Отношение
settings-attitudes-effect = среди высказываний показано и то, что люди, по сообщениям, думают или хотят
settings-style = Вид дайджестов
settings-style-name = { $style ->
    [short] краткий
   *[full] полный
 }
settings-style-effect = { $style ->
    [short] каждый сюжет одной строкой
   *[full] ключевые предложения и высказывания каждого сюжета
 }
settings-labels = Пометки изданий
settings-labels-effect = в дайджестах указано, какие издания финансирует или контролирует государство
settings-none = нет
settings-on = да
settings-off = нет
settings-to-change = Изменить: { $command }
settings-delete-button = Удалить все мои данные
settings-nothing-stored = О вас ничего не хранится
settings-nothing-to-delete = Удалять нечего.
settings-nothing-was-there = Удалять было нечего.
settings-delete = Удалить всё ваше?
settings-others-stay = То, что дали или настроили другие, а также статьи из лент и по ссылкам остаются.
settings-to-delete = Удалить всё: { $command }
settings-no-way-back = Отменить это нельзя.
settings-deleted = Удалено
settings-nothing-left = О вас больше ничего не хранится.
settings-texts = { $count ->
    [one] { $count } ваш текст и то, что в нём найдено
    [few] { $count } ваших текста и то, что в них найдено
   *[many] { $count } ваших текстов и то, что в них найдено
 }
settings-watches = { $count ->
    [one] { $count } отслеживание
    [few] { $count } отслеживания
   *[many] { $count } отслеживаний
 }
settings-alerts = { $count ->
    [one] { $count } событие, найденное отслеживанием
    [few] { $count } события, найденных отслеживаниями
   *[many] { $count } событий, найденных отслеживаниями
 }
settings-records = { $count ->
    [one] { $count } запись о ваших настройках
    [few] { $count } записи о ваших настройках
   *[many] { $count } записей о ваших настройках
 }
settings-set-up = { $count ->
    [one] { $count } лента или дайджест сервера, настроенные вами: остаётся, без вашего идентификатора
    [few] { $count } ленты и дайджеста серверов, настроенные вами: остаются, без вашего идентификатора
   *[many] { $count } лент и дайджестов серверов, настроенные вами: остаются, без вашего идентификатора
 }
settings-languages = Языки
settings-languages-all = все
settings-my-languages-effect = статьи на других языках не попадают в ваши поиски, ответы и оповещения
settings-server-languages-effect = статьи на других языках не попадают в дайджесты и оповещения в здешних каналах
settings-pages = { $count ->
    [one] { $count } страница канала, которую вы опубликовали: её адрес перестанет работать
    [few] { $count } страницы каналов, которые вы опубликовали: их адреса перестанут работать
   *[many] { $count } страниц каналов, которые вы опубликовали: их адреса перестанут работать
 }
