# التشغيل الأول في الطرفية (`attache setup`): الرمز المميز والدعوة وما يلي.

wizard-begin = يصل هذا الأمر Attaché بـ Discord. لا يُطلب سوى شيء واحد هو الرمز المميز للبوت، ويُحفظ في { $file } في هذا المجلد. يوقفه Ctrl-C، ويمكنك تشغيله من جديد متى شئت.
wizard-where = افتح { $portal } واختر New Application (أو تطبيقًا لديك)، ثم Bot ثم Reset Token ثم Copy.
wizard-ask = الصق الرمز المميز (لن يظهر) واضغط Enter:
wizard-ask-again = الصق الرمز المميز (لن يظهر)، أو اضغط Enter للإبقاء على الحالي:
wizard-checking = يجري التحقق منه لدى Discord…
wizard-empty = لم يُعطَ رمز مميز.
    .step = انسخه من بوابة المطورين (Bot ثم Reset Token) والصقه.
wizard-is-id = هذا رقم، كمعرّف التطبيق، وليس الرمز المميز.
    .step = انسخ الرمز المميز من بوابة المطورين (Bot ثم Reset Token).
wizard-is-key = هذا هو المفتاح العام للتطبيق، وليس الرمز المميز.
    .step = انسخ الرمز المميز من بوابة المطورين (Bot ثم Reset Token).
wizard-is-none = هذا ليس رمزًا مميزًا لبوت، فالرمز ثلاثة أجزاء تفصل بينها نقاط.
    .step = انسخه من بوابة المطورين (Bot ثم Reset Token، لا OAuth2 ثم Client Secret).
wizard-known = { $count ->
    [zero] يقبل Discord الرمز المميز: وهو لـ { $name }، وليس في أي خادم بعد ({ $count }).
    [one] يقبل Discord الرمز المميز: وهو لـ { $name }، الموجود في خادم واحد ({ $count }).
    [two] يقبل Discord الرمز المميز: وهو لـ { $name }، الموجود في خادمين ({ $count }).
    [few] يقبل Discord الرمز المميز: وهو لـ { $name }، الموجود في { $count } خوادم.
    [many] يقبل Discord الرمز المميز: وهو لـ { $name }، الموجود في { $count } خادمًا.
   *[other] يقبل Discord الرمز المميز: وهو لـ { $name }، الموجود في { $count } خادم.
 }
wizard-written = حُفظ الرمز المميز في { $file } الذي لا يقرؤه سواك.
wizard-in-environment = هذا الرمز المميز مضبوط في البيئة أصلًا، فلم يُغيَّر أي ملف.
wizard-overridden = لكن في البيئة DISCORD_TOKEN آخر يتقدّم على { $file }: أزِله منها.
wizard-invite = ادعُ البوت: افتح { $address } واختر خادمك.
wizard-permissions = لا يطلب الرابط إلا هذه الأذونات: { $names }.
wizard-switches = المفاتيح في بوابة المطورين: intents في { $bot } والتثبيت في { $installation }.
wizard-run = بعد ذلك شغّل البوت واتركه يعمل: { $command }
wizard-then = ثم اكتب /help في خادمك.
wizard-stopped = توقّف. للمتابعة شغّل { $command } من جديد.
