# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = يقرأ Attaché الأخبار الدبلوماسية ويبيّن، بكلمات المقالات نفسها، من قال ماذا.
cli-examples = أمثلة:
cli-example-analyse = الملخص، لقراءة الإنسان
cli-example-json = الشيء نفسه ككائن JSON واحد
cli-example-batch = {"{\"id\", \"text\"}"} في كل سطر إدخال، وتحليل في كل سطر إخراج
cli-example-console = النموذج المرفق، ثم كل الأوامر في هذه الطرفية
cli-example-export = كل التصريحات، لجدول بيانات؛ ومجلد لموقع
cli-example-run = البوت؛ يحتاج إلى DISCORD_TOKEN
cli-example-backup = الأرشيف كله في ملف واحد؛ ويقرؤه restore من جديد
cli-commands = الأوامر
cli-console = كل الأوامر في هذه الطرفية، من دون Discord
cli-console-sample = البدء بملخص المقال النموذجي المرفق
cli-run = تشغيل البوت على Discord
cli-run-about = يشغّل البوت، أو إحدى عملياته: مع أرشيف على PostgreSQL تتقاسم العملَ عملياتٌ عدة على ما شئت من الأجهزة. المزيد في docs/operating.md.
cli-run-roles = ما تفعله هذه العملية، مفصولًا بفواصل: gateway، work، send، receive (الافتراضي: الكل)
cli-doctor = فحص الإعدادات والأرشيف والنموذج والشبكة والرمز؛ وبيان ما يلزم
cli-doctor-offline = ترك ما يحتاج إلى الشبكة
cli-analyse = قراءة مقال واحد، أو ملف نصوص
cli-analyse-about = يقرأ مقالًا ويعرض من قال ماذا. لا يُخزَّن شيء.
cli-analyse-target = ملف نصي أو HTML، أو عنوان ويب، أو - للإدخال القياسي
cli-analyse-batch = ملف (أو -) فيه {"{\"id\", \"text\"}"} في كل سطر؛ والإخراج بالترتيب نفسه
cli-analyse-json = إخراج كائن JSON واحد
cli-analyse-sentences = الجمل الرئيسية (الافتراضي: 5)
cli-analyse-workers = العمليات لأجل --batch (الافتراضي: واحدة لكل نواة)
cli-export = كتابة التصريحات بصيغة CSV أو JSON Lines أو كموقع يُفتح من مجلده
cli-export-about = يكتب ما في الأرشيف: من قال ماذا، وفي أي مقال. ويبقى في الداخل ما لصقه الأشخاص وما أرسلته المصادر لخادم واحد، ما لم يبيّن --owner صاحبه. المزيد في docs/export.md.
cli-export-out = ملف (csv أو jsonl)، أو مجلد (html)، أو - للإخراج القياسي
cli-export-format = الافتراضي: بحسب نهاية OUT، و csv للإخراج القياسي، وإلا html
cli-export-who = تصريحات شخص أو بلد أو هيئة أو منصب فقط
cli-export-words = ما فيه كل هذه الكلمات فقط؛ "عبارة"، كلمة*
cli-export-since = من هذا اليوم (UTC): ‏2026-03-01، 30d، March
cli-export-until = حتى نهاية هذا اليوم
cli-export-stories = مع ما يُعثر عليه، كل ما قيل غيره عن الأحداث نفسها
cli-export-attitudes = وأيضًا أفكار ورغبات لم يصرّح بها أحد
cli-export-confidence = أدنى ثقة (الافتراضي: ثقة البطاقات، 0.5)
cli-export-owner = وأيضًا المقالات الخاصة لـ discord:<user id> أو console
cli-export-bom = csv: البدء بالعلامة التي يعرف بها Excel ترميز UTF-8
cli-export-force = استبدال ما هو موجود في OUT
cli-too-few = يجب ألا يقل عن 1
cli-no-share = يجب أن يكون بين 0 و1
cli-paste = الصق المقال، ثم اضغط Ctrl-D في سطر فارغ.
cli-unreadable = تتعذّر قراءة { $path }: { $reason }.
    .step = أعطِ مسار ملف نصي أو HTML، أو عنوان ويب يبدأ بـ https://، أو - للإدخال القياسي.
cli-batch-unreadable = تتعذّر قراءة { $path }: { $reason }.
    .step = أعطِ مسار ملف JSON Lines.
cli-no-such-file = لا وجود لهذا الملف
cli-is-folder = هذا مجلد
cli-not-allowed = لا يُسمح بفتحه
cli-no-path = هذا ليس مسارًا صالحًا
cli-reading = قراءة
cli-texts = من النصوص
cli-bom-alone = الخيار --bom لصيغة CSV وحدها.
    .step = احذفه، أو أعطِ --format csv.
cli-site-needs-folder = يحتاج الموقع إلى مجلد.
    .step = أعطِ مساره بدلًا من -، أو --format csv أو jsonl.
cli-turned-round = قيمة --since بعد قيمة --until.
    .step = بدّل بينهما.
cli-alike = أسماء تشبه { $who }: { $names }
cli-written = { $count ->
    [zero] لا تصريحات إلى { $where }
    [one] تصريح واحد إلى { $where }
    [two] تصريحان إلى { $where }
    [few] { $count } تصريحات إلى { $where }
    [many] { $count } تصريحًا إلى { $where }
   *[other] { $count } تصريح إلى { $where }
 }
cli-standard-output = الإخراج القياسي
cli-damaged = { $count ->
    [zero] لم يُترك أي مقال تالف
    [one] تُرك مقال تالف واحد
    [two] تُرك مقالان تالفان
    [few] تُركت { $count } مقالات تالفة
    [many] تُرك { $count } مقالًا تالفًا
   *[other] تُرك { $count } مقال تالف
 }
