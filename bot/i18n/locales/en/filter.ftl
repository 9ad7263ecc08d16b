# Mistakes in a filter; rules and words stay as they are typed.

filter-long = This filter has { $characters } characters; { $limit } are the limit.
    .step = Shorten it.
filter-mistake = This filter has a mistake at character { $at } ({ $near }): { $mistake }.
    .step = Example: { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = This filter has a mistake at character { $at } ({ $near }): { $mistake }.
    .step = { $mend } Example: { $example }
filter-at-the-end = the end
filter-no-rule = { $name } is no rule
filter-no-comma = a comma or a space is missing
filter-no-word = a word is missing
filter-unclosed = a mark is not closed
filter-colon = { $word } holds a colon
filter-no-letters = a word without letters finds nothing
filter-no-language = { $word } is no code of a language
filter-quote-it = Set it in quotation marks.
filter-languages = Write en, fr or ru.
filter-did-you-mean = Did you mean { $name }?
filter-rules = Rules are { $names }; set other words in quotation marks.
filter-country-unknown = { $word } is no country or body that is known here.
    .step = Write its English name, such as `country:Russia`, `country:“European Union”` or `country:NATO`.
