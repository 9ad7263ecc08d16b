# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = 我无法在您的一个频道中发布消息
notice-channel = 频道
notice-reason = 原因
notice-since = 开始时间
notice-waits = 本应发布的内容正在等待。问题解决后，请使用 `/feed resume` 或 `/digest resume`，届时将发布其中最新的内容；`remove` 则将其终止。
notice-feed = 第 { $number } 号订阅源：{ $title }
