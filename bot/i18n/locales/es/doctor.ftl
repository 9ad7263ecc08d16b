# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] bien
    [warn] aviso
   *[fail] fallo
 }
doctor-subject = { $subject ->
    [archive] archivo
    [commands] órdenes
    [data] datos
    [installs] acceso
    [intents] intents
    [model] modelo
    [network] red
    [python] python
    [running] marcha
    [server] servidor
    [settings] ajustes
   *[token] token
 }
doctor-settings = El entorno y .env se pueden usar.
doctor-python = Python { $version }.
doctor-python-untested = Python { $version } no está entre las versiones probadas.
    .step = Use Python 3.11 a 3.14.
doctor-data = Se puede escribir en { $folder }.
doctor-data-locked = No se puede escribir nada en { $folder }: { $reason }.
    .step = Ponga en ATTACHE_DATA_DIR una carpeta que sea suya.
doctor-archive = { $count ->
    [one] { $count } artículo; la base de datos está íntegra.
   *[other] { $count } artículos; la base de datos está íntegra.
 }
doctor-archive-damaged = El archivo está dañado: { $damage }.
    .step = Restáurelo desde una copia de seguridad.
doctor-model = { $version }: los archivos son los publicados; una frase se lee en { $took } ms.
doctor-languages = { $count } idiomas más: los archivos son los publicados; una frase se lee en { $took } ms.
doctor-model-blind = El lector no encuentra a nadie en una simple cita.
    .step = Vuelva a instalar el programa.
doctor-network = Se puede obtener { $page }.
doctor-network-none = No se puede obtener { $page }: { $reason }
    .step = Compruebe la conexión, el servicio de nombres y el cortafuegos. Los textos y archivos se leen sin red.
doctor-token-none = DISCORD_TOKEN no está definido: solo funciona el terminal.
    .step = Para el bot en Discord, ejecute `python -m bot setup`: README, “On Discord”.
doctor-token-silent = No se puede consultar a Discord sobre el token.
    .step = Inténtelo más tarde.
doctor-token-refused = Discord no acepta el token.
    .step = Cópielo de nuevo del portal de desarrolladores (Bot, Reset Token) en DISCORD_TOKEN.
doctor-token-status = Discord responde con el estado { $status }.
    .step = Inténtelo más tarde.
doctor-token = { $count ->
    [one] Discord lo conoce como { $name }, en { $count } servidor.
   *[other] Discord lo conoce como { $name }, en { $count } servidores.
 }
doctor-token-uninvited = Discord lo conoce como { $name }, todavía en ningún servidor.
    .step = Invítelo: { $address }
doctor-endpoint = Las órdenes van a una dirección de interacciones, así que el bot nunca las recibe.
    .step = Vacíe “Interactions Endpoint URL” en el portal de desarrolladores (General Information).
doctor-not-personal = Las personas no pueden instalar el bot para sí mismas.
    .step = Active “User Install” en el portal de desarrolladores (Installation).
doctor-intents = No hay ningún intent privilegiado activado; no se necesita ninguno.
doctor-intents-unused = Hay intents privilegiados activados que Attaché nunca usa: { $names }.
    .step = Desactívelos en el portal de desarrolladores (Bot).
doctor-lacks = En { $server } al bot le falta: { $permissions }.
    .step = Dé estos permisos a su rol o invítelo de nuevo.
