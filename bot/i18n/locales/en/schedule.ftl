# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = { $typed } is no time of day.
    .step = Write hours and minutes, such as 08:00 or 17:30.
schedule-quiet-unknown = { $typed } are no quiet hours.
    .step = Write beginning and end, such as 22:00-07:00, or none.
schedule-days-unknown = { $typed } names no days of the week.
    .step = Write them such as mon-fri, sat,sun, weekdays or every day.
schedule-hours = A digest looks back 1 to { $most } hours, not { $hours }.
    .step = Give fewer or more hours.
schedule-full = { $most } digests are scheduled here already, the limit.
    .step = Remove one first.
schedule-known = Digest { $number } comes at that time already, in the same channel and about the same.
    .step = Remove it first, or choose another time, channel or topic.
schedule-needs-zone = A scheduled digest needs a time zone.
    .step = Give one, or set this server's: /settings server.
schedule-topic-long = A topic has at most { $limit } characters.
    .step = Give a word or two.
schedule-unknown = There is no scheduled digest { $number } here.
    .step = Look at the list of those there are.
schedule-damaged = The stored record of a scheduled digest cannot be read.
    .step = If its time zone is new, update the package tzdata.
