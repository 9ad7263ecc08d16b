# Preparar un servidor en un paso, y las primeras palabras en uno nuevo.

setup-title = Preparación
setup-channel = Canal
setup-language = Idioma
setup-zone = Zona horaria
setup-pack = Fuentes
setup-time = Boletín diario a las
setup-sources = { $count ->
    [one] { $count } fuente
   *[other] { $count } fuentes
 }
setup-carry = { $total ->
    [one] Lo que lleva ahora su fuente (respondió { $count } de { $total }); de ahí saldrá el primer boletín:
   *[other] Lo que llevan ahora sus fuentes (respondieron { $count } de { $total }); de ahí saldrá el primer boletín:
 }
setup-carry-none = Ninguna de sus { $total } fuentes respondió ahora. Compruebe la red e inténtelo de nuevo, o elija otro lote.
setup-begin = Preparar
setup-preview = Vista previa
setup-nothing-yet = Nada cambia hasta que elija «Preparar»
setup-confirm = Para prepararlo: { $command }
setup-done = Preparado
setup-try = Para ver un boletín antes de que llegue: { $command }
setup-undo = Deshacer
setup-undo-by = Para deshacerlo: { $command }
setup-undone = Deshecho
setup-undone-feeds = { $count ->
    [one] Se quitó { $count } fuente.
   *[other] Se quitaron { $count } fuentes.
 }
setup-undone-digest = Se quitó el boletín.
setup-undone-settings = El idioma y la zona horaria están como antes.
setup-undo-unknown = Esto no designa ninguna preparación.
    .step = Cópielo de la respuesta de setup.
setup-nothing-answered = Ninguna fuente de este lote respondió; no se ha cambiado nada.
    .step = Inténtelo más tarde o elija otro lote.
setup-welcome = Hola, soy Attaché
setup-welcome-managers = Si administra este servidor, escriba **/setup**: elija un canal y unas fuentes, y cada mañana llegará un boletín.
setup-welcome-everybody = Cualquiera puede darme un artículo: **/summarize** y **/whosaid** responden con sus propias palabras. **/help** cuenta más.
setup-welcome-once = Esto se dice una sola vez
