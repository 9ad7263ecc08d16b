# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = 自 Discord 上次检查以来，该命令已更改。请一分钟后再试。
gateway-not-allowed = 您不能在此处使用该命令。请联系管理此服务器的人。
gateway-unexpected = Attaché 内部出错。请重试；如果问题仍然存在，请报告错误编号 { $number }。
gateway-server-only = 订阅源和简报属于服务器。
    .step = 请在服务器频道中使用。
gateway-channel-unseen = 我看不到此频道。
    .step = 请允许我查看，或选择其他频道。
gateway-channel-missing = 该频道已不存在，或我看不到它。
    .step = 请允许我查看，或删除此项后重新添加。
gateway-named-channel-unseen = 我看不到 #{ $channel }。
    .step = 请允许我查看，或选择其他频道。
gateway-no-posts-there = 无法在 #{ $channel } 中发布。
    .step = 请选择文字频道、子区或论坛。
gateway-lacking = 我无权在 #{ $channel } 中发布：缺少{ $permissions }。
    .step = 请在那里授予我这些权限（编辑频道 → 权限），或选择其他频道。
gateway-lacking-here = 我无权在此发布：缺少{ $permissions }。
    .step = 请选择 `deliver: dm`。
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] “查看频道”
    [read_message_history] “读取消息历史记录”
    [send_messages] “发送消息”
    [send_messages_in_threads] “在子区内发送消息”
    [create_public_threads] “创建公共子区”
   *[create_posts] “创建帖子”
 }
gateway-and = { $first }和{ $other }
gateway-alerts-need-member = 只有当我是服务器成员时，才能在此发布提醒。
    .step = 请选择 `deliver: dm`。
gateway-alerts-not-allowed = 您不能在此发言，因此您的提醒也不能。
    .step = 请选择 `deliver: dm`。
gateway-button-unknown = 此按钮不适用于当前版本的 Attaché。
    .step = 请重新使用该命令，新回复中的按钮可以使用。
gateway-upload-large = 该文件超过 { $limit } MB。
    .step = 请发送重要的部分。
gateway-message-empty = 该消息不含链接、文字，也不含 .txt 或 .html 文件。
    .step = 请选择一条带有文章链接的消息。
gateway-restarting = Attaché 正在重新启动。
    .step = 请一分钟后再问。
gateway-token-refused = Discord 不接受该令牌。
    .step = 请从开发者门户（Bot，Reset Token）重新复制到 DISCORD_TOKEN。
gateway-intents-refused = Discord 拒绝了此机器人的 intents。
    .step = Attaché 不需要任何特权 intents：请确认令牌属于它自己的应用。
gateway-discord-unreachable = 无法连接 Discord。
    .step = 请检查本机网络，然后重新启动。
gateway-elsewhere = 那不是 Discord 的频道。
    .step = 帖子将等待为该频道服务的进程。
gateway-kind-unfit = 无法在该类型的频道中发布。
    .step = 请选择文字频道。
gateway-kind-unknown = 该频道属于我不认识的类型。
    .step = 请选择文字频道。
gateway-history-denied = 我无法确认上一条消息是否已到达该频道，不愿冒重复发布的风险。
    .step = 请在那里授予我“读取消息历史记录”权限，然后使用 `/feed resume`。
gateway-asks-to-wait = Discord 要求等待。
    .step = 我会自动重试。
gateway-silent = Discord 没有应答。
    .step = 我会自动重试。
gateway-answered = Discord 的应答为 { $status }。
    .step = 我会自动重试。
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord 不允许我在那里发布（{ $said }）。
    .step = 请在那里授予我“查看频道”“发送消息”“嵌入链接”和“读取消息历史记录”权限。
gateway-channel-gone = 该频道已不存在（{ $said }）。
    .step = 请选择其他频道。
gateway-token-refused-later = Discord 不接受该令牌。
    .step = 请检查 DISCORD_TOKEN。
gateway-closed = 无法在那里发布（{ $said }）。
    .step = 请重新开启，或选择其他位置。
gateway-message-refused = Discord 拒绝了该消息（{ $said }）。
    .step = 其他消息照常发布。
gateway-no-reason = 未说明原因
gateway-story-deleted = 关于这则报道的消息已被删除，因此未发布其后续。
    .step = 新的报道照常发布。
gateway-no-threads = 我无权在那里创建子区，因此未发布后续。
    .step = 请在那里授予我“创建公共子区”和“在子区内发送消息”权限，或用 /feed set 选择 followups:reply。
gateway-role-everyone = 我不提及所有人，也不提及已不存在的身份组。
    .step = 请选择其他身份组。
gateway-role-not-mentionable = 我无权提及身份组 { $role }。
    .step = 请允许任何人提及它（服务器设置 → 身份组），或在该频道授予我“提及所有身份组”权限。
gateway-no-forum = #{ $channel } 不是论坛，其中的消息没有标签。
    .step = 请不填标签，或选择论坛。
gateway-tag-unknown = #{ $channel } 没有我可用的标签 { $tag }。
    .step = 现有：{ $tags }
gateway-no-tags = 无
gateway-tag-required = 该论坛要求标签，但没有我可用的标签。
    .step = 请创建不限于管理员的标签，或在那里授予我“管理子区”权限。
