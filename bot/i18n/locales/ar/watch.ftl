# Watches: what a person is told of as it happens. The article's own words are never here.

watch-interest-both = { $speaker } بشأن { $topic }
watch-interest-topic = أيًّا كان بشأن { $topic }
watch-stop = إيقاف هذا الرصد
watch-stop-number = إيقاف الرصد { $number }
watch-events = { $count ->
    [zero] لا أحداث مرصودة
    [one] حدث مرصود واحد
    [two] حدثان مرصودان
    [few] { $count } أحداث مرصودة
    [many] { $count } حدثًا مرصودًا
   *[other] { $count } حدث مرصود
 }
watch-of = الرصد { $named }
watch-outlets = { $count ->
    [zero] لا تنقله وسيلة إعلامية: { $names }
    [one] تنقله وسيلة إعلامية واحدة: { $names }
    [two] تنقله وسيلتان إعلاميتان: { $names }
    [few] تنقله { $count } وسائل إعلامية: { $names }
    [many] تنقله { $count } وسيلة إعلامية: { $names }
   *[other] تنقله { $count } وسيلة إعلامية: { $names }
 }
watch-closed-title = رصد متوقف مؤقتًا
watch-closed-told = لدى أحدهم هنا رصد يرسل رسائل مباشرة، ولا أستطيع إرسال أي منها إليه. إن كان رصدك: اسمح بالرسائل المباشرة من أعضاء هذا الخادم، ثم أعد الأمر `/watch add` نفسه. يعرض `/watch list` ما هو متوقف.
watch-closed = لم أتمكن من إرسال رسائل مباشرة إليك
watch-title = بدأ الرصد
watch-set-up = الرصد { $number } · { $interest }، { $where }.
watch-once = من الآن فصاعدًا تنبيه واحد لكل حدث ولكل متحدث، مهما تعددت وسائل الإعلام التي تنقله.
watch-undo = للتراجع: { $command }
watch-list = عمليات الرصد لديك
watch-list-counted = عمليات الرصد لديك · { $count }
watch-none = لا ترصد شيئًا. للبدء: { $command }
watch-removed = أُزيل الرصد
watch-ended = الرصد { $number } · { $interest } لن ينبّه بعد الآن.
watch-matched-gone = طابق رصدًا أُزيل بعد ذلك.
watch-matched-yours = طابق رصدك { $number } · { $interest }.
watch-matched-others = طابق رصدًا لأحد الأعضاء هنا · { $interest }.
watch-to-stop = لإيقافه: { $command }
watch-found = وُجد: { $when }
watch-told-once = { $count ->
    [zero] لا وسيلة إعلامية تنقل الخبر: { $names }. يُنبَّه إليه مرة واحدة.
    [one] تنقل الخبر وسيلة إعلامية واحدة: { $names }. يُنبَّه إليه مرة واحدة.
    [two] تنقل الخبر وسيلتان إعلاميتان: { $names }. يُنبَّه إليه مرة واحدة.
    [few] تنقل الخبر { $count } وسائل إعلامية: { $names }. يُنبَّه إليه مرة واحدة.
    [many] تنقل الخبر { $count } وسيلة إعلامية: { $names }. يُنبَّه إليه مرة واحدة.
   *[other] تنقل الخبر { $count } وسيلة إعلامية: { $names }. يُنبَّه إليه مرة واحدة.
 }
watch-direct = برسالة مباشرة
watch-in = في { $channel }
watch-alerts = { $count ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
 }
watch-no-alert = لا تنبيه بعد
watch-last = آخرها: { $when }
watch-paused = ⚠ متوقف: { $reason } · للمتابعة: { $command }
