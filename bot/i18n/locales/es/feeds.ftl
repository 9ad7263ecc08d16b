# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = Esta fuente supera el límite de { $limit } MB.
    .step = Pida a su editor una más corta, o añada otra de sus fuentes.
feeds-empty = Esta fuente está vacía.
    .step = Compruebe el enlace en un navegador.
feeds-page-names = Esto es una página web, no una fuente. Menciona: { $named }.
    .step = Añada una de estas.
feeds-and-more = { $named } y { $count } más
feeds-page-names-none = Esto es una página web, no una fuente, y no menciona ninguna.
    .step = Busque en ella un enlace llamado RSS.
feeds-no-feed = Esto no es una fuente: no es RSS, ni Atom, ni JSON Feed.
    .step = Compruebe el enlace en un navegador.
feeds-nested = Esta fuente está anidada en más de 256 niveles, como ninguna fuente real.
    .step = Compruebe el enlace en un navegador.
feeds-never-read = Este sitio dice que la fuente no ha cambiado, aunque nunca se ha leído (código 304).
    .step = Compruebe el enlace en un navegador.
feeds-list-large = Esta lista supera el límite de { $limit } MB.
    .step = Impórtela por partes.
feeds-list-foreign = Este archivo no enumera fuentes: no es OPML, ni una exportación de MonitoRSS, ni un texto con direcciones.
    .step = Exporte la lista de nuevo, o escriba una dirección por línea.
feeds-list-long = Esta lista menciona más fuentes que el límite ({ $limit }).
    .step = Impórtela por partes.
feeds-list-empty = Esta lista no menciona ninguna fuente.
    .step = Exporte de nuevo la lista desde su lector de fuentes, como OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = { $name } se ha mudado definitivamente y se sigue en su nueva dirección.
feeds-answers-again = { $name } responde de nuevo.
feeds-gap = { $name } no muestra nada de lo que mostraba antes: puede que se hayan perdido entradas que aparecieron y desaparecieron.
feeds-gap-since = { $name } no muestra nada de lo que mostraba antes: puede que se hayan perdido entradas que aparecieron y desaparecieron desde el { $moment }.
feeds-withdrawn = { $name } fue retirada por su editor y ya no se consulta. { $reason } Quítela, o reanúdela para intentarlo de nuevo.
feeds-given-up = { $name } falla desde el { $since } y ya no se consulta. { $reason } Quítela, o reanúdela para intentarlo de nuevo.
feeds-failing = { $name } falla desde el { $since }. { $reason } Se reintenta por sí solo hasta el { $until }; compruebe su dirección, o quítela.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = demasiado antigua cuando el canal volvió a funcionar: solo se publican las más recientes (número: { $count })
feeds-too-late = ya era demasiado tarde para publicarla
feeds-record-unreadable = no se puede leer su registro
feeds-own-fault = Un fallo del propio Attaché; su registro dice más.
feeds-no-article = No se pudo leer ningún artículo allí.
feeds-restored = Estaba en espera cuando se hizo la copia de seguridad y puede que se publicara antes de restaurarla.
feeds-thread-closed = El hilo de su primera parte está cerrado o ya no existe.
    .step = No hace falta hacer nada.
# What is wrong with a feed that could be read all the same.
feeds-broken = El marcado de la fuente es defectuoso; se leyó hasta donde tiene sentido.
feeds-cut = El marcado de la fuente es defectuoso, y es demasiado larga para repararla entera; se leyó su comienzo.
# Of a feed that shows a crowd of items at once.
feeds-flood = { $name } muestra más de { $most } entradas nuevas a la vez: se publican las { $most } más recientes y las demás se guardan para los boletines. `/feed why` las muestra todas.
