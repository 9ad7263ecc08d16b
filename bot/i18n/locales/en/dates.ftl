# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { NUMBER($day, minimumIntegerDigits: 2) } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }
dates-moment = { $day }, { $time } UTC
dates-no-beginning = { $typed } has no start date.
    .step = Write a date such as `2026-10-01`, `30d`, `last week`, `March` or `5 May 2026`.
dates-unknown = { $typed } is not a date that I understand.
    .step = Write a date such as `2026-10-01`, `30d`, `last week`, `March` or `5 May 2026`.
# Where nothing was typed.
dates-nothing = An empty text
