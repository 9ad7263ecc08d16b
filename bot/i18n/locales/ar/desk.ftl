# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = الخط الزمني يكون لشخص أو لموضوع.
    .step = اذكر من يتكلم، أو موضوع الكلام.
desk-country-unknown = هذه الدولة أو المنظمة غير معروفة هنا: { $typed }.
    .step = اكتب اسمها بالإنكليزية، مثل `Norway` أو `European Union`.
# The scope tells in how many articles of which dates.
desk-nothing-found = لم يُعثر على شيء. نطاق البحث: { $scope }.
    .step = { $step }
desk-nothing-by = لم يُعثر على أقوال لـ{ $who }. نطاق البحث: { $scope }.
    .step = { $step }
desk-nothing-about = لم يُعثر على شيء بشأن { $about }. نطاق البحث: { $scope }.
    .step = { $step }
desk-nothing-by-about = لم يُعثر على أقوال لـ{ $who } بشأن { $about }. نطاق البحث: { $scope }.
    .step = { $step }
desk-try-otherwise = جرّب كتابة أخرى أو كلمات أقل.
desk-try-other-topics = ثمة أقوال لـ{ $who } في موضوعات أخرى: احذف هذا الموضوع لرؤيتها.
desk-did-you-mean = هل تقصد { $names }؟
desk-or = { $first } أو { $other }
desk-style-unknown = الموجز إما كامل `full` وإما قصير `short`، لا { $typed }.
    .step = اختر `full` أو `short`.
desk-none-of-this-kind = وُجدت أقوال في هذا الشأن، لكن ليس بينها ما هو من هذا النوع: { $acts }.
    .step = اسأل بدلًا من ذلك عما قيل.
desk-none-quoted = ما وُجد من هذا كلام منقول بالمعنى: لا يورده أي مقال بين علامتي اقتباس.
    .step = اسأل بدلًا من ذلك عما قيل.
desk-post-unknown = لم يبقَ في الذاكرة شيء عن هذا المنشور.
    .step = انظر `/feed why` إن كنت تدير هذا الخادم.
desk-search-of-nothing = لا يوجد ما يُبحث عنه.
    .step = اذكر من يتكلم، أو موضوع الكلام.
desk-search-long = هذا أطول من الحد المسموح به (عدد المحارف: { $limit }).
    .step = أعطِ الكلمات المهمة.
desk-dates-leave-nothing = تاريخ البداية بعد تاريخ النهاية.
    .step = اجعل `since` أبكر أو `until` أحدث.
desk-search-forgotten = لم يعد ما سُئل عنه هنا محفوظًا.
    .step = اسأل من جديد باستخدام `/said`.
desk-one-side = ذُكر طرف واحد فقط.
    .step = اذكر `a` و`b` معًا، أو لا تذكر أيًّا منهما.
desk-sides-of-nothing = لا يوجد ما يُقارن.
    .step = أعطِ مقالًا، أو طرفين `a` و`b`، أو موضوعهما.
desk-sides-overlap = بعض المتكلمين ينتمون إلى الطرفين كليهما.
    .step = اذكر دولتين أو شخصين.
desk-sides-uncertain = لم يُعثر على ما يكفي من اليقين عن أي من الطرفين.
    .step = أعطِ مقالًا بدلًا من ذلك.
desk-sides-not-mentioned = لا يذكر أي من الطرفين { $about } في { $place ->
    [article] هذا المقال
   *[articles] هذه المقالات
 }.
    .step = جرّب كلمة أخرى، أو احذفها.
desk-no-two-sides = { $place ->
    [article] لا ينقل هذا المقال أقوال طرفين.
   *[articles] لا تنقل هذه المقالات أقوال طرفين.
 }
    .step = المنقول عنهم: { $names }. وزر «من قال ماذا» يعرض أقوالهم.
desk-no-sides-at-all = { $place ->
    [article] لا ينقل هذا المقال أقوال طرفين.
   *[articles] لا تنقل هذه المقالات أقوال طرفين.
 }
    .step = لا يُنقل فيه عن أحد بيقين.
desk-source-known = الخلاصة { $number } مصدر يحمل هذا الاسم بالفعل.
    .step = اختر اسمًا آخر، أو جدّد رمزه المميز بالأمر `feed token number:{ $number }`.
desk-feed-has-title = للخلاصة عنوانها الخاص.
    .step = لا تُعطِ اسمًا إلا مع `url:push`، أو احذفه.
desk-list-over-room = عدد الخلاصات الجديدة في هذه القائمة { $count }؛ والأماكن المتاحة { $free } من أصل { $most }، وهو الحد الأقصى.
    .step = احذف بعض الخلاصات، أو اختصر القائمة.
