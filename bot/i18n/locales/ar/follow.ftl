# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = أُضيفت الخلاصة
follow-stands = الخلاصة { $number } هنا، في { $channel } · { $delivery }.
follow-each = كل مادة
follow-each-edited = كل مادة، وتُعدَّل حين يُعدَّل المقال
follow-for-digests = للموجزات فقط
follow-found-on = وُجدت في تلك الصفحة: { $address }
follow-filter = المرشِّح { $filter }
follow-from-now = لا يُنشر شيء مما تعرضه الآن؛ يُنشر ما يرد من الآن فصاعدًا. وتشمل الموجزات أحدث ما ورد في اليوم الأخير.
follow-others = تذكر تلك الصفحة خلاصات أخرى: { $addresses }
follow-undo = للتراجع: { $command }
follow-shows-nothing = لا تعرض شيئًا في الوقت الحالي.
follow-would-post = { $total ->
    [zero] لا تعرض أي مادة؛ عدد ما كان سيُنشر: { $count }.
    [one] من المادة الوحيدة التي تعرضها، عدد ما كان سيُنشر: { $count }.
    [two] من المادتين اللتين تعرضهما، عدد ما كان سيُنشر: { $count }.
    [few] من { $total } مواد تعرضها، عدد ما كان سيُنشر: { $count }.
    [many] من { $total } مادة تعرضها، عدد ما كان سيُنشر: { $count }.
   *[other] من { $total } مادة تعرضها، عدد ما كان سيُنشر: { $count }.
 }
follow-all-open = { $total ->
    [zero] لا تعرض أي مادة:
    [one] المادة الوحيدة التي تعرضها يتوقف نشرها على مقالها:
    [two] من المادتين اللتين تعرضهما، يتوقف نشر ما يجتاز على مقاله:
    [few] من { $total } مواد تعرضها، يتوقف نشر ما يجتاز على مقاله:
    [many] من { $total } مادة تعرضها، يتوقف نشر ما يجتاز على مقاله:
   *[other] من { $total } مادة تعرضها، يتوقف نشر ما يجتاز على مقاله:
 }
follow-newest-would-post = { $total ->
    [zero] لا مواد لديها؛ عدد ما كان سيُنشر: { $count }.
    [one] من مادتها الوحيدة، عدد ما كان سيُنشر: { $count }.
    [two] من أحدث مادتين لديها، عدد ما كان سيُنشر: { $count }.
    [few] من أحدث { $total } مواد لديها، عدد ما كان سيُنشر: { $count }.
    [many] من أحدث { $total } مادة لديها، عدد ما كان سيُنشر: { $count }.
   *[other] من أحدث { $total } مادة لديها، عدد ما كان سيُنشر: { $count }.
 }
follow-newest-all-open = { $total ->
    [zero] لا مواد لديها:
    [one] مادتها الوحيدة يتوقف نشرها على مقالها:
    [two] من أحدث مادتين لديها، يتوقف نشر ما يجتاز على مقاله:
    [few] من أحدث { $total } مواد لديها، يتوقف نشر ما يجتاز على مقاله:
    [many] من أحدث { $total } مادة لديها، يتوقف نشر ما يجتاز على مقاله:
   *[other] من أحدث { $total } مادة لديها، يتوقف نشر ما يجتاز على مقاله:
 }
follow-open = { $count ->
    [zero] لا شيء يُقرَّر عند قراءة مقاله، بحسب { $rules }
    [one] مادة واحدة يُقرَّر أمرها عند قراءة مقالها، بحسب { $rules }
    [two] مادتان يُقرَّر أمرهما عند قراءة مقاليهما، بحسب { $rules }
    [few] { $count } مواد يُقرَّر أمرها عند قراءة مقالاتها، بحسب { $rules }
    [many] { $count } مادة يُقرَّر أمرها عند قراءة مقالاتها، بحسب { $rules }
   *[other] { $count } مادة يُقرَّر أمرها عند قراءة مقالاتها، بحسب { $rules }
 }
follow-filtered = { $count ->
    [zero] لا شيء استبعدته القاعدة { $rule }
    [one] مادة واحدة استبعدتها القاعدة { $rule }
    [two] مادتان استبعدتهما القاعدة { $rule }
    [few] { $count } مواد استبعدتها القاعدة { $rule }
    [many] { $count } مادة استبعدتها القاعدة { $rule }
   *[other] { $count } مادة استبعدتها القاعدة { $rule }
 }
