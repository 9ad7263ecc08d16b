# Links, pages and files that cannot be read: what is wrong with them, and what to do next.

sources-too-long = This address is longer than { $limit } characters.
    .step = Give the article's plain link.
sources-port = This address uses port { $port }, which web pages do not use.
    .step = Give the article's ordinary link.
# Not contacted by the address guard; the place is sources-place.
sources-refused = This address leads to { $place }, which this bot does not contact.
    .step = Give a link that anyone on the internet can open, or paste the article's text.
sources-place = { $kind ->
    [itself] this machine itself
    [link-local] a link-local address (where clouds keep their metadata)
    [multicast] a multicast address
    [private] a private network
   *[reserved] a reserved address
 }
sources-scheme = Only addresses that begin with http:// or https:// can be read.
    .step = Give the article's web link.
sources-credentials = This address carries a user name or a password.
    .step = Give the link without the part before the @ sign.
sources-unusable = This is not a usable web address.
    .step = Copy the article's link from the browser.
sources-elsewhere-unusable = That is not a usable web address.
sources-slow = This site did not deliver the { $thing ->
    [feed] feed
   *[page] page
 } within { $seconds } seconds.
    .step = Try again later, or paste the article's text.
sources-redirects-endlessly = This address redirects more than { $count } times.
    .step = Check the link in a browser.
sources-too-large = This { $thing ->
    [feed] feed
   *[page] page
 } is larger than the limit of { $limit } MB.
    .step = { $thing ->
        [feed] Ask its publisher for a shorter one, or add another of its feeds.
       *[page] Paste the part of the text that matters.
     }
sources-no-name-server = DNS does not answer for this site's name.
    .step = Check the network, or try again later.
sources-no-site = There is no site of this name.
    .step = Check the link's spelling.
sources-certificate = This site's certificate is not valid, so nothing read there could be trusted.
    .step = Check the link in a browser.
sources-no-secure-connection = No secure connection to this site can be made.
    .step = Check the link in a browser.
sources-connection-refused = This site refuses connections.
    .step = Try again later, or paste the article's text.
sources-unreachable = This site cannot be reached.
    .step = Try again later, or paste the article's text.
sources-broken-off = This site closed the connection before the page was complete.
    .step = Try again later, or paste the article's text.
sources-incomprehensible = This site's answer cannot be understood.
    .step = Check the link in a browser.
# The reason is a sentence of its own.
sources-redirected = This { $thing ->
    [feed] feed
   *[page] page
 } redirects elsewhere. { $why }
    .step = { $thing ->
        [feed] Give the link of the feed itself.
       *[page] Give the link of the article itself.
     }
# What a body of bytes is instead of a page; said where the messages below name it.
sources-kind = { $kind ->
    [pdf] a PDF document
    [image] an image
    [image-or-recording] an image or a recording
    [archive-or-office] an archive or an office document
    [office] an office document
    [compressed] a compressed file
    [archive] an archive
    [recording] a recording
    [video] a video
    [program] a program
    [font] a font
    [json] data (JSON), not a page
    [xml] data (XML), not a page
    [feed] a news feed, not an article
    [table] a table of data
    [style] a style sheet
    [download] a file to download
    [untyped] of an unknown type
   *[file] a file of an unknown type
 }
sources-kind-of-type = of the type { $type }
sources-foreign-address = This address holds { $what }, and only pages and plain text can be read.
    .step = Give the link of the article's page, or paste its text.
sources-foreign-page = This is { $what }, and only pages and plain text can be read.
    .step = Open it in a browser and paste the article's text instead.
sources-foreign-file = This file is { $what }, despite its name.
    .step = Upload the article as text.
# When to try again: the end of the steps below.
sources-later = later
sources-in-seconds = in { $count ->
    [one] { $count } second
   *[other] { $count } seconds
 }
sources-in-minutes = in { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
sources-in-hours = in { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
sources-throttled = This site asks for fewer requests (status { $status }).
    .step = Try again { $when }.
sources-overloaded = This site is overloaded or under maintenance (status { $status }).
    .step = Try again { $when }.
sources-barred = This site does not let the bot read this { $thing ->
    [feed] feed
   *[page] page
 }: a paywall, a login or a block on programs (status { $status }).
    .step = { $thing ->
        [feed] Ask its publisher how programs may read it, or add another feed.
       *[page] Open it in a browser and paste the article's text instead.
     }
sources-payment-required = This { $thing ->
    [feed] feed
   *[page] page
 } is behind a paywall (status { $status }).
    .step = { $thing ->
        [feed] Ask its publisher how programs may read it, or add another feed.
       *[page] Open it in a browser and paste the article's text instead.
     }
sources-withheld = This { $thing ->
    [feed] feed
   *[page] page
 } is withheld for legal reasons (status { $status }).
    .step = { $thing ->
        [feed] Ask its publisher how programs may read it, or add another feed.
       *[page] Open it in a browser and paste the article's text instead.
     }
sources-not-found = There is no { $thing ->
    [feed] feed
   *[page] page
 } at this address (status { $status }).
    .step = Check the link; the { $thing ->
        [feed] feed
       *[page] page
     } may have moved.
sources-repeat = This site asks to repeat the request (status { $status }).
    .step = Try again later.
sources-fault = This site has an internal error (status { $status }).
    .step = Try again later.
sources-no-answer = This site did not answer with a { $thing ->
    [feed] feed
   *[page] page
 } (status { $status }).
    .step = Check the link in a browser.
sources-empty-page = This page is empty.
    .step = Check the link in a browser.
sources-paywall = This page is behind a paywall: only the beginning of its article is here.
    .step = Open it in a browser and paste the article's text instead.
sources-too-many-tags = This page has { $tags } tags; the limit is { $limit }.
    .step = Paste the part of the text that matters.
sources-no-article = No article was found on this page.
    .step = Give the link of the article itself, or paste its text.
sources-text-short = This text is too short to read.
    .step = Paste a whole article, or give a link to one.
sources-text-long = This text has { $characters } characters; the limit is { $limit }.
    .step = Give the part that matters.
sources-file-kinds = Only files that end in .txt, .md, .html or .htm can be read.
    .step = Save the article as one of these.
sources-file-large = This file is larger than the limit of { $limit } MB.
    .step = Upload the part that matters.
