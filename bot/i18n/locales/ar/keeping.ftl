# Backups, restoring and moving an archive, for whoever runs the bot: what cannot be done, and what to do next.

keeping-no-file = لا يوجد أرشيف: { $path } غير موجود.
    .step = تحقق من `DATABASE_URL` و`ATTACHE_DATA_DIR`.
keeping-no-archive = لا يوجد أرشيف في قاعدة البيانات تلك.
    .step = تحقق من `DATABASE_URL`.
keeping-newer-backup = أُنشئت هذه النسخة الاحتياطية بإصدار من Attaché أحدث من هذا.
    .step = استعدها بذلك الإصدار؛ لم يتغير شيء.
# What is wrong with it stands in keeping-damage.
keeping-damaged-backup = هذه ليست نسخة احتياطية كاملة من Attaché: { $why }.
    .step = { keeping-another-backup }
keeping-another-backup = خذ نسخة أخرى؛ لم يتغير شيء في الأرشيف.
keeping-damage = { $kind ->
    [foreign] إنه ملف من نوع آخر
    [head] سطره الأول غير مكتمل
    [checksum] مجموعه الاختباري مختلف
    [tail] بعد نهايته شيء آخر
    [cut] ينتهي في منتصفه
    [packed] لا يمكن فك ضغطه
    [table] بداية جدول فيه بداية شيء آخر
   *[line] فيه سطر ليس من أسطر النسخ الاحتياطية
 }
keeping-damaged-row = أحد صفوف { $table } ليس صفًّا
keeping-damaged-rows = صفوف { $table } غير التي كُتبت
keeping-rows-unfit = صفوف من الجدول { $table } لا تتوافق مع غيرها.
    .step = مصدرها تالف (`python -m bot doctor` يفحص الأرشيف)؛ لم يتغير شيء في الأرشيف.
keeping-rows-refused = لا تقبل قاعدة البيانات صفوف الجدول { $table }.
    .step = سجلها يبين السبب؛ لم يتغير شيء في الأرشيف.
keeping-only-from-sqlite = لا يُنقل إلا أرشيف على SQLite.
    .step = استخدم `backup` و`restore` بين قواعد البيانات الأخرى.
keeping-only-to-postgresql = يُنقل الأرشيف إلى PostgreSQL.
    .step = أعطِ `postgresql://user:password@host/name`.
keeping-nothing-to-move = لا يوجد أرشيف لنقله: { $path } غير موجود.
    .step = تحقق من `DATABASE_URL`.
keeping-running-move = يعمل Attaché على هذا الأرشيف.
    .step = أوقفه، ثم انقل.
keeping-running-restore = يعمل Attaché على هذا الأرشيف.
    .step = أوقفه، ثم استعد.
keeping-changed = تغيّر الأرشيف منذ بدء نقله.
    .step = { keeping-afresh }
keeping-afresh = أعطِ الأمر نفسه مع `--afresh`: فهو يفرغ ما نُسخ ويبدأ من جديد.
keeping-foreign-move = تحتوي قاعدة البيانات على بداية نقل بإصدار آخر من Attaché.
    .step = { keeping-empty }
keeping-archive-there = تحتوي قاعدة البيانات على أرشيف بالفعل.
    .step = { keeping-empty }
keeping-empty = أعطِ قاعدة بيانات فارغة: ينشئها `CREATE DATABASE`.
keeping-tables-differ = الجدول { $table } ليس واحدًا في الجانبين.
    .step = { keeping-afresh }
keeping-search-differs = عدد الأقوال في البحث { $made }، وكان في القديم { $wanted }.
    .step = { keeping-afresh }
keeping-not-empty = الأرشيف هناك ليس فارغًا.
    .step = أعطِ `--force` لاستبداله بالنسخة الاحتياطية.
keeping-table-unknown = في النسخة الاحتياطية جدول { $table } لا يوجد في أرشيف من مراجعتها.
    .step = { keeping-another-backup }
