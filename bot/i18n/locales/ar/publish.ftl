# صفحة ما يُنشر في قناة وموجز Atom الخاص بها.

publish-not-served = لا تُقدَّم صفحات هنا.
    .step = من يشغّل Attaché يضبط PUBLISH_ADDRESS (انظر docs/publishing.md).
publish-name-long = لا يزيد عنوان الصفحة على { $limit } حرفًا.
    .step = اختصره.
publish-another = صفحة هذه القناة تخص خادمًا آخر.
    .step = اختر قناة من هذا الخادم.
publish-published = نُشرت الصفحة
publish-stopped = أُوقفت الصفحة
publish-on = ما يُنشر في { $channel } يمكن قراءته خارج ديسكورد.
publish-page = الصفحة: { $address }
publish-feed = موجز Atom: { $address }
publish-renewed = لم تعد العناوين القديمة تعمل.
publish-anybody = يستطيع كل من لديه عنوان أن يقرأها. ليست في أي قائمة، ويُطلب من محركات البحث تركها.
publish-take-back = لسحبها: { $command }
publish-off = ما يُنشر في { $channel } لم يعد يُقرأ خارج ديسكورد.
publish-on-again = لنشره من جديد بعنوان آخر: { $command }
publish-open = افتح الصفحة
publish-button = { $do ->
    [new] عنوان جديد
    [off] إيقاف
   *[on] نشر من جديد
 }
