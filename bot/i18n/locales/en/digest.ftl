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
digest-none-shown = No story could be shown.
digest-unchecked = left out, because their quotations could not be checked: { $count }
digest-part = Part { $page } of { $count }
digest-continued = continued
digest-more-stories = More stories
digest-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
digest-newest = newest { $when }
digest-left-out = { $count ->
    [one] { $count } statement more in the articles
   *[other] { $count } statements more in the articles
 }
digest-statements-more = more statements in the articles: { $count }
digest-outlets-more = { $count ->
    [one] and { $count } outlet more
   *[other] and { $count } outlets more
 }
digest-pasted = pasted text
digest-others = Others
digest-also = { $name }, also in { $others }
digest-span = { $first } to { $last }
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
digest-comes = Digest { $number } comes { $when }, in { $channel }.
digest-undo = To undo: { $command }
digest-schedules = Scheduled digests
digest-schedules-counted = Scheduled digests · { $count }
digest-schedules-none = None is scheduled here. { $command } begins with one.
digest-removed = Digest removed
digest-comes-no-more = Digest { $number } ({ $when }) comes no more in { $channel }.
digest-paused = Digest paused
digest-left-out-now = Digest { $number } ({ $when }) is left out for now.
digest-resumed = Digest resumed
digest-comes-again = Digest { $number } ({ $when }) comes again in { $channel }.
digest-next = Next: { $when }
digest-moved = Quiet hours or the clocks move it to { $time } there.
digest-silent = says nothing when nothing is new
digest-resting = paused · { $command }
digest-last = last: { $outcome }
digest-last-on = last for { $day }: { $outcome }
