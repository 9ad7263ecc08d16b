# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
 }
dates-moment = { $day } a las { $time } UTC
dates-no-beginning = Este periodo no tiene comienzo: { $typed }.
    .step = Escriba una fecha como `2026-10-01`, o `30d`, `last week`, `March`, `5 May 2026`.
dates-unknown = Esta fecha no se entiende aquí: { $typed }.
    .step = Escriba una fecha como `2026-10-01`, o `30d`, `last week`, `March`, `5 May 2026`.
# Where nothing was typed.
dates-nothing = (nada)
