# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = Feed added
follow-stands = Feed { $number } here, in { $channel } · { $delivery }.
follow-each = each item
follow-each-edited = each item, edited when the article is
follow-for-digests = for digests only
follow-found-on = Found on that page: { $address }
follow-filter = Filter { $filter }
follow-from-now = Nothing that it shows now is posted; what comes from now on is.
follow-others = That page names further feeds: { $addresses }
follow-undo = To undo: { $command }
follow-shows-nothing = It shows nothing at present.
follow-would-post = { $total ->
    [one] Of the one item that it shows, it would have posted { $count }.
   *[other] Of the { $total } items that it shows, it would have posted { $count }.
 }
follow-all-open = { $total ->
    [one] Of the one item that it shows, all that pass depend on their articles:
   *[other] Of the { $total } items that it shows, all that pass depend on their articles:
 }
follow-newest-would-post = { $total ->
    [one] Of its one item, it would have posted { $count }.
   *[other] Of its newest { $total } items, it would have posted { $count }.
 }
follow-newest-all-open = { $total ->
    [one] Of its one item, all that pass depend on their articles:
   *[other] Of its newest { $total } items, all that pass depend on their articles:
 }
follow-open = { $count ->
    [one] { $count } is decided when its article is read, by { $rules }
   *[other] { $count } are decided when their articles are read, by { $rules }
 }
follow-filtered = { $count ->
    [one] { $count } is filtered by { $rule }
   *[other] { $count } are filtered by { $rule }
 }
follow-source-added = Source added
follow-new-token = New token
follow-token-renewed = Feed { $number } here. The token before is worth nothing any more.
follow-token = Its token, shown only now; nobody can look it up later:
follow-sent-to = Articles are sent, while the bot runs, to { $address }. To try it:
follow-token-lost = A token that was lost or seen by others: { $command }
follow-refiltered = Filter changed
follow-number-in = Feed { $number } · { $name } in { $channel }
follow-no-filter = It has no filter any more.
follow-holds = It holds for what comes from now on, and for what still waits to be read.
follow-feeds = Feeds
follow-feeds-counted = Feeds · { $count }
follow-none = No feed is followed here. { $command } begins with one.
follow-what-became = What became of items: { $command }
follow-older-ones = Older ones: { $command }
follow-removed = Feed removed
follow-no-more = Feed { $number } · { $name } is followed no more in { $channel }.
follow-token-worthless = Its token is worth nothing any more.
follow-paused = Feed paused
follow-posts-nothing = Feed { $number } · { $name } posts nothing in { $channel } for now; what comes meanwhile is not made up for.
follow-resumed = Feed resumed
follow-posts-again = Feed { $number } · { $name } posts in { $channel } again.
follow-silent-now = It does not answer at present: { $reason }
follow-no-reason = no reason is known
follow-why = Why, and why not
follow-nothing-yet = Nothing has come from it yet.
follow-nothing-more = Nothing more.
follow-another = Another feed
follow-older = Older ›
follow-importing = Importing feeds
follow-progress = { $done } of { $total }
follow-imported = Feeds imported
follow-imported-now = { $total ->
    [one] { $count } of { $total } feeds are followed from now on.
   *[other] { $count } of { $total } feeds are followed from now on.
 }
follow-imported-known = { $count ->
    [one] { $count } was followed here already.
   *[other] { $count } were followed here already.
 }
follow-imported-failed = { $count } could not be added:
follow-imported-more = and { $count } more that could not be added
follow-minutes = every { $count } min
follow-hours = every { $count } h
follow-untitled = without a title
follow-resting = paused
follow-last-item = last item { $when }
follow-nothing-new = nothing new yet
follow-filtered-by = filter { $filter }
follow-cannot-post = ⚠ cannot post: { $reason } · { $command }
follow-sends-none = sends its articles · none has come yet
follow-sends-healthy = healthy · sends its articles
follow-sends = sends its articles
follow-not-looked = not looked at yet
follow-healthy = healthy · looked at { $cadence }
follow-failing = ⚠ failing
follow-given-up = ⚠ given up
follow-since = { $state } since { $when }
follow-because = { $state }: { $reason }
follow-again = tried again { $cadence }
follow-again-at = tried again { $when }
follow-fate = { $fate ->
    [waiting] waiting to be read
    [posted] posted
    [sending] on its way
    [digest] kept for digests
    [filtered] filtered
    [duplicate] a duplicate
    [old] old
    [paused] not posted: the feed was paused
    [held] held back
   *[failed] failed
 }
follow-fate-filtered = filtered by { $rule }
follow-fate-because = { $fate }: { $detail }
follow-seen = seen { $when }
follow-desk-feeds = Feeds
follow-desk-received = Received
follow-desk-failing = Failing
follow-desk-cannot-post = Cannot post
follow-desk-waiting = Waiting
follow-desk-last = Last digest
follow-desk-next = Next digest
follow-desk-none = none followed
follow-desk-healthy = { $count ->
    [one] { $count } healthy
   *[other] { $count } healthy
 }
follow-desk-of-failing = { $healthy }, { $count ->
    [one] { $count } failing
   *[other] { $count } failing
 }
follow-desk-failing-more = { $count } more, see { $command }
follow-desk-sources = { $count ->
    [one] { $count } of them sends its articles
   *[other] { $count } of them send their articles
 }
follow-desk-sources-none = { $sources }; none has come yet
follow-desk-sources-last = { $sources }; the last came { $when }
follow-desk-to-read = { $count } to be read
follow-desk-to-post = { $count } to be posted
follow-desk-nothing = nothing
follow-desk-held = { $queue }; { $count } held back
follow-desk-waits = { $waiting }, for { $lag }
follow-desk-waits-oldest = { $waiting }, the oldest for { $lag }
follow-desk-moment = under a minute
follow-desk-minutes = { $count } min
follow-desk-hours = { $count } h
follow-date = { $day } { $month ->
    [jan] January
    [feb] February
    [mar] March
    [apr] April
    [may] May
    [jun] June
    [jul] July
    [aug] August
    [sep] September
    [oct] October
    [nov] November
   *[dec] December
 } { $year }
follow-shown-before = The feed showed it already when it was added.
follow-dated-back = It is dated { $date }, more than { $days ->
    [one] { $days } day
   *[other] { $days } days
 } before it appeared.
follow-dated-before = It is dated { $date }, before this feed was added.
follow-flood = It came with { $others ->
    [one] { $others } other
   *[other] { $others } others
 } at once, and only the newest { $most } are posted.
