# A text that cannot be read, or summed up, or drawn: why, and what to do next.

reading-nothing = لا يوجد ما يُقرأ.
    .step = أعطِ رابطًا إلى مقال، أو الصق نصه.
# Why a reading has no who-said-what.
reading-english-only = لا تُستخرج الأقوال ونسبتها إلى قائليها حتى الآن إلا من النصوص الإنكليزية؛ أما الملخص فبلغة المقال نفسها.
reading-busy = يقرأ Attaché الآن نصوصًا أخرى.
    .step = أعد المحاولة بعد دقيقة.
reading-stopped = توقف Attaché عن قراءة هذا النص.
    .step = أعطِه مرة أخرى.
reading-stopped-twice = توقفت عملية القراءة مرتين قبل أن تبدأ.
    .step = شغّل `python -m bot doctor` لمعرفة السبب.
reading-too-slow = تستغرق قراءة هذا النص وقتًا أطول من المهلة (بالثواني: { $seconds }).
    .step = أعطِ نصًا أقصر، أو جزءًا من هذا النص.
reading-too-large = تحتاج قراءة هذا النص إلى ذاكرة تتجاوز { $limit } مبيبايت.
    .step = أعطِ نصًا أقصر، أو جزءًا من هذا النص.
reading-ended-early = انتهت عملية القراءة قبل أن ينتهي النص.
    .step = أعطِ نصًا أقصر، أو جزءًا من هذا النص.
reading-failed = فشلت قراءة هذا النص.
    .step = نرجو الإبلاغ عن ذلك مع رابط النص.
reading-model-unreadable = لا يمكن قراءة النموذج الموجود في { $folder }.
    .step = ثبّت البرنامج من جديد.
reading-model-changed = ملف النموذج { $name } ليس هو الملف الصادر مع البرنامج.
    .step = ثبّت البرنامج من جديد.
reading-no-method = لا توجد طريقة تلخيص باسم «{ $method }».
    .step = اختر واحدة من: { $names }.
reading-method-slow = طريقة التلخيص «{ $method }» أبطأ من أن تعالج هذا النص: الحد الأقصى للجمل { $sentences } وللكلمات { $words }.
    .step = استخدم الطريقة «{ $instead }» التي تقبل أي نص.
reading-count-or-share = للملخص إما عدد من الجمل وإما نسبة من النص.
    .step = أعطِ أحدهما.
reading-no-share = النسبة { $share } ليست جزءًا من نص.
    .step = أعطِ نسبة أكبر من 0 ولا تتجاوز 1.
reading-no-sentences = لا يمكن أن يكون عدد جمل الملخص { $count }.
    .step = اطلب جملة واحدة على الأقل.
reading-not-drawn = تعذر رسم هذه الصورة.
    .step = اطلب الأعمدة بدلًا منها.
reading-not-one-page = ليس لهذه الصورة صفحة، أو لها عدة صفحات.
    .step = اطلب الأعمدة بدلًا منها.
