# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = A timeline is of somebody or of something.
    .step = Name who speaks, or what it is about.
desk-country-unknown = { $typed } is no country or organisation that is known here.
    .step = Write its English name, such as Norway or European Union.
# The scope tells in how many articles of which dates.
desk-nothing-found = Nothing was found in { $scope }.
    .step = { $step }
desk-nothing-by = Nothing by { $who } was found in { $scope }.
    .step = { $step }
desk-nothing-about = Nothing about { $about } was found in { $scope }.
    .step = { $step }
desk-nothing-by-about = Nothing by { $who } about { $about } was found in { $scope }.
    .step = { $step }
desk-try-otherwise = Try another spelling or fewer words.
desk-try-other-topics = { $who } is quoted on other topics: leave this one out to see them.
desk-did-you-mean = Did you mean { $names }?
desk-or = { $first } or { $other }
desk-style-unknown = A digest is full or short, not { $typed }.
    .step = Choose full or short.
desk-none-of-this-kind = Statements of this were found, but none that { $acts }.
    .step = Ask what was said instead.
desk-none-quoted = What was found of this is reported speech: no article gives it in quotation marks.
    .step = Ask what was said instead.
desk-post-unknown = Nothing is remembered of this post.
    .step = Look at /feed why, if you manage this server.
desk-search-of-nothing = There is nothing to look for.
    .step = Name who speaks, or what it is about.
desk-search-long = That is longer than { $limit } characters.
    .step = Give the words that matter.
desk-dates-leave-nothing = Those dates leave no time between them.
    .step = Give an earlier since or a later until.
desk-search-forgotten = What was asked here is remembered no more.
    .step = Ask again with /said.
desk-one-side = One side alone was named.
    .step = Name both a and b, or neither.
desk-sides-of-nothing = There is nothing to compare.
    .step = Give an article, or two sides a and b, or what they are about.
desk-sides-overlap = Some speakers belong to both sides.
    .step = Name two countries, or two people.
desk-sides-uncertain = Nothing certain enough was found of either side.
    .step = Give an article instead.
desk-sides-not-mentioned = Neither side mentions { $about } in { $place ->
    [article] this article
   *[articles] these articles
 }.
    .step = Try another word, or leave it out.
desk-no-two-sides = { $place ->
    [article] This article does
   *[articles] These articles do
 } not quote two sides.
    .step = Those quoted: { $names }. Who said what shows their words.
desk-no-sides-at-all = { $place ->
    [article] This article does
   *[articles] These articles do
 } not quote two sides.
    .step = Nobody is quoted in it with certainty.
desk-source-known = Feed { $number } is a source of that name already.
    .step = Choose another name, or renew its token with feed token number:{ $number }.
desk-feed-has-title = A feed has its own title.
    .step = Give a name only with url:push, or leave it out.
desk-list-over-room = This list names { $count } new feeds; of { $most }, the limit, { $free } are free.
    .step = Remove some feeds, or shorten the list.
desk-no-feeds = No feed is followed here.
    .step = Add one first.
desk-not-receiving = This bot takes no articles that are sent to it.
    .step = Whoever runs it has to set RECEIVE_ADDRESS first.
desk-feeds-full = { $most } feeds are followed here already, the limit.
    .step = Remove one first.
desk-no-address = This is no web address.
    .step = Give the address of a feed, or of a page that has one, such as a ministry's.
desk-alert-unknown = Nothing is remembered of this alert.
    .step = Look at /watch list.
desk-watch-of-another = This watch is somebody else’s.
    .step = Only who set it up may stop it.
desk-watch-removed = This watch was removed before.
    .step = Look at /watch list.
desk-no-watch = You have no watch { $number }.
    .step = Look at /watch list.
desk-watch-known = You have that already: it is watch { $number }.
    .step = Look at /watch list.
desk-watches-full = You have { $most } watches already, the limit.
    .step = Remove one with /watch remove first.
desk-interest-long = A speaker or topic has at most { $limit } characters.
    .step = Give a name or a few words.
desk-interest-empty = A watch needs somebody or something to watch for.
    .step = Give a speaker (a name or a country), a topic, or both.
desk-feed-followed = This channel follows that feed already.
    .step = Choose another channel, or remove it first.
desk-feed-followed-as = This channel follows that feed already as number { $number }.
    .step = Choose another channel, or remove it first.
desk-no-feed-of-number = There is no feed number { $number } here.
    .step = List the feeds to see their numbers.
desk-feed-has-no-token = Feed number { $number } is fetched, and has no token.
    .step = List the feeds to see which are sent.
# Of the command line.
desk-role-unknown = { $name } is no role.
    .step = Roles are { $roles }; left out, a process has all.
desk-no-role = No role was given.
    .step = Name some of { $roles }, or leave --roles out for all.
# Of a source that sends its articles itself.
desk-source-name = A source needs a name of at most { $limit } characters.
    .step = Name the newsroom it stands for.
desk-story-of-one = This article already stands alone here.
