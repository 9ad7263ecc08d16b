# ما يقوله argparse من نفسه في سطر الأوامر؛ وتبقى علاماته (%s).

usage-begins = الاستخدام:
usage-options = الخيارات
usage-arguments = المعاملات
usage-help = عرض هذه المساعدة والخروج
usage-version = عرض الإصدار والخروج
usage-error = %(prog)s: خطأ: %(message)s
usage-argument = المعامل %(argument_name)s: %(message)s
usage-unrecognized = معاملات غير معروفة: %s
usage-not-allowed = لا يجتمع مع المعامل %s
usage-required = معاملات ناقصة: %s
usage-one-required = يلزم أحد المعاملات %s
usage-expected-one = يلزم معامل واحد
usage-superfluous = قيمة زائدة: %r
usage-ambiguous = خيار ملتبس: %(option)s قد يكون %(matches)s
usage-choice = اختيار غير معروف: %(value)r (المتاح: %(choices)s)
usage-no-number = { $typed } ليس عددًا
