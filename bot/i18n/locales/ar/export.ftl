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
