# Mistakes in a filter; rules and words stay as they are typed.

filter-long = Число знаков в этом фильтре: { $characters }; предел — { $limit }.
    .step = Сократите его.
filter-mistake = В этом фильтре ошибка в знаке { $at } ({ $near }): { $mistake }.
    .step = Пример: { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = В этом фильтре ошибка в знаке { $at } ({ $near }): { $mistake }.
    .step = { $mend } Пример: { $example }
filter-at-the-end = конец
filter-no-rule = правила { $name } нет
filter-no-comma = не хватает запятой или пробела
filter-no-word = не хватает слова
filter-unclosed = кавычка не закрыта
filter-colon = в слове { $word } есть двоеточие
filter-no-letters = слово без букв ничего не найдёт
filter-no-language = { $word } — не код языка
filter-quote-it = Возьмите его в кавычки.
filter-languages = Напишите `en`, `fr` или `ru`.
filter-did-you-mean = Возможно, вы имели в виду { $name }?
filter-rules = Правила: { $names }; другие слова берите в кавычки.
filter-country-unknown = Такая страна или организация здесь неизвестна: { $word }.
    .step = Напишите английское название, например `country:Russia`, `country:“European Union”` или `country:NATO`.

filter-codes-wrong = { $word } не код языка.
    .step = Пишите коды, например en, ru или zh, через запятую.
filter-codes-many = Это больше, чем { $most } языков.
    .step = Выберите меньше; none — все.
filter-codes-others = Подходят высказывания на других языках, кроме { $languages }: спросите без них или с language: и другими кодами.
