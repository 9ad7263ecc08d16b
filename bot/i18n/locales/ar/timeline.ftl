# التصريحات عبر الزمن: الصورة ووصفها والطرفية.

timeline-everybody = الجميع
timeline-newest = الأحدث: { $found }
timeline-by = بحسب { $unit ->
    [hour] الساعة
   *[day] اليوم
    [week] الأسبوع
    [month] الشهر
    [year] السنة
 } ({ $zone })
timeline-others = { $count ->
    [zero] لا متحدثين آخرين
    [one] متحدث آخر
    [two] متحدثان آخران
    [few] { $count } متحدثين آخرين
    [many] { $count } متحدثًا آخر
   *[other] { $count } متحدث آخر
 }
timeline-footer = من المقالات التي قرأها Attaché. كثرة المربعات تعني كثرة التصريحات لا زيادة أهميتها.
timeline-undated = المقالات التي لا تاريخ لها توضع عند وقت قراءتها.
# أنواع التصريحات التي يجمعها لون واحد.
timeline-family = { $family ->
   *[says] تصريح
    [denies] نفي أو رفض
    [accuses] اتهام أو إدانة
    [warns] تحذير أو تهديد
    [demands] مطالبة أو اقتراح
    [promises] تعهد أو تأكيد
    [thanks] شكر أو إشادة
 }
