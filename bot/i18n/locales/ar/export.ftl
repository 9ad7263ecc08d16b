# Where an export cannot be written, and what to do next.

export-folder = { $path } مجلد.
    .step = أعطِ مسار ملف، أو `-` للخرج القياسي.
export-file-there = { $path } موجود بالفعل.
    .step = أعطِ مسارًا آخر، أو `--force` لاستبداله.
export-file = { $path } ملف.
    .step = يحتاج الموقع إلى مجلد: أعطِ مسارًا آخر.
export-folder-there = { $path } موجود بالفعل.
    .step = أعطِ مجلدًا آخر، أو `--force` لاستبداله.
export-no-export = لا يحتوي { $path } على تصدير.
    .step = لا يُستبدل إلا تصدير: أعطِ مجلدًا آخر.
# The reason is the system's own, in its English, or the message below.
export-unwritten = لا يمكن كتابة { $path }: { $reason }.
    .step = تحقق من المسار ومجلده والقرص.
export-system-refused = رفض النظام ذلك

# ما يحيط بصفحات التصدير وصفحات القناة. «#» هو عدد النتائج.
export-page-skip = انتقل إلى المحتوى
export-page-site = الموقع
export-page-foot = الكلمات مأخوذة من المقالات حرفًا بحرف، وعلامات الاقتباس هي علامات المقالات. حدّد برنامجٌ المتحدثين وقد يخطئ: افتح الرابط قبل أن تقتبس.
export-page-search = ابحث عن أشخاص وأحداث
export-page-placeholder = اسم أو بلد أو كلمة من عنوان
export-page-found = عدد النتائج: { $count }
export-page-found-more = عدد النتائج: { $count } أو أكثر
export-page-found-first = لا يُعرض إلا الأوائل ({ $count })، اكتب المزيد.
export-page-found-none = لم يُعثر على شيء. جرّب اسم عائلة أو بلدًا أو كلمة من عنوان.
export-page-noscript = يحتاج البحث إلى JavaScript.
export-page-topic = الموضوع
export-page-pages = الصفحات
export-page-posted = ما نُشر في هذه القناة
export-page-posted-at = نُشر:
export-page-atom = موجز Atom
export-page-nothing = لم يُنشر شيء هنا بعد.
export-page-kind-post = منشور
export-page-kind-speaker = متحدث
