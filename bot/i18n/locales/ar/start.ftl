# Why the bot cannot start, for whoever runs it; and the quotation that could not be shown.

start-no-token = لم يُضبط `DISCORD_TOKEN`، فلا يوجد بوت لتشغيله.
    .step = شغّل `python -m bot setup` (انظر README، قسم `On Discord`)، أو استخدم `python -m bot console` الذي لا يحتاج إليه.
# The reason is the settings library's own, in its English.
start-setting-unusable = الإعداد { $name } غير صالح للاستخدام: { $reason }.
    .step = صححه في متغيرات البيئة أو في `.env`؛ ويبين `.env.example` ما يقبله كل إعداد.
start-unlistened = لا يمكن الاستماع على { $address }: { $reason }.
    .step = أعطِ `{ $setting }` مضيفًا من هذا الجهاز ومنفذًا غير مستخدم.
start-no-host = لا يوجد مضيف بهذا الاسم
start-not-verbatim = لم يطابق أحد الاقتباسات المقال المحفوظ، فلم يُنشر شيء.
    .step = نرجو إبلاغ القائمين على تشغيل هذا البوت بالمقال المعني.
start-plans-differ = تشغل بوابة أخرى { $held }، وهو ما لا يتوافق مع نصيب هذه البوابة: { $own }.
    .step = أعطِ جميع البوابات القيم نفسها لـ`GATEWAY_SHARDS` و`GATEWAY_PROCESSES`؛ ولتغييرها أوقفها كلها أولًا.
start-plan-part = جزءًا من الشظايا (عددها { $shards }) الموزعة على العمليات (عددها { $processes })
start-plan-all = جميع الشظايا
start-roles-unshared = الأرشيف على SQLite تملكه عملية واحدة، فلا يمكن فصل الأدوار { $roles } عن غيرها.
    .step = احذف `--roles`، أو اضبط `DATABASE_URL` على قاعدة بيانات PostgreSQL (انظر `docs/operating.md`).
start-nothing-to-receive = لم يُضبط `RECEIVE_ADDRESS`، فلا يوجد ما يُستقبل.
    .step = اضبطه على `host:port` (انظر `docs/receiving.md`).
start-taken-for-lost = انقطعت أخبار هذه العملية مدة طويلة حتى تولت العمليات الأخرى عملها.
    .step = شغّلها من جديد؛ فإن تكرر ذلك فجهازها مثقل، أو الطريق إلى `DATABASE_URL` متعطل.
start-no-tracing = الإعداد `OTEL_EXPORTER_OTLP_ENDPOINT` مضبوط، لكن OpenTelemetry غير مثبت.
    .step = ثبّته بالأمر `pip install -e '.[otel]'`، أو احذف الإعداد.
start-archive-taken = الروبوت يعمل بالفعل على هذا الأرشيف، في العملية { $process }.
    .step = أوقف تلك العملية أولًا، أو امنح هذه العملية ATTACHE_DATA_DIR آخر. تشغيل عدة عمليات يتطلب PostgreSQL ‏(docs/operating.md).
