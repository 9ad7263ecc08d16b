# Watches: what a person is told of as it happens. The article's own words are never here.

watch-interest-both = { $speaker } about { $topic }
watch-interest-topic = anybody about { $topic }
watch-stop = Stop this watch
watch-stop-number = Stop watch { $number }
watch-events = { $count ->
    [one] { $count } event found by a watch
   *[other] { $count } events found by watches
 }
watch-of = Watch { $named }
watch-outlets = { $count ->
    [one] { $count } outlet carries it: { $names }
   *[other] { $count } outlets carry it: { $names }
 }
watch-closed-title = A watch is paused
watch-closed-told = Somebody here has a watch that sends direct messages, but I cannot send them any. If it is yours: allow direct messages from this server’s members, then use the same `/watch add` again. `/watch list` shows what is paused.
watch-closed = I could not send you direct messages
watch-title = Watching
watch-set-up = Watch { $number } · { $interest }, { $where }.
watch-once = You will get one alert for each event and speaker, however many outlets carry it.
watch-undo = To undo: { $command }
watch-list = Your watches
watch-list-counted = Your watches · { $count }
watch-none = You have no watches yet. Start with { $command }.
watch-removed = Watch removed
watch-ended = Watch { $number } · { $interest } sends no more alerts.
watch-matched-gone = It matched a watch that has since been removed.
watch-matched-yours = It matched your watch { $number } · { $interest }.
watch-matched-others = It matched a watch of a member here · { $interest }.
watch-to-stop = To stop it: { $command }
watch-found = Found { $when }
watch-told-once = { $count ->
    [one] { $count } outlet carries the story: { $names }. It is posted once.
   *[other] { $count } outlets carry the story: { $names }. It is posted once.
 }
watch-direct = by direct message
watch-in = in { $channel }
watch-alerts = { $count ->
    [one] { $count } alert
   *[other] { $count } alerts
 }
watch-no-alert = no alert yet
watch-last = last { $when }
watch-paused = ⚠ paused: { $reason } · to resume: { $command }
