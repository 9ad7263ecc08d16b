# Mistakes in a filter; rules and words stay as they are typed.

filter-long = عدد محارف هذا المرشِّح { $characters }، والحد الأقصى { $limit }.
    .step = اختصره.
filter-mistake = في هذا المرشِّح خطأ عند المحرف { $at } ({ $near }): { $mistake }.
    .step = مثال: { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = في هذا المرشِّح خطأ عند المحرف { $at } ({ $near }): { $mistake }.
    .step = { $mend } مثال: { $example }
filter-at-the-end = النهاية
filter-no-rule = لا توجد قاعدة باسم { $name }
filter-no-comma = تنقص فاصلة أو مسافة
filter-no-word = تنقص كلمة
filter-unclosed = علامة اقتباس لم تُغلق
filter-colon = تحتوي { $word } على نقطتين رأسيتين
filter-no-letters = كلمة بلا حروف لا تجد شيئًا
filter-no-language = { $word } ليس رمز لغة
filter-quote-it = ضعها بين علامتي اقتباس.
filter-languages = اكتب `en` أو `fr` أو `ru`.
filter-did-you-mean = هل تقصد { $name }؟
filter-rules = القواعد هي: { $names }؛ ضع الكلمات الأخرى بين علامتي اقتباس.
filter-country-unknown = هذه الدولة أو الهيئة غير معروفة هنا: { $word }.
    .step = اكتب اسمها بالإنكليزية، مثل `country:Russia` أو `country:“European Union”` أو `country:NATO`.

filter-codes-wrong = { $word } ليس رمز لغة.
    .step = اكتب رموزًا مثل en أو ru أو zh مفصولة بفواصل.
filter-codes-many = هذا أكثر من { $most } لغات.
    .step = اختر أقل، أو none للكل.
filter-codes-others = توجد تصريحات بلغات غير { $languages }: اسأل من دونها، أو استخدم language: مع رموز أخرى.
