# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Дайджест
digest-looked = { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[many] { $articles } статей
 } из { $outlets ->
    [one] { $outlets } издания
    [few] { $outlets } изданий
   *[many] { $outlets } изданий
 }, начиная с { $since }
digest-late = С опозданием: в { $time } Attaché был не в сети или не мог публиковать
digest-nothing = Ничего нового; просмотрено начиная с { $since }.
digest-nothing-about = Ничего нового по этой теме; просмотрено начиная с { $since }.
digest-none-shown = Ни одного сюжета показать не удалось.
digest-unchecked = опущены, так как их цитаты не удалось проверить: { $count }
digest-part = Часть { $page } из { $count }
digest-continued = продолжение
digest-more-stories = Другие сюжеты
digest-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
 }
digest-newest = последняя: { $when }
digest-left-out = { $count ->
    [one] ещё { $count } высказывание в статьях
    [few] ещё { $count } высказывания в статьях
   *[many] ещё { $count } высказываний в статьях
 }
digest-outlets-more = { $count ->
    [one] и ещё { $count } издание
    [few] и ещё { $count } издания
   *[many] и ещё { $count } изданий
 }
digest-also = { $name }, также { $others }
digest-outcome-told = { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
   *[many] { $count } сюжетов
 }
digest-outcome-nothing = ничего нового
digest-outcome-late = { $outcome }, с опозданием
digest-outcome-missed = пропущен: не удалось отправить в течение { $hours ->
    [one] { $hours } часа
    [few] { $hours } часов
   *[many] { $hours } часов
 }
digest-every-day = ежедневно
digest-day = { $day ->
    [monday] понедельник
    [tuesday] вторник
    [wednesday] среда
    [thursday] четверг
    [friday] пятница
    [saturday] суббота
   *[sunday] воскресенье
 }
digest-days = { $first } – { $last }
digest-when = { $time } { $zone }, { $days }
digest-quiet = тихие часы { $hours }
digest-about = { $when }, тема: { $topic }
digest-scheduled = Дайджест запланирован
digest-comes = Дайджест { $number }: { $when }, в { $channel }.
digest-undo = Отменить: { $command }
digest-schedules = Запланированные дайджесты
digest-schedules-counted = Запланированные дайджесты · { $count }
digest-schedules-none = Здесь ничего не запланировано. Чтобы начать: { $command }
digest-removed = Дайджест удалён
digest-comes-no-more = Дайджест { $number } ({ $when }) больше не выходит в { $channel }.
digest-paused = Дайджест приостановлен
digest-left-out-now = Дайджест { $number } ({ $when }) пока не выходит.
digest-resumed = Дайджест возобновлён
digest-comes-again = Дайджест { $number } ({ $when }) снова выходит в { $channel }.
digest-next = Следующий: { $when }
digest-opens = Первый выйдет сейчас, как только будут прочитаны источники.
digest-moved = Из-за тихих часов или перевода часов он выйдет в { $time } по местному времени.
digest-silent = молчит, когда нет ничего нового
digest-resting = приостановлен · { $command }
digest-last = последний: { $outcome }
digest-last-on = последний, за { $day }: { $outcome }
# Строка, которая есть лишь у одного издания, и сюжет, в котором приведены слова лишь одной стороны.
digest-only = только { $name }
digest-one-side = Приведены слова лишь одной стороны: { $side }.
digest-new-since = Новое с { $when }
digest-unchanged = уже рассказано, нового нет: { $count }
digest-direct = личные сообщения
digest-outcome-closed = остановлен: личные сообщения закрыты
digest-all-stories = { $count ->
    [one] Все сюжеты: { $count }
    [few] Все сюжеты: { $count }
   *[many] Все сюжеты: { $count }
 }
digest-period = с { $since } по { $until }
digest-all-by = Все сюжеты со всеми изданиями: { $command }
