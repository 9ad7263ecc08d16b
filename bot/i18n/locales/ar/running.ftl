# ما يقوله الفاحص عن بوت يعمل، بحسب قياساته، وما ينبغي فعله.

running-well = البوت يعمل وهو جاهز، ولا تُظهر قياساته أي خلل.
running-silent = لا مجيب على { $address }، حيث يجيب بوت يعمل.
    .step = إن كان ينبغي أن يعمل البوت فشغّله، وانظر سجله.
running-foreign = ما يجيب على { $address } ليس Attaché.
    .step = خصّص لـ OBSERVE_ADDRESS منفذًا خاصًا به.
running-unready = البوت غير جاهز: { $part }: { $reason }
    .step = انظر سجله.
running-stalls = توقفت حلقة الأحداث أكثر من { $limit } ث في { $share } من المعاينات.
    .step = خصّص لهذه العملية نواة، وعلى جهاز مشغول قلّل READING_PROCESSES.
running-late-answers = لم يُشعَر باستلام { $share } من الأوامر والأزرار إلا بعد أكثر من { $limit } ث، وDiscord ينتظر 3.
    .step = اضبط ساعة هذا الجهاز بـ NTP، وشغّل البوابة في عملية مستقلة (--roles).
running-slow-reading = استغرقت قراءة { $share } من النصوص أكثر من { $limit } ث.
    .step = ارفع READING_PROCESSES إلى عدد الأنوية، أو أضف جهازًا بـ --roles work.
running-feed-due = حان موعد خلاصة منذ { $time } ولم تُفحص.
    .step = انظر في السجل هل تتعثر الفحوص أم تتوقف، وأضف جهازًا بـ --roles work.
running-feeds-fail = من أصل { $asked } خلاصات، عدد المتعثرة: { $failing }.
    .step = حين يتعثر هذا العدد معًا، انظر شبكة هذا الجهاز وخدمة الأسماء فيه؛ والأسباب في /status.
running-items-wait = المواد المنتظرة: { $count }، وأقدمها منذ { $time }.
    .step = انظر في السجل ما يعيق القراءة، وارفع READING_PROCESSES أو أضف جهازًا بـ --roles work.
running-posts-wait = المنشورات المنتظرة: { $count }، وأقدمها منذ { $time }.
    .step = انظر في السجل بمَ يجيب Discord، وتحقق من أن عملية بـ --roles send تعمل.
running-digests-wait = الموجزات المنتظرة: { $count }، وأقدمها منذ { $time }.
    .step = تحقق من أن عملية بـ --roles work تعمل؛ ويقول السجل ما يعيقها.
running-others-wait = المنتظر في طابور { $of }: { $count }، وأقدمه منذ { $time }.
    .step = انظر السجل.
running-refused = رفض Discord { $share } من عمليات الإرسال.
    .step = يسمّي السجل البطاقات التي يرفضها Discord؛ فأبلغ عنها من فضلك.
running-channels-broken = وقعت { $share } من عمليات الإرسال على قناة لا يمكن النشر فيها.
    .step = يسمّي السجل و/feed why القنوات: أعد للبوت صلاحياته فيها.
running-answers-lost = بقيت { $share } من عمليات الإرسال بلا جواب واضح.
    .step = في Discord أو في الطريق إليه خلل: انظر discordstatus.com وهذه الشبكة.
running-minutes = { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
 }
running-hours = { $count ->
    [zero] لا ساعات
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
 }
