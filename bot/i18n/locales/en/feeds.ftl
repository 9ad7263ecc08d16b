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
feeds-nested = This feed is nested deeper than 256 levels.
    .step = Check the link in a browser.
feeds-never-read = This site says that the feed has not changed, but it was never read before (status 304).
    .step = Check the link in a browser.
feeds-list-large = This list is larger than { $limit } MB, the limit.
    .step = Import it in parts.
feeds-list-foreign = This file lists no feeds: it is neither OPML, nor an export of MonitoRSS, nor a text with addresses.
    .step = Export the list again, or write one address a line.
feeds-list-long = This list has more than { $limit } feeds, the limit.
    .step = Import it in parts.
feeds-list-empty = This list has no feeds.
    .step = Export the list from your feed reader again, as OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = { $name } has moved permanently, and is followed at its new address.
feeds-answers-again = { $name } is working again.
feeds-gap = { $name } shows none of its earlier items: items published in between may be missing.
feeds-gap-since = { $name } shows none of its earlier items: items published since { $moment } may be missing.
feeds-withdrawn = { $name } was withdrawn by its publisher, and is no longer checked. { $reason } Remove it, or resume it to try again.
feeds-given-up = { $name } has failed since { $since }, and is no longer checked. { $reason } Remove it, or resume it to try again.
feeds-failing = { $name } has failed since { $since }. { $reason } Attaché keeps trying until { $until }; check its address, or remove it.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = too old when the channel worked again: only the newest { $count } are posted
feeds-too-late = too late to be worth posting
feeds-record-unreadable = its record cannot be read
feeds-own-fault = An error inside Attaché; its log says more.
feeds-no-article = No article was found there.
feeds-restored = It was waiting when the backup was made, and may have been posted before the backup was restored.
feeds-thread-closed = The thread of its first part is closed or gone.
    .step = You need to do nothing.
# What is wrong with a feed that could be read all the same.
feeds-broken = The feed's markup is broken; the readable part was read.
feeds-cut = The feed's markup is broken, and it is too long to repair completely; only its beginning was read.
# Of a feed that shows a crowd of items at once.
feeds-flood = { $name } has more than { $most } new items at once: the newest { $most } are posted, the others are kept for digests. /feed why lists them all.
