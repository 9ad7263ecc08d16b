# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = A timeline needs a speaker or a topic.
    .step = Name who speaks, or what it is about.
desk-country-unknown = I know no country or organisation by this name: { $typed }.
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
desk-try-other-topics = { $who } is quoted on other topics: leave out the topic to see them.
desk-did-you-mean = Did you mean { $names }?
desk-or = { $first } or { $other }
desk-style-unknown = A digest is full or short, not { $typed }.
    .step = Choose full or short.
desk-none-of-this-kind = Statements about this were found, but none of this kind: { $acts }.
    .step = Ask what was said instead.
desk-none-quoted = Only reported speech was found: no article has this in quotation marks.
    .step = Ask what was said instead.
desk-post-unknown = I have no record of this post.
    .step = If you manage this server, see /feed why.
desk-search-of-nothing = There is nothing to search for.
    .step = Name who speaks, or what it is about.
desk-search-long = Your search is longer than { $limit } characters.
    .step = Keep only the words that matter.
desk-dates-leave-nothing = The start date is later than the end date.
    .step = Give an earlier since or a later until.
desk-search-forgotten = This search has expired.
    .step = Search again with /said.
desk-one-side = You named only one side.
    .step = Name both a and b, or neither.
desk-sides-of-nothing = There is nothing to compare.
    .step = Give an article, two sides a and b, or a topic.
desk-sides-overlap = Some speakers belong to both sides.
    .step = Name two countries, or two people.
desk-sides-uncertain = No statement of either side is certain enough to show.
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
    .step = Those quoted: { $names }. See their words under Who said what.
desk-no-sides-at-all = { $place ->
    [article] This article does
   *[articles] These articles do
 } not quote two sides.
    .step = No speaker is certain enough to show.
desk-source-known = Feed { $number } is already a source of that name.
    .step = Choose another name, or renew its token with feed token number:{ $number }.
desk-feed-has-title = A feed already has a title.
    .step = Give a name only with url:push, or leave it out.
desk-list-over-room = This list has { $count } new feeds, but only { $free } of { $most } places are free.
    .step = Remove some feeds, or shorten the list.
desk-no-feeds = No feeds are followed here.
    .step = Add one first.
desk-feed-set-nothing = Nothing was changed, as no option was given.
    .step = Add one of { $options }
desk-not-receiving = This bot does not accept articles from sources.
    .step = Ask whoever runs it to set RECEIVE_ADDRESS.
desk-feeds-full = { $most } feeds are already followed here, the limit.
    .step = Remove one first.
desk-no-address = This is not a web address.
    .step = Give the address of a feed, or of a page that has one, such as a ministry's.
desk-alert-unknown = I have no record of this alert.
    .step = See /watch list.
desk-watch-of-another = This watch belongs to someone else.
    .step = Only the person who added it can stop it.
desk-watch-removed = This watch was already removed.
    .step = See /watch list.
desk-no-watch = You have no watch { $number }.
    .step = See /watch list.
desk-watch-known = You already have this watch: number { $number }.
    .step = See /watch list.
desk-watches-full = You already have { $most } watches, the limit.
    .step = Remove one with /watch remove first.
desk-interest-long = A speaker or topic can have at most { $limit } characters.
    .step = Give a name or a few words.
desk-interest-empty = A watch needs a speaker or a topic.
    .step = Give a speaker (a name or a country), a topic, or both.
desk-feed-followed = This channel already follows that feed.
    .step = Choose another channel, or remove it first.
desk-feed-followed-as = This channel already follows that feed, as number { $number }.
    .step = Choose another channel, or remove it first.
desk-no-feed-of-number = There is no feed number { $number } here.
    .step = List the feeds to see their numbers.
desk-feed-has-no-token = Feed number { $number } is fetched, so it has no token.
    .step = List the feeds to see which ones send their articles.
# Of the command line.
desk-role-unknown = { $name } is not a role.
    .step = The roles are { $roles }; without --roles a process has all of them.
desk-no-role = No role was given.
    .step = Name some of { $roles }, or leave out --roles for all.
# Of a source that sends its articles itself.
desk-source-name = A source needs a name of at most { $limit } characters.
    .step = Name the outlet that sends the articles.
desk-story-of-one = This article is already a story of its own here.
desk-no-source = This is neither a web address nor a source of the catalogue.
    .step = Nearest is { $near }. To see all: /feed browse.
desk-own-sources = The table of sources { $name } cannot be read.
    .step = Each row has ten fields with tabs between them; docs/sources.md names them.
desk-nothing-read = Nothing has been read here yet, so there is nothing to search.
    .step = Give me an article (a link, a file or its text), or follow a feed.
desk-nothing-dated = No article of these dates was found in { $scope }.
    .step = Give other dates, or leave them out.
desk-digest-of-no-feeds = No feeds are followed here, and a digest is made of what feeds bring.
    .step = Follow one with feed add; said finds what articles that you gave say.
desk-digest-unread = Nothing can be shown yet: items of your feeds are still being read. Ask again in a minute.
