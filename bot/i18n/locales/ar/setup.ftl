# إعداد الخادم في خطوة واحدة، وأول الكلام في خادم جديد.

setup-title = الإعداد
setup-channel = القناة
setup-language = اللغة
setup-zone = المنطقة الزمنية
setup-pack = المصادر
setup-time = الموجز اليومي عند
setup-sources = { $count ->
    [zero] لا مصادر ({ $count })
    [one] مصدر واحد ({ $count })
    [two] مصدران ({ $count })
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
 }
setup-carry = { $total ->
    [zero] لا مصادر (أجاب { $count } من { $total }).
    [one] ما في المصدر الآن (أجاب { $count } من { $total })؛ ومنه يؤخذ الموجز الأول:
    [two] ما في المصدرين الآن (أجاب { $count } من { $total })؛ ومنهما يؤخذ الموجز الأول:
    [few] ما في المصادر الآن (أجاب { $count } من { $total })؛ ومنها يؤخذ الموجز الأول:
    [many] ما في المصادر الآن (أجاب { $count } من { $total })؛ ومنها يؤخذ الموجز الأول:
   *[other] ما في المصادر الآن (أجاب { $count } من { $total })؛ ومنها يؤخذ الموجز الأول:
 }
setup-carry-none = لم يجب الآن أي من مصادرها البالغ عددها { $total }. تحقق من الشبكة وحاول مجددًا، أو اختر مجموعة أخرى.
setup-begin = أعِدّ
setup-preview = معاينة
setup-nothing-yet = لا يتغير شيء حتى تختار «أعِدّ»
setup-confirm = للإعداد: { $command }
setup-done = تم الإعداد
setup-try = لرؤية موجز قبل موعده: { $command }
setup-undo = تراجع
setup-undo-by = للتراجع: { $command }
setup-undone = تم التراجع
setup-undone-feeds = { $count ->
    [zero] لم تُزل أي خلاصة ({ $count }).
    [one] أُزيلت خلاصة واحدة ({ $count }).
    [two] أُزيلت خلاصتان ({ $count }).
    [few] أُزيلت { $count } خلاصات.
    [many] أُزيلت { $count } خلاصة.
   *[other] أُزيلت { $count } خلاصة.
 }
setup-undone-digest = أُزيل الموجز.
setup-undone-settings = اللغة والمنطقة الزمنية كما كانتا.
setup-undo-unknown = هذا لا يدل على أي إعداد.
    .step = انسخه من جواب ⁦setup⁩.
setup-nothing-answered = لم يجب أي مصدر من هذه المجموعة، فلم يتغير شيء.
    .step = حاول لاحقًا أو اختر مجموعة أخرى.
setup-welcome = مرحبًا، أنا Attaché
setup-welcome-managers = إن كنت تدير هذا الخادم فاكتب **⁦/setup⁩**: اختر قناة ومصادر، فيأتي موجز كل صباح.
setup-welcome-everybody = يمكن للجميع أن يعطوني مقالة: **⁦/summarize⁩** و**⁦/whosaid⁩** يجيبان بكلماتها. والمزيد في **⁦/help⁩**.
setup-welcome-once = يقال هذا مرة واحدة
