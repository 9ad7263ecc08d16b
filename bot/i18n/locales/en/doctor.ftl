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
doctor-data = { $folder } is writable.
doctor-data-locked = { $folder } is not writable: { $reason }.
    .step = Set ATTACHE_DATA_DIR to a folder that you can write to.
doctor-archive = { $count ->
    [one] { $count } article; the database is intact.
   *[other] { $count } articles; the database is intact.
 }
doctor-archive-damaged = The archive is damaged: { $damage }.
    .step = Restore it from a backup.
doctor-model = { $version }: the files are the released ones; reading a sentence takes { $took } ms.
doctor-languages = { $count } other languages: the files are the released ones; reading a sentence takes { $took } ms.
doctor-model-blind = The model finds no speaker in a simple quotation.
    .step = Reinstall the program.
doctor-network = { $page } can be fetched.
doctor-network-none = { $page } cannot be fetched: { $reason }
    .step = Check the connection, DNS and firewall. Texts and files are read without a network.
doctor-token-none = DISCORD_TOKEN is not set: only the terminal works.
    .step = To run the bot on Discord, run `python -m bot setup`: README, “On Discord”.
doctor-token-silent = Discord cannot be reached to check the token.
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
doctor-endpoint = Commands go to an interactions endpoint, so the bot never receives them.
    .step = Clear “Interactions Endpoint URL” in the developer portal (General Information).
doctor-not-personal = People cannot install the bot for themselves.
    .step = Enable “User Install” in the developer portal (Installation).
doctor-intents = No privileged intents are enabled; none are needed.
doctor-intents-unused = Privileged intents are enabled that Attaché never uses: { $names }.
    .step = Disable them in the developer portal (Bot).
doctor-lacks = In { $server } the bot lacks these permissions: { $permissions }.
    .step = Grant them to its role, or invite it again.
