# The command line: its help, and what it says on standard error. Names of commands, options and values stay as they are.

cli-about = Attaché lee noticias diplomáticas y dice, con las palabras de los propios artículos, quién dijo qué.
cli-examples = ejemplos:
cli-example-analyse = el resumen, para una persona
cli-example-json = lo mismo como un objeto JSON
cli-example-batch = {"{\"id\", \"text\"}"} por línea de entrada, un análisis por línea de salida
cli-example-console = el ejemplo incluido y luego todas las órdenes en este terminal
cli-example-export = todas las declaraciones, para una hoja de cálculo; una carpeta para un sitio
cli-example-run = el bot; necesita DISCORD_TOKEN
cli-example-backup = todo el archivo en un fichero; restore lo vuelve a leer
cli-commands = órdenes
cli-console = ejecutar todas las órdenes en este terminal, sin Discord
cli-console-sample = empezar con el resumen del artículo de ejemplo incluido
cli-run = ejecutar el bot en Discord
cli-run-about = Ejecuta el bot o uno de sus procesos: con un archivo en PostgreSQL, varios procesos en tantas máquinas como se quiera se reparten el trabajo. Véase docs/operating.md.
cli-run-roles = lo que hace este proceso, separado por comas: gateway, work, send, receive (por defecto: todo)
cli-doctor = comprobar ajustes, archivo, modelo, red y token; decir qué hacer
cli-doctor-offline = omitir lo que necesita la red
cli-analyse = leer un artículo o un archivo de textos
cli-analyse-about = Lee un artículo y muestra quién dijo qué. No se guarda nada.
cli-analyse-target = un archivo de texto o HTML, una dirección web, o - para la entrada estándar
cli-analyse-batch = un archivo (o -) con {"{\"id\", \"text\"}"} por línea; el mismo orden de salida
cli-analyse-json = mostrar un objeto JSON
cli-analyse-sentences = frases clave (por defecto: 5)
cli-analyse-workers = procesos para --batch (por defecto: uno por núcleo)
cli-export = escribir las declaraciones como CSV, JSON Lines o un sitio que se abre desde su carpeta
cli-export-about = Escribe lo que contiene el archivo: quién dijo qué y en qué artículo. Lo que pegaron personas y lo que enviaron fuentes para un solo servidor no sale, salvo que --owner diga de quién es. Véase docs/export.md.
cli-export-out = un archivo (csv, jsonl), una carpeta (html), o - para la salida estándar
cli-export-format = por defecto: según la terminación de OUT, csv para la salida estándar, si no html
cli-export-who = solo declaraciones de una persona, un país, un organismo o un cargo
cli-export-words = solo las que tengan todas estas palabras; "una frase", palabra*
cli-export-since = desde este día (UTC): 2026-03-01, 30d, March
cli-export-until = hasta el final de este día
cli-export-stories = con lo hallado, todo lo demás que se dijo de los mismos hechos
cli-export-attitudes = también pensamientos y deseos que nadie comunicó
cli-export-confidence = la confianza mínima (por defecto: la de las tarjetas, 0.5)
cli-export-owner = también los artículos privados de discord:<user id> o de console
cli-export-bom = csv: empezar con la marca por la que Excel reconoce UTF-8
cli-export-force = reemplazar lo que haya en OUT
cli-too-few = debe ser al menos 1
cli-no-share = debe estar entre 0 y 1
cli-paste = Pegue el artículo y pulse Ctrl-D en una línea vacía.
cli-unreadable = No se puede leer { $path }: { $reason }.
    .step = Dé la ruta de un archivo de texto o HTML, una dirección web que empiece por https://, o - para la entrada estándar.
cli-batch-unreadable = No se puede leer { $path }: { $reason }.
    .step = Dé la ruta de un archivo JSON Lines.
cli-no-such-file = no existe tal archivo
cli-is-folder = es una carpeta
cli-not-allowed = no se permite abrirlo
cli-no-path = no es una ruta utilizable
cli-reading = leyendo
cli-texts = textos
cli-bom-alone = --bom es solo para CSV.
    .step = Omítalo o dé --format csv.
cli-site-needs-folder = Un sitio necesita una carpeta.
    .step = Dé su ruta en lugar de -, o --format csv o jsonl.
cli-turned-round = --since es posterior a --until.
    .step = Intercámbielos.
cli-alike = nombres parecidos a { $who }: { $names }
cli-written = { $count ->
    [one] { $count } declaración a { $where }
   *[other] { $count } declaraciones a { $where }
 }
