# The page and Atom feed of what a channel is posted.

publish-not-served = Pages are not served here.
    .step = Whoever runs Attaché sets PUBLISH_ADDRESS (docs/publishing.md).
publish-name-long = A page’s title has at most { $limit } characters.
    .step = Shorten it.
publish-another = This channel’s page belongs to another server.
    .step = Choose a channel of this server.
publish-published = Page published
publish-stopped = Page switched off
publish-on = What { $channel } is posted can be read outside Discord.
publish-page = Page: { $address }
publish-feed = Atom feed: { $address }
publish-renewed = The old addresses no longer work.
publish-anybody = Anybody who has an address can read it. It is in no list, and search engines are asked to leave it out.
publish-take-back = To take it back: { $command }
publish-off = What { $channel } is posted can no longer be read outside Discord.
publish-on-again = To publish it again, at another address: { $command }
publish-open = Open the page
publish-button = { $do ->
    [new] New address
    [off] Switch off
   *[on] Publish again
 }
