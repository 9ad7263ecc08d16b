# Lo que cualquiera dijo sobre cualquier cosa: qué se buscó, cuánto se encontró, los botones.

said-about = { $who }: { $about }
said-statements = Declaraciones
said-and-others = { $names } y más
said-found = { $count ->
    [one] { $count } declaración
   *[other] { $count } declaraciones
 }
said-found-over = más de { $count } declaraciones
said-found-about = unas { $count } declaraciones
said-from = desde el { $day }
said-before = antes del { $day }
said-newest-first = las más recientes primero
said-earliest-first = las primeras primero
said-here = aquí { $name }
said-read-on = leído el { $day }
said-page = Página { $page }
said-newer = ‹ Más recientes
said-older = Anteriores ›
# The same where the earliest come first.
said-older-back = ‹ Anteriores
said-newer-on = Más recientes ›
said-as-table = Como tabla
said-newest = { $found }; estas son las { $count } más recientes.
# Lo que se recorrió; solo o dentro de una frase.
said-scope = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
 }
said-scope-of-day = { said-scope } del { $day }
said-scope-of-days = { said-scope } del { $first } al { $last }
# Palabras del artículo junto a una declaración que dicen de qué trata.
said-context = contexto: { $words }
