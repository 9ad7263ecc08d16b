# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = تغيّر هذا الأمر منذ آخر مرة اطّلع عليه Discord. أعد المحاولة بعد دقيقة.
gateway-not-allowed = لا يُسمح لك باستخدام هذا الأمر هنا. اسأل أحد القائمين على إدارة هذا الخادم.
gateway-unexpected = حدث خطأ ما داخل Attaché. أعد المحاولة؛ وإن تكرر فأبلغ عن الخطأ { $number }.
gateway-server-only = الخلاصات والموجزات تخص الخوادم.
    .step = استخدم هذا الأمر في قناة من قنوات الخادم.
gateway-channel-unseen = لا يمكنني رؤية هذه القناة.
    .step = اسمح لي بعرضها، أو اختر قناة أخرى.
gateway-channel-missing = لم تعد القناة موجودة، أو لا يمكنني رؤيتها.
    .step = اسمح لي بعرضها، أو احذف هذا وأضفه من جديد.
gateway-named-channel-unseen = لا يمكنني رؤية القناة #{ $channel }.
    .step = اسمح لي بعرضها، أو اختر قناة أخرى.
gateway-no-posts-there = لا يمكن النشر في #{ $channel }.
    .step = اختر قناة نصية أو موضوعًا أو منتدى.
gateway-lacking = لا يُسمح لي بالنشر في #{ $channel }، إذ ينقصني: { $permissions }.
    .step = امنحني ذلك هناك (تحرير القناة ← الأذونات)، أو اختر قناة أخرى.
gateway-lacking-here = لا يُسمح لي بالنشر هنا، إذ ينقصني: { $permissions }.
    .step = اختر `deliver: dm`.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] «عرض القناة»
    [read_message_history] «قراءة سجل الرسائل»
    [send_messages] «إرسال الرسائل»
    [send_messages_in_threads] «إرسال الرسائل في المواضيع»
    [create_public_threads] «إنشاء مواضيع عامة»
   *[create_posts] «إنشاء منشورات»
 }
gateway-and = { $first } و{ $other }
gateway-alerts-need-member = لا يمكن نشر التنبيهات هنا إلا إذا كنت عضوًا في الخادم.
    .step = اختر `deliver: dm`.
gateway-alerts-not-allowed = لا يُسمح لك بالكتابة هنا، فلا يُسمح بذلك لتنبيهاتك أيضًا.
    .step = اختر `deliver: dm`.
gateway-button-unknown = هذا الزر لا يعمل مع هذا الإصدار من Attaché.
    .step = استخدم الأمر من جديد: أزرار رده تعمل.
gateway-upload-large = هذا الملف أكبر من { $limit } ميغابايت.
    .step = أرسل الجزء المهم.
gateway-message-empty = لا تحتوي تلك الرسالة على رابط ولا نص ولا ملف `.txt` أو `.html`.
    .step = اختر رسالة فيها رابط إلى مقال.
gateway-restarting = يُعاد تشغيل Attaché الآن.
    .step = اسأل مجددًا بعد دقيقة.
gateway-token-refused = لا يقبل Discord الرمز المميز.
    .step = انسخه من جديد من بوابة المطورين (Bot ثم Reset Token) إلى `DISCORD_TOKEN`.
gateway-intents-refused = يرفض Discord صلاحيات الاستقبال (intents) المطلوبة لهذا البوت.
    .step = لا يحتاج Attaché إلى أي من الصلاحيات المميزة: تحقق من أن الرمز المميز يخص تطبيقه.
gateway-discord-unreachable = يتعذر الوصول إلى Discord.
    .step = تحقق من شبكة هذا الجهاز، ثم ابدأ من جديد.
gateway-elsewhere = تلك ليست قناة من قنوات Discord.
    .step = ينتظر المنشور العملية التي تخدم تلك القناة.
gateway-kind-unfit = لا يمكن النشر في قناة من هذا النوع.
    .step = اختر قناة نصية.
gateway-kind-unknown = تلك القناة من نوع لا أعرفه.
    .step = اختر قناة نصية.
gateway-history-denied = لا يمكنني أن أرى هل وصلت رسالتي الأخيرة إلى القناة، ولن أجازف بنشرها مرتين.
    .step = امنحني «قراءة سجل الرسائل» هناك، ثم استخدم `/feed resume`.
gateway-asks-to-wait = يطلب Discord الانتظار.
    .step = سأعيد المحاولة من تلقاء نفسي.
gateway-silent = لم يجب Discord.
    .step = سأعيد المحاولة من تلقاء نفسي.
gateway-answered = أجاب Discord بالرمز { $status }.
    .step = سأعيد المحاولة من تلقاء نفسي.
# What Discord said, in its own English, stands in brackets.
gateway-denied = لا يسمح لي Discord بالنشر هناك ({ $said }).
    .step = امنحني هناك «عرض القناة» و«إرسال الرسائل» و«تضمين الروابط» و«قراءة سجل الرسائل».
gateway-channel-gone = لم تعد القناة موجودة ({ $said }).
    .step = اختر قناة أخرى.
gateway-token-refused-later = لا يقبل Discord الرمز المميز.
    .step = تحقق من `DISCORD_TOKEN`.
gateway-closed = لا يمكن النشر هناك ({ $said }).
    .step = افتحها من جديد، أو اختر غيرها.
gateway-message-refused = رفض Discord الرسالة ({ $said }).
    .step = تُنشر الرسائل الأخرى.
gateway-no-reason = لم يُذكر سبب
gateway-story-deleted = حُذفت الرسالة التي عن هذا الخبر، فلم تُنشر متابعته.
    .step = تُنشر الأخبار الجديدة كما كانت.
gateway-no-threads = لا يُسمح لي بفتح مواضيع هناك، فلم تُنشر المتابعة.
    .step = امنحني هناك «إنشاء مواضيع عامة» و«إرسال الرسائل في المواضيع»، أو اختر `followups:reply` في /feed set.
gateway-role-everyone = لا أشير إلى الجميع ولا إلى رتبة زالت.
    .step = اختر رتبة أخرى.
gateway-role-not-mentionable = لا يُسمح لي بالإشارة إلى الرتبة { $role }.
    .step = اسمح للجميع بالإشارة إليها (إعدادات الخادم ← الرتب)، أو امنحني «الإشارة إلى كل الرتب» في تلك القناة.
gateway-no-forum = #{ $channel } ليست منتدى، فلا وسوم لمنشوراتها.
    .step = اترك الوسم، أو اختر منتدى.
gateway-tag-unknown = لا وسم باسم { $tag } في #{ $channel } يمكنني استعماله.
    .step = فيه: { $tags }
gateway-no-tags = لا شيء
gateway-tag-required = يشترط هذا المنتدى وسمًا، وليس فيه ما يمكنني استعماله.
    .step = أنشئ وسمًا غير مقصور على المشرفين، أو امنحني هناك «إدارة المواضيع».
