# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = Una cronología trata de alguien o de algo.
    .step = Nombre a quien habla, o el tema.
desk-country-unknown = Este país u organización no se conoce aquí: { $typed }.
    .step = Escriba su nombre en inglés, como `Norway` o `European Union`.
# The scope tells in how many articles of which dates.
desk-nothing-found = No se encontró nada en { $scope }.
    .step = { $step }
desk-nothing-by = No se encontró nada de { $who } en { $scope }.
    .step = { $step }
desk-nothing-about = No se encontró nada sobre { $about } en { $scope }.
    .step = { $step }
desk-nothing-by-about = No se encontró nada de { $who } sobre { $about } en { $scope }.
    .step = { $step }
desk-try-otherwise = Pruebe otra ortografía o menos palabras.
desk-try-other-topics = Hay citas de { $who } sobre otros temas: omita este para verlas.
desk-did-you-mean = ¿Quería decir { $names }?
desk-or = { $first } o { $other }
desk-style-unknown = Un boletín es completo (`full`) o breve (`short`), no { $typed }.
    .step = Elija `full` o `short`.
desk-none-of-this-kind = Se encontraron declaraciones sobre esto, pero ninguna de este tipo: { $acts }.
    .step = Pregunte en su lugar qué se dijo.
desk-none-quoted = Lo que se encontró es estilo indirecto: ningún artículo lo da entre comillas.
    .step = Pregunte en su lugar qué se dijo.
desk-post-unknown = No se recuerda nada de esta publicación.
    .step = Consulte `/feed why` si administra este servidor.
desk-search-of-nothing = No hay nada que buscar.
    .step = Nombre a quien habla, o el tema.
desk-search-long = Eso supera los { $limit } caracteres.
    .step = Dé las palabras que importan.
desk-dates-leave-nothing = La fecha de inicio es posterior a la de fin.
    .step = Dé un `since` anterior o un `until` posterior.
desk-search-forgotten = Lo que se preguntó aquí ya no se recuerda.
    .step = Pregunte de nuevo con `/said`.
desk-one-side = Solo se nombró una parte.
    .step = Nombre `a` y `b`, o ninguna.
desk-sides-of-nothing = No hay nada que comparar.
    .step = Dé un artículo, o dos partes `a` y `b`, o el tema.
desk-sides-overlap = Algunos hablantes pertenecen a ambas partes.
    .step = Nombre dos países, o dos personas.
desk-sides-uncertain = No se encontró nada lo bastante seguro de ninguna de las partes.
    .step = Dé en su lugar un artículo.
desk-sides-not-mentioned = Ninguna de las partes menciona { $about } en { $place ->
    [article] este artículo
   *[articles] estos artículos
 }.
    .step = Pruebe otra palabra, u omítala.
desk-no-two-sides = { $place ->
    [article] Este artículo no cita
   *[articles] Estos artículos no citan
 } a dos partes.
    .step = Citados: { $names }. «Quién dijo qué» muestra sus palabras.
desk-no-sides-at-all = { $place ->
    [article] Este artículo no cita
   *[articles] Estos artículos no citan
 } a dos partes.
    .step = Nadie es citado en él con certeza.
desk-source-known = La fuente { $number } ya tiene ese nombre.
    .step = Elija otro nombre, o renueve su token con `feed token number:{ $number }`.
desk-feed-has-title = Una fuente tiene su propio título.
    .step = Dé un nombre solo con `url:push`, u omítalo.
desk-list-over-room = Fuentes nuevas en esta lista: { $count }; plazas libres: { $free } de { $most }, el límite.
    .step = Quite algunas fuentes, o acorte la lista.
desk-no-feeds = Aquí no se sigue ninguna fuente.
    .step = Añada una primero.
desk-feed-set-nothing = No se ha cambiado nada, porque no se dio ninguna opción.
    .step = Añada una de { $options }
desk-not-receiving = Este bot no acepta artículos que se le envíen.
    .step = Quien lo gestiona debe definir antes `RECEIVE_ADDRESS`.
desk-feeds-full = Ya se sigue aquí el máximo de fuentes ({ $most }).
    .step = Quite una primero.
desk-no-address = Esto no es una dirección web.
    .step = Dé la dirección de una fuente, o de una página que la tenga, como la de un ministerio.
desk-alert-unknown = No se recuerda nada de este aviso.
    .step = Consulte `/watch list`.
desk-watch-of-another = Este seguimiento es de otra persona.
    .step = Solo quien lo creó puede detenerlo.
desk-watch-removed = Este seguimiento ya se había quitado.
    .step = Consulte `/watch list`.
desk-no-watch = No tiene ningún seguimiento { $number }.
    .step = Consulte `/watch list`.
desk-watch-known = Ya lo tiene: es el seguimiento { $number }.
    .step = Consulte `/watch list`.
desk-watches-full = Ya tiene el máximo de seguimientos ({ $most }).
    .step = Quite uno primero con `/watch remove`.
desk-interest-long = Un hablante o un tema tiene como máximo { $limit } caracteres.
    .step = Dé un nombre o unas pocas palabras.
desk-interest-empty = Un seguimiento necesita a alguien o algo que seguir.
    .step = Dé un hablante (un nombre o un país), un tema, o ambos.
desk-feed-followed = Este canal ya sigue esa fuente.
    .step = Elija otro canal, o quítela primero.
desk-feed-followed-as = Este canal ya sigue esa fuente, con el número { $number }.
    .step = Elija otro canal, o quítela primero.
desk-no-feed-of-number = Aquí no hay ninguna fuente número { $number }.
    .step = Muestre la lista para ver sus números.
desk-feed-has-no-token = La fuente número { $number } se consulta y no tiene token.
    .step = Muestre la lista para ver cuáles se envían.
# Of the command line.
desk-role-unknown = { $name } no es una función.
    .step = Las funciones son { $roles }; si se omiten, un proceso las tiene todas.
desk-no-role = No se dio ninguna función.
    .step = Nombre algunas de { $roles }, u omita `--roles` para tenerlas todas.
# Of a source that sends its articles itself.
desk-source-name = Una fuente necesita un nombre de { $limit } caracteres como máximo.
    .step = Nombre la redacción a la que representa.
desk-story-of-one = Este artículo ya está solo aquí.
desk-no-source = Esto no es ni una dirección web ni una fuente del catálogo.
    .step = La más cercana es { $near }. Para verlas todas: /feed browse.
desk-own-sources = La tabla de fuentes { $name } no se puede leer.
    .step = Cada fila tiene diez campos separados por tabuladores; docs/sources.md los nombra.
desk-nothing-read = Aquí aún no se ha leído nada, así que no hay dónde buscar.
    .step = Deme un artículo (un enlace, un archivo o su texto) o siga una fuente.
desk-nothing-dated = No se ha leído ningún artículo de esas fechas; hay { $scope }.
    .step = Dé otras fechas u omítalas.
desk-digest-of-no-feeds = Aquí no se sigue ninguna fuente, y un resumen se hace con lo que traen las fuentes.
    .step = Siga una con feed add; said encuentra lo que dicen los artículos que usted dio.
desk-digest-unread = Aún no se puede mostrar nada: todavía se están leyendo los elementos de sus fuentes. Pregunte de nuevo en un minuto.
