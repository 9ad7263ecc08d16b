# Lo que comparten todas las fichas de un artículo, y su resumen. Nunca las palabras del propio artículo.

article-pasted = Texto pegado
article-summary = Resumen
article-key-sentences = Frases clave
article-two-sides = Dos versiones
article-source = Fuente
article-no-sentence = No se pudo elegir ninguna frase de este artículo.
article-in-order = Frases del artículo, palabra por palabra, en su orden.
article-in-context = El párrafo del artículo, palabra por palabra; la declaración, en negrita.
article-statement-gone = Esa declaración no está en el artículo guardado.
    .step = Vuelva a pedir quién dijo qué.
article-not-about = Esto pregunta por una publicación, no por un artículo.
    .step = Use en su lugar /feed why.
article-page = Página { $page } de { $count }
article-previous = ‹ Anterior
article-next = Siguiente ›
article-untitled = Sin título
# Junto al nombre de un medio que un Estado financia o controla.
article-state = { $state ->
    [state-funded] de financiación estatal
    [state-controlled] de control estatal
   *[labelled] { $state }
 }
article-file-named = { $name } es el nombre de un archivo, que no puedo abrir desde aquí.
    .step = Envíeme el archivo por mensaje directo o pegue su texto.
