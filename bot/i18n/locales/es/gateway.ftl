# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = Este comando ha cambiado desde la última consulta de Discord. Inténtelo de nuevo dentro de un minuto.
gateway-not-allowed = No puede usar este comando aquí. Pregunte a quien administre este servidor.
gateway-unexpected = Algo salió mal dentro de Attaché. Inténtelo de nuevo; si persiste, comunique el error { $number }.
gateway-server-only = Las fuentes y los boletines pertenecen a un servidor.
    .step = Use esto en un canal de un servidor.
gateway-channel-unseen = No puedo ver este canal.
    .step = Permítame verlo, o elija otro.
gateway-channel-missing = El canal ya no está, o no puedo verlo.
    .step = Permítame verlo, o quite esto y añádalo de nuevo.
gateway-named-channel-unseen = No puedo ver #{ $channel }.
    .step = Permítame verlo, o elija otro canal.
gateway-no-posts-there = No se puede publicar nada en #{ $channel }.
    .step = Elija un canal de texto, un hilo o un foro.
gateway-lacking = No puedo publicar en #{ $channel }: me falta { $permissions }.
    .step = Démelo allí (Editar canal → Permisos), o elija otro canal.
gateway-lacking-here = No puedo publicar aquí: me falta { $permissions }.
    .step = Elija `deliver: dm`.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] «Ver canal»
    [read_message_history] «Leer el historial de mensajes»
    [send_messages] «Enviar mensajes»
    [send_messages_in_threads] «Enviar mensajes en hilos»
    [create_public_threads] «Crear hilos públicos»
   *[create_posts] «Crear publicaciones»
 }
gateway-and = { $first } y { $other }
gateway-alerts-need-member = Los avisos solo se pueden publicar aquí si soy miembro del servidor.
    .step = Elija `deliver: dm`.
gateway-alerts-not-allowed = Usted no puede escribir aquí, así que sus avisos tampoco.
    .step = Elija `deliver: dm`.
gateway-button-unknown = Este botón no funciona con esta versión de Attaché.
    .step = Use de nuevo el comando: los botones de su respuesta funcionan.
gateway-upload-large = Este fichero supera los { $limit } MB.
    .step = Envíe la parte que importa.
gateway-message-empty = Ese mensaje no contiene enlace, texto ni fichero .txt o .html.
    .step = Elija uno con un enlace a un artículo.
gateway-restarting = Attaché se está reiniciando.
    .step = Pregunte de nuevo dentro de un minuto.
gateway-token-refused = Discord no acepta el token.
    .step = Cópielo de nuevo desde el portal de desarrolladores (Bot, Reset Token) en DISCORD_TOKEN.
gateway-intents-refused = Discord rechaza los intents de este bot.
    .step = Attaché no necesita ninguno de los privilegiados: compruebe que el token pertenece a su propia aplicación.
gateway-discord-unreachable = No se puede acceder a Discord.
    .step = Compruebe la red de esta máquina y empiece de nuevo.
gateway-elsewhere = Ese no es un canal de Discord.
    .step = La publicación espera al proceso que atiende ese canal.
gateway-kind-unfit = No se puede publicar nada en un canal de ese tipo.
    .step = Elija un canal de texto.
gateway-kind-unknown = Ese canal es de un tipo que no conozco.
    .step = Elija un canal de texto.
gateway-history-denied = No puedo ver si mi último mensaje llegó al canal, y no me arriesgaré a publicarlo dos veces.
    .step = Déme allí «Leer el historial de mensajes» y después use `/feed resume`.
gateway-asks-to-wait = Discord pide esperar.
    .step = Lo intento de nuevo por mi cuenta.
gateway-silent = Discord no respondió.
    .step = Lo intento de nuevo por mi cuenta.
gateway-answered = Discord respondió { $status }.
    .step = Lo intento de nuevo por mi cuenta.
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord no me deja publicar allí ({ $said }).
    .step = Déme allí «Ver canal», «Enviar mensajes», «Insertar enlaces» y «Leer el historial de mensajes».
gateway-channel-gone = El canal ya no existe ({ $said }).
    .step = Elija otro canal.
gateway-token-refused-later = Discord no acepta el token.
    .step = Compruebe DISCORD_TOKEN.
gateway-closed = No se puede publicar nada allí ({ $said }).
    .step = Ábralo de nuevo, o elija otro.
gateway-message-refused = Discord rechazó el mensaje ({ $said }).
    .step = Los demás se publican.
gateway-no-reason = sin motivo indicado
gateway-story-deleted = El mensaje sobre esta noticia fue borrado, así que no se publicó su continuación.
    .step = Las noticias nuevas se publican como antes.
gateway-no-threads = No puedo abrir hilos allí, así que no se publicó la continuación.
    .step = Déme allí «Crear hilos públicos» y «Enviar mensajes en hilos», o elija followups:reply con /feed set.
gateway-role-everyone = No menciono a todos ni un rol que ya no existe.
    .step = Elija otro rol.
gateway-role-not-mentionable = No puedo mencionar el rol { $role }.
    .step = Permita que cualquiera lo mencione (Ajustes del servidor → Roles), o déme «Mencionar todos los roles» en ese canal.
gateway-no-forum = #{ $channel } no es un foro, así que sus publicaciones no tienen etiquetas.
    .step = Omita la etiqueta, o elija un foro.
gateway-tag-unknown = #{ $channel } no tiene una etiqueta { $tag } que yo pueda usar.
    .step = Tiene: { $tags }
gateway-no-tags = ninguna
gateway-tag-required = Este foro exige una etiqueta y no tiene ninguna que yo pueda usar.
    .step = Cree una que no esté limitada a moderadores, o déme allí «Gestionar hilos».
