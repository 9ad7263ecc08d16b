# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] ok
    [warn] warn
   *[fail] fail
 }
doctor-subject = { $subject ->
    [archive] archive
    [commands] commands
    [data] data
    [installs] installs
    [intents] intents
    [model] model
    [network] network
    [python] python
    [running] running
    [server] server
    [settings] settings
   *[token] token
 }
doctor-settings = The environment and .env are usable.
doctor-python = Python { $version }.
doctor-python-untested = Python { $version } is not among the tested versions.
    .step = Use Python 3.11 to 3.14.
doctor-data = { $folder } can be written.
doctor-data-locked = Nothing can be written in { $folder }: { $reason }.
    .step = Set ATTACHE_DATA_DIR to a folder that is yours.
doctor-archive = { $count ->
    [one] { $count } article; the database is whole.
   *[other] { $count } articles; the database is whole.
 }
doctor-archive-damaged = The archive is damaged: { $damage }.
    .step = Restore it from a backup.
doctor-model = { $version }: the files are the released ones; a sentence is read in { $took } ms.
doctor-model-blind = The reader finds nobody in a plain quotation.
    .step = Install the program again.
doctor-network = { $page } can be fetched.
doctor-network-none = { $page } cannot be fetched: { $reason }
    .step = Check the connection, name service and firewall. Texts and files are read without a network.
doctor-token-none = DISCORD_TOKEN is not set: only the terminal works.
    .step = For the bot on Discord put its token into .env: README, “On Discord”.
doctor-token-silent = Discord cannot be asked about the token.
    .step = Try again later.
doctor-token-refused = Discord does not accept the token.
    .step = Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.
doctor-token-status = Discord answers with status { $status }.
    .step = Try again later.
doctor-token = { $count ->
    [one] Discord knows it as { $name }, in { $count } server.
   *[other] Discord knows it as { $name }, in { $count } servers.
 }
doctor-token-uninvited = Discord knows it as { $name }, in no server yet.
    .step = Invite it: { $address }
doctor-endpoint = Commands go to an interactions endpoint, so the bot never hears of them.
    .step = Clear “Interactions Endpoint URL” in the developer portal (General Information).
doctor-not-personal = People cannot install the bot for themselves.
    .step = Switch on “User Install” in the developer portal (Installation).
doctor-intents = No privileged intent is on; none is needed.
doctor-intents-unused = Privileged intents are on that Attaché never uses: { $names }.
    .step = Switch them off in the developer portal (Bot).
doctor-lacks = In { $server } the bot lacks: { $permissions }.
    .step = Give its role these permissions, or invite it again.
