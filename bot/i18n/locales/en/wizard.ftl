# The first run in a terminal (`attache setup`): the token, the invitation, what to do next.

wizard-begin = This connects Attaché to Discord. It asks for one thing, the bot's token, and keeps it in { $file } in this folder. Ctrl-C stops it; you can run it again at any time.
wizard-where = Open { $portal }, choose New Application (or one that you have), then Bot → Reset Token → Copy.
wizard-ask = Paste the token (it is not shown) and press Enter:
wizard-ask-again = Paste the token (it is not shown), or press Enter to keep the present one:
wizard-checking = Checking it with Discord…
wizard-empty = No token was given.
    .step = Copy it from the developer portal (Bot → Reset Token) and paste it.
wizard-is-id = This is a number, such as the application's id, and not the token.
    .step = Copy the token from the developer portal (Bot → Reset Token).
wizard-is-key = This is the application's public key, and not the token.
    .step = Copy the token from the developer portal (Bot → Reset Token).
wizard-is-none = This is not a bot's token, which has three parts with full stops between them.
    .step = Copy it from the developer portal (Bot → Reset Token, not OAuth2 → Client Secret).
wizard-known = { $count ->
    [one] Discord accepts the token: it belongs to { $name }, which is in { $count } server.
   *[other] Discord accepts the token: it belongs to { $name }, which is in { $count } servers.
 }
wizard-written = The token is in { $file }, which only you can read.
wizard-in-environment = The environment sets this token already, so no file was changed.
wizard-overridden = But the environment sets another DISCORD_TOKEN, which takes precedence over { $file }: remove it there.
wizard-invite = Invite the bot: open { $address } and choose your server.
wizard-permissions = The link asks for exactly these permissions: { $names }.
wizard-switches = The switches are in the developer portal: intents at { $bot }, installation at { $installation }.
wizard-run = Next, start the bot and leave it running: { $command }
wizard-then = Then type /help in your server.
wizard-stopped = Stopped. To go on, run { $command } again.
