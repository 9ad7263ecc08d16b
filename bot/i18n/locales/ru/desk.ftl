# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = Хронология составляется о ком-то или о чём-то.
    .step = Назовите, кто говорит или о чём речь.
desk-country-unknown = Такая страна или организация здесь неизвестна: { $typed }.
    .step = Напишите её английское название, например `Norway` или `European Union`.
# The scope tells in how many articles of which dates.
desk-nothing-found = Ничего не найдено. Область поиска: { $scope }.
    .step = { $step }
desk-nothing-by = Высказываний не найдено: { $who }. Область поиска: { $scope }.
    .step = { $step }
desk-nothing-about = Ничего не найдено на тему: { $about }. Область поиска: { $scope }.
    .step = { $step }
desk-nothing-by-about = Высказываний не найдено: { $who }, тема: { $about }. Область поиска: { $scope }.
    .step = { $step }
desk-try-otherwise = Попробуйте другое написание или меньше слов.
desk-try-other-topics = Есть высказывания на другие темы ({ $who }): уберите эту тему, чтобы увидеть их.
desk-did-you-mean = Возможно, вы имели в виду: { $names }?
desk-or = { $first } или { $other }
desk-style-unknown = Дайджест бывает полным (`full`) или кратким (`short`), но не таким: { $typed }.
    .step = Выберите `full` или `short`.
desk-none-of-this-kind = Высказывания об этом нашлись, но такого рода среди них нет: { $acts }.
    .step = Спросите лучше, что было сказано.
desk-none-quoted = Найденное — косвенная речь: ни одна статья не приводит этого в кавычках.
    .step = Спросите лучше, что было сказано.
desk-post-unknown = Об этой публикации ничего не сохранилось.
    .step = Посмотрите `/feed why`, если вы управляете этим сервером.
desk-search-of-nothing = Искать нечего.
    .step = Назовите, кто говорит или о чём речь.
desk-search-long = Это слишком длинно: предел — { $limit } знаков.
    .step = Оставьте только важные слова.
desk-dates-leave-nothing = Дата начала позже даты окончания.
    .step = Укажите более ранний `since` или более поздний `until`.
desk-search-forgotten = Заданный здесь вопрос больше не хранится.
    .step = Спросите ещё раз через `/said`.
desk-one-side = Названа только одна сторона.
    .step = Назовите и `a`, и `b` либо не называйте ни одной.
desk-sides-of-nothing = Сравнивать нечего.
    .step = Дайте статью, или две стороны `a` и `b`, или тему.
desk-sides-overlap = Некоторые из говорящих относятся к обеим сторонам.
    .step = Назовите две страны или двух человек.
desk-sides-uncertain = Достаточно надёжного не нашлось ни у одной из сторон.
    .step = Дайте лучше статью.
desk-sides-not-mentioned = Ни одна из сторон в { $place ->
    [article] этой статье
   *[articles] этих статьях
 } об этом не говорит: { $about }.
    .step = Попробуйте другое слово или уберите его.
desk-no-two-sides = { $place ->
    [article] В этой статье
   *[articles] В этих статьях
 } не приводятся слова двух сторон.
    .step = Цитируются: { $names }. Их слова покажет «Кто что сказал».
desk-no-sides-at-all = { $place ->
    [article] В этой статье
   *[articles] В этих статьях
 } не приводятся слова двух сторон.
    .step = Никого нельзя с уверенностью считать процитированным.
desk-source-known = Лента { $number } — уже источник с таким именем.
    .step = Выберите другое имя или обновите токен командой `feed token number:{ $number }`.
desk-feed-has-title = У ленты есть собственное название.
    .step = Имя указывайте только с `url:push` или не указывайте вовсе.
desk-list-over-room = Новых лент в этом списке: { $count }; свободных мест: { $free } из { $most } (это предел).
    .step = Удалите несколько лент или сократите список.
desk-no-feeds = Здесь не читается ни одна лента.
    .step = Сначала добавьте её.
desk-not-receiving = Этот бот не принимает присылаемых статей.
    .step = Тот, кто его запускает, должен сначала задать `RECEIVE_ADDRESS`.
desk-feeds-full = Число читаемых здесь лент достигло предела ({ $most }).
    .step = Сначала удалите одну.
desk-no-address = Это не веб-адрес.
    .step = Дайте адрес ленты или страницы, у которой она есть, например сайта министерства.
desk-alert-unknown = Об этом оповещении ничего не сохранилось.
    .step = Посмотрите `/watch list`.
desk-watch-of-another = Это чужое отслеживание.
    .step = Остановить его может только тот, кто его начал.
desk-watch-removed = Это отслеживание уже удалено.
    .step = Посмотрите `/watch list`.
desk-no-watch = Отслеживания { $number } у вас нет.
    .step = Посмотрите `/watch list`.
desk-watch-known = Это у вас уже есть: отслеживание { $number }.
    .step = Посмотрите `/watch list`.
desk-watches-full = Число ваших отслеживаний достигло предела ({ $most }).
    .step = Сначала удалите одно командой `/watch remove`.
desk-interest-long = Для имени или темы отводится не больше { $limit } знаков.
    .step = Дайте имя или несколько слов.
desk-interest-empty = Отслеживанию нужен кто-то или что-то.
    .step = Укажите, кто говорит (имя или страну), тему или и то и другое.
desk-feed-followed = Этот канал уже читает эту ленту.
    .step = Выберите другой канал или сначала удалите её.
desk-feed-followed-as = Этот канал уже читает эту ленту под номером { $number }.
    .step = Выберите другой канал или сначала удалите её.
desk-no-feed-of-number = Ленты с номером { $number } здесь нет.
    .step = Откройте список лент, чтобы увидеть их номера.
desk-feed-has-no-token = Лента { $number } запрашивается нами, токена у неё нет.
    .step = Откройте список лент, чтобы увидеть, какие присылаются.
# Of the command line.
desk-role-unknown = Такой роли нет: { $name }.
    .step = Роли: { $roles }; если не указать, у процесса будут все.
desk-no-role = Роль не указана.
    .step = Назовите какие-то из { $roles } или уберите `--roles`, чтобы были все.
# Of a source that sends its articles itself.
desk-source-name = Источнику нужно имя длиной не больше { $limit } знаков.
    .step = Назовите редакцию, которую он представляет.
desk-story-of-one = Эта статья здесь и так стоит отдельно.
desk-no-source = Это не веб-адрес и не источник из каталога.
    .step = Ближайший — { $near }. Показать все: /feed browse.
desk-own-sources = Таблицу источников { $name } нельзя прочитать.
    .step = В каждой строке десять полей через табуляцию; они названы в docs/sources.md.
