# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { $month } 月 { $day } 日
dates-moment = { $day } { $time }（UTC）
dates-no-beginning = 此时间没有起点：{ $typed }。
    .step = 请写成 `2026-10-01`、`30d`、`last week`、`March` 或 `5 May 2026` 这样的日期。
dates-unknown = 这里无法理解此日期：{ $typed }。
    .step = 请写成 `2026-10-01`、`30d`、`last week`、`March` 或 `5 May 2026` 这样的日期。
# Where nothing was typed.
dates-nothing = （空）
