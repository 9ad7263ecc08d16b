# Links, pages and files that cannot be read: what is wrong with them, and what to do next.

sources-too-long = هذا العنوان أطول من الحد المسموح به (عدد المحارف: { $limit }).
    .step = أعطِ الرابط المباشر للمقال.
sources-port = يستخدم هذا العنوان المنفذ { $port }، ولا توجد صفحات ويب عليه.
    .step = أعطِ الرابط المعتاد للمقال.
# Not contacted by the address guard; the place is sources-place.
sources-refused = يقود هذا العنوان إلى { $place }، وهذا البوت لا يتصل به.
    .step = أعطِ رابطًا يستطيع أي شخص على الإنترنت فتحه، أو الصق نص المقال.
sources-place = { $kind ->
    [itself] هذا الجهاز نفسه
    [link-local] عنوان محلي للوصلة (حيث تحفظ الخدمات السحابية بياناتها الوصفية)
    [multicast] عنوان بث متعدد
    [private] شبكة خاصة
   *[reserved] عنوان محجوز
 }
sources-scheme = لا يمكن قراءة إلا العناوين التي تبدأ بـ `http://` أو `https://`.
    .step = أعطِ رابط المقال على الويب.
sources-credentials = يحتوي هذا العنوان على اسم مستخدم أو كلمة مرور.
    .step = أعطِ الرابط من دون الجزء الذي يسبق علامة @.
sources-unusable = هذا ليس عنوان ويب صالحًا للاستخدام.
    .step = انسخ رابط المقال من المتصفح.
sources-elsewhere-unusable = وهو ليس عنوان ويب صالحًا للاستخدام.
sources-slow = لم يرسل هذا الموقع { $thing ->
    [feed] الخلاصة
   *[page] الصفحة
 } خلال المهلة (بالثواني: { $seconds }).
    .step = أعد المحاولة لاحقًا، أو الصق نص المقال.
sources-redirects-endlessly = يعيد هذا العنوان التوجيه مرات أكثر من الحد ({ $count }).
    .step = افتح الرابط في متصفح للتحقق منه.
sources-too-large = { $thing ->
    [feed] هذه الخلاصة
   *[page] هذه الصفحة
 } أكبر من الحد البالغ { $limit } ميغابايت.
    .step = { $thing ->
        [feed] اطلب من ناشرها خلاصة أقصر، أو أضف خلاصة أخرى من خلاصاته.
       *[page] الصق الجزء المهم من النص.
     }
sources-no-name-server = لا يجيب أي خادم أسماء عن اسم هذا الموقع.
    .step = تحقق من الشبكة، أو أعد المحاولة لاحقًا.
sources-no-site = لا يوجد موقع بهذا الاسم.
    .step = تحقق من كتابة الرابط.
sources-certificate = شهادة هذا الموقع غير صالحة، فلا يمكن الوثوق بما يُقرأ فيه.
    .step = افتح الرابط في متصفح للتحقق منه.
sources-no-secure-connection = لا يمكن إنشاء اتصال آمن بهذا الموقع.
    .step = افتح الرابط في متصفح للتحقق منه.
sources-connection-refused = يرفض هذا الموقع الاتصالات.
    .step = أعد المحاولة لاحقًا، أو الصق نص المقال.
sources-unreachable = يتعذر الوصول إلى هذا الموقع.
    .step = أعد المحاولة لاحقًا، أو الصق نص المقال.
sources-broken-off = قطع هذا الموقع الاتصال قبل اكتمال الصفحة.
    .step = أعد المحاولة لاحقًا، أو الصق نص المقال.
sources-incomprehensible = لا يمكن فهم إجابة هذا الموقع.
    .step = افتح الرابط في متصفح للتحقق منه.
# The reason is a sentence of its own.
sources-redirected = { $thing ->
    [feed] هذه الخلاصة
   *[page] هذه الصفحة
 } تعيد التوجيه إلى مكان آخر. { $why }
    .step = { $thing ->
        [feed] أعطِ رابط الخلاصة نفسها.
       *[page] أعطِ رابط المقال نفسه.
     }
# What a body of bytes is instead of a page; said where the messages below name it.
sources-kind = { $kind ->
    [pdf] مستند PDF
    [image] صورة
    [image-or-recording] صورة أو تسجيل
    [archive-or-office] أرشيف ملفات أو مستند مكتبي
    [office] مستند مكتبي
    [compressed] ملف مضغوط
    [archive] أرشيف ملفات
    [recording] تسجيل صوتي
    [video] مقطع فيديو
    [program] برنامج
    [font] خط طباعي
    [json] بيانات (JSON) لا صفحة
    [xml] بيانات (XML) لا صفحة
    [feed] خلاصة أخبار لا مقال
    [table] جدول بيانات
    [style] ورقة أنماط
    [download] ملف للتنزيل
    [untyped] محتوى من نوع غير معروف
   *[file] ملف من نوع غير معروف
 }
