# Mistakes in a filter; rules and words stay as they are typed.

filter-long = This filter has { $characters } characters; the limit is { $limit }.
    .step = Shorten it.
filter-mistake = This filter has a mistake at character { $at } ({ $near }): { $mistake }.
    .step = Example: { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = This filter has a mistake at character { $at } ({ $near }): { $mistake }.
    .step = { $mend } Example: { $example }
filter-at-the-end = the end
filter-no-rule = { $name } is not a rule
filter-no-comma = a comma or a space is missing
filter-no-word = a word is missing
filter-unclosed = a quotation mark is not closed
filter-colon = { $word } contains a colon
filter-no-letters = a word without letters matches nothing
filter-no-language = { $word } is not a language code
filter-quote-it = Put it in quotation marks.
filter-languages = Use en, fr or ru.
filter-did-you-mean = Did you mean { $name }?
filter-rules = The rules are { $names }; put other words in quotation marks.
filter-country-unknown = { $word } is not a country or organisation that I know.
    .step = Write its English name, such as `country:Russia`, `country:“European Union”` or `country:NATO`.

filter-codes-wrong = { $word } is not a language code.
    .step = Write codes such as en, ru or zh, with commas between them.
filter-codes-many = That is more than { $most } languages.
    .step = Choose fewer, or none for all.
filter-codes-others = Statements in other languages than { $languages } match: ask without them, or with language: and other codes.
