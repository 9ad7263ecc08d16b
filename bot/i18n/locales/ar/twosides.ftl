# روايتان لحدث واحد جنبًا إلى جنب: أعمدة وصور وأوصافها والطرفية.

twosides-about = الروايتان: { $about }
twosides-absent = لم يُذكر في هذا المقال
twosides-absent-in-all = لم يُذكر في هذه المقالات
twosides-legend = الخانة الفارغة تعني أن الأمر لم يُذكر، وليست نفيًا له.
twosides-left-out = { $count ->
    [zero] لم تُغفَل تصريحات أقدم
    [one] أُغفِل تصريح أقدم واحد
    [two] أُغفِل تصريحان أقدم
    [few] أُغفِلت { $count } تصريحات أقدم
    [many] أُغفِل { $count } تصريحًا أقدم
   *[other] أُغفِل { $count } تصريح أقدم
 }
twosides-as-picture = كصورة
twosides-as-columns = كأعمدة
twosides-light = فاتح
twosides-dark = داكن
# لمن موضوع السطر.
twosides-both = الطرفان
twosides-both-accuse = الطرفان يتبادلان الاتهام
# ‏$side بلد أو هيئة أو شخص؛ والكلمة هي نفيه أو رفضه.
twosides-disagree = الأقوال متعارضة: { $act ->
   *[denies] نفي
    [rejects] رفض
 } من { $side }
twosides-articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
 }
twosides-pasted = نص ملصق
twosides-and-more = و{ $count } غير ذلك
twosides-more = و{ $count } أخرى ضمن من قال ماذا
twosides-more-in-all = و{ $count } أخرى في المقالات
twosides-also = وكذلك { $names }
twosides-also-in = وكذلك في { $names }
twosides-on = الموضوع: { $topic } ({ $note })
twosides-picture = الصورة { $number } من { $count }.
twosides-not-one = ليست قصة واحدة
twosides-split = تم. أصبحت هذه المقالات ({ $count }) قصصًا منفصلة هنا من الآن فصاعدًا.
twosides-unsplit = تم التراجع. عادت قصة واحدة هنا.
twosides-undo = تراجع
# عناوين الصفوف التي لا عبارة لها من المقالات، وما يُكتب لطرف لا يقول شيئًا آخر.
twosides-answers = ردّ من { $side }
twosides-differ = نقاط الخلاف
twosides-rest = ما يقوله كل طرف أيضًا
twosides-each = ما يقوله كل طرف
twosides-nothing-else = لا شيء آخر
