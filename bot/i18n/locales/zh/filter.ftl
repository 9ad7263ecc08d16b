# Mistakes in a filter; rules and words stay as they are typed.

filter-long = 该筛选条件有 { $characters } 个字符，上限为 { $limit } 个。
    .step = 请缩短。
filter-mistake = 该筛选条件在第 { $at } 个字符处有误（{ $near }）：{ $mistake }。
    .step = 例如：{ $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = 该筛选条件在第 { $at } 个字符处有误（{ $near }）：{ $mistake }。
    .step = { $mend }例如：{ $example }
filter-at-the-end = 末尾
filter-no-rule = { $name } 不是规则
filter-no-comma = 缺少逗号或空格
filter-no-word = 缺少一个词
filter-unclosed = 有引号未闭合
filter-colon = { $word } 含有冒号
filter-no-letters = 没有字母或文字的词找不到任何内容
filter-no-language = { $word } 不是语言代码
filter-quote-it = 请将其放在引号中。
filter-languages = 请写 `en`、`fr` 或 `ru`。
filter-did-you-mean = 您是指 { $name } 吗？
filter-rules = 规则有 { $names }；其他词请放在引号中。
filter-country-unknown = 这里不认识此国家或机构：{ $word }。
    .step = 请写其英文名称，例如 `country:Russia`、`country:“European Union”` 或 `country:NATO`。

filter-codes-wrong = { $word } 不是语言代码。
    .step = 请写 en、ru 或 zh 这样的代码，以逗号分隔。
filter-codes-many = 超过了 { $most } 种语言。
    .step = 请少选一些，或用 none 表示全部。
filter-codes-others = { $languages } 以外的语言中有符合的言论：请去掉它们再问，或用 language: 加其他代码。
