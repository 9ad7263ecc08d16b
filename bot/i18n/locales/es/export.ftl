# Where an export cannot be written, and what to do next.

export-folder = { $path } es una carpeta.
    .step = Dé la ruta de un fichero, o `-` para la salida estándar.
export-file-there = { $path } ya existe.
    .step = Dé otra ruta, o `--force` para reemplazarlo.
export-file = { $path } es un fichero.
    .step = Un sitio necesita una carpeta: dé otra ruta.
export-folder-there = { $path } ya existe.
    .step = Dé otra carpeta, o `--force` para reemplazarla.
export-no-export = { $path } no contiene ninguna exportación.
    .step = Solo se reemplaza una exportación: dé otra carpeta.
# The reason is the system's own, in its English, or the message below.
export-unwritten = No se puede escribir { $path }: { $reason }.
    .step = Compruebe la ruta, su carpeta y el disco.
export-system-refused = el sistema se negó

# Alrededor de las páginas de una exportación y de un canal. «#» es el número de resultados.
export-page-skip = Ir al contenido
export-page-site = Sitio
export-page-foot = Las palabras están tomadas de los artículos letra por letra. Las comillas son las de los artículos. Quién habla lo ha encontrado un programa y puede estar equivocado: sigue el enlace antes de citar.
export-page-search = Buscar personas e historias
export-page-placeholder = Un nombre, un país, una palabra de un título
export-page-found = Resultados: { $count }
export-page-found-more = Resultados: { $count } o más
export-page-found-first = Solo se muestran los primeros ({ $count }): escribe más.
export-page-found-none = No se encontró nada. Prueba con un apellido, un país o una palabra de un título.
export-page-noscript = La búsqueda necesita JavaScript.
export-page-topic = Tema
export-page-pages = Páginas
export-page-posted = Publicado en este canal
export-page-posted-at = Publicado:
export-page-atom = Canal Atom
export-page-nothing = Aquí todavía no se ha publicado nada.
export-page-kind-post = mensaje
export-page-kind-speaker = persona
