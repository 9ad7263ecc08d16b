# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = 订阅源已添加
follow-stands = 此处的第 { $number } 号订阅源，发布于 { $channel } · { $delivery }。
follow-each = 逐条发布
follow-each-edited = 逐条发布，随文章修改而更新
follow-for-digests = 仅用于简报
follow-found-on = 在该页面上找到：{ $address }
follow-filter = 筛选条件 { $filter }
follow-from-now = 目前已有的内容一律不发布；从现在起的新内容才会发布。摘要会包含最近一天的最新内容。
follow-others = 该页面还列有其他订阅源：{ $addresses }
follow-undo = 撤销：{ $command }
follow-shows-nothing = 目前没有内容。
follow-would-post = 在其现有的 { $total } 条内容中，本会发布 { $count } 条。
follow-all-open = 在其现有的 { $total } 条内容中，凡通过的均取决于文章正文：
follow-newest-would-post = 在其最新的 { $total } 条内容中，本会发布 { $count } 条。
follow-newest-all-open = 在其最新的 { $total } 条内容中，凡通过的均取决于文章正文：
follow-open = { $count } 条待读取文章后按 { $rules } 决定
follow-filtered = { $count } 条被 { $rule } 筛除
follow-source-added = 来源已添加
follow-new-token = 新令牌
follow-token-renewed = 此处的第 { $number } 号订阅源。之前的令牌已失效。
follow-token = 其令牌仅在此时显示，此后任何人都无法查看：
follow-sent-to = 机器人运行期间，文章发送至 { $address }。试用方法：
follow-token-lost = 如令牌遗失或被他人看到：{ $command }
follow-refiltered = 筛选条件已更改
follow-number-in = 第 { $number } 号订阅源 · { $name }，发布于 { $channel }
follow-no-filter = 已不再有筛选条件。
follow-holds = 适用于从现在起的新内容，以及尚待读取的内容。
follow-feeds = 订阅源
follow-feeds-counted = 订阅源 · { $count }
follow-none = 此处没有任何订阅源。开始：{ $command }
follow-what-became = 各条目的去向：{ $command }
follow-older-ones = 更早的：{ $command }
follow-removed = 订阅源已删除
follow-no-more = 第 { $number } 号订阅源 · { $name } 不再发布于 { $channel }。
follow-token-worthless = 其令牌已失效。
follow-paused = 订阅源已暂停
follow-posts-nothing = 第 { $number } 号订阅源 · { $name } 暂不在 { $channel } 发布；其间的内容不予补发。
follow-resumed = 订阅源已恢复
follow-posts-again = 第 { $number } 号订阅源 · { $name } 恢复在 { $channel } 发布。
follow-silent-now = 目前没有响应：{ $reason }
follow-no-reason = 原因不明
follow-why = 各条目的去向
follow-nothing-yet = 尚未收到任何内容。
follow-nothing-more = 没有更多内容。
follow-another = 其他订阅源
follow-older = 更早 ›
follow-importing = 正在导入订阅源
follow-progress = { $done } / { $total }
follow-imported = 订阅源已导入
follow-imported-now = 从现在起订阅 { $total } 个订阅源中的 { $count } 个。
follow-imported-known = { $count } 个此前已在此订阅。
follow-imported-failed = { $count } 个无法添加：
follow-imported-more = 另有 { $count } 个无法添加
follow-minutes = 每 { $count } 分钟
follow-hours = 每 { $count } 小时
follow-untitled = 无标题
follow-resting = 已暂停
follow-last-item = 最近条目：{ $when }
follow-nothing-new = 尚无新内容
follow-filtered-by = 筛选条件 { $filter }
follow-cannot-post = ⚠ 无法发布：{ $reason } · { $command }
follow-sends-none = 自行发送文章 · 尚未收到
follow-sends-healthy = 正常 · 自行发送文章
follow-sends = 自行发送文章
follow-not-looked = 尚未查看
follow-healthy = 正常 · { $cadence }查看一次
follow-failing = ⚠ 故障
follow-given-up = ⚠ 已放弃
follow-since = { $state }，始于 { $when }
follow-because = { $state }：{ $reason }
follow-again = { $cadence }重试一次
follow-again-at = 重试时间：{ $when }
follow-fate = { $fate ->
    [waiting] 等待读取
    [posted] 已发布
    [sending] 正在发送
    [digest] 留作简报
    [filtered] 已筛除
    [duplicate] 重复
    [old] 旧内容
    [paused] 未发布：订阅源当时已暂停
    [held] 暂缓发布
    [followup] 等待所属报道的后续
    [unchanged] 所属报道没有新内容
   *[failed] 失败
 }
follow-fate-filtered = 被 { $rule } 筛除
follow-fate-because = { $fate }：{ $detail }
follow-seen = 收到时间：{ $when }
follow-desk-feeds = 订阅源
follow-desk-received = 接收
follow-desk-failing = 故障
follow-desk-cannot-post = 无法发布
follow-desk-waiting = 等待中
follow-desk-last = 上一次简报
follow-desk-next = 下一次简报
follow-desk-none = 没有订阅源
follow-desk-healthy = { $count } 个正常
follow-desk-of-failing = { $healthy }，{ $count } 个故障
follow-desk-failing-more = 另有 { $count } 个，见 { $command }
follow-desk-sources = 其中 { $count } 个自行发送文章
follow-desk-sources-none = { $sources }；尚未收到
follow-desk-sources-last = { $sources }；最近收到：{ $when }
follow-desk-to-read = { $count } 条待读取
follow-desk-to-post = { $count } 条待发布
follow-desk-nothing = 无
follow-desk-held = { $queue }；{ $count } 条暂缓发布
follow-desk-waits = { $waiting }，已等待 { $lag }
follow-desk-waits-oldest = { $waiting }，最久已等待 { $lag }
follow-desk-moment = 不到一分钟
follow-desk-minutes = { $count } 分钟
follow-desk-hours = { $count } 小时
follow-date = { $year }年{ $month ->
    [jan] 1
    [feb] 2
    [mar] 3
    [apr] 4
    [may] 5
    [jun] 6
    [jul] 7
    [aug] 8
    [sep] 9
    [oct] 10
    [nov] 11
   *[dec] 12
 }月{ $day }日
follow-shown-before = 添加订阅源时已有此内容。
follow-dated-back = 日期为 { $date }，早于出现之日 { $days } 天以上。
follow-dated-before = 日期为 { $date }，早于添加此订阅源之时。
follow-flood = 与另外 { $others } 条同时到来，仅发布最新的 { $most } 条。
follow-changed = 订阅源已更改
follow-follow-ups-now = 已发布报道的新进展：{ $place ->
    [none] 单独发布
    [reply] 以回复形式发布
   *[thread] 发布在其子区内
 }。
follow-follow-ups = { $place ->
    [none] 后续单独发布
    [reply] 后续以回复发布
   *[thread] 后续发布在子区
 }
follow-mentions = 提及 { $role }
follow-mentions-limited = 提及 { $role }，每小时最多一次，每天最多 { $day } 次
follow-tagged = 标签 { $tag }
follow-pictures = 附题图
