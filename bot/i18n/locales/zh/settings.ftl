# Settings, and being forgotten.

settings-language-unknown = 我不会说 { $asked }。
    .step = 请选择其中之一：{ $names }。
settings-language = 语言
settings-my-language-effect = 仅您可见的内容使用此语言
settings-my-language-unset = 与您的 Discord 相同
settings-my-language-terminal = 与此终端相同
settings-server-language-effect = 简报、发布的内容以及所有人可见的回答使用此语言
settings-server-language-unset = 英语；回答使用提问者的语言
settings-mine = 您的设置
settings-server = 本服务器的设置
settings-zone = 时区
settings-my-zone-effect = 用于您的静默时段
settings-server-zone-effect = 用于未指定时区的定时简报
settings-quiet = 静默时段
settings-my-quiet-effect = 您的提醒会等到其结束
settings-server-quiet-effect = 此处各频道的提醒会等到其结束，今后设定的简报亦然
settings-attitudes = 态度
settings-attitudes-effect = 谁说了什么中也列出据称某人所想或所愿
settings-style = 简报样式
settings-style-name = { $style ->
    [short] 简短
   *[full] 完整
 }
settings-style-effect = { $style ->
    [short] 每则报道一行
   *[full] 每则报道的关键语句和言论
 }
settings-labels = 媒体标注
settings-labels-effect = 简报会注明哪些媒体由国家出资或控制
settings-none = 无
settings-on = 开
settings-off = 关
settings-to-change = 更改：{ $command }
settings-delete-button = 删除我的全部数据
settings-nothing-stored = 没有存储您的任何数据
settings-nothing-to-delete = 没有可删除的内容。
settings-nothing-was-there = 原本就没有可删除的内容。
settings-delete = 删除您的全部数据？
settings-others-stay = 他人提供或设置的内容，以及来自订阅源和链接的文章，将会保留。
settings-to-delete = 全部删除：{ $command }
settings-no-way-back = 此操作无法撤销。
settings-deleted = 已删除
settings-nothing-left = 已不再存储您的任何数据。
settings-texts = 您提供的 { $count } 篇文本及其中的发现
settings-watches = { $count } 项关注
settings-alerts = 关注发现的 { $count } 起事件
settings-records = { $count } 条您的设置记录
settings-set-up = 您为服务器设置的 { $count } 个订阅源或简报：将保留，但不再含您的 ID
settings-languages = 语言
settings-languages-all = 全部
settings-my-languages-effect = 其他语言的文章不出现在您的搜索、回答和提醒中
settings-server-languages-effect = 其他语言的文章不出现在这里的摘要和频道提醒中
settings-pages = 您发布的频道网页 { $count } 个：其地址将失效
