# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = This command has changed. Try again in a minute.
gateway-not-allowed = You cannot use this command here. Ask someone who manages this server.
gateway-unexpected = Something went wrong inside Attaché. Try again; if it happens again, report error { $number }.
gateway-server-only = Feeds and digests belong to a server.
    .step = Use this in a server's channel.
gateway-channel-unseen = I cannot see this channel.
    .step = Let me view it, or choose another channel.
gateway-channel-missing = The channel no longer exists, or I cannot see it.
    .step = Let me view it, or remove this and add it again.
gateway-named-channel-unseen = I cannot see #{ $channel }.
    .step = Let me view it, or choose another channel.
gateway-no-posts-there = I cannot post in #{ $channel }.
    .step = Choose a text channel, thread or forum.
gateway-lacking = I cannot post in #{ $channel }: I lack { $permissions }.
    .step = Grant me that there (Edit Channel → Permissions), or choose another channel.
gateway-lacking-here = I cannot post here: I lack { $permissions }.
    .step = Choose deliver: dm.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] View Channel
    [read_message_history] Read Message History
    [send_messages] Send Messages
    [send_messages_in_threads] Send Messages in Threads
    [create_public_threads] Create Public Threads
   *[create_posts] Create Posts
 }
gateway-and = { $first } and { $other }
gateway-alerts-need-member = Alerts can be posted here only where I am a member of the server.
    .step = Choose deliver: dm.
gateway-alerts-not-allowed = You cannot write here, so your alerts cannot be posted here either.
    .step = Choose deliver: dm.
gateway-button-unknown = This button does not work with this version of Attaché.
    .step = Run the command again: its new buttons work.
gateway-upload-large = This file is larger than { $limit } MB.
    .step = Send the part that matters.
gateway-message-empty = That message has no link, no text and no .txt or .html file.
    .step = Choose one with a link to an article.
gateway-restarting = Attaché is restarting.
    .step = Try again in a minute.
gateway-token-refused = Discord does not accept the token.
    .step = Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.
gateway-intents-refused = Discord rejects the intents of this bot.
    .step = Attaché needs none of the privileged ones: check that the token belongs to its own application.
gateway-discord-unreachable = Discord cannot be reached.
    .step = Check this machine's network, then start again.
gateway-elsewhere = That is not a Discord channel.
    .step = The post waits for the process that serves it.
gateway-kind-unfit = I cannot post in a channel of that type.
    .step = Choose a text channel.
gateway-kind-unknown = I do not know that type of channel.
    .step = Choose a text channel.
gateway-history-denied = I cannot see whether my last message arrived, and do not want to post it twice.
    .step = Give me Read Message History there, then use /feed resume.
gateway-asks-to-wait = Discord asks me to wait.
    .step = I will try again automatically.
gateway-silent = Discord did not answer.
    .step = I will try again automatically.
gateway-answered = Discord answered with status { $status }.
    .step = I will try again automatically.
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord does not let me post there ({ $said }).
    .step = Grant me View Channel, Send Messages, Embed Links and Read Message History there.
gateway-channel-gone = The channel is gone ({ $said }).
    .step = Choose another channel.
gateway-token-refused-later = Discord does not accept the token.
    .step = Check DISCORD_TOKEN.
gateway-closed = I cannot post there ({ $said }).
    .step = Reopen it, or choose another channel.
gateway-message-refused = Discord rejected the message ({ $said }).
    .step = The others are posted.
gateway-no-reason = no reason given
gateway-story-deleted = The message about this story was deleted, so its follow-up was not posted.
    .step = New stories are posted as before.
gateway-no-threads = I may not open threads there, so the follow-up was not posted.
    .step = Grant me Create Public Threads and Send Messages in Threads there, or choose followups:reply with /feed set.
gateway-role-everyone = I mention neither everyone nor a role that is gone.
    .step = Choose another role.
gateway-role-not-mentionable = I may not mention the role { $role }.
    .step = Let anyone mention it (Server Settings → Roles), or grant me Mention All Roles in that channel.
gateway-no-forum = #{ $channel } is not a forum, so its posts have no tags.
    .step = Leave the tag out, or choose a forum.
gateway-tag-unknown = #{ $channel } has no tag { $tag } that I may use.
    .step = It has: { $tags }
gateway-no-tags = none
gateway-tag-required = This forum requires a tag, and has none that I may use.
    .step = Create a tag that is not limited to moderators, or grant me Manage Threads there.
