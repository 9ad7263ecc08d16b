# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = This command has changed since Discord last looked. Try again in a minute.
gateway-not-allowed = You may not use this command here. Ask someone who manages this server.
gateway-unexpected = Something went wrong inside Attaché. Try again; if it stays, report error { $number }.
gateway-server-only = Feeds and digests belong to a server.
    .step = Use this in a server's channel.
gateway-channel-unseen = I cannot see this channel.
    .step = Let me view it, or choose another one.
gateway-channel-missing = The channel is not there any more, or I cannot see it.
    .step = Let me view it, or remove this and add it again.
gateway-named-channel-unseen = I cannot see #{ $channel }.
    .step = Let me view it, or choose another channel.
gateway-no-posts-there = Nothing can be posted in #{ $channel }.
    .step = Choose a text channel, thread or forum.
gateway-lacking = I may not post in #{ $channel }: I lack { $permissions }.
    .step = Give me that there, or choose another channel.
gateway-lacking-here = I may not post here: I lack { $permissions }.
    .step = Choose deliver: dm.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] View Channel
    [read_message_history] Read Message History
    [send_messages] Send Messages
    [send_messages_in_threads] Send Messages in Threads
   *[create_posts] Create Posts
 }
gateway-and = { $first } and { $other }
gateway-alerts-need-member = Alerts can be posted here only where I am a member of the server.
    .step = Choose deliver: dm.
gateway-alerts-not-allowed = You may not write here, so your alerts may not either.
    .step = Choose deliver: dm.
gateway-button-unknown = This button does not work with this version of Attaché.
    .step = Use the command again: the buttons of its answer work.
gateway-upload-large = This file is larger than { $limit } MB.
    .step = Send the part that matters.
gateway-message-empty = That message holds no link, text or .txt or .html file.
    .step = Choose one with a link to an article.
gateway-restarting = Attaché is being restarted.
    .step = Ask again in a minute.
gateway-token-refused = Discord does not accept the token.
    .step = Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.
gateway-intents-refused = Discord refuses the intents of this bot.
    .step = Attaché needs none of the privileged ones: check that the token belongs to its own application.
gateway-discord-unreachable = Discord cannot be reached.
    .step = Check this machine's network, then start again.
gateway-elsewhere = That is no channel of Discord's.
    .step = It waits for whoever posts there.
gateway-kind-unfit = Nothing can be posted in a channel of that kind.
    .step = Choose a text channel.
gateway-kind-unknown = That channel is of a kind I do not know.
    .step = Choose a text channel.
gateway-history-denied = I cannot see whether my last message reached the channel, and will not risk posting it twice.
    .step = Give me Read Message History there, then use /feed resume.
gateway-asks-to-wait = Discord asks to wait.
    .step = I try again by myself.
gateway-silent = Discord did not answer.
    .step = I try again by myself.
gateway-answered = Discord answered { $status }.
    .step = I try again by myself.
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord does not let me post there ({ $said }).
    .step = Give me View Channel, Send Messages, Embed Links and Read Message History there.
gateway-channel-gone = The channel is gone ({ $said }).
    .step = Choose another channel.
gateway-token-refused-later = Discord does not accept the token.
    .step = Check DISCORD_TOKEN.
gateway-closed = Nothing can be posted there ({ $said }).
    .step = Open it again, or choose another.
gateway-message-refused = Discord refused the message ({ $said }).
    .step = The others are posted.
gateway-no-reason = no reason given
