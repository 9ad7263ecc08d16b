# Watches: what a person is told of as it happens. The article's own words are never here.

watch-interest-both = { $speaker } · { $topic }
watch-interest-topic = кто угодно · { $topic }
watch-stop = Прекратить отслеживание
watch-stop-number = Прекратить отслеживание { $number }
watch-events = { $count ->
    [one] { $count } отслеживаемое событие
    [few] { $count } отслеживаемых события
   *[many] { $count } отслеживаемых событий
 }
watch-of = Отслеживание { $named }
watch-outlets = { $count ->
    [one] Об этом пишет { $count } издание: { $names }
    [few] Об этом пишут { $count } издания: { $names }
   *[many] Об этом пишут { $count } изданий: { $names }
 }
watch-closed-title = Отслеживание приостановлено
watch-closed-told = У кого-то здесь есть отслеживание с личными сообщениями, но я не могу их отправить. Если оно ваше: разрешите личные сообщения от участников этого сервера и введите тот же `/watch add` ещё раз. `/watch list` показывает, что приостановлено.
watch-closed = Мне не удалось отправить вам личное сообщение
watch-title = Отслеживание начато
watch-set-up = Отслеживание { $number } · { $interest }, { $where }.
watch-once = Отныне — одно оповещение о каждом событии и каждом, кто высказался, сколько бы изданий о нём ни писали.
watch-undo = Отменить: { $command }
watch-list = Ваши отслеживания
watch-list-counted = Ваши отслеживания · { $count }
watch-none = Вы ничего не отслеживаете. Чтобы начать: { $command }
watch-removed = Отслеживание удалено
watch-ended = Отслеживание { $number } · { $interest } больше ни о чём не сообщает.
watch-matched-gone = Совпало с отслеживанием, которое с тех пор удалено.
watch-matched-yours = Совпало с вашим отслеживанием { $number } · { $interest }.
watch-matched-others = Совпало с отслеживанием одного из участников · { $interest }.
watch-to-stop = Прекратить: { $command }
watch-found = Найдено: { $when }
watch-told-once = { $count ->
    [one] Об этом пишет { $count } издание: { $names }. Сообщается один раз.
    [few] Об этом пишут { $count } издания: { $names }. Сообщается один раз.
   *[many] Об этом пишут { $count } изданий: { $names }. Сообщается один раз.
 }
watch-direct = личным сообщением
watch-in = в { $channel }
watch-alerts = { $count ->
    [one] { $count } оповещение
    [few] { $count } оповещения
   *[many] { $count } оповещений
 }
watch-no-alert = оповещений ещё не было
watch-last = последнее: { $when }
watch-paused = ⚠ приостановлено: { $reason } · продолжить: { $command }
