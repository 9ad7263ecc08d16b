# Links, pages and files that cannot be read: what is wrong with them, and what to do next.

sources-too-long = Esta dirección supera los { $limit } caracteres.
    .step = Dé el enlace simple del artículo.
sources-port = Esta dirección usa el puerto { $port }, donde no hay páginas web.
    .step = Dé el enlace habitual del artículo.
# Not contacted by the address guard; the place is sources-place.
sources-refused = Esta dirección lleva a { $place }, con la que este bot no se conecta.
    .step = Dé un enlace que cualquiera pueda abrir en internet, o pegue el texto del artículo.
sources-place = { $kind ->
    [itself] esta misma máquina
    [link-local] una dirección local de enlace (donde las nubes guardan sus metadatos)
    [multicast] una dirección de multidifusión
    [private] una red privada
   *[reserved] una dirección reservada
 }
sources-scheme = Solo se pueden leer direcciones que empiecen por http:// o https://.
    .step = Dé el enlace web del artículo.
sources-credentials = Esta dirección contiene un nombre de usuario o una contraseña.
    .step = Dé el enlace sin la parte anterior al signo @.
sources-unusable = Esta no es una dirección web utilizable.
    .step = Copie el enlace del artículo desde el navegador.
sources-elsewhere-unusable = Esa no es una dirección web utilizable.
sources-slow = Este sitio no entregó { $thing ->
    [feed] la fuente
   *[page] la página
 } en { $seconds } s.
    .step = Inténtelo más tarde, o pegue el texto del artículo.
sources-redirects-endlessly = Esta dirección redirige demasiadas veces (límite: { $count }).
    .step = Compruebe el enlace en un navegador.
sources-too-large = { $thing ->
    [feed] Esta fuente
   *[page] Esta página
 } supera el límite de { $limit } MB.
    .step = { $thing ->
        [feed] Pida a su editor una más corta, o añada otra de sus fuentes.
       *[page] Pegue la parte del texto que importa.
     }
sources-no-name-server = Ningún servidor de nombres responde por el nombre de este sitio.
    .step = Compruebe la red, o inténtelo más tarde.
sources-no-site = No hay ningún sitio con este nombre.
    .step = Compruebe la ortografía del enlace.
sources-certificate = El certificado de este sitio no es válido, así que nada de lo leído allí sería fiable.
    .step = Compruebe el enlace en un navegador.
sources-no-secure-connection = No se puede establecer una conexión segura con este sitio.
    .step = Compruebe el enlace en un navegador.
sources-connection-refused = Este sitio rechaza las conexiones.
    .step = Inténtelo más tarde, o pegue el texto del artículo.
sources-unreachable = No se puede acceder a este sitio.
    .step = Inténtelo más tarde, o pegue el texto del artículo.
sources-broken-off = Este sitio cortó la conexión antes de que la página estuviera completa.
    .step = Inténtelo más tarde, o pegue el texto del artículo.
sources-incomprehensible = No se entiende la respuesta de este sitio.
    .step = Compruebe el enlace en un navegador.
# The reason is a sentence of its own.
sources-redirected = { $thing ->
    [feed] Esta fuente
   *[page] Esta página
 } redirige a otro lugar. { $why }
    .step = { $thing ->
        [feed] Dé el enlace de la propia fuente.
       *[page] Dé el enlace del propio artículo.
     }
# What a body of bytes is instead of a page; said where the messages below name it.
sources-kind = { $kind ->
    [pdf] un documento PDF
    [image] una imagen
    [image-or-recording] una imagen o una grabación
    [archive-or-office] un archivo comprimido o un documento de oficina
    [office] un documento de oficina
    [compressed] un fichero comprimido
    [archive] un archivo comprimido
    [recording] una grabación
    [video] un vídeo
    [program] un programa
    [font] un tipo de letra
    [json] datos (JSON), no una página
    [xml] datos (XML), no una página
    [feed] una fuente de noticias, no un artículo
    [table] una tabla de datos
    [style] una hoja de estilo
    [download] un fichero para descargar
    [untyped] un contenido de tipo desconocido
   *[file] un fichero de tipo desconocido
 }
