# What the doctor says of a bot that runs, by its own measurements, and what to do about it.

running-well = The bot is running and ready; its measurements look normal.
running-silent = No bot answers at { $address }.
    .step = If the bot should be running, start it, and check its log.
running-foreign = Another program answers at { $address }, not Attaché.
    .step = Give OBSERVE_ADDRESS a port of its own.
running-unready = The bot is not ready: { $part }: { $reason }
    .step = Check its log.
running-stalls = The event loop was blocked for more than { $limit } s in { $share } of checks.
    .step = Give this process its own core; on a busy machine lower READING_PROCESSES.
running-late-answers = { $share } of commands and buttons were acknowledged after more than { $limit } s; Discord waits 3.
    .step = Synchronise this machine's clock (NTP), and run the gateway in its own process (--roles).
running-slow-reading = { $share } of texts took more than { $limit } s to read.
    .step = Raise READING_PROCESSES to the number of cores, or add a machine with --roles work.
running-feed-due = A feed has been due for { $time }, but is not polled.
    .step = Check the log for polls that fail or hang, or add a machine with --roles work.
running-feeds-fail = Of { $asked } feeds, { $failing } fail.
    .step = If many fail at once, check this machine's network and DNS; /status shows the reasons.
running-items-wait = Items waiting: { $count }, the oldest for { $time }.
    .step = Check the log for what delays reading; raise READING_PROCESSES, or add a machine with --roles work.
running-posts-wait = Posts waiting: { $count }, the oldest for { $time }.
    .step = Check the log for Discord's answers, and that a process with --roles send is running.
running-digests-wait = Digests waiting: { $count }, the oldest for { $time }.
    .step = Check that a process with --roles work is running; the log says what delays it.
running-others-wait = Waiting in the queue { $of }: { $count }, the oldest for { $time }.
    .step = Check the log.
running-refused = { $share } of deliveries were rejected by Discord.
    .step = The log names the cards that Discord rejects; please report them.
running-channels-broken = { $share } of deliveries went to a channel where the bot cannot post.
    .step = /feed why and the log name the channels: grant the bot its permissions there again.
running-answers-lost = { $share } of deliveries had no clear result.
    .step = Discord or the connection to it has problems: check discordstatus.com and this network.
running-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
running-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
