# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = المنطقة { $typed } تبقى على التوقيت الشتوي طوال العام وتعني عدة مناطق.
    .step = { $step }
zones-unknown = هذه المنطقة الزمنية غير معروفة هنا: { $typed }.
    .step = { $step }
zones-did-you-mean = هل تقصد { $names }؟
zones-or = { $names } أو { $last }
zones-how-to-write = اكتب المنطقة والمدينة، مثل `Europe/Berlin`، أو `UTC`.
