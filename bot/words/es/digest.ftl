# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Boletín
digest-looked = { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
 } de { $outlets ->
    [one] { $outlets } medio
   *[other] { $outlets } medios
 } desde: { $since }
digest-late = con retraso: Attaché estaba desconectado o no pudo publicar a las { $time }
digest-nothing = Nada nuevo desde: { $since }.
digest-nothing-about = Nada nuevo sobre este tema desde: { $since }.
digest-none-shown = No se pudo mostrar ninguna noticia.
digest-unchecked = omitidas porque no se pudieron comprobar sus citas: { $count }
digest-part = Parte { $page } de { $count }
digest-continued = continuación
digest-more-stories = Otras noticias
digest-articles = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
 }
digest-newest = el más reciente: { $when }
digest-left-out = { $count ->
    [one] { $count } declaración más en los artículos
   *[other] { $count } declaraciones más en los artículos
 }
digest-statements-more = más declaraciones en los artículos: { $count }
digest-outlets-more = { $count ->
    [one] y { $count } medio más
   *[other] y { $count } medios más
 }
digest-pasted = texto pegado
digest-others = Otros
digest-also = { $name }, también en { $others }
digest-span = { $first } – { $last }
digest-outcome-told = { $count ->
    [one] { $count } noticia
   *[other] { $count } noticias
 }
digest-outcome-nothing = nada nuevo
digest-outcome-late = { $outcome }, con retraso
digest-outcome-missed = perdido: no se pudo enviar en un plazo de { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
 }
