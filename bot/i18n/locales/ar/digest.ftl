# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = الموجز
digest-looked = { $articles ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $articles } مقالات
    [many] { $articles } مقالًا
   *[other] { $articles } مقال
 } من { $outlets ->
    [zero] غير وسائل إعلامية
    [one] وسيلة إعلامية واحدة
    [two] وسيلتين إعلاميتين
    [few] { $outlets } وسائل إعلامية
    [many] { $outlets } وسيلة إعلامية
   *[other] { $outlets } وسيلة إعلامية
 } منذ { $since }
digest-late = متأخر: كان Attaché غير متصل أو تعذّر عليه النشر عند الساعة { $time }
digest-nothing = لا جديد منذ { $since }.
digest-nothing-about = لا جديد في هذا الموضوع منذ { $since }.
digest-none-shown = تعذّر عرض أي خبر.
digest-unchecked = حُذفت لتعذّر التحقق من اقتباساتها: { $count }
digest-part = الجزء { $page } من { $count }
digest-continued = تتمة
digest-more-stories = أخبار أخرى
digest-articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
 }
digest-newest = أحدثها: { $when }
digest-left-out = { $count ->
    [zero] لا تصريحات أخرى في المقالات
    [one] تصريح واحد آخر في المقالات
    [two] تصريحان آخران في المقالات
    [few] { $count } تصريحات أخرى في المقالات
    [many] { $count } تصريحًا آخر في المقالات
   *[other] { $count } تصريح آخر في المقالات
 }
digest-outlets-more = { $count ->
    [zero] ولا وسائل إعلامية أخرى
    [one] ووسيلة إعلامية أخرى
    [two] ووسيلتان إعلاميتان أخريان
    [few] و{ $count } وسائل إعلامية أخرى
    [many] و{ $count } وسيلة إعلامية أخرى
   *[other] و{ $count } وسيلة إعلامية أخرى
 }
digest-also = { $name }، وأيضًا في { $others }
digest-outcome-told = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
 }
digest-outcome-nothing = لا جديد
digest-outcome-late = { $outcome }، متأخر
digest-outcome-missed = فائت: تعذّر إرساله خلال { $hours ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
 }
digest-every-day = كل يوم
digest-day = { $day ->
    [monday] الاثنين
    [tuesday] الثلاثاء
    [wednesday] الأربعاء
    [thursday] الخميس
    [friday] الجمعة
    [saturday] السبت
   *[sunday] الأحد
 }
digest-days = من { $first } إلى { $last }
digest-when = { $time } { $zone }، { $days }
digest-quiet = ساعات الهدوء { $hours }
digest-about = { $when }، بشأن { $topic }
digest-scheduled = جُدوِل الموجز
digest-comes = الموجز { $number }: { $when }، في { $channel }.
digest-undo = للتراجع: { $command }
digest-schedules = الموجزات المجدولة
digest-schedules-counted = الموجزات المجدولة · { $count }
digest-schedules-none = لا موجز مجدولًا هنا. للبدء: { $command }
digest-removed = أُزيل الموجز
digest-comes-no-more = لن يصدر الموجز { $number } ({ $when }) في { $channel } بعد الآن.
digest-paused = أُوقف الموجز مؤقتًا
digest-left-out-now = لن يصدر الموجز { $number } ({ $when }) في الوقت الحالي.
digest-resumed = استؤنف الموجز
digest-comes-again = يصدر الموجز { $number } ({ $when }) من جديد في { $channel }.
digest-next = التالي: { $when }
digest-opens = يصل الأول بعد لحظات، حالما تُقرأ المصادر.
digest-moved = بسبب ساعات الهدوء أو تغيير الساعة يصدر عند { $time } بالتوقيت المحلي.
digest-silent = لا يقول شيئًا حين لا جديد
digest-resting = متوقف مؤقتًا · { $command }
digest-last = الأخير: { $outcome }
digest-last-on = الأخير، ليوم { $day }: { $outcome }
# سطر لا تنقله إلا وسيلة واحدة، وخبر لا يُنقل فيه إلا كلام طرف واحد.
digest-only = { $name } فقط
digest-one-side = لم يُنقل إلا كلام طرف واحد: { $side }.
digest-new-since = الجديد منذ { $when }
digest-unchanged = رُوي من قبل ولا جديد فيه: { $count }
digest-direct = الرسائل المباشرة
digest-outcome-closed = أُوقف: الرسائل المباشرة مغلقة
digest-all-stories = { $count ->
    [zero] كل الأخبار: { $count }
    [one] كل الأخبار: { $count }
    [two] كل الأخبار: { $count }
    [few] كل الأخبار: { $count }
    [many] كل الأخبار: { $count }
   *[other] كل الأخبار: { $count }
 }
digest-period = من { $since } إلى { $until }
digest-all-by = كل الأخبار مع كل وسائلها: { $command }
