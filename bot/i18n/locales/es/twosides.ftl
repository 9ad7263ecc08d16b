# Dos relatos de un mismo hecho, uno junto al otro: columnas, imágenes y sus descripciones, terminal.

twosides-about = Dos versiones: { $about }
twosides-absent = no mencionado en este artículo
twosides-absent-in-all = no mencionado en estos artículos
twosides-legend = Una casilla vacía indica que el tema no se menciona; no es un desmentido.
twosides-left-out = { $count ->
    [one] { $count } declaración anterior omitida
   *[other] { $count } declaraciones anteriores omitidas
 }
twosides-as-picture = Como imagen
twosides-as-columns = En columnas
twosides-light = Claro
twosides-dark = Oscuro
# De quién es el tema de una fila.
twosides-both = Ambas partes
twosides-both-accuse = Ambas partes acusan
# $side es un país, un organismo o una persona; el verbo es el de lo que desmiente o rechaza.
twosides-disagree = Versiones contradictorias: { $side } { $act ->
   *[denies] desmiente
    [rejects] rechaza
 }
twosides-articles = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
 }
twosides-pasted = texto pegado
twosides-and-more = y { $count } más
twosides-more = y { $count } más en Quién dijo qué
twosides-more-in-all = y { $count } más en los artículos
twosides-also = también { $names }
twosides-also-in = también en { $names }
twosides-on = Tema: { $topic } ({ $note })
twosides-picture = Imagen { $number } de { $count }.
twosides-not-one = No es la misma noticia
twosides-split = Hecho. Estos { $count } artículos son ahora noticias separadas aquí.
twosides-unsplit = Deshecho. Vuelven a ser una sola noticia aquí.
twosides-undo = Deshacer
# Títulos de las filas sin expresión de los artículos, y lo que figura cuando una parte no dice más.
twosides-answers = { $side } responde
twosides-differ = En qué discrepan
twosides-rest = Qué más dice cada parte
twosides-each = Qué dice cada parte
twosides-nothing-else = nada más