sources-kind-of-type = محتوى من النوع { $type }
sources-foreign-address = محتوى هذا العنوان: { $what }، ولا تُقرأ إلا الصفحات والنصوص العادية.
    .step = أعطِ رابط صفحة المقال، أو الصق نصه.
sources-foreign-page = هذا { $what }، ولا تُقرأ إلا الصفحات والنصوص العادية.
    .step = افتحه في متصفح والصق نص المقال بدلًا من ذلك.
sources-foreign-file = هذا الملف في حقيقته { $what }، أيًّا كان اسمه.
    .step = ارفع المقال نصًّا.
# When to try again: the end of the steps below.
sources-later = لاحقًا
sources-in-seconds = بعد { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
 }
sources-in-minutes = بعد { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
 }
sources-in-hours = بعد { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
 }
sources-throttled = يطلب هذا الموقع عددًا أقل من الطلبات (رمز الحالة { $status }).
    .step = أعد المحاولة { $when }.
sources-overloaded = هذا الموقع مثقل بالطلبات أو قيد الصيانة (رمز الحالة { $status }).
    .step = أعد المحاولة { $when }.
sources-barred = لا يسمح هذا الموقع للبوت بقراءة { $thing ->
    [feed] هذه الخلاصة
   *[page] هذه الصفحة
 }: اشتراك مدفوع أو تسجيل دخول أو حجب للبرامج (رمز الحالة { $status }).
    .step = { $thing ->
        [feed] اسأل ناشرها كيف يمكن للبرامج قراءتها، أو أضف خلاصة أخرى.
       *[page] افتحها في متصفح والصق نص المقال بدلًا من ذلك.
     }
sources-payment-required = { $thing ->
    [feed] هذه الخلاصة
   *[page] هذه الصفحة
 } متاحة للمشتركين فقط (رمز الحالة { $status }).
    .step = { $thing ->
        [feed] اسأل ناشرها كيف يمكن للبرامج قراءتها، أو أضف خلاصة أخرى.
       *[page] افتحها في متصفح والصق نص المقال بدلًا من ذلك.
     }
sources-withheld = { $thing ->
    [feed] هذه الخلاصة
   *[page] هذه الصفحة
 } محجوبة لأسباب قانونية (رمز الحالة { $status }).
    .step = { $thing ->
        [feed] اسأل ناشرها كيف يمكن للبرامج قراءتها، أو أضف خلاصة أخرى.
       *[page] افتحها في متصفح والصق نص المقال بدلًا من ذلك.
     }
sources-not-found = لا توجد { $thing ->
    [feed] خلاصة
   *[page] صفحة
 } في هذا العنوان (رمز الحالة { $status }).
    .step = تحقق من الرابط؛ فربما انتقلت { $thing ->
        [feed] الخلاصة
       *[page] الصفحة
     } إلى عنوان آخر.
sources-repeat = يطلب هذا الموقع تكرار الطلب (رمز الحالة { $status }).
    .step = أعد المحاولة لاحقًا.
sources-fault = في هذا الموقع نفسه خلل (رمز الحالة { $status }).
    .step = أعد المحاولة لاحقًا.
sources-no-answer = لم يجب هذا الموقع { $thing ->
    [feed] بخلاصة
   *[page] بصفحة
 } (رمز الحالة { $status }).
    .step = افتح الرابط في متصفح للتحقق منه.
sources-empty-page = هذه الصفحة فارغة.
    .step = افتح الرابط في متصفح للتحقق منه.
sources-paywall = هذه الصفحة متاحة للمشتركين فقط: ليس فيها سوى بداية المقال.
    .step = افتحها في متصفح والصق نص المقال بدلًا من ذلك.
sources-too-many-tags = عدد الوسوم في هذه الصفحة { $tags }، والحد الأقصى { $limit }.
    .step = الصق الجزء المهم من النص.
sources-no-article = لم يُعثر على مقال في هذه الصفحة.
    .step = أعطِ رابط المقال نفسه، أو الصق نصه.
sources-text-short = هذا النص أقصر من أن يُقرأ.
    .step = الصق مقالًا كاملًا، أو أعطِ رابطًا إلى مقال.
sources-text-long = عدد محارف هذا النص { $characters }، والحد الأقصى { $limit }.
    .step = أعطِ الجزء المهم.
sources-file-kinds = لا تُقرأ إلا الملفات التي تنتهي أسماؤها بـ `.txt` أو `.md` أو `.html` أو `.htm`.
    .step = احفظ المقال بإحدى هذه الصيغ.
sources-file-large = هذا الملف أكبر من الحد البالغ { $limit } ميغابايت.
    .step = ارفع الجزء المهم.
