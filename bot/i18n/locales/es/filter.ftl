# Mistakes in a filter; rules and words stay as they are typed.

filter-long = Este filtro tiene { $characters } caracteres; el límite es { $limit }.
    .step = Acórtelo.
filter-mistake = Este filtro tiene un error en el carácter { $at } ({ $near }): { $mistake }.
    .step = Ejemplo: { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = Este filtro tiene un error en el carácter { $at } ({ $near }): { $mistake }.
    .step = { $mend } Ejemplo: { $example }
filter-at-the-end = el final
filter-no-rule = { $name } no es una regla
filter-no-comma = falta una coma o un espacio
filter-no-word = falta una palabra
filter-unclosed = hay una comilla sin cerrar
filter-colon = { $word } contiene dos puntos
filter-no-letters = una palabra sin letras no encuentra nada
filter-no-language = { $word } no es un código de idioma
filter-quote-it = Póngala entre comillas.
filter-languages = Escriba `en`, `fr` o `ru`.
filter-did-you-mean = ¿Quería decir { $name }?
filter-rules = Las reglas son { $names }; ponga las demás palabras entre comillas.
filter-country-unknown = Este país u organismo no se conoce aquí: { $word }.
    .step = Escriba su nombre en inglés, como `country:Russia`, `country:“European Union”` o `country:NATO`.

filter-codes-wrong = { $word } no es un código de idioma.
    .step = Escribe códigos como en, ru o zh, separados por comas.
filter-codes-many = Son más de { $most } idiomas.
    .step = Elige menos, o none para todos.
filter-codes-others = Hay declaraciones en otros idiomas que { $languages }: pregunta sin ellos, o con language: y otros códigos.
