# La primera puesta en marcha en una terminal (`attache setup`): el token, la invitación y lo que sigue.

wizard-begin = Esto conecta Attaché con Discord. Solo pide una cosa, el token del bot, y lo guarda en { $file }, en esta carpeta. Ctrl-C lo detiene; puede repetirlo cuando quiera.
wizard-where = Abra { $portal }, elija New Application (o una que ya tenga) y después Bot → Reset Token → Copy.
wizard-ask = Pegue el token (no se muestra) y pulse Intro:
wizard-ask-again = Pegue el token (no se muestra) o pulse Intro para conservar el actual:
wizard-checking = Comprobándolo con Discord…
wizard-empty = No se ha dado ningún token.
    .step = Cópielo del portal de desarrolladores (Bot → Reset Token) y péguelo.
wizard-is-id = Esto es un número, como el identificador de la aplicación, y no el token.
    .step = Copie el token del portal de desarrolladores (Bot → Reset Token).
wizard-is-key = Esta es la clave pública de la aplicación, y no el token.
    .step = Copie el token del portal de desarrolladores (Bot → Reset Token).
wizard-is-none = Esto no es el token de un bot, que tiene tres partes separadas por puntos.
    .step = Cópielo del portal de desarrolladores (Bot → Reset Token, no OAuth2 → Client Secret).
wizard-known = { $count ->
    [one] Discord acepta el token: es de { $name }, que está en { $count } servidor.
   *[other] Discord acepta el token: es de { $name }, que está en { $count } servidores.
 }
wizard-written = El token está en { $file }, que solo usted puede leer.
wizard-in-environment = El entorno ya define este token, así que no se ha cambiado ningún archivo.
wizard-overridden = Pero el entorno define otro DISCORD_TOKEN, que prevalece sobre { $file }: quítelo de ahí.
wizard-invite = Invite al bot: abra { $address } y elija su servidor.
wizard-permissions = El enlace pide exactamente estos permisos: { $names }.
wizard-switches = Los ajustes están en el portal de desarrolladores: los intents en { $bot }, la instalación en { $installation }.
wizard-run = A continuación, inicie el bot y déjelo en marcha: { $command }
wizard-then = Después escriba /help en su servidor.
wizard-stopped = Detenido. Para seguir, ejecute de nuevo { $command }.
