# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Digest
digest-looked = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 } of { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
 } since { $since }
digest-late = Late: Attaché was offline or could not post at { $time }
digest-nothing = Nothing new since { $since }.
digest-nothing-about = Nothing new about this topic since { $since }.
digest-none-shown = No story can be shown.
digest-unchecked = left out because their quotations could not be verified: { $count }
digest-part = Part { $page } of { $count }
digest-continued = continued
digest-more-stories = More stories
digest-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
digest-newest = newest { $when }
digest-left-out = { $count ->
    [one] { $count } more statement in the articles
   *[other] { $count } more statements in the articles
 }
digest-outlets-more = { $count ->
    [one] and { $count } more outlet
   *[other] and { $count } more outlets
 }
digest-also = { $name }, also in { $others }
digest-outcome-told = { $count ->
    [one] { $count } story
   *[other] { $count } stories
 }
digest-outcome-nothing = nothing new
digest-outcome-late = { $outcome }, late
digest-outcome-missed = missed: it could not be sent within { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
digest-every-day = every day
digest-day = { $day ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
 }
digest-days = { $first } to { $last }
digest-when = { $time } { $zone }, { $days }
digest-quiet = quiet { $hours }
digest-about = { $when }, about { $topic }
digest-scheduled = Digest scheduled
digest-comes = Digest { $number } will appear in { $channel }: { $when }.
digest-undo = To undo: { $command }
digest-schedules = Scheduled digests
digest-schedules-counted = Scheduled digests · { $count }
digest-schedules-none = No digests are scheduled here yet. Start with { $command }.
digest-removed = Digest removed
digest-comes-no-more = Digest { $number } ({ $when }) will no longer appear in { $channel }.
digest-paused = Digest paused
digest-left-out-now = Digest { $number } ({ $when }) is skipped until you resume it.
digest-resumed = Digest resumed
digest-comes-again = Digest { $number } ({ $when }) will appear in { $channel } again.
digest-next = Next: { $when }
digest-opens = The first comes in a moment, as soon as the sources have been read.
digest-moved = Quiet hours or a clock change move it to { $time } local time.
digest-silent = not posted when nothing is new
digest-resting = paused · { $command }
digest-last = last: { $outcome }
digest-last-on = last for { $day }: { $outcome }
# A line that one outlet alone carries, and a story in which one side alone is quoted.
digest-only = only { $name }
digest-one-side = Only { $side } is quoted on this.
digest-new-since = New since { $when }
digest-unchanged = told before, nothing new: { $count }
digest-direct = direct messages
digest-outcome-closed = stopped: the direct messages are closed
digest-all-stories = { $count ->
    [one] { $count } story
   *[other] All { $count } stories
 }
digest-period = since { $since }, until { $until }
digest-all-by = All stories with all their outlets: { $command }
