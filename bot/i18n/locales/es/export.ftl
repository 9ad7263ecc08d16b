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
