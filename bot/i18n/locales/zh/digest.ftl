# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = 简报
digest-looked = 自 { $since } 以来，{ $outlets } 家媒体的 { $articles } 篇文章
digest-late = 迟发：Attaché 在 { $time } 时离线或无法发布
digest-nothing = 自 { $since } 以来没有新消息。
digest-nothing-about = 自 { $since } 以来，此主题没有新消息。
digest-none-shown = 没有可以显示的报道。
digest-unchecked = 因引语无法核对而略去：{ $count }
digest-part = 第 { $page } 部分，共 { $count } 部分
digest-continued = 续
digest-more-stories = 其他报道
digest-articles = { $count } 篇文章
digest-newest = 最新：{ $when }
digest-left-out = 文章中另有 { $count } 条言论
digest-outlets-more = 另有 { $count } 家媒体
digest-also = { $name }，另见 { $others }
digest-outcome-told = { $count } 则报道
digest-outcome-nothing = 没有新消息
digest-outcome-late = { $outcome }，迟发
digest-outcome-missed = 错过：未能在 { $hours } 小时内发出
digest-every-day = 每天
digest-day = { $day ->
    [monday] 周一
    [tuesday] 周二
    [wednesday] 周三
    [thursday] 周四
    [friday] 周五
    [saturday] 周六
   *[sunday] 周日
 }
digest-days = { $first }至{ $last }
digest-when = { $time } { $zone }，{ $days }
digest-quiet = 静默时段 { $hours }
digest-about = { $when }，主题：{ $topic }
digest-scheduled = 简报已设定
digest-comes = 第 { $number } 号简报：{ $when }，发布于 { $channel }。
digest-undo = 撤销：{ $command }
digest-schedules = 定时简报
digest-schedules-counted = 定时简报 · { $count }
digest-schedules-none = 此处没有定时简报。开始：{ $command }
digest-removed = 简报已删除
digest-comes-no-more = 第 { $number } 号简报（{ $when }）不再发布于 { $channel }。
digest-paused = 简报已暂停
digest-left-out-now = 第 { $number } 号简报（{ $when }）暂不发布。
digest-resumed = 简报已恢复
digest-comes-again = 第 { $number } 号简报（{ $when }）恢复发布于 { $channel }。
digest-next = 下一次：{ $when }
digest-opens = 首期即将发布，读完各来源后即出。
digest-moved = 因静默时段或时钟调整，将改在当地时间 { $time } 发布。
digest-silent = 没有新消息时不发布
digest-resting = 已暂停 · { $command }
digest-last = 上一次：{ $outcome }
digest-last-on = 上一次（{ $day }）：{ $outcome }
# 只有一家媒体报道的一行，以及只引述了一方的报道。
digest-only = 仅见 { $name }
digest-one-side = 仅引述了一方：{ $side }。
digest-new-since = { $when }以来的新内容
digest-unchanged = 此前已报道、无新内容：{ $count }
digest-direct = 私信
digest-outcome-closed = 已停止：私信已关闭
digest-all-stories = 全部 { $count } 个事件
digest-period = 自 { $since } 至 { $until }
digest-all-by = 全部事件及其所有媒体：{ $command }
