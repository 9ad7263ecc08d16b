# Dates: as they are told in sentences that are kept, and as they are typed.

# The day of a month, after "since" or "until"; then with the time of day.
dates-day = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
 }
dates-moment = { $day }، { $time } بالتوقيت العالمي
dates-no-beginning = ليست لهذه الفترة بداية: { $typed }.
    .step = اكتب تاريخًا مثل `2026-10-01` أو `30d` أو `last week` أو `March` أو `5 May 2026`.
dates-unknown = هذا ليس تاريخًا مفهومًا هنا: { $typed }.
    .step = اكتب تاريخًا مثل `2026-10-01` أو `30d` أو `last week` أو `March` أو `5 May 2026`.
# Where nothing was typed.
dates-nothing = (لا شيء)
