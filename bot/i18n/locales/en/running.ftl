# What the doctor says of a bot that runs, by its own measurements, and what to do about it.

running-well = The bot runs and is ready; its measurements show nothing amiss.
running-silent = Nothing answers at { $address }, where a running bot would.
    .step = If the bot should be running, start it, and see its log.
running-foreign = What answers at { $address } is not Attaché.
    .step = Give OBSERVE_ADDRESS a port of its own.
running-unready = The bot is not ready: { $part }: { $reason }
    .step = See its log.
running-stalls = The event loop was held up for more than { $limit } s in { $share } of looks.
    .step = Give this process a core of its own; on a busy machine run fewer READING_PROCESSES.
running-late-answers = { $share } of commands and buttons were acknowledged after more than { $limit } s; Discord waits 3.
    .step = Set this machine's clock by NTP, and run the gateway in a process of its own (--roles).
running-slow-reading = { $share } of texts took more than { $limit } s to read.
    .step = Raise READING_PROCESSES to the number of cores, or add a machine with --roles work.
running-feed-due = A feed has been due for { $time }, and is not polled.
    .step = See in the log whether polls fail or hang; add a machine with --roles work.
running-feeds-fail = Of { $asked } feeds, { $failing } fail.
    .step = Where so many fail at once, look at this machine's network and name service; /status has reasons.
running-items-wait = Items that wait: { $count }, the oldest for { $time }.
    .step = See in the log what keeps reading; raise READING_PROCESSES, or add a machine with --roles work.
running-posts-wait = Posts that wait: { $count }, the oldest for { $time }.
    .step = See in the log what Discord answers; check that a process with --roles send runs.
running-digests-wait = Digests that wait: { $count }, the oldest for { $time }.
    .step = Check that a process with --roles work runs; the log says what keeps it.
running-others-wait = Waiting in the queue { $of }: { $count }, the oldest for { $time }.
    .step = See the log.
running-refused = { $share } of deliveries were refused by Discord.
    .step = The log names the cards that Discord refuses; please report them.
running-channels-broken = { $share } of deliveries found a channel that cannot be posted to.
    .step = /feed why and the log name the channels: give the bot its permissions there again.
running-answers-lost = { $share } of deliveries had no clear answer.
    .step = Discord or the way to it is in trouble: look at discordstatus.com and this network.
running-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
running-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
