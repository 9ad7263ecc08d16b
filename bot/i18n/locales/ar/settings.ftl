# Settings, and being forgotten.

settings-language-unknown = لا أتكلم { $asked }.
    .step = اختر إحدى هذه اللغات: { $names }.
settings-language = اللغة
settings-my-language-effect = بها ما تراه أنت وحدك
settings-my-language-unset = لغة Discord لديك
settings-my-language-terminal = لغة هذه الطرفية
settings-server-language-effect = بها الموجزات والمنشورات والإجابات التي يراها الجميع
settings-server-language-unset = الإنجليزية، وللإجابات لغة السائل
settings-mine = إعداداتك
settings-server = إعدادات هذا الخادم
settings-zone = المنطقة الزمنية
settings-my-zone-effect = وهي لساعات الهدوء لديك
settings-server-zone-effect = للموجزات المجدولة التي لا تحدد منطقة
settings-quiet = ساعات الهدوء
settings-my-quiet-effect = تنتظر تنبيهاتك انتهاءها
settings-server-quiet-effect = تنتظر انتهاءها التنبيهاتُ في القنوات هنا، والموجزاتُ التي تُجدوَل من الآن فصاعدًا
settings-attitudes = المواقف
settings-attitudes-effect = يُظهر عرض من قال ماذا أيضًا ما يُقال إن أشخاصًا يظنونه أو يريدونه
settings-style = نمط الموجزات
settings-style-name = { $style ->
    [short] مختصر
   *[full] كامل
 }
settings-style-effect = { $style ->
    [short] كل خبر في سطر
   *[full] الجمل الرئيسية والتصريحات لكل خبر
 }
settings-labels = وسم وسائل الإعلام
settings-labels-effect = تبيّن الموجزات أي وسائل إعلام تموّلها دولة أو تسيطر عليها
settings-none = لا شيء
settings-on = نعم
settings-off = لا
settings-to-change = للتغيير: { $command }
settings-delete-button = احذف كل بياناتي
settings-nothing-stored = لا شيء مخزَّن عنك
settings-nothing-to-delete = لا شيء لحذفه.
settings-nothing-was-there = لم يكن هناك شيء لحذفه.
settings-delete = حذف كل ما يخصك؟
settings-others-stay = يبقى ما قدّمه الآخرون أو أعدّوه، وكذلك المقالات من الخلاصات والروابط.
settings-to-delete = لحذف كل شيء: { $command }
settings-no-way-back = لا يمكن التراجع عن ذلك.
settings-deleted = تم الحذف
settings-nothing-left = لم يعد هناك شيء مخزَّن عنك.
settings-texts = { $count ->
    [zero] لا نصوص قدّمتها
    [one] نص واحد قدّمته، مع ما وُجد فيه
    [two] نصّان قدّمتهما، مع ما وُجد فيهما
    [few] { $count } نصوص قدّمتها، مع ما وُجد فيها
    [many] { $count } نصًّا قدّمته، مع ما وُجد فيه
   *[other] { $count } نص قدّمته، مع ما وُجد فيه
 }
settings-watches = { $count ->
    [zero] لا عمليات رصد
    [one] عملية رصد واحدة
    [two] عمليتا رصد
    [few] { $count } عمليات رصد
    [many] { $count } عملية رصد
   *[other] { $count } عملية رصد
 }
settings-alerts = { $count ->
    [zero] لا أحداث وجدها الرصد
    [one] حدث واحد وجده الرصد
    [two] حدثان وجدهما الرصد
    [few] { $count } أحداث وجدها الرصد
    [many] { $count } حدثًا وجده الرصد
   *[other] { $count } حدث وجده الرصد
 }
settings-records = { $count ->
    [zero] لا سجلات لإعداداتك
    [one] سجل واحد لإعداداتك
    [two] سجلّان لإعداداتك
    [few] { $count } سجلات لإعداداتك
    [many] { $count } سجلًّا لإعداداتك
   *[other] { $count } سجل لإعداداتك
 }
settings-set-up = { $count ->
    [zero] لا خلاصات أو موجزات أعددتها لخوادم
    [one] خلاصة واحدة أو موجز واحد أعددته لخادم: يبقى من دون معرّفك
    [two] خلاصتان أو موجزان أعددتها لخوادم: تبقى من دون معرّفك
    [few] { $count } خلاصات وموجزات أعددتها لخوادم: تبقى من دون معرّفك
    [many] { $count } خلاصة وموجزًا أعددتها لخوادم: تبقى من دون معرّفك
   *[other] { $count } خلاصة وموجز أعددتها لخوادم: تبقى من دون معرّفك
 }
settings-languages = اللغات
settings-languages-all = الكل
settings-my-languages-effect = تُستبعد المقالات بلغات أخرى من عمليات بحثك وإجاباتك وتنبيهاتك
settings-server-languages-effect = تُستبعد المقالات بلغات أخرى من الملخصات ومن التنبيهات في القنوات هنا
settings-pages = { $count ->
    [zero] { $count } من صفحات القنوات التي نشرتها: تتوقف عناوينها
    [one] صفحة قناة واحدة نشرتها ({ $count }): يتوقف عنوانها
    [two] صفحتا قناتين نشرتهما ({ $count }): يتوقف عنواناهما
    [few] { $count } صفحات قنوات نشرتها: تتوقف عناوينها
    [many] { $count } صفحة قناة نشرتها: تتوقف عناوينها
   *[other] { $count } صفحة قناة نشرتها: تتوقف عناوينها
 }
