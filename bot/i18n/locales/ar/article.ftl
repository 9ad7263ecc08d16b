# ما تشترك فيه كل البطاقات عن مقال، وملخصه. كلمات المقال نفسه لا ترد هنا أبدًا.

article-pasted = نص ملصق
article-summary = الملخص
article-key-sentences = الجمل الرئيسية
article-two-sides = الروايتان
article-source = المصدر
article-no-sentence = تعذّر اختيار أي جملة من هذا المقال.
article-in-order = جمل المقال حرفيًا وبترتيب ورودها فيه.
article-in-context = فقرة المقال حرفيًا، والتصريح فيها بخط عريض.
article-statement-gone = هذا التصريح غير موجود في المقال المحفوظ.
    .step = اطلب مجددًا عرض من قال ماذا.
article-not-about = هذا السؤال عن منشور لا عن مقال.
    .step = استخدم /feed why بدلًا من ذلك.
article-page = الصفحة { $page } من { $count }
article-previous = ‹ السابق
article-next = التالي ›
article-untitled = بلا عنوان
# بجوار اسم وسيلة إعلام تمولها دولة أو تسيطر عليها.
article-state = { $state ->
    [state-funded] ممول من الدولة
    [state-controlled] خاضع لسيطرة الدولة
   *[labelled] { $state }
 }
article-file-named = { $name } اسم ملف لا أستطيع فتحه من هنا.
    .step = أرسل إليّ الملف في رسالة مباشرة، أو الصق نصه.
