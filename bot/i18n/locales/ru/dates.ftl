# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
 }
dates-moment = { $day }, { $time } UTC
dates-no-beginning = У этого срока нет начала: { $typed }.
    .step = Напишите дату, например `2026-10-01`, или `30d`, `last week`, `March`, `5 May 2026`.
dates-unknown = Такая дата здесь не понимается: { $typed }.
    .step = Напишите дату, например `2026-10-01`, или `30d`, `last week`, `March`, `5 May 2026`.
# Where nothing was typed.
dates-nothing = (пусто)
