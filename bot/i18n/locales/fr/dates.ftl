# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { $day ->
    [1] 1er
   *[2] { $day }
 } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
 }
dates-moment = { $day } à { $time } UTC
dates-no-beginning = Cette période n’a pas de début : { $typed }.
    .step = Écrivez une date comme `2026-10-01`, ou `30d`, `last week`, `March`, `5 May 2026`.
dates-unknown = Cette date n’est pas comprise ici : { $typed }.
    .step = Écrivez une date comme `2026-10-01`, ou `30d`, `last week`, `March`, `5 May 2026`.
# Where nothing was typed.
dates-nothing = (rien)
