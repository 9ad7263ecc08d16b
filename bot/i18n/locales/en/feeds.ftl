# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = This feed is larger than { $limit } MB, the limit.
    .step = Ask its publisher for a shorter one, or add another of its feeds.
feeds-empty = This feed is empty.
    .step = Check the link in a browser.
feeds-page-names = This is a web page, not a feed. It names: { $named }.
    .step = Add one of these.
feeds-and-more = { $named } and { $count } more
feeds-page-names-none = This is a web page, not a feed, and it names no feed.
    .step = Look for a link named RSS on it.
feeds-no-feed = This is not a feed: it is neither RSS, nor Atom, nor JSON Feed.
    .step = Check the link in a browser.
feeds-nested = This feed is nested deeper than 256 levels, as no real feed is.
    .step = Check the link in a browser.
feeds-never-read = This site says that the feed has not changed, though it was never read (status 304).
    .step = Check the link in a browser.
feeds-list-large = This list is larger than { $limit } MB, the limit.
    .step = Import it in parts.
feeds-list-foreign = This is not a list of feeds in OPML.
    .step = Export the list from your feed reader again, as OPML.
feeds-list-long = This list names more than { $limit } feeds, the limit.
    .step = Import it in parts.
feeds-list-empty = This list names no feed.
    .step = Export the list from your feed reader again, as OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = { $name } has moved for good, and is followed at its new address.
feeds-answers-again = { $name } answers again.
feeds-gap = { $name } shows nothing of what it showed before: items that came and went may be lost.
feeds-gap-since = { $name } shows nothing of what it showed before: items that came and went since { $moment } may be lost.
feeds-withdrawn = { $name } was withdrawn by its publisher, and is asked no more. { $reason } Remove it, or resume it to try again.
feeds-given-up = { $name } has failed since { $since }, and is asked no more. { $reason } Remove it, or resume it to try again.
feeds-failing = { $name } has failed since { $since }. { $reason } It is tried again by itself until { $until }; check its address, or remove it.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = too old when the channel worked again: only the newest { $count } are still posted
feeds-too-late = it was too late to be worth posting
feeds-record-unreadable = its record cannot be read
feeds-own-fault = A fault of Attaché’s own; its log says more.
feeds-no-article = No article could be read there.
feeds-thread-closed = The thread of its first part is closed or gone.
    .step = Nothing needs to be done.
# What is wrong with a feed that could be read all the same.
feeds-broken = The feed's markup is broken; it was read as far as it makes sense.
feeds-cut = The feed's markup is broken, and it is too long to be mended whole; its beginning was read.
# Of a feed that shows a crowd of items at once.
feeds-flood = { $name } shows more than { $most } new items at once: the newest { $most } are posted, the others are kept for digests. /feed why lists all.