cli-standard-output = la salida estándar
cli-damaged = { $count ->
    [one] se omitió { $count } artículo dañado
   *[other] se omitieron { $count } artículos dañados
 }
cli-unmatched = { $count ->
    [one] se omitió { $count } declaración cuyas citas no coincidían con el artículo
   *[other] se omitieron { $count } declaraciones cuyas citas no coincidían con el artículo
 }
cli-exporting = exportando
cli-statements = declaraciones
cli-backup = escribir todo el archivo en un fichero mientras el bot funciona
cli-backup-about = Escribe un estado completo del archivo en un fichero comprimido, el mismo desde SQLite y PostgreSQL. El bot puede seguir funcionando. El fichero contiene lo que las personas pegaron y configuraron: guárdelo tan en privado como el archivo.
cli-backup-out = un fichero, o - para la salida estándar
cli-backup-force = reemplazar el fichero que haya en OUT
cli-restore = convertir una copia de seguridad en el archivo, con el bot parado
cli-restore-about = Convierte una copia de seguridad en el archivo que indican los ajustes, en SQLite o PostgreSQL: por completo o en absoluto.
cli-restore-in = un fichero que escribió backup, o - para la entrada estándar
cli-restore-force = reemplazar un archivo que no está vacío
cli-move = copiar el archivo de SQLite a PostgreSQL, con el bot parado
cli-move-about = Copia el archivo que indican los ajustes a una base PostgreSQL vacía y compara ambos. Lo que se interrumpa, como sea que termine, continúa donde estaba al dar de nuevo la misma orden.
cli-move-target = postgresql://user:password@host/name, o - para leerla de la entrada estándar
cli-move-afresh = vaciar lo que dejó allí una copia anterior y empezar de nuevo
cli-backed-up = { $count ->
    [one] { $count } fila a { $where }
   *[other] { $count } filas a { $where }
 }
cli-restored = { $count ->
    [one] { $count } fila; el archivo está como estaba el { $day } a las { $time } UTC
   *[other] { $count } filas; el archivo está como estaba el { $day } a las { $time } UTC
 }
cli-restored-told = lo que muestran ahora las fuentes y los boletines pendientes cuentan como dichos: nada se publica dos veces
cli-moved = { $count ->
    [one] { $count } fila
   *[other] { $count } filas
 } de { $tables ->
    [one] { $tables } tabla
   *[other] { $tables } tablas
 }: ambos lados contienen lo mismo
cli-moved-next = ponga la nueva dirección en DATABASE_URL; el fichero anterior no ha cambiado y entonces ya no hace falta
cli-backup-no-text = Una copia de seguridad no es texto para un terminal.
    .step = Dé un fichero o envíela a otro programa.
cli-backup-folder = { $path } es una carpeta.
    .step = Dé un fichero dentro de ella.
cli-backup-there = { $path } ya existe.
    .step = Dé otro fichero, o --force para reemplazarlo.
cli-backup-unreadable = No se puede leer { $path }: { $reason }.
    .step = Dé un fichero que escribió `backup`.
cli-rows = filas
cli-analyse-why = explica cómo se asignó el hablante de la declaración N (desde 1)
cli-why-missing = Este artículo no tiene la declaración { $number }; tiene { $count }.
    .step = Indique otro número.
cli-why-unread = En el idioma de este artículo no se lee quién dijo qué.
    .step = Analícelo sin --why.
cli-why-pronoun = A quién se refiere el pronombre
cli-why-referent = A quién se refiere la fuente
cli-why-certainty = Si ese nombre es correcto
cli-why-stated_office = Qué cargo figura junto al nombre
cli-why-described_office = Qué descripción es de esta persona
cli-why-country = Por qué país habla
cli-why-none = ninguno
cli-why-nothing = No se consultó ningún clasificador: el texto nombra al hablante.
# The catalogue of sources, for those who maintain it.
cli-catalogue = comprobar qué fuentes del catálogo responden
cli-catalogue-check = check: preguntar una vez a cada fuente
cli-catalogue-words = solo las fuentes cuyo nombre tiene estas palabras
cli-catalogue-pack = solo las fuentes de un lote
cli-catalogue-none = Ninguna fuente del catálogo tiene estas palabras.
    .step = Dé otras palabras, o ninguna para todas.
cli-catalogue-checked = Responden { $count } de { $total } fuentes.
cli-setup = conectar el bot con Discord: token, archivo de ajustes, invitación
cli-setup-about = Conecta el bot con Discord: pide su token, lo comprueba con Discord, escribe el archivo de ajustes, muestra la invitación y comprueba esta máquina.
