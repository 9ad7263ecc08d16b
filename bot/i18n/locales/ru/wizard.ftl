# Первый запуск в терминале (`attache setup`): токен, приглашение, что дальше.

wizard-begin = Эта команда связывает Attaché с Discord. Нужно только одно — токен бота; он сохраняется в { $file } в этой папке. Ctrl-C прерывает; повторить можно в любое время.
wizard-where = Откройте { $portal }, выберите New Application (или своё приложение), затем Bot → Reset Token → Copy.
wizard-ask = Вставьте токен (он не показывается) и нажмите Enter:
wizard-ask-again = Вставьте токен (он не показывается) или нажмите Enter, чтобы оставить прежний:
wizard-checking = Проверяю его у Discord…
wizard-empty = Токен не указан.
    .step = Скопируйте его на портале разработчиков (Bot → Reset Token) и вставьте.
wizard-is-id = Это число, например номер приложения, а не токен.
    .step = Скопируйте токен на портале разработчиков (Bot → Reset Token).
wizard-is-key = Это открытый ключ приложения, а не токен.
    .step = Скопируйте токен на портале разработчиков (Bot → Reset Token).
wizard-is-none = Это не токен бота: в токене три части, разделённые точками.
    .step = Скопируйте его на портале разработчиков (Bot → Reset Token, а не OAuth2 → Client Secret).
wizard-known = { $count ->
    [one] Discord принимает токен: он принадлежит { $name } — бот на { $count } сервере.
    [few] Discord принимает токен: он принадлежит { $name } — бот на { $count } серверах.
   *[many] Discord принимает токен: он принадлежит { $name } — бот на { $count } серверах.
 }
wizard-written = Токен записан в { $file }; прочитать файл можете только вы.
wizard-in-environment = Этот токен уже задан в окружении, поэтому файлы не изменены.
wizard-overridden = Но в окружении задан другой DISCORD_TOKEN, и он важнее, чем { $file }: уберите его оттуда.
wizard-invite = Пригласите бота: откройте { $address } и выберите свой сервер.
wizard-permissions = Ссылка просит только эти права: { $names }.
wizard-switches = Переключатели — на портале разработчиков: intents на { $bot }, установка на { $installation }.
wizard-run = Теперь запустите бота и не останавливайте его: { $command }
wizard-then = Затем введите /help на своём сервере.
wizard-stopped = Остановлено. Чтобы продолжить, снова выполните { $command }.