sources-kind-of-type = un contenido del tipo { $type }
sources-foreign-address = En esta dirección hay { $what }, y solo se pueden leer páginas y texto sin formato.
    .step = Dé el enlace de la página del artículo, o pegue su texto.
sources-foreign-page = Esto es { $what }, y solo se pueden leer páginas y texto sin formato.
    .step = Ábralo en un navegador y pegue en su lugar el texto del artículo.
sources-foreign-file = Este fichero es { $what }, diga lo que diga su nombre.
    .step = Suba el artículo como texto.
# When to try again: the end of the steps below.
sources-later = más tarde
sources-in-seconds = dentro de { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
 }
sources-in-minutes = dentro de { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
 }
sources-in-hours = dentro de { $count ->
    [one] { $count } hora
   *[other] { $count } horas
 }
sources-throttled = Este sitio pide menos peticiones (código { $status }).
    .step = Inténtelo de nuevo { $when }.
sources-overloaded = Este sitio está sobrecargado o en mantenimiento (código { $status }).
    .step = Inténtelo de nuevo { $when }.
sources-barred = Este sitio no deja que el bot lea { $thing ->
    [feed] esta fuente
   *[page] esta página
 }: muro de pago, inicio de sesión o bloqueo de programas (código { $status }).
    .step = { $thing ->
        [feed] Pregunte a su editor cómo pueden leerla los programas, o añada otra fuente.
       *[page] Ábrala en un navegador y pegue en su lugar el texto del artículo.
     }
sources-payment-required = { $thing ->
    [feed] Esta fuente
   *[page] Esta página
 } está tras un muro de pago (código { $status }).
    .step = { $thing ->
        [feed] Pregunte a su editor cómo pueden leerla los programas, o añada otra fuente.
       *[page] Ábrala en un navegador y pegue en su lugar el texto del artículo.
     }
sources-withheld = { $thing ->
    [feed] Esta fuente
   *[page] Esta página
 } no está disponible por motivos legales (código { $status }).
    .step = { $thing ->
        [feed] Pregunte a su editor cómo pueden leerla los programas, o añada otra fuente.
       *[page] Ábrala en un navegador y pegue en su lugar el texto del artículo.
     }
sources-not-found = No hay { $thing ->
    [feed] ninguna fuente
   *[page] ninguna página
 } en esta dirección (código { $status }).
    .step = Compruebe el enlace; puede que { $thing ->
        [feed] la fuente
       *[page] la página
     } haya cambiado de sitio.
sources-repeat = Este sitio pide repetir la petición (código { $status }).
    .step = Inténtelo más tarde.
sources-fault = Este sitio tiene un fallo propio (código { $status }).
    .step = Inténtelo más tarde.
sources-no-answer = Este sitio no respondió con { $thing ->
    [feed] una fuente
   *[page] una página
 } (código { $status }).
    .step = Compruebe el enlace en un navegador.
sources-empty-page = Esta página está vacía.
    .step = Compruebe el enlace en un navegador.
sources-paywall = Esta página está tras un muro de pago: solo figura el comienzo del artículo.
    .step = Ábrala en un navegador y pegue en su lugar el texto del artículo.
sources-too-many-tags = Número de etiquetas de esta página: { $tags }; el límite es { $limit }.
    .step = Pegue la parte del texto que importa.
sources-no-article = No se encontró ningún artículo en esta página.
    .step = Dé el enlace del propio artículo, o pegue su texto.
sources-text-short = Este texto es demasiado corto para leerlo.
    .step = Pegue un artículo entero, o dé un enlace a uno.
sources-text-long = Este texto tiene { $characters } caracteres; el límite es { $limit }.
    .step = Dé la parte que importa.
sources-file-kinds = Solo se pueden leer ficheros que terminen en .txt, .md, .html o .htm.
    .step = Guarde el artículo en uno de estos formatos.
sources-file-large = Este fichero supera el límite de { $limit } MB.
    .step = Suba la parte que importa.