follow-source-added = أُضيف المصدر
follow-new-token = رمز جديد
follow-token-renewed = الخلاصة { $number } هنا. لم يعد للرمز السابق أي قيمة.
follow-token = رمزها، ولا يُعرض إلا الآن؛ ولا يمكن لأحد الاطلاع عليه لاحقًا:
follow-sent-to = تُرسل المقالات، ما دام البوت يعمل، إلى { $address }. للتجربة:
follow-token-lost = إن ضاع الرمز أو رآه آخرون: { $command }
follow-refiltered = تغيّر المرشِّح
follow-number-in = الخلاصة { $number } · { $name } في { $channel }
follow-no-filter = لم يعد لها مرشِّح.
follow-holds = يسري على ما يرد من الآن فصاعدًا، وعلى ما لا يزال ينتظر القراءة.
follow-feeds = الخلاصات
follow-feeds-counted = الخلاصات · { $count }
follow-none = لا خلاصة متابَعة هنا. للبدء: { $command }
follow-what-became = مصير المواد: { $command }
follow-older-ones = الأقدم: { $command }
follow-removed = أُزيلت الخلاصة
follow-no-more = لم تعد الخلاصة { $number } · { $name } متابَعة في { $channel }.
follow-token-worthless = لم يعد رمزها صالحًا.
follow-paused = أُوقفت الخلاصة مؤقتًا
follow-posts-nothing = لا تنشر الخلاصة { $number } · { $name } شيئًا في { $channel } في الوقت الحالي؛ وما يرد في هذه الأثناء لا يُعوَّض.
follow-resumed = استؤنفت الخلاصة
follow-posts-again = تنشر الخلاصة { $number } · { $name } في { $channel } من جديد.
follow-silent-now = لا تستجيب في الوقت الحالي: { $reason }
follow-no-reason = السبب غير معروف
follow-why = مصير المواد
follow-nothing-yet = لم يرد منها شيء بعد.
follow-nothing-more = لا مزيد.
follow-another = خلاصة أخرى
follow-older = الأقدم ›
follow-importing = استيراد الخلاصات
follow-progress = { $done } من { $total }
follow-imported = استُوردت الخلاصات
follow-imported-now = { $total ->
    [zero] لا خلاصات؛ المتابَع من الآن فصاعدًا: { $count }.
    [one] من خلاصة واحدة، المتابَع من الآن فصاعدًا: { $count }.
    [two] من خلاصتين، المتابَع من الآن فصاعدًا: { $count }.
    [few] من { $total } خلاصات، المتابَع من الآن فصاعدًا: { $count }.
    [many] من { $total } خلاصة، المتابَع من الآن فصاعدًا: { $count }.
   *[other] من { $total } خلاصة، المتابَع من الآن فصاعدًا: { $count }.
 }
follow-imported-known = { $count ->
    [zero] لم تكن أي منها متابَعة هنا من قبل.
    [one] كانت واحدة متابَعة هنا من قبل.
    [two] كانت اثنتان متابَعتين هنا من قبل.
    [few] كانت { $count } متابَعة هنا من قبل.
    [many] كانت { $count } متابَعة هنا من قبل.
   *[other] كانت { $count } متابَعة هنا من قبل.
 }
follow-imported-failed = تعذّرت إضافة { $count }:
follow-imported-more = و{ $count } غيرها تعذّرت إضافتها
follow-minutes = كل { $count } د
follow-hours = كل { $count } س
follow-untitled = بلا عنوان
follow-resting = متوقفة مؤقتًا
follow-last-item = آخر مادة: { $when }
follow-nothing-new = لا جديد بعد
follow-filtered-by = المرشِّح { $filter }
follow-cannot-post = ⚠ يتعذّر النشر: { $reason } · { $command }
follow-sends-none = ترسل مقالاتها · لم يرد أي منها بعد
follow-sends-healthy = سليمة · ترسل مقالاتها
follow-sends = ترسل مقالاتها
follow-not-looked = لم تُفحص بعد
follow-healthy = سليمة · تُفحص { $cadence }
follow-failing = ⚠ متعثرة
follow-given-up = ⚠ متروكة
follow-since = { $state } منذ { $when }
follow-because = { $state }: { $reason }
follow-again = تُعاد المحاولة { $cadence }
follow-again-at = تُعاد المحاولة: { $when }
follow-fate = { $fate ->
    [waiting] تنتظر القراءة
    [posted] نُشرت
    [sending] في طريقها إلى النشر
    [digest] محفوظة للموجزات
    [filtered] مستبعدة
    [duplicate] مكررة
    [old] قديمة
    [paused] لم تُنشر: كانت الخلاصة متوقفة
    [held] محتجزة
    [followup] تنتظر متابعة خبرها
    [unchanged] لا جديد في خبرها
   *[failed] أخفقت
 }
