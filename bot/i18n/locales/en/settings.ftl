# Settings, and being forgotten.

settings-language-unknown = I do not speak { $asked }.
    .step = Choose one of { $names }.
settings-language = Language
settings-my-language-effect = used for what only you see
settings-my-language-unset = your Discord language
settings-my-language-terminal = this terminal's language
settings-server-language-effect = used for digests, posts and public answers
settings-server-language-unset = English; for answers the language of the person who asks
settings-mine = Your settings
settings-server = Settings of this server
settings-zone = Time zone
settings-my-zone-effect = used for your quiet hours
settings-server-zone-effect = used for scheduled digests without their own
settings-quiet = Quiet hours
settings-my-quiet-effect = your alerts wait until they end
settings-server-quiet-effect = alerts in channels here, and digests scheduled from now on, wait until they end
settings-attitudes = Attitudes
settings-attitudes-effect = who said what also shows what people are said to think or want
settings-style = Digest style
settings-style-name = { $style ->
    [short] short
   *[full] full
 }
settings-style-effect = { $style ->
    [short] one line per story
   *[full] key sentences and statements of each story
 }
settings-labels = Outlet labels
settings-labels-effect = digests mark outlets that a state funds or controls
settings-none = none
settings-on = on
settings-off = off
settings-to-change = To change: { $command }
settings-delete-button = Delete all my data
settings-nothing-stored = No data about you is stored
settings-nothing-to-delete = There is nothing to delete.
settings-nothing-was-there = There was nothing to delete.
settings-delete = Delete all your data?
settings-others-stay = What others sent or set up stays, and so do articles from feeds and links.
settings-to-delete = To delete all of it: { $command }
settings-no-way-back = This cannot be undone.
settings-deleted = Deleted
settings-nothing-left = No data about you is stored any more.
settings-texts = { $count ->
    [one] { $count } text you sent, with what was found in it
   *[other] { $count } texts you sent, with what was found in them
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
    [one] { $count } feed or digest that you set up for a server: it stays, without your id
   *[other] { $count } feeds and digests that you set up for servers: they stay, without your id
 }
settings-languages = Languages
settings-languages-all = all
settings-my-languages-effect = articles in other languages are left out of your searches, answers and alerts
settings-server-languages-effect = articles in other languages are left out of digests and of alerts in channels here
settings-pages = { $count ->
    [one] { $count } page of a channel that you published: its address stops working
   *[other] { $count } pages of channels that you published: their addresses stop working
 }
