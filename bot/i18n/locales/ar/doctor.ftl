# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] سليم
    [warn] تنبيه
   *[fail] خلل
 }
doctor-subject = { $subject ->
    [archive] الأرشيف
    [commands] الأوامر
    [data] البيانات
    [installs] التثبيت
    [intents] intents
    [model] النموذج
    [network] الشبكة
    [python] python
    [running] التشغيل
    [server] الخادم
    [settings] الإعدادات
   *[token] الرمز
 }
doctor-settings = البيئة وملف .env صالحان للاستخدام.
doctor-python = Python { $version }.
doctor-python-untested = ليس Python { $version } من الإصدارات المختبَرة.
    .step = استخدم Python من 3.11 إلى 3.14.
doctor-data = يمكن الكتابة في { $folder }.
doctor-data-locked = لا يمكن الكتابة في { $folder }: { $reason }.
    .step = اجعل ATTACHE_DATA_DIR مجلدًا تملكه.
doctor-archive = { $count ->
    [zero] لا مقالات؛ قاعدة البيانات سليمة.
    [one] مقال واحد؛ قاعدة البيانات سليمة.
    [two] مقالان؛ قاعدة البيانات سليمة.
    [few] { $count } مقالات؛ قاعدة البيانات سليمة.
    [many] { $count } مقالًا؛ قاعدة البيانات سليمة.
   *[other] { $count } مقال؛ قاعدة البيانات سليمة.
 }
doctor-archive-damaged = الأرشيف تالف: { $damage }.
    .step = استعِده من نسخة احتياطية.
doctor-model = { $version }: الملفات هي ملفات الإصدار المنشور؛ وتُقرأ الجملة في { $took } مللي ثانية.
doctor-languages = لغات أخرى ({ $count }): الملفات هي ملفات الإصدار المنشور؛ وتُقرأ الجملة في { $took } مللي ثانية.
doctor-model-blind = لا يجد القارئ أحدًا في اقتباس بسيط.
    .step = أعد تثبيت البرنامج.
doctor-network = يمكن جلب { $page }.
doctor-network-none = لا يمكن جلب { $page }: { $reason }
    .step = تحقق من الاتصال وخدمة الأسماء وجدار الحماية. تُقرأ النصوص والملفات من دون شبكة.
doctor-token-none = لم يُضبط DISCORD_TOKEN: لا تعمل إلا الطرفية.
    .step = لتشغيل البوت على Discord شغّل `python -m bot setup`: انظر README، “On Discord”.
doctor-token-silent = لا يمكن سؤال Discord عن الرمز.
    .step = حاول لاحقًا.
doctor-token-refused = لا يقبل Discord الرمز.
    .step = انسخه من جديد من بوابة المطورين (Bot, Reset Token) إلى DISCORD_TOKEN.
doctor-token-status = يجيب Discord بالحالة { $status }.
    .step = حاول لاحقًا.
doctor-token = { $count ->
    [zero] يعرفه Discord باسم { $name }، وليس في أي خادم.
    [one] يعرفه Discord باسم { $name }، في خادم واحد.
    [two] يعرفه Discord باسم { $name }، في خادمين.
    [few] يعرفه Discord باسم { $name }، في { $count } خوادم.
    [many] يعرفه Discord باسم { $name }، في { $count } خادمًا.
   *[other] يعرفه Discord باسم { $name }، في { $count } خادم.
 }
doctor-token-uninvited = يعرفه Discord باسم { $name }، وليس في أي خادم بعد.
    .step = ادعُه: { $address }
doctor-endpoint = تذهب الأوامر إلى عنوان للتفاعلات، فلا تصل إلى البوت أبدًا.
    .step = أفرغ “Interactions Endpoint URL” في بوابة المطورين (General Information).
doctor-not-personal = لا يستطيع الأشخاص تثبيت البوت لأنفسهم.
    .step = فعّل “User Install” في بوابة المطورين (Installation).
doctor-intents = لم يُفعَّل أي من intents المميّزة؛ ولا حاجة إلى أي منها.
doctor-intents-unused = فُعّلت intents مميّزة لا يستخدمها Attaché أبدًا: { $names }.
    .step = عطّلها في بوابة المطورين (Bot).
doctor-lacks = في { $server } يفتقر البوت إلى: { $permissions }.
    .step = امنح دوره هذه الصلاحيات، أو ادعُه من جديد.
