# Setting up a server in one step, and the first words in a new one.

setup-title = Setup
setup-channel = Channel
setup-language = Language
setup-zone = Time zone
setup-pack = Sources
setup-time = Daily digest at
setup-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }
setup-carry = { $total ->
    [one] What its source carries now ({ $count } of { $total } answered); the first digest takes its stories from there:
   *[other] What its sources carry now ({ $count } of { $total } answered); the first digest takes its stories from there:
 }
setup-carry-none = None of its { $total } sources answered now. Check the network and try again, or choose another pack.
setup-begin = Set up
setup-preview = Preview
setup-nothing-yet = Nothing changes until you choose “Set up”
setup-confirm = To set it up: { $command }
setup-done = Set up
setup-try = To see a digest before it comes: { $command }
setup-undo = Undo
setup-undo-by = To undo: { $command }
setup-undone = Undone
setup-undone-feeds = { $count ->
    [one] { $count } feed was removed.
   *[other] { $count } feeds were removed.
 }
setup-undone-digest = The digest was removed.
setup-undone-settings = Language and time zone are as before.
setup-undo-unknown = This does not name a setup.
    .step = Copy it from the answer to setup.
setup-nothing-answered = No source of this pack answered, so nothing was changed.
    .step = Try again later, or choose another pack.
setup-welcome = Hello, I am Attaché
setup-welcome-managers = If you manage this server, write **/setup**: choose a channel and sources, and a digest comes every morning.
setup-welcome-everybody = Everybody can give me an article: **/summarize** and **/whosaid** answer in its own words. **/help** tells more.
setup-welcome-once = This is said once
