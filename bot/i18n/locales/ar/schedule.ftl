# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = هذا ليس وقتًا من اليوم: { $typed }.
    .step = اكتب الساعات والدقائق، مثل `08:00` أو `17:30`.
schedule-quiet-unknown = هذه ليست ساعات هدوء: { $typed }.
    .step = اكتب البداية والنهاية، مثل `22:00-07:00`، أو `none`.
schedule-days-unknown = هذه ليست أيامًا من الأسبوع: { $typed }.
    .step = اكتبها مثل `mon-fri` أو `sat,sun` أو `weekdays` أو `every day`.
schedule-hours = يغطي الموجز من ساعة واحدة إلى { $most } من الساعات، لا { $hours }.
    .step = أعطِ ساعات أقل أو أكثر.
schedule-full = بلغ عدد الموجزات المجدولة هنا الحد الأقصى ({ $most }).
    .step = احذف واحدًا أولًا.
schedule-known = يأتي الموجز { $number } في ذلك الوقت بالفعل، في القناة نفسها وعن الموضوع نفسه.
    .step = احذفه أولًا، أو اختر وقتًا أو قناة أو موضوعًا آخر.
schedule-needs-zone = يحتاج الموجز المجدول إلى منطقة زمنية.
    .step = أعطِ واحدة، أو اضبط منطقة هذا الخادم: `/settings server`.
schedule-topic-long = الحد الأقصى لمحارف الموضوع هو { $limit }.
    .step = أعطِ كلمة أو كلمتين.
schedule-unknown = لا يوجد هنا موجز مجدول برقم { $number }.
    .step = انظر قائمة الموجزات الموجودة.
schedule-damaged = لا يمكن قراءة السجل المحفوظ لموجز مجدول.
    .step = إن كانت منطقته الزمنية جديدة فحدّث الحزمة `tzdata`.
schedule-direct-options = الرتب والوسوم للقنوات، لا للرسائل المباشرة.
