# من قال ماذا: التصريحات تحت أسماء أصحابها. كلمات المقال نفسه لا ترد هنا أبدًا.

whosaid-title = من قال ماذا
whosaid-nobody = لا يقتبس هذا المقال كلام أحد.
whosaid-uncertain = لا يوجد في هذا المقال تصريح مؤكد بما يكفي لنسبته إلى اسم.
whosaid-unresolved = المتحدث غير واضح في المقال
# لكلام ليس معه فعله ولا علامتا اقتباس.
whosaid-reported = منقول بالمعنى
# الفعل الذي يرد تحته التصريح حين لا يكون للمقال فعل خاص به.
whosaid-act = { $act ->
   *[says] يصرّح
    [denies] ينفي
    [rejects] يرفض
    [accuses] يتّهم
    [condemns] يدين
    [warns] يحذّر
    [threatens] يهدّد
    [demands] يطالب
    [urges] يحثّ
    [proposes] يقترح
    [pledges] يتعهّد
    [praises] يشيد
    [thanks] يشكر
    [agrees] يوافق
    [confirms] يؤكّد
    [announces] يعلن
    [reiterates] يجدّد التأكيد
    [asks] يتساءل
    [discusses] يبحث
    [attitude] موقف
 }
whosaid-withheld = { $count ->
    [zero] لم يُغفَل أي تصريح
    [one] أُغفِل تصريح واحد غير مؤكد
    [two] أُغفِل تصريحان غير مؤكدين
    [few] أُغفِلت { $count } تصريحات غير مؤكدة
    [many] أُغفِل { $count } تصريحًا غير مؤكد
   *[other] أُغفِل { $count } تصريح غير مؤكد
 }
whosaid-context = اقرأ تصريحًا في فقرته
whosaid-unmatched = لا يقتبس هذا المقال كلام أحد يطابق { $asked }.
    .step = المقتبس كلامهم: { $names }.
whosaid-unmatched-by-nobody = لا يقتبس هذا المقال كلام أحد يطابق { $asked }.
    .step = { whosaid-nobody }
whosaid-all = كل التصريحات
whosaid-via = عبر { $name }
# ما يفعله السطر بما يقوله غيره.
whosaid-answers = { $act ->
    [rejects] يرفض ما يقوله { $name }
   *[denies] ينفي ما يقوله { $name }
 }
# الكلمات هي جملة المقال كاملةً عمّا قيل.
whosaid-sentence = جملة المقال