desk-no-feeds = لا تُتابَع أي خلاصة هنا.
    .step = أضف واحدة أولًا.
desk-feed-set-nothing = لم يتغير شيء، إذ لم يُعطَ أي خيار.
    .step = أضف واحدًا من { $options }
desk-not-receiving = لا يستقبل هذا البوت مقالات تُرسل إليه.
    .step = على من يشغّله أن يضبط `RECEIVE_ADDRESS` أولًا.
desk-feeds-full = بلغ عدد الخلاصات المتابعة هنا الحد الأقصى ({ $most }).
    .step = احذف واحدة أولًا.
desk-no-address = هذا ليس عنوان ويب.
    .step = أعطِ عنوان خلاصة، أو عنوان صفحة لها خلاصة، كصفحة وزارة.
desk-alert-unknown = لم يبقَ في الذاكرة شيء عن هذا التنبيه.
    .step = انظر `/watch list`.
desk-watch-of-another = هذا الرصد يخص شخصًا آخر.
    .step = لا يوقفه إلا من أنشأه.
desk-watch-removed = حُذف هذا الرصد من قبل.
    .step = انظر `/watch list`.
desk-no-watch = ليس لديك رصد برقم { $number }.
    .step = انظر `/watch list`.
desk-watch-known = لديك ذلك بالفعل: إنه الرصد { $number }.
    .step = انظر `/watch list`.
desk-watches-full = بلغ عدد عمليات الرصد لديك الحد الأقصى ({ $most }).
    .step = احذف واحدة أولًا باستخدام `/watch remove`.
desk-interest-long = الحد الأقصى لمحارف المتكلم أو الموضوع هو { $limit }.
    .step = أعطِ اسمًا أو بضع كلمات.
desk-interest-empty = يحتاج الرصد إلى شخص أو موضوع يترقبه.
    .step = أعطِ متكلمًا (اسمًا أو دولة)، أو موضوعًا، أو كليهما.
desk-feed-followed = تتابع هذه القناة تلك الخلاصة بالفعل.
    .step = اختر قناة أخرى، أو احذفها أولًا.
desk-feed-followed-as = تتابع هذه القناة تلك الخلاصة بالفعل برقم { $number }.
    .step = اختر قناة أخرى، أو احذفها أولًا.
desk-no-feed-of-number = لا توجد هنا خلاصة برقم { $number }.
    .step = اعرض قائمة الخلاصات لمعرفة أرقامها.
desk-feed-has-no-token = الخلاصة رقم { $number } تُجلب ولا رمز مميز لها.
    .step = اعرض قائمة الخلاصات لمعرفة أيها يُرسل.
# Of the command line.
desk-role-unknown = لا يوجد دور بهذا الاسم: { $name }.
    .step = الأدوار هي: { $roles }؛ وإذا لم تُذكر فللعملية كلها.
desk-no-role = لم يُذكر أي دور.
    .step = اذكر بعضًا من: { $roles }، أو احذف `--roles` لتشملها كلها.
# Of a source that sends its articles itself.
desk-source-name = يحتاج المصدر إلى اسم لا يتجاوز الحد الأقصى (عدد المحارف: { $limit }).
    .step = اذكر غرفة الأخبار التي يمثلها.
desk-story-of-one = هذه المقالة منفصلة هنا بالفعل.
desk-no-source = هذا ليس عنوان ويب، ولا مصدرًا من الفهرس.
    .step = الأقرب هو { $near }. لرؤية الكل: ⁦/feed browse⁩.
desk-own-sources = تتعذّر قراءة جدول المصادر { $name }.
    .step = في كل سطر عشرة حقول تفصلها علامات الجدولة؛ انظر ⁦docs/sources.md⁩.
desk-nothing-read = لم يُقرأ هنا شيء بعد، فلا شيء يُبحث فيه.
    .step = أعطني مقالًا (رابطًا أو ملفًا أو نصه)، أو تابع خلاصة.
desk-nothing-dated = لم يُقرأ أي مقال من هذه التواريخ. والموجود: { $scope }.
    .step = أعطِ تواريخ أخرى أو احذفها.
desk-digest-of-no-feeds = لا تُتابَع أي خلاصة هنا، والموجز يتكون مما تأتي به الخلاصات.
    .step = تابع واحدة بالأمر feed add؛ ويجد said ما تقوله المقالات التي أعطيتها.
desk-digest-unread = لا شيء يُعرض بعد: ما زالت مواد خلاصاتك تُقرأ. اسأل مجددًا بعد دقيقة.