follow-fate-filtered = استبعدتها القاعدة { $rule }
follow-fate-because = { $fate }: { $detail }
follow-seen = وردت: { $when }
follow-desk-feeds = الخلاصات
follow-desk-received = الوارد
follow-desk-failing = متعثرة
follow-desk-cannot-post = يتعذّر النشر
follow-desk-waiting = قيد الانتظار
follow-desk-last = آخر موجز
follow-desk-next = الموجز التالي
follow-desk-none = لا خلاصة متابَعة
follow-desk-healthy = { $count ->
    [zero] لا سليمة
    [one] واحدة سليمة
    [two] اثنتان سليمتان
    [few] { $count } سليمة
    [many] { $count } سليمة
   *[other] { $count } سليمة
 }
follow-desk-of-failing = { $healthy }، { $count ->
    [zero] لا متعثرة
    [one] واحدة متعثرة
    [two] اثنتان متعثرتان
    [few] { $count } متعثرة
    [many] { $count } متعثرة
   *[other] { $count } متعثرة
 }
follow-desk-failing-more = { $count } غيرها، انظر { $command }
follow-desk-sources = { $count ->
    [zero] لا ترسل أي منها مقالاتها
    [one] واحدة منها ترسل مقالاتها
    [two] اثنتان منها ترسلان مقالاتهما
    [few] { $count } منها ترسل مقالاتها
    [many] { $count } منها ترسل مقالاتها
   *[other] { $count } منها ترسل مقالاتها
 }
follow-desk-sources-none = { $sources }؛ لم يرد أي منها بعد
follow-desk-sources-last = { $sources }؛ آخر ما ورد: { $when }
follow-desk-to-read = { $count } للقراءة
follow-desk-to-post = { $count } للنشر
follow-desk-nothing = لا شيء
follow-desk-held = { $queue }؛ المحتجز: { $count }
follow-desk-waits = { $waiting }، منذ { $lag }
follow-desk-waits-oldest = { $waiting }، أقدمها منذ { $lag }
follow-desk-moment = أقل من دقيقة
follow-desk-minutes = { $count } د
follow-desk-hours = { $count } س
follow-date = { $day } { $month ->
    [jan] يناير
    [feb] فبراير
    [mar] مارس
    [apr] أبريل
    [may] مايو
    [jun] يونيو
    [jul] يوليو
    [aug] أغسطس
    [sep] سبتمبر
    [oct] أكتوبر
    [nov] نوفمبر
   *[dec] ديسمبر
 } { $year }
follow-shown-before = كانت الخلاصة تعرضها حين أُضيفت.
follow-dated-back = تاريخها { $date }، أي قبل ظهورها بأكثر من { $days ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }.
follow-dated-before = تاريخها { $date }، أي قبل إضافة هذه الخلاصة.
follow-flood = وردت مع { $others ->
    [zero] لا شيء غيرها
    [one] مادة أخرى
    [two] مادتين أخريين
    [few] { $others } مواد أخرى
    [many] { $others } مادة أخرى
   *[other] { $others } مادة أخرى
 } دفعة واحدة، ولا يُنشر إلا أحدث { $most }.
follow-changed = تغيّرت الخلاصة
follow-follow-ups-now = يأتي جديد الخبر المنشور { $place ->
    [none] في منشورات مستقلة
    [reply] ردًا على منشوره
   *[thread] في موضوع منشوره
 }.
follow-follow-ups = { $place ->
    [none] المتابعات في منشورات مستقلة
    [reply] المتابعات ردودًا
   *[thread] المتابعات في المواضيع
 }
follow-mentions = تشير إلى { $role }
follow-mentions-limited = تشير إلى { $role }، مرة واحدة في الساعة على الأكثر و{ $day ->
    [zero] { $day } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $day } مرات
    [many] { $day } مرة
   *[other] { $day } مرة
 } في اليوم
follow-tagged = الوسم { $tag }
follow-pictures = مع صور العناوين
