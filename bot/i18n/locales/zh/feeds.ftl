# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = 该订阅源超过 { $limit } MB 的上限。
    .step = 请向发布者索取较短的订阅源，或添加其另一个订阅源。
feeds-empty = 该订阅源是空的。
    .step = 请在浏览器中检查该链接。
feeds-page-names = 这是网页，不是订阅源。页面列出：{ $named }。
    .step = 请添加其中之一。
feeds-and-more = { $named } 等（另有 { $count } 个）
feeds-page-names-none = 这是网页，不是订阅源，也没有列出任何订阅源。
    .step = 请在页面上查找名为 RSS 的链接。
feeds-no-feed = 这不是订阅源：既非 RSS，也非 Atom 或 JSON Feed。
    .step = 请在浏览器中检查该链接。
feeds-nested = 该订阅源的嵌套超过 256 层，真正的订阅源不会如此。
    .step = 请在浏览器中检查该链接。
feeds-never-read = 该网站称订阅源没有变化，但它从未被读取过（状态码 304）。
    .step = 请在浏览器中检查该链接。
feeds-list-large = 该列表超过 { $limit } MB 的上限。
    .step = 请分批导入。
feeds-list-foreign = 此文件没有列出订阅源：既非 OPML，也非 MonitoRSS 的导出文件或含网址的文本。
    .step = 请重新导出列表，或每行写一个网址。
feeds-list-long = 该列表中的订阅源超过 { $limit } 个的上限。
    .step = 请分批导入。
feeds-list-empty = 该列表中没有订阅源。
    .step = 请从您的阅读器重新导出 OPML 格式的列表。
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = { $name } 已永久迁移，现按新网址继续关注。
feeds-answers-again = { $name } 已恢复应答。
feeds-gap = { $name } 不再显示此前的任何内容：期间出现又消失的条目可能已丢失。
feeds-gap-since = { $name } 不再显示此前的任何内容：自{ $moment }以来出现又消失的条目可能已丢失。
feeds-withdrawn = { $name } 已被发布者撤下，不再请求。{ $reason }请将其移除，或恢复以重试。
feeds-given-up = { $name } 自{ $since }起一直失败，不再请求。{ $reason }请将其移除，或恢复以重试。
feeds-failing = { $name } 自{ $since }起一直失败。{ $reason }将自动重试至{ $until }；请检查其网址，或将其移除。
feeds-both = { $first }{ $second }
# Why an item is not posted, or not read.
feeds-too-old = 频道恢复时已过旧：仅补发最新的 { $count } 条
feeds-too-late = 已过时，不值得发布
feeds-record-unreadable = 无法读取其记录
feeds-own-fault = Attaché 自身的故障；详情见其日志。
feeds-no-article = 那里没有可读取的文章。
feeds-restored = 创建备份时它仍在等待，可能在恢复备份之前已经发布。
feeds-thread-closed = 其第一部分所在的子区已关闭或不存在。
    .step = 无需任何操作。
# What is wrong with a feed that could be read all the same.
feeds-broken = 该订阅源的标记有误；已尽量读取可理解的部分。
feeds-cut = 该订阅源的标记有误，且过长而无法整体修复；已读取其开头部分。
# Of a feed that shows a crowd of items at once.
feeds-flood = { $name } 一次出现超过 { $most } 条新内容：只发布最新的 { $most } 条，其余留给简报。`/feed why` 可列出全部。
