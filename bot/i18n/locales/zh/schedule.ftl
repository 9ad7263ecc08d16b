# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = 这不是一天中的时刻：{ $typed }。
    .step = 请写时和分，例如 `08:00` 或 `17:30`。
schedule-quiet-unknown = 这不是静默时段：{ $typed }。
    .step = 请写起止时间，例如 `22:00-07:00`，或 `none`。
schedule-days-unknown = 这不是星期几：{ $typed }。
    .step = 请写成 `mon-fri`、`sat,sun`、`weekdays` 或 `every day`。
schedule-hours = 简报回顾 1 至 { $most } 小时，不能是 { $hours } 小时。
    .step = 请减少或增加小时数。
schedule-full = 这里已安排 { $most } 个简报，达到上限。
    .step = 请先移除一个。
schedule-known = 第 { $number } 号简报已在同一时间、同一频道、就同一主题发布。
    .step = 请先将其移除，或选择其他时间、频道或主题。
schedule-needs-zone = 定时简报需要时区。
    .step = 请给出时区，或设置此服务器的时区：`/settings server`。
schedule-topic-long = 主题最多 { $limit } 个字符。
    .step = 请写一两个词。
schedule-unknown = 这里没有第 { $number } 号定时简报。
    .step = 请查看现有列表。
schedule-damaged = 无法读取某个定时简报的存储记录。
    .step = 如果其时区是新的，请更新 tzdata 软件包。
schedule-direct-options = 身份组和标签只适用于频道，不适用于私信。
