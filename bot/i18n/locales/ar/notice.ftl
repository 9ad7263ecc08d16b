# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = لا أستطيع النشر في إحدى قنواتك
notice-channel = القناة
notice-reason = السبب
notice-since = منذ
notice-waits = ما كنت سأنشره قيد الانتظار. بعد إصلاح الأمر استخدم `/feed resume` أو `/digest resume` فيُنشر أحدثه؛ أما `remove` فتنهيه.
notice-feed = الخلاصة { $number }: { $title }
