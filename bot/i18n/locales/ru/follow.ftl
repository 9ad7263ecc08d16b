# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = Лента добавлена
follow-stands = Лента { $number } здесь, в { $channel } · { $delivery }.
follow-each = каждая запись
follow-each-edited = каждая запись, с правками вслед за статьёй
follow-for-digests = только для дайджестов
follow-found-on = Найдена на этой странице: { $address }
follow-filter = Фильтр { $filter }
follow-from-now = Ничего из того, что в ней есть сейчас, не публикуется; публикуется то, что появится отныне. В обзоры входит самое новое за последние сутки.
follow-others = На этой странице названы и другие ленты: { $addresses }
follow-undo = Отменить: { $command }
follow-shows-nothing = Сейчас в ней ничего нет.
follow-would-post = { $total ->
    [one] Из { $total } записи, которая в ней есть, было бы опубликовано: { $count }.
    [few] Из { $total } записей, которые в ней есть, было бы опубликовано: { $count }.
   *[many] Из { $total } записей, которые в ней есть, было бы опубликовано: { $count }.
 }
follow-all-open = { $total ->
    [one] Из { $total } записи, которая в ней есть, всё проходящее зависит от статей:
    [few] Из { $total } записей, которые в ней есть, всё проходящее зависит от статей:
   *[many] Из { $total } записей, которые в ней есть, всё проходящее зависит от статей:
 }
follow-newest-would-post = { $total ->
    [one] Из { $total } самой новой записи было бы опубликовано: { $count }.
    [few] Из { $total } самых новых записей было бы опубликовано: { $count }.
   *[many] Из { $total } самых новых записей было бы опубликовано: { $count }.
 }
follow-newest-all-open = { $total ->
    [one] Из { $total } самой новой записи всё проходящее зависит от статей:
    [few] Из { $total } самых новых записей всё проходящее зависит от статей:
   *[many] Из { $total } самых новых записей всё проходящее зависит от статей:
 }
follow-open = { $count ->
    [one] { $count } решается по прочтении статьи, правилом { $rules }
    [few] { $count } решаются по прочтении статей, правилами { $rules }
   *[many] { $count } решаются по прочтении статей, правилами { $rules }
 }
follow-filtered = { $count ->
    [one] { $count } отсеяна правилом { $rule }
    [few] { $count } отсеяны правилом { $rule }
   *[many] { $count } отсеяны правилом { $rule }
 }
follow-source-added = Источник добавлен
follow-new-token = Новый токен
follow-token-renewed = Лента { $number } здесь. Прежний токен больше не действует.
follow-token = Токен показан только сейчас; позже его никто не сможет узнать:
follow-sent-to = Пока бот работает, статьи присылаются на { $address }. Чтобы попробовать:
follow-token-lost = Если токен утерян или его увидели другие: { $command }
follow-refiltered = Фильтр изменён
follow-number-in = Лента { $number } · { $name } в { $channel }
follow-no-filter = Фильтра у неё больше нет.
follow-holds = Он действует для того, что появится отныне, и для того, что ещё ждёт прочтения.
follow-feeds = Ленты
follow-feeds-counted = Ленты · { $count }
follow-none = Здесь нет ни одной ленты. Чтобы начать: { $command }
follow-what-became = Что стало с записями: { $command }
follow-older-ones = Более ранние: { $command }
follow-removed = Лента удалена
follow-no-more = Лента { $number } · { $name } больше не публикуется в { $channel }.
follow-token-worthless = Её токен больше не действует.
follow-paused = Лента приостановлена
follow-posts-nothing = Лента { $number } · { $name } пока ничего не публикует в { $channel }; то, что появится за это время, не восполняется.
follow-resumed = Лента возобновлена
follow-posts-again = Лента { $number } · { $name } снова публикует в { $channel }.
follow-silent-now = Сейчас она не отвечает: { $reason }
follow-no-reason = причина неизвестна
follow-why = Что стало с записями
follow-nothing-yet = Из неё ещё ничего не поступало.
follow-nothing-more = Больше ничего нет.
follow-another = Другая лента
follow-older = Более ранние ›
follow-importing = Импорт лент
follow-progress = { $done } из { $total }
follow-imported = Ленты импортированы
follow-imported-now = { $total ->
    [one] Отныне публикуется: { $count } из { $total } ленты.
    [few] Отныне публикуется: { $count } из { $total } лент.
   *[many] Отныне публикуется: { $count } из { $total } лент.
 }
follow-imported-known = { $count ->
    [one] { $count } здесь уже была.
    [few] { $count } здесь уже были.
   *[many] { $count } здесь уже были.
 }
