# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = Эта лента больше допустимого размера в { $limit } МБ.
    .step = Попросите издателя о более короткой ленте или добавьте другую его ленту.
feeds-empty = Эта лента пуста.
    .step = Проверьте ссылку в браузере.
feeds-page-names = Это веб-страница, а не лента. На ней указаны: { $named }.
    .step = Добавьте одну из них.
feeds-and-more = { $named } и ещё { $count }
feeds-page-names-none = Это веб-страница, а не лента, и лент на ней не указано.
    .step = Поищите на ней ссылку с названием RSS.
feeds-no-feed = Это не лента: не RSS, не Atom и не JSON Feed.
    .step = Проверьте ссылку в браузере.
feeds-nested = Вложенность этой ленты больше 256 уровней, чего у настоящих лент не бывает.
    .step = Проверьте ссылку в браузере.
feeds-never-read = Сайт сообщает, что лента не изменилась, хотя её ещё ни разу не читали (код 304).
    .step = Проверьте ссылку в браузере.
feeds-list-large = Этот список больше допустимого размера в { $limit } МБ.
    .step = Импортируйте его по частям.
feeds-list-foreign = Это не список лент в формате OPML.
    .step = Экспортируйте список из вашей программы чтения лент ещё раз, в OPML.
feeds-list-long = В этом списке больше лент, чем допускается ({ $limit }).
    .step = Импортируйте его по частям.
feeds-list-empty = В этом списке нет ни одной ленты.
    .step = Экспортируйте список из вашей программы чтения лент ещё раз, в OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = Лента { $name } окончательно переехала и теперь читается по новому адресу.
feeds-answers-again = Лента { $name } снова отвечает.
feeds-gap = В ленте { $name } не осталось ничего из прежнего: записи, которые появились и исчезли, могли быть упущены.
feeds-gap-since = В ленте { $name } не осталось ничего из прежнего: записи, которые появились и исчезли после { $moment }, могли быть упущены.
feeds-withdrawn = Издатель закрыл ленту { $name }, и она больше не запрашивается. { $reason } Удалите её или возобновите, чтобы попробовать снова.
feeds-given-up = Лента { $name } не работает с { $since } и больше не запрашивается. { $reason } Удалите её или возобновите, чтобы попробовать снова.
feeds-failing = Лента { $name } не работает с { $since }. { $reason } Попытки повторяются сами до { $until }; проверьте адрес или удалите её.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = слишком старая к тому времени, как канал снова заработал: публикуются только самые новые (число: { $count })
feeds-too-late = публиковать было уже поздно
feeds-record-unreadable = её запись не читается
feeds-own-fault = Сбой самого Attaché; подробности в его журнале.
feeds-no-article = Прочитать там статью не удалось.
feeds-thread-closed = Ветка с первой частью закрыта или исчезла.
    .step = Делать ничего не нужно.
# What is wrong with a feed that could be read all the same.
feeds-broken = Разметка ленты нарушена; она прочитана, насколько это имеет смысл.
feeds-cut = Разметка ленты нарушена, и лента слишком длинна, чтобы исправить её целиком; прочитано начало.
# Of a feed that shows a crowd of items at once.
feeds-flood = В ленте { $name } сразу слишком много новых записей (больше { $most }): самые новые из них ({ $most }) публикуются, остальные оставлены для дайджестов. Все перечислит `/feed why`.