cli-unmatched = { $count ->
    [zero] لم يُترك أي تصريح لا تطابق اقتباساته المقال
    [one] تُرك تصريح واحد لا تطابق اقتباساته المقال
    [two] تُرك تصريحان لا تطابق اقتباساتهما المقال
    [few] تُركت { $count } تصريحات لا تطابق اقتباساتها المقال
    [many] تُرك { $count } تصريحًا لا تطابق اقتباساته المقال
   *[other] تُرك { $count } تصريح لا تطابق اقتباساته المقال
 }
cli-exporting = تصدير
cli-statements = من التصريحات
cli-backup = كتابة الأرشيف كله في ملف واحد والبوت يعمل
cli-backup-about = يكتب حالة واحدة للأرشيف كله في ملف مضغوط، هو نفسه من SQLite و PostgreSQL. ويمكن أن يظل البوت عاملًا. في الملف ما لصقه الأشخاص وأعدّوه: احفظه بسرية الأرشيف نفسها.
cli-backup-out = ملف، أو - للإخراج القياسي
cli-backup-force = استبدال الملف الموجود في OUT
cli-restore = جعل نسخة احتياطية هي الأرشيف والبوت متوقف
cli-restore-about = يجعل نسخة احتياطية هي الأرشيف الذي تسمّيه الإعدادات، على SQLite أو PostgreSQL: كاملًا أو لا شيء.
cli-restore-in = ملف كتبه backup، أو - للإدخال القياسي
cli-restore-force = استبدال أرشيف غير فارغ
cli-move = نسخ الأرشيف من SQLite إلى PostgreSQL والبوت متوقف
cli-move-about = ينسخ الأرشيف الذي تسمّيه الإعدادات إلى قاعدة PostgreSQL فارغة ويقارن بينهما. وما توقف، كيفما انتهى، يُستأنف من حيث كان عند إعطاء الأمر نفسه من جديد.
cli-move-target = postgresql://user:password@host/name، أو - لقراءته من الإدخال القياسي
cli-move-afresh = إفراغ ما تركه نقل سابق هناك والبدء من جديد
cli-backed-up = { $count ->
    [zero] لا صفوف إلى { $where }
    [one] صف واحد إلى { $where }
    [two] صفّان إلى { $where }
    [few] { $count } صفوف إلى { $where }
    [many] { $count } صفًّا إلى { $where }
   *[other] { $count } صف إلى { $where }
 }
cli-restored = { $count ->
    [zero] لا صفوف؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
    [one] صف واحد؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
    [two] صفّان؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
    [few] { $count } صفوف؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
    [many] { $count } صفًّا؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
   *[other] { $count } صف؛ الأرشيف كما كان في { $day } الساعة { $time } UTC
 }
cli-restored-told = ما تعرضه الخلاصات الآن والموجزات المستحقة يُعدّ مُبلَّغًا: لا يُنشر شيء مرتين
cli-moved = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفّان
    [few] { $count } صفوف
    [many] { $count } صفًّا
   *[other] { $count } صف
 } من { $tables ->
    [zero] غير جداول
    [one] جدول واحد
    [two] جدولين
    [few] { $tables } جداول
    [many] { $tables } جدولًا
   *[other] { $tables } جدول
 }: في الجانبين الشيء نفسه
cli-moved-next = اضبط DATABASE_URL على العنوان الجديد؛ الملف القديم لم يتغير، ولا حاجة إليه بعد ذلك
cli-backup-no-text = النسخة الاحتياطية ليست نصًّا للطرفية.
    .step = أعطِ ملفًا، أو أرسلها إلى برنامج آخر.
cli-backup-folder = { $path } مجلد.
    .step = أعطِ ملفًا فيه.
cli-backup-there = { $path } موجود من قبل.
    .step = أعطِ ملفًا آخر، أو --force لاستبداله.
cli-backup-unreadable = تتعذّر قراءة { $path }: { $reason }.
    .step = أعطِ ملفًا كتبه `backup`.
cli-rows = من الصفوف
cli-analyse-why = شرح كيفية تحديد قائل التصريح N (من 1)
cli-why-missing = لا يحتوي هذا المقال على التصريح { $number }؛ عددها { $count }.
    .step = اذكر رقماً آخر.
cli-why-unread = لا يُقرأ من قال ماذا بلغة هذا المقال.
    .step = حلّله من دون --why.
cli-why-pronoun = من يقصده الضمير
cli-why-referent = من يقصده المصدر
cli-why-certainty = هل هذا الاسم صحيح
cli-why-stated_office = أي منصب مذكور بجانب الاسم
cli-why-described_office = أي وصف يخص هذا الشخص
cli-why-country = باسم أي دولة
cli-why-none = لا شيء
cli-why-nothing = لم يُستخدم أي مصنّف: النص يسمّي القائل.
# The catalogue of sources, for those who maintain it.
cli-catalogue = فحص أي مصادر الفهرس تجيب
cli-catalogue-check = ⁦check⁩: سؤال كل مصدر مرة واحدة
cli-catalogue-words = المصادر التي في أسمائها هذه الكلمات فقط
cli-catalogue-pack = مصادر مجموعة واحدة فقط
cli-catalogue-none = لا مصدر في الفهرس بهذه الكلمات.
    .step = أعطِ كلمات أخرى، أو لا شيء لفحص الكل.
cli-catalogue-checked = يجيب { $count } من { $total } من المصادر.
cli-setup = وصل البوت بـ Discord: الرمز المميز وملف الإعدادات والدعوة
cli-setup-about = يصل البوت بـ Discord: يطلب رمزه المميز ويتحقق منه لدى Discord ويكتب ملف الإعدادات ويعرض الدعوة ويفحص هذا الجهاز.
