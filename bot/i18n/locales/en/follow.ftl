# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = Feed added
follow-stands = Feed { $number } in { $channel } · { $delivery }.
follow-each = each item
follow-each-edited = each item, edited when the article is
follow-for-digests = for digests only
follow-found-on = Found on that page: { $address }
follow-filter = Filter { $filter }
follow-from-now = New items will appear from now on. The items already in it are not posted; digests include the newest of the last day.
follow-others = That page has more feeds: { $addresses }
follow-undo = To undo: { $command }
follow-shows-nothing = It has no items at present.
follow-would-post = { $total ->
    [one] Of its one current item, it would have posted { $count }.
   *[other] Of its { $total } current items, it would have posted { $count }.
 }
follow-all-open = { $total ->
    [one] Whether its one current item passes depends on its article:
   *[other] Of its { $total } current items, those not filtered depend on their articles:
 }
follow-newest-would-post = { $total ->
    [one] Of its one item, it would have posted { $count }.
   *[other] Of its newest { $total } items, it would have posted { $count }.
 }
follow-newest-all-open = { $total ->
    [one] Whether its one item passes depends on its article:
   *[other] Of its newest { $total } items, those not filtered depend on their articles:
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
follow-token-renewed = Feed { $number } here. The old token no longer works.
follow-token = Its token, shown only now; nobody can look it up later:
follow-sent-to = While the bot runs, send articles to { $address }. To try it:
follow-token-lost = If the token is lost, or others have seen it: { $command }
follow-refiltered = Filter changed
follow-number-in = Feed { $number } · { $name } in { $channel }
follow-no-filter = It has no filter now.
follow-holds = It applies to new items, and to items still waiting to be read.
follow-feeds = Feeds
follow-feeds-counted = Feeds · { $count }
follow-none = No feeds are followed here yet. Start with { $command }.
follow-what-became = What happened to items: { $command }
follow-older-ones = Older ones: { $command }
follow-removed = Feed removed
follow-no-more = Feed { $number } · { $name } is no longer followed in { $channel }.
follow-token-worthless = Its token no longer works.
follow-paused = Feed paused
follow-posts-nothing = Feed { $number } · { $name } posts nothing in { $channel } for now; items that arrive in the meantime are not posted later.
follow-resumed = Feed resumed
follow-posts-again = Feed { $number } · { $name } posts in { $channel } again.
follow-silent-now = It does not answer at the moment: { $reason }
follow-no-reason = reason unknown
follow-why = What happened to items
follow-nothing-yet = No items have arrived from it yet.
follow-nothing-more = No more items.
follow-another = Another feed
follow-older = Older ›
follow-importing = Importing feeds
follow-progress = { $done } of { $total }
follow-imported = Feeds imported
follow-imported-now = { $total ->
    [one] { $count } of { $total } feeds is now followed.
   *[other] { $count } of { $total } feeds are now followed.
 }
follow-imported-known = { $count ->
    [one] { $count } was already followed here.
   *[other] { $count } were already followed here.
 }
follow-imported-failed = { $count } could not be added:
follow-imported-more = and { $count } more could not be added
follow-minutes = every { $count } min
follow-hours = every { $count } h
follow-untitled = untitled
follow-resting = paused
follow-last-item = last item { $when }
follow-nothing-new = nothing new yet
follow-filtered-by = filter { $filter }
follow-cannot-post = ⚠ cannot post: { $reason } · { $command }
follow-sends-none = sends its articles · none received yet
follow-sends-healthy = healthy · sends its articles
follow-sends = sends its articles
follow-not-looked = not checked yet
follow-healthy = healthy · checked { $cadence }
follow-failing = ⚠ failing
follow-given-up = ⚠ given up
follow-since = { $state } since { $when }
follow-because = { $state }: { $reason }
follow-again = retries { $cadence }
follow-again-at = retries { $when }
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
    [followup] waits for the follow-up of its story
    [unchanged] nothing new on its story
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
follow-desk-sources-none = { $sources }; none received yet
follow-desk-sources-last = { $sources }; the last one received { $when }
follow-desk-to-read = { $count } to read
follow-desk-to-post = { $count } to post
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
follow-shown-before = It was already in the feed when the feed was added.
follow-dated-back = It is dated { $date }, more than { $days ->
    [one] { $days } day
   *[other] { $days } days
 } before it appeared.
follow-dated-before = It is dated { $date }, before this feed was added.
follow-flood = It came with { $others ->
    [one] { $others } other
   *[other] { $others } others
 } at once, and only the newest { $most } are posted.
follow-changed = Feed changed
follow-follow-ups-now = What is new of a posted story: { $place ->
    [none] in posts of their own
    [reply] as a reply to its post
   *[thread] in the thread of its post
 }.
follow-follow-ups = { $place ->
    [none] follow-ups in posts of their own
    [reply] follow-ups as replies
   *[thread] follow-ups in threads
 }
follow-mentions = mentions { $role }
follow-mentions-limited = mentions { $role }, at most once an hour and { $day ->
    [one] { $day } time
   *[other] { $day } times
 } a day
follow-tagged = tag { $tag }
follow-pictures = with headline pictures