follow-imported-failed = Не удалось добавить: { $count }
follow-imported-more = и ещё { $count } не удалось добавить
follow-minutes = каждые { $count } мин
follow-hours = каждые { $count } ч
follow-untitled = без заголовка
follow-resting = приостановлена
follow-last-item = последняя запись: { $when }
follow-nothing-new = пока ничего нового
follow-filtered-by = фильтр { $filter }
follow-cannot-post = ⚠ публиковать не удаётся: { $reason } · { $command }
follow-sends-none = присылает статьи · пока ни одной
follow-sends-healthy = исправна · присылает статьи
follow-sends = присылает статьи
follow-not-looked = ещё не просматривалась
follow-healthy = исправна · просматривается { $cadence }
follow-failing = ⚠ сбой
follow-given-up = ⚠ больше не опрашивается
follow-since = { $state } с { $when }
follow-because = { $state }: { $reason }
follow-again = новая попытка { $cadence }
follow-again-at = новая попытка: { $when }
follow-fate = { $fate ->
    [waiting] ждёт прочтения
    [posted] опубликовано
    [sending] отправляется
    [digest] оставлено для дайджестов
    [filtered] отсеяно
    [duplicate] повтор
    [old] старое
    [paused] не опубликовано: лента была приостановлена
    [held] задержано
    [followup] ждёт продолжения своего сюжета
    [unchanged] в сюжете ничего нового
   *[failed] не удалось
 }
follow-fate-filtered = отсеяно правилом { $rule }
follow-fate-because = { $fate }: { $detail }
follow-seen = получено: { $when }
follow-desk-feeds = Ленты
follow-desk-received = Получено
follow-desk-failing = Сбой
follow-desk-cannot-post = Публикация невозможна
follow-desk-waiting = В очереди
follow-desk-last = Последний дайджест
follow-desk-next = Следующий дайджест
follow-desk-none = нет ни одной
follow-desk-healthy = { $count ->
    [one] исправна { $count }
    [few] исправны { $count }
   *[many] исправны { $count }
 }
follow-desk-of-failing = { $healthy }, { $count ->
    [one] сбой у { $count }
    [few] сбой у { $count }
   *[many] сбой у { $count }
 }
follow-desk-failing-more = ещё { $count }, см. { $command }
follow-desk-sources = { $count ->
    [one] { $count } из них присылает статьи
    [few] { $count } из них присылают статьи
   *[many] { $count } из них присылают статьи
 }
follow-desk-sources-none = { $sources }; пока ни одной не поступило
follow-desk-sources-last = { $sources }; последняя поступила: { $when }
follow-desk-to-read = к прочтению: { $count }
follow-desk-to-post = к публикации: { $count }
follow-desk-nothing = ничего
follow-desk-held = { $queue }; задержано: { $count }
follow-desk-waits = { $waiting }, ожидание: { $lag }
follow-desk-waits-oldest = { $waiting }, самое долгое ожидание: { $lag }
follow-desk-moment = меньше минуты
follow-desk-minutes = { $count } мин
follow-desk-hours = { $count } ч
follow-date = { $day } { $month ->
    [jan] января
    [feb] февраля
    [mar] марта
    [apr] апреля
    [may] мая
    [jun] июня
    [jul] июля
    [aug] августа
    [sep] сентября
    [oct] октября
    [nov] ноября
   *[dec] декабря
 } { $year } г.
follow-shown-before = Лента уже показывала это, когда её добавили.
follow-dated-back = Дата — { $date }, более чем за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 } до появления.
follow-dated-before = Дата — { $date }, до добавления этой ленты.
follow-flood = Поступило вместе с другими ({ $others ->
    [one] ещё { $others }
    [few] ещё { $others }
   *[many] ещё { $others }
 }) сразу; публикуются только самые новые, числом { $most }.
follow-changed = Лента изменена
follow-follow-ups-now = Новое в опубликованном сюжете появляется { $place ->
    [none] отдельными сообщениями
    [reply] ответом на его сообщение
   *[thread] в ветке его сообщения
 }.
follow-follow-ups = { $place ->
    [none] продолжения отдельно
    [reply] продолжения ответом
   *[thread] продолжения в ветке
 }
follow-mentions = упоминает { $role }
follow-mentions-limited = упоминает { $role }, не чаще раза в час и { $day ->
    [one] { $day } раза
    [few] { $day } раз
    [many] { $day } раз
   *[other] { $day } раза
 } в день
follow-tagged = тег { $tag }
follow-pictures = с заглавными картинками
