# Настройка сервера за один шаг и первые слова на новом сервере.

setup-title = Настройка
setup-channel = Канал
setup-language = Язык
setup-zone = Часовой пояс
setup-pack = Источники
setup-time = Ежедневный дайджест в
setup-sources = { $count ->
    [one] { $count } источник
    [few] { $count } источника
    [many] { $count } источников
   *[other] { $count } источника
 }
setup-carry = { $total ->
    [one] Что сейчас в источнике (ответил { $count } из { $total }); отсюда возьмёт сообщения первый дайджест:
    [few] Что сейчас в источниках (ответили { $count } из { $total }); отсюда возьмёт сообщения первый дайджест:
    [many] Что сейчас в источниках (ответили { $count } из { $total }); отсюда возьмёт сообщения первый дайджест:
   *[other] Что сейчас в источниках (ответили { $count } из { $total }); отсюда возьмёт сообщения первый дайджест:
 }
setup-carry-none = Сейчас не ответил ни один источник (всего { $total }). Проверьте сеть и попробуйте снова или выберите другой набор.
setup-begin = Настроить
setup-preview = Предпросмотр
setup-nothing-yet = Ничего не меняется, пока вы не нажмёте «Настроить»
setup-confirm = Чтобы настроить: { $command }
setup-done = Настроено
setup-try = Чтобы увидеть дайджест заранее: { $command }
setup-undo = Отменить
setup-undo-by = Чтобы отменить: { $command }
setup-undone = Отменено
setup-undone-feeds = { $count ->
    [one] Удалена { $count } лента.
    [few] Удалены { $count } ленты.
    [many] Удалено { $count } лент.
   *[other] Удалено { $count } ленты.
 }
setup-undone-digest = Дайджест удалён.
setup-undone-settings = Язык и часовой пояс прежние.
setup-undo-unknown = Это не обозначает никакой настройки.
    .step = Скопируйте из ответа на setup.
setup-nothing-answered = Ни один источник этого набора не ответил, ничего не изменено.
    .step = Попробуйте позже или выберите другой набор.
setup-welcome = Здравствуйте, я Attaché
setup-welcome-managers = Если вы управляете этим сервером, напишите **/setup**: выберите канал и источники, и каждое утро будет приходить дайджест.
setup-welcome-everybody = Любой может дать мне статью: **/summarize** и **/whosaid** отвечают её собственными словами. **/help** расскажет больше.
setup-welcome-once = Это говорится один раз
