# Why a post stands where it stands.

reason-why = لماذا هذا؟
reason-digest = هذا هو الموجز { $number } لهذا الخادم: { $when }.
reason-was-digest = هذا موجز كان مجدولًا هنا.
reason-was-notice = هذا إشعار مني.
reason-recorded = سُجِّل: { $when }
reason-came-from = المصدر: { $feed }، وهو الخلاصة { $number } هنا.
reason-passed = اجتاز المرشِّح { $filter }
reason-no-filter = لا مرشِّح له.
reason-seen = ورد: { $when }
reason-carried = { $count ->
    [zero] لا وسيلة إعلامية تنقل الخبر: { $names }
    [one] تنقل الخبر وسيلة إعلامية واحدة: { $names }
    [two] تنقل الخبر وسيلتان إعلاميتان: { $names }
    [few] تنقل الخبر { $count } وسائل إعلامية: { $names }
    [many] تنقل الخبر { $count } وسيلة إعلامية: { $names }
   *[other] تنقل الخبر { $count } وسيلة إعلامية: { $names }
 }
reason-follow-up = يذكر الجديد في خبر سبق نشره هنا.
