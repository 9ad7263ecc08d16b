# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Boletín
digest-looked = { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
 } de { $outlets ->
    [one] { $outlets } medio
   *[other] { $outlets } medios
 } desde: { $since }
digest-late = Con retraso: Attaché estaba desconectado o no pudo publicar a las { $time }
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
digest-outlets-more = { $count ->
    [one] y { $count } medio más
   *[other] y { $count } medios más
 }
digest-also = { $name }, también en { $others }
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
digest-every-day = todos los días
digest-day = { $day ->
    [monday] lunes
    [tuesday] martes
    [wednesday] miércoles
    [thursday] jueves
    [friday] viernes
    [saturday] sábado
   *[sunday] domingo
 }
digest-days = de { $first } a { $last }
digest-when = { $time } { $zone }, { $days }
digest-quiet = silencio { $hours }
digest-about = { $when }, sobre { $topic }
digest-scheduled = Boletín programado
digest-comes = Boletín { $number }: { $when }, en { $channel }.
digest-undo = Para deshacer: { $command }
digest-schedules = Boletines programados
digest-schedules-counted = Boletines programados · { $count }
digest-schedules-none = Aquí no hay ninguno programado. Para empezar: { $command }
digest-removed = Boletín eliminado
digest-comes-no-more = El boletín { $number } ({ $when }) ya no sale en { $channel }.
digest-paused = Boletín en pausa
digest-left-out-now = El boletín { $number } ({ $when }) se omite por ahora.
digest-resumed = Boletín reanudado
digest-comes-again = El boletín { $number } ({ $when }) vuelve a salir en { $channel }.
digest-next = Próximo: { $when }
digest-opens = El primero llega en un momento, en cuanto se hayan leído las fuentes.
digest-moved = Las horas de silencio o un cambio de hora lo trasladan a las { $time }, hora local.
digest-silent = no dice nada cuando no hay nada nuevo
digest-resting = en pausa · { $command }
digest-last = último: { $outcome }
digest-last-on = último, del { $day }: { $outcome }
# Una línea que trae un solo medio, y una noticia en la que se cita a una sola parte.
digest-only = solo { $name }
digest-one-side = Solo se cita a una parte: { $side }.
digest-new-since = Nuevo desde { $when }
digest-unchanged = ya contado, sin novedades: { $count }
digest-direct = mensajes directos
digest-outcome-closed = detenido: los mensajes directos están cerrados
digest-all-stories = { $count ->
    [one] { $count } historia
   *[other] Las { $count } historias
 }
digest-period = desde { $since } hasta { $until }
digest-all-by = Todas las historias con todos sus medios: { $command }
