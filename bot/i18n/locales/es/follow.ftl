# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = Fuente añadida
follow-stands = Fuente { $number } aquí, en { $channel } · { $delivery }.
follow-each = cada entrada
follow-each-edited = cada entrada, editada cuando lo es el artículo
follow-for-digests = solo para boletines
follow-found-on = Encontrada en esa página: { $address }
follow-filter = Filtro { $filter }
follow-from-now = No se publica nada de lo que muestra ahora; lo que llegue desde ahora, sí. Los resúmenes incluyen lo más reciente del último día.
follow-others = Esa página indica otras fuentes: { $addresses }
follow-undo = Para deshacer: { $command }
follow-shows-nothing = No muestra nada por el momento.
follow-would-post = { $total ->
    [one] De la única entrada que muestra, habría publicado { $count }.
   *[other] De las { $total } entradas que muestra, habría publicado { $count }.
 }
follow-all-open = { $total ->
    [one] En la única entrada que muestra, todo depende de su artículo:
   *[other] De las { $total } entradas que muestra, todas las que pasan dependen de sus artículos:
 }
follow-newest-would-post = { $total ->
    [one] De su única entrada, habría publicado { $count }.
   *[other] De sus { $total } entradas más recientes, habría publicado { $count }.
 }
follow-newest-all-open = { $total ->
    [one] En su única entrada, todo depende de su artículo:
   *[other] De sus { $total } entradas más recientes, todas las que pasan dependen de sus artículos:
 }
follow-open = { $count ->
    [one] { $count } se decide al leer su artículo, por { $rules }
   *[other] { $count } se deciden al leer sus artículos, por { $rules }
 }
follow-filtered = { $count ->
    [one] { $count } queda excluida por { $rule }
   *[other] { $count } quedan excluidas por { $rule }
 }
follow-source-added = Fuente propia añadida
follow-new-token = Nueva clave
follow-token-renewed = Fuente { $number } aquí. La clave anterior ya no vale nada.
follow-token = Su clave, que solo se muestra ahora; nadie podrá consultarla después:
follow-sent-to = Mientras el bot funciona, los artículos se envían a { $address }. Para probarlo:
follow-token-lost = Si la clave se perdió o la vieron otros: { $command }
follow-refiltered = Filtro cambiado
follow-number-in = Fuente { $number } · { $name } en { $channel }
follow-no-filter = Ya no tiene filtro.
follow-holds = Vale para lo que llegue desde ahora y para lo que aún espera ser leído.
follow-feeds = Fuentes
follow-feeds-counted = Fuentes · { $count }
follow-none = Aquí no se sigue ninguna fuente. Para empezar: { $command }
follow-what-became = Qué fue de las entradas: { $command }
follow-older-ones = Anteriores: { $command }
follow-removed = Fuente eliminada
follow-no-more = La fuente { $number } · { $name } ya no se sigue en { $channel }.
follow-token-worthless = Su clave ya no funciona.
follow-paused = Fuente en pausa
follow-posts-nothing = La fuente { $number } · { $name } no publica nada en { $channel } por ahora; lo que llegue entretanto no se recupera.
follow-resumed = Fuente reanudada
follow-posts-again = La fuente { $number } · { $name } vuelve a publicar en { $channel }.
follow-silent-now = Por el momento no responde: { $reason }
follow-no-reason = no se conoce el motivo
follow-why = Qué pasó con los elementos
follow-nothing-yet = Todavía no ha llegado nada de ella.
follow-nothing-more = Nada más.
follow-another = Otra fuente
follow-older = Más antiguas ›
follow-importing = Importación de fuentes
follow-progress = { $done } de { $total }
follow-imported = Fuentes importadas
follow-imported-now = { $total ->
    [one] Desde ahora se sigue { $count } de { $total } fuentes.
   *[other] Desde ahora se siguen { $count } de { $total } fuentes.
 }
follow-imported-known = { $count ->
    [one] { $count } ya se seguía aquí.
   *[other] { $count } ya se seguían aquí.
 }
