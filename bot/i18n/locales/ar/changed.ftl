# أين يناقض تصريح لاحق تصريحًا سابقًا للشخص نفسه: بطاقات وطرفية.

changed-of = { $who }: تصريحات متعاكسة
changed-of-about = { $who } عن { $about }: تصريحات متعاكسة
changed-earlier = سابقًا
changed-later = لاحقًا
changed-count = { $count ->
    [zero] لا تغييرات
    [one] تغيير واحد
    [two] تغييران
    [few] { $count } تغييرات
    [many] { $count } تغييرًا
   *[other] { $count } تغيير
 }
changed-compared = قورن: { $said }
changed-compared-newest = قورن الأحدث: { $said }
changed-nothing = لا نتيجة: لا تصريح ينقض تصريحًا سابقًا ({ $compared }).
changed-what-counts = لا يُعثر إلا على تصريحات بالإنجليزية لشخص واحد في أيام مختلفة، مع الشيء نفسه وضده.
changed-judge = اختارها برنامج من الكلمات وحدها: اقرأ المقالين قبل القول بتغيير الموقف.
changed-all = كل التصريحات
changed-nobody = تصريحات من؟ اذكر شخصًا أو منصبًا أو بلدًا: changed who:Lavrov
changed-position = تغيّر الموقف: { $subject }
