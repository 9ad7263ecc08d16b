# Settings, and being forgotten.

settings-language-unknown = I do not speak { $asked }.
    .step = Choose one of { $names }.
settings-language = Language
settings-my-language-effect = what only you see is in it
settings-my-language-unset = that of your Discord
settings-my-language-terminal = that of this terminal
settings-server-language-effect = digests, posts and answers that all see are in it
settings-server-language-unset = English, and for answers the asker's
settings-mine = Your settings
settings-server = Settings of this server
settings-zone = Time zone
settings-my-zone-effect = that of your quiet hours
settings-server-zone-effect = of scheduled digests that name none
settings-quiet = Quiet hours
settings-my-quiet-effect = your alerts wait for their end
settings-server-quiet-effect = alerts in channels here wait for their end, and digests scheduled from now on
settings-attitudes = Attitudes
settings-attitudes-effect = who said what also tells what people are said to think or want
settings-style = Digest style
settings-style-name = { $style ->
    [short] short
   *[full] full
 }
settings-style-effect = { $style ->
    [short] each story in a line
   *[full] key sentences and statements of each story
 }
settings-labels = Outlet labels
settings-labels-effect = digests say which outlets a state funds or controls
settings-none = none
settings-on = on
settings-off = off
settings-to-change = To change: { $command }
settings-delete-button = Delete all of mine
settings-nothing-stored = Nothing of yours is stored
settings-nothing-to-delete = There is nothing to delete.
settings-nothing-was-there = There was nothing to delete.
settings-delete = Delete all of yours?
settings-others-stay = What others gave or set up, and articles from feeds and links, stay.
settings-to-delete = To delete all of it: { $command }
settings-no-way-back = This cannot be undone.
settings-deleted = Deleted
settings-nothing-left = Nothing of yours is stored any more.
settings-texts = { $count ->
    [one] { $count } text you gave, with what was found in it
   *[other] { $count } texts you gave, with what was found in them
 }
settings-watches = { $count ->
    [one] { $count } watch
   *[other] { $count } watches
 }
settings-alerts = { $count ->
    [one] { $count } event that a watch found
   *[other] { $count } events that watches found
 }
settings-records = { $count ->
    [one] { $count } record of your settings
   *[other] { $count } records of your settings
 }
settings-set-up = { $count ->
    [one] { $count } feed or digest of a server that names you: it stays, without your id
   *[other] { $count } feeds and digests of servers that name you: they stay, without your id
 }