follow-imported-failed = No se pudieron añadir: { $count }
follow-imported-more = y { $count } más que no se pudieron añadir
follow-minutes = cada { $count } min
follow-hours = cada { $count } h
follow-untitled = sin título
follow-resting = en pausa
follow-last-item = última entrada: { $when }
follow-nothing-new = todavía nada nuevo
follow-filtered-by = filtro { $filter }
follow-cannot-post = ⚠ no puede publicar: { $reason } · { $command }
follow-sends-none = envía sus artículos · todavía no ha llegado ninguno
follow-sends-healthy = en buen estado · envía sus artículos
follow-sends = envía sus artículos
follow-not-looked = todavía no consultada
follow-healthy = en buen estado · se consulta { $cadence }
follow-failing = ⚠ falla
follow-given-up = ⚠ abandonada
follow-since = { $state } desde: { $when }
follow-because = { $state }: { $reason }
follow-again = se reintenta { $cadence }
follow-again-at = se reintenta: { $when }
follow-fate = { $fate ->
    [waiting] pendiente de lectura
    [posted] publicada
    [sending] en camino
    [digest] reservada para boletines
    [filtered] excluida por el filtro
    [duplicate] duplicada
    [old] antigua
    [paused] no publicada: la fuente estaba en pausa
    [held] retenida
    [followup] espera la continuación de su noticia
    [unchanged] nada nuevo sobre su noticia
   *[failed] fallida
 }
follow-fate-filtered = excluida por { $rule }
follow-fate-because = { $fate }: { $detail }
follow-seen = vista: { $when }
follow-desk-feeds = Fuentes
follow-desk-received = Recibidos
follow-desk-failing = Falla
follow-desk-cannot-post = No puede publicar
follow-desk-waiting = En espera
follow-desk-last = Último boletín
follow-desk-next = Próximo boletín
follow-desk-none = ninguna seguida
follow-desk-healthy = { $count ->
    [one] { $count } en buen estado
   *[other] { $count } en buen estado
 }
follow-desk-of-failing = { $healthy }, { $count ->
    [one] { $count } con fallos
   *[other] { $count } con fallos
 }
follow-desk-failing-more = { $count } más, véase { $command }
follow-desk-sources = { $count ->
    [one] { $count } de ellas envía sus artículos
   *[other] { $count } de ellas envían sus artículos
 }
follow-desk-sources-none = { $sources }; todavía no ha llegado ninguno
follow-desk-sources-last = { $sources }; último recibido: { $when }
follow-desk-to-read = { $count } por leer
follow-desk-to-post = { $count } por publicar
follow-desk-nothing = nada
follow-desk-held = { $queue }; retenidas: { $count }
follow-desk-waits = { $waiting }, desde hace { $lag }
follow-desk-waits-oldest = { $waiting }, la más antigua desde hace { $lag }
follow-desk-moment = menos de un minuto
follow-desk-minutes = { $count } min
follow-desk-hours = { $count } h
follow-date = { $day } de { $month ->
    [jan] enero
    [feb] febrero
    [mar] marzo
    [apr] abril
    [may] mayo
    [jun] junio
    [jul] julio
    [aug] agosto
    [sep] septiembre
    [oct] octubre
    [nov] noviembre
   *[dec] diciembre
 } de { $year }
follow-shown-before = La fuente ya la mostraba cuando se añadió.
follow-dated-back = Tiene fecha del { $date }, más de { $days ->
    [one] { $days } día
   *[other] { $days } días
 } antes de aparecer.
follow-dated-before = Tiene fecha del { $date }, antes de que se añadiera esta fuente.
follow-flood = Llegó con { $others ->
    [one] otra { $others }
   *[other] otras { $others }
 } a la vez, y solo se publican las { $most } más recientes.
follow-changed = Fuente cambiada
follow-follow-ups-now = Lo nuevo de una noticia publicada aparece { $place ->
    [none] en publicaciones propias
    [reply] como respuesta a su publicación
   *[thread] en el hilo de su publicación
 }.
follow-follow-ups = { $place ->
    [none] novedades en publicaciones propias
    [reply] novedades como respuesta
   *[thread] novedades en hilos
 }
follow-mentions = menciona { $role }
follow-mentions-limited = menciona { $role }, como mucho una vez por hora y { $day ->
    [one] { $day } vez
   *[other] { $day } veces
 } al día
follow-tagged = etiqueta { $tag }
follow-pictures = con imágenes de cabecera
