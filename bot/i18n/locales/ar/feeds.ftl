# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = هذه الخلاصة أكبر من الحد البالغ { $limit } ميغابايت.
    .step = اطلب من ناشرها خلاصة أقصر، أو أضف خلاصة أخرى من خلاصاته.
feeds-empty = هذه الخلاصة فارغة.
    .step = افتح الرابط في متصفح للتحقق منه.
feeds-page-names = هذه صفحة ويب وليست خلاصة. وهي تذكر: { $named }.
    .step = أضف واحدة من هذه.
feeds-and-more = { $named } وغيرها (العدد: { $count })
feeds-page-names-none = هذه صفحة ويب وليست خلاصة، ولا تذكر أي خلاصة.
    .step = ابحث فيها عن رابط باسم RSS.
feeds-no-feed = هذه ليست خلاصة: فهي ليست RSS ولا Atom ولا JSON Feed.
    .step = افتح الرابط في متصفح للتحقق منه.
feeds-nested = هذه الخلاصة متداخلة بأكثر من 256 مستوى، ولا توجد خلاصة حقيقية كذلك.
    .step = افتح الرابط في متصفح للتحقق منه.
feeds-never-read = يقول هذا الموقع إن الخلاصة لم تتغير، مع أنها لم تُقرأ قط (رمز الحالة 304).
    .step = افتح الرابط في متصفح للتحقق منه.
feeds-list-large = هذه القائمة أكبر من الحد البالغ { $limit } ميغابايت.
    .step = استوردها على أجزاء.
feeds-list-foreign = لا يذكر هذا الملف أي خلاصة: فهو ليس OPML، ولا تصديرًا من MonitoRSS، ولا نصًا فيه عناوين.
    .step = صدّر القائمة من جديد، أو اكتب عنوانًا في كل سطر.
feeds-list-long = تذكر هذه القائمة خلاصات أكثر من الحد الأقصى ({ $limit }).
    .step = استوردها على أجزاء.
feeds-list-empty = لا تذكر هذه القائمة أي خلاصة.
    .step = صدّر القائمة من قارئ الخلاصات لديك من جديد، بصيغة OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = انتقلت { $name } نهائيًا، وتجري متابعتها في عنوانها الجديد.
feeds-answers-again = عادت { $name } إلى الاستجابة.
feeds-gap = لم تعد { $name } تعرض شيئًا مما عرضته من قبل: ربما فُقدت مواد ظهرت ثم اختفت.
feeds-gap-since = لم تعد { $name } تعرض شيئًا مما عرضته من قبل: ربما فُقدت مواد ظهرت ثم اختفت منذ { $moment }.
feeds-withdrawn = سحب الناشر { $name }، ولن تُطلب بعد الآن. { $reason } احذفها، أو استأنفها لإعادة المحاولة.
feeds-given-up = تتعطل { $name } منذ { $since }، ولن تُطلب بعد الآن. { $reason } احذفها، أو استأنفها لإعادة المحاولة.
feeds-failing = تتعطل { $name } منذ { $since }. { $reason } تُعاد المحاولة تلقائيًا حتى { $until }؛ تحقق من عنوانها، أو احذفها.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = أقدم من أن تُنشر عند عودة القناة إلى العمل: لا يُنشر إلا الأحدث (العدد: { $count })
feeds-too-late = فات أوان نشرها
feeds-record-unreadable = لا يمكن قراءة سجلها
feeds-own-fault = خلل في Attaché نفسه؛ وفي سجله مزيد من التفاصيل.
feeds-no-article = لم يكن هناك مقال يمكن قراءته.
feeds-restored = كان في الانتظار عند إنشاء النسخة الاحتياطية، وربما نُشر قبل استعادتها.
feeds-thread-closed = الموضوع الذي يضم جزءها الأول مغلق أو لم يعد موجودًا.
    .step = لا يلزم فعل شيء.
# What is wrong with a feed that could be read all the same.
feeds-broken = ترميز الخلاصة معيب؛ وقد قُرئ منها ما أمكن فهمه.
feeds-cut = ترميز الخلاصة معيب، وهي أطول من أن تُصلح كاملة؛ وقد قُرئت بدايتها.
# Of a feed that shows a crowd of items at once.
feeds-flood = تعرض { $name } دفعة واحدة مواد جديدة تتجاوز الحد ({ $most }): تُنشر أحدثها ضمن هذا الحد، وتُحفظ البقية للموجزات. يعرض `/feed why` جميعها.
