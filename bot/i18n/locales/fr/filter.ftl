# Mistakes in a filter; rules and words stay as they are typed.

filter-long = Ce filtre compte { $characters } caractères ; la limite est de { $limit }.
    .step = Raccourcissez-le.
filter-mistake = Ce filtre comporte une erreur au caractère { $at } ({ $near }) : { $mistake }.
    .step = Exemple : { $example }
# The same with what may mend it, a sentence of its own.
filter-mistake-to-mend = Ce filtre comporte une erreur au caractère { $at } ({ $near }) : { $mistake }.
    .step = { $mend } Exemple : { $example }
filter-at-the-end = la fin
filter-no-rule = { $name } n’est pas une règle
filter-no-comma = il manque une virgule ou un espace
filter-no-word = il manque un mot
filter-unclosed = un guillemet n’est pas fermé
filter-colon = { $word } contient un deux-points
filter-no-letters = un mot sans lettres ne trouve rien
filter-no-language = { $word } n’est pas un code de langue
filter-quote-it = Mettez-le entre guillemets.
filter-languages = Écrivez `en`, `fr` ou `ru`.
filter-did-you-mean = Vouliez-vous dire { $name } ?
filter-rules = Les règles sont { $names } ; mettez les autres mots entre guillemets.
filter-country-unknown = Ce pays ou cet organisme n’est pas connu ici : { $word }.
    .step = Écrivez son nom anglais, par exemple `country:Russia`, `country:“European Union”` ou `country:NATO`.

filter-codes-wrong = { $word } n’est pas un code de langue.
    .step = Écrivez des codes comme en, ru ou zh, séparés par des virgules.
filter-codes-many = C’est plus de { $most } langues.
    .step = Choisissez-en moins, ou none pour toutes.
filter-codes-others = Des déclarations dans d’autres langues que { $languages } correspondent : demandez sans elles, ou avec language: et d’autres codes.
