# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = 时间线必须针对某人或某事。
    .step = 请写明发言者或主题。
desk-country-unknown = 这里不认识此国家或组织：{ $typed }。
    .step = 请写其英文名称，例如 `Norway` 或 `European Union`。
# The scope tells in how many articles of which dates.
desk-nothing-found = 在{ $scope }中未找到任何内容。
    .step = { $step }
desk-nothing-by = 在{ $scope }中未找到 { $who } 的言论。
    .step = { $step }
desk-nothing-about = 在{ $scope }中未找到关于 { $about } 的内容。
    .step = { $step }
desk-nothing-by-about = 在{ $scope }中未找到 { $who } 关于 { $about } 的言论。
    .step = { $step }
desk-try-otherwise = 请换一种拼写，或减少词语。
desk-try-other-topics = { $who } 在其他主题上有被引述的言论：去掉此主题即可查看。
desk-did-you-mean = 您是指 { $names } 吗？
desk-or = { $first } 或 { $other }
desk-style-unknown = 简报只有完整（`full`）或简短（`short`），没有 { $typed }。
    .step = 请选择 `full` 或 `short`。
desk-none-of-this-kind = 找到了相关言论，但没有属于此类的：{ $acts }。
    .step = 请改问说了什么。
desk-none-quoted = 找到的都是间接引述：没有文章用引号给出原话。
    .step = 请改问说了什么。
desk-post-unknown = 没有关于此帖子的记录。
    .step = 如果您管理此服务器，请查看 `/feed why`。
desk-search-of-nothing = 没有可搜索的内容。
    .step = 请写明发言者或主题。
desk-search-long = 内容超过 { $limit } 个字符。
    .step = 请只写重要的词语。
desk-dates-leave-nothing = 开始日期晚于结束日期。
    .step = 请把 `since` 提前或把 `until` 推后。
desk-search-forgotten = 此处所问的内容已不再保存。
    .step = 请用 `/said` 重新提问。
desk-one-side = 只写了一方。
    .step = 请同时写出 `a` 和 `b`，或都不写。
desk-sides-of-nothing = 没有可比较的内容。
    .step = 请提供文章、双方 `a` 和 `b`，或主题。
desk-sides-overlap = 有些发言者同属双方。
    .step = 请写两个国家或两个人。
desk-sides-uncertain = 双方都没有找到足够确定的内容。
    .step = 请改为提供一篇文章。
desk-sides-not-mentioned = 双方在{ $place ->
    [article] 这篇文章
   *[articles] 这些文章
 }中都没有提到 { $about }。
    .step = 请换一个词，或将其去掉。
desk-no-two-sides = { $place ->
    [article] 这篇文章
   *[articles] 这些文章
 }没有引述双方。
    .step = 被引述的有：{ $names }。“谁说了什么”可查看他们的话。
desk-no-sides-at-all = { $place ->
    [article] 这篇文章
   *[articles] 这些文章
 }没有引述双方。
    .step = 其中没有可确定的被引述者。
desk-source-known = 第 { $number } 号订阅源已是同名来源。
    .step = 请选择其他名称，或用 `feed token number:{ $number }` 更新其令牌。
desk-feed-has-title = 订阅源有自己的标题。
    .step = 仅在使用 `url:push` 时写名称，否则请省略。
desk-list-over-room = 该列表含有 { $count } 个新订阅源；上限 { $most } 个，尚余 { $free } 个。
    .step = 请移除一些订阅源，或缩短列表。
desk-no-feeds = 这里没有关注任何订阅源。
    .step = 请先添加一个。
desk-feed-set-nothing = 未给出任何选项，因此什么都没有改变。
    .step = 请加上其中一项：{ $options }
desk-not-receiving = 此机器人不接收发送给它的文章。
    .step = 其运行者须先设置 `RECEIVE_ADDRESS`。
desk-feeds-full = 这里已关注 { $most } 个订阅源，达到上限。
    .step = 请先移除一个。
desk-no-address = 这不是网址。
    .step = 请提供订阅源的网址，或带有订阅源的页面（例如某部委网站）的网址。
desk-alert-unknown = 没有关于此提醒的记录。
    .step = 请查看 `/watch list`。
desk-watch-of-another = 这是别人的关注。
    .step = 只有设置者可以停止它。
desk-watch-removed = 此关注已被移除。
    .step = 请查看 `/watch list`。
desk-no-watch = 您没有第 { $number } 号关注。
    .step = 请查看 `/watch list`。
desk-watch-known = 您已有该项：第 { $number } 号关注。
    .step = 请查看 `/watch list`。
desk-watches-full = 您已有 { $most } 个关注，达到上限。
    .step = 请先用 `/watch remove` 移除一个。
desk-interest-long = 发言者或主题最多 { $limit } 个字符。
    .step = 请写一个名字或几个词。
desk-interest-empty = 关注需要有关注的人或事。
    .step = 请写发言者（姓名或国家）、主题，或两者都写。
desk-feed-followed = 此频道已关注该订阅源。
    .step = 请选择其他频道，或先将其移除。
desk-feed-followed-as = 此频道已关注该订阅源，编号为 { $number }。
    .step = 请选择其他频道，或先将其移除。
desk-no-feed-of-number = 这里没有第 { $number } 号订阅源。
    .step = 请列出订阅源以查看编号。
desk-feed-has-no-token = 第 { $number } 号订阅源是抓取的，没有令牌。
    .step = 请列出订阅源以查看哪些是推送的。
# Of the command line.
desk-role-unknown = { $name } 不是角色。
    .step = 角色有 { $roles }；省略时，进程承担全部角色。
desk-no-role = 没有给出角色。
    .step = 请写 { $roles } 中的一些，或省略 `--roles` 表示全部。
# Of a source that sends its articles itself.
desk-source-name = 来源需要一个不超过 { $limit } 个字符的名称。
    .step = 请写明它所代表的编辑部。
desk-story-of-one = 这篇文章在这里已是单独的事件。
desk-no-source = 这既不是网址，也不是目录中的来源。
    .step = 最接近的是 { $near }。查看全部：/feed browse。
desk-own-sources = 无法读取来源表 { $name }。
    .step = 每行有十个以制表符分隔的字段；见 docs/sources.md。
desk-nothing-read = 这里还没有读过任何文章，因此无从搜索。
    .step = 请给我一篇文章（链接、文件或全文），或关注一个订阅源。
desk-nothing-dated = 没有读过这些日期的文章；已有{ $scope }。
    .step = 请换用其他日期，或不限日期。
desk-digest-of-no-feeds = 这里没有关注任何订阅源，而摘要由订阅源带来的内容组成。
    .step = 请用 feed add 关注一个；您给出的文章可用 said 搜索。
desk-digest-unread = 暂时还没有可显示的内容：您的订阅源中的条目仍在读取。请过一分钟再试。
