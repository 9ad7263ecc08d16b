# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = { $typed } is not a time of day.
    .step = Write hours and minutes, such as 08:00 or 17:30.
schedule-quiet-unknown = { $typed } does not name quiet hours.
    .step = Write start and end, such as 22:00-07:00, or none.
schedule-days-unknown = { $typed } does not name days of the week.
    .step = Write them such as mon-fri, sat,sun, weekdays or every day.
schedule-hours = A digest can cover 1 to { $most } hours, not { $hours }.
    .step = Give fewer or more hours.
schedule-full = { $most } digests are already scheduled here, the limit.
    .step = Remove one first.
schedule-known = Digest { $number } is already scheduled for that time, channel and topic.
    .step = Remove it first, or choose another time, channel or topic.
schedule-needs-zone = A scheduled digest needs a time zone.
    .step = Give one, or set this server's in /settings server.
schedule-topic-long = A topic can have at most { $limit } characters.
    .step = Give a word or two.
schedule-unknown = There is no scheduled digest { $number } here.
    .step = See the list of scheduled digests.
schedule-damaged = The stored record of a scheduled digest cannot be read.
    .step = If its time zone is new, update the package tzdata.
schedule-direct-options = Roles and tags are for channels, not for direct messages.
