# Watches: what a person is told of as it happens. The article's own words are never here.

watch-interest-both = { $speaker } sobre { $topic }
watch-interest-topic = cualquiera sobre { $topic }
watch-stop = Terminar este seguimiento
watch-stop-number = Terminar el seguimiento { $number }
watch-events = { $count ->
    [one] { $count } hecho de sus seguimientos
   *[other] { $count } hechos de sus seguimientos
 }
watch-of = Seguimiento { $named }
watch-outlets = { $count ->
    [one] { $count } medio lo publica: { $names }
   *[other] { $count } medios lo publican: { $names }
 }
watch-closed-title = Un seguimiento está en pausa
watch-closed-told = Alguien de aquí tiene un seguimiento que envía mensajes directos, y no puedo enviarle ninguno. Si es suyo: permita los mensajes directos de los miembros de este servidor y vuelva a dar el mismo `/watch add`. `/watch list` muestra lo que está en pausa.
watch-closed = No pude enviarle mensajes directos
watch-title = Seguimiento activado
watch-set-up = Seguimiento { $number } · { $interest }, { $where }.
watch-once = Desde ahora, un solo aviso por cada hecho y cada declarante, por muchos medios que lo publiquen.
watch-undo = Para deshacer: { $command }
watch-list = Sus seguimientos
watch-list-counted = Sus seguimientos · { $count }
watch-none = No tiene ningún seguimiento. Para empezar: { $command }
watch-removed = Seguimiento eliminado
watch-ended = El seguimiento { $number } · { $interest } ya no avisa de nada.
watch-matched-gone = Coincidió con un seguimiento que se eliminó después.
watch-matched-yours = Coincidió con su seguimiento { $number } · { $interest }.
watch-matched-others = Coincidió con el seguimiento de un miembro de aquí · { $interest }.
watch-to-stop = Para terminarlo: { $command }
watch-found = Encontrado: { $when }
watch-told-once = { $count ->
    [one] { $count } medio publica la noticia: { $names }. Se avisa una sola vez.
   *[other] { $count } medios publican la noticia: { $names }. Se avisa una sola vez.
 }
watch-direct = por mensaje directo
watch-in = en { $channel }
watch-alerts = { $count ->
    [one] { $count } aviso
   *[other] { $count } avisos
 }
watch-no-alert = todavía ningún aviso
watch-last = último: { $when }
watch-paused = ⚠ en pausa: { $reason } · para continuar: { $command }
