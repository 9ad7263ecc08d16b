# من قال ماذا عن ماذا: ما بُحث عنه، وكم وُجد، والأزرار.

said-about = { $who }: { $about }
said-statements = تصريحات
said-and-others = { $names } وآخرون
said-found = { $count ->
    [zero] لا تصريحات
    [one] تصريح واحد
    [two] تصريحان
    [few] { $count } تصريحات
    [many] { $count } تصريحًا
   *[other] { $count } تصريح
 }
said-found-over = أكثر من { $count } تصريح
said-found-about = نحو { $count } تصريح
said-from = منذ { $day }
said-before = قبل { $day }
said-newest-first = الأحدث أولًا
said-earliest-first = الأقدم أولًا
said-here = هنا { $name }
said-read-on = قُرئ في { $day }
said-page = الصفحة { $page }
said-newer = ‹ الأحدث
said-older = الأقدم ›
# The same where the earliest come first.
said-older-back = ‹ الأقدم
said-newer-on = الأحدث ›
said-as-table = كجدول
said-newest = { $found }؛ وهذه أحدثها، وعددها { $count }.
# ما جرى البحث فيه؛ وحده أو في جملة.
said-scope = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
 }
said-scope-of-day = { said-scope } بتاريخ { $day }
said-scope-of-days = { said-scope } من { $first } إلى { $last }
# كلمات من المقال بجوار التصريح تبيّن موضوعه.
said-context = السياق: { $words }
