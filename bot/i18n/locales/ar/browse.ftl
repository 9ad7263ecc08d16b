# فهرس المصادر.

browse-title = المصادر
browse-title-counted = المصادر · { $count }
browse-none = لا مصدر في الفهرس يطابق هذا المرشح.
browse-all = لعرض كل المصادر: { $command }
browse-gone = لا يوجد مصدر كهذا في الفهرس.
    .step = لرؤية الكل: ⁦/feed browse⁩.
browse-to-follow = لمتابعة أحدها: { $command }
browse-source = مصدر
browse-look = انظر إلى مصدر
browse-follow = تابعه هنا
browse-follow-pack = { $count ->
    [zero] لا مصدر
    [one] تابع مصدرًا واحدًا ({ $count })
    [two] تابع المصدرين ({ $count })
    [few] تابع { $count } مصادر
    [many] تابع { $count } مصدرًا
   *[other] تابع { $count } مصدر
 }
browse-carries = { $count ->
    [zero] ليس فيه شيء الآن ({ $count }).
    [one] فيه الآن عنصر واحد ({ $count }).
    [two] فيه الآن عنصران ({ $count }).
    [few] فيه الآن { $count } عناصر.
    [many] فيه الآن { $count } عنصرًا.
   *[other] فيه الآن { $count } عنصر.
 }
browse-in-packs = في المجموعات: { $packs }
browse-evidence = { $evidence ->
    [fetched] كان عنوانه يعمل في { $day }، بحسب { $found }.
    [refused] كان يرفض البرامج في { $day }، وقد لا يجيب. العنوان من { $found }.
   *[listed] عنوانه مذكور في { $found } (بتاريخ { $day })، ولم يُجرَّب.
 }
browse-kind = { $kind ->
    [ministry] وزارة
    [government] حكومة
    [mission] بعثة لدى الأمم المتحدة
    [body] منظمة دولية
    [agency] وكالة أنباء
    [broadcaster] إذاعة أو تلفزيون
    [paper] صحيفة أو موقع إخباري
   *[analysis] تحليل
 }
browse-pack = { $pack ->
    [ministries] وزارات الخارجية
    [wires] وكالات الأنباء
    [ukraine] روسيا – أوكرانيا
    [mideast] الشرق الأوسط
    [council] مجلس الأمن
   *[mun] نموذج الأمم المتحدة
 }
