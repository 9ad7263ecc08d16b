# موقف بلد من موضوع: بطاقات وملف وطرفية.

position-of = { $country }: الموقف
position-on = { $country }: الموقف من { $topic }
position-said = { $statements ->
    [zero] لا تصريحات
    [one] تصريح واحد
    [two] تصريحان
    [few] { $statements } تصريحات
    [many] { $statements } تصريحًا
   *[other] { $statements } تصريح
 }، { $speakers ->
    [zero] بلا متحدثين
    [one] متحدث واحد
    [two] متحدثان
    [few] { $speakers } متحدثين
    [many] { $speakers } متحدثًا
   *[other] { $speakers } متحدث
 }
position-newest = الأحدث: { $said }
position-newest-first = { $said }، الأحدث أولًا
position-searched = جرى البحث في: { $scope }
position-as-file = كملف
position-found-on = { $facts }. أُعدّ في { $day } ({ $zone }).
position-word-for-word = كل تصريح جزء من مقاله حرفيًا، ولا علامات اقتباس إلا حيث وضعها المقال. أما المنقول بالمعنى فصياغته لوسيلة الإعلام.
