# أجوبة عن أسئلة مكتوبة. تُفهم الأسئلة بالإنجليزية، فتبقى أمثلتها بالإنجليزية.

question-talk = { $talk ->
   *[hello] يسعدني تواصلك.
    [thanks] على الرحب والسعة.
    [bye] إلى اللقاء. ستجد هنا ما يُقرأ في غضون ذلك.
 }
question-not-understood = لم أفهم ذلك على أنه سؤال عما قيل.
question-forms = يمكن سؤالي عما قاله أحد عن أمر ومتى؛ ومن نفاه أو حذّر منه أو أشاد به؛ وهل علّق بلد ما؛ وآخر ما قيل في موضوع؛ والاقتباسات؛ والمقارنة بين طرفين.
question-articles = أقرأ كذلك رابطًا أو مقالًا كاملًا أو نصًا قصيرًا عبر `/whosaid article:…`، والبقية في `/help`.
question-nothing-read = لم يُقرأ بعد شيء قاله أحد: أرسل إليّ أولًا رابط مقال.
question-try-one = اسألني بالإنجليزية، مثلًا: *{"\u2066"}what did { $name } say last month?{"\u2069"}* أو: *{"\u2066"}when did { $name } last speak?{"\u2069"}*
question-try-two = اسألني بالإنجليزية، مثلًا: *{"\u2066"}what did { $first } say last month?{"\u2069"}* أو: *{"\u2066"}what is the latest from { $last }?{"\u2069"}*
# كيف فُهم السؤال: من · بأي فعل · بين علامتي اقتباس · عن ماذا · متى.
question-looked-for = بحثت عن: { $parts }
question-anybody = أي شخص
question-of = { $who } ({ $country })
question-both = { $who } و{ $other }
question-or = أو
question-quoted = بين علامتي اقتباس
question-earliest = الأقدم
question-about = عن { $about }
question-all-dates = من كل التواريخ، لا { $dates } فقط
# Under the line above, where the first time was asked for.
question-first-read = هذا أول ما قرأته، في { $scope }. وربما قيل قبل ذلك فيما لم أقرأه.
question-go-on = يمكنك المتابعة من هنا:
question-step = { $command ->
    [watch] متابعة { $what }
    [position] الموقف: { $what }
    [timeline] عبر الزمن: { $what }
   *[said] التصريحات: { $what }
 }
