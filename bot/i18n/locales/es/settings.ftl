# Settings, and being forgotten.

settings-language-unknown = No hablo { $asked }.
    .step = Elija una de estas: { $names }.
settings-language = Idioma
settings-my-language-effect = lo que solo usted ve está en él
settings-my-language-unset = el de su Discord
settings-my-language-terminal = el de este terminal
settings-server-language-effect = los boletines, las publicaciones y las respuestas que todos ven están en él
settings-server-language-unset = inglés, y en las respuestas el de quien pregunta
settings-mine = Sus ajustes
settings-server = Ajustes de este servidor
settings-zone = Zona horaria
settings-my-zone-effect = la de sus horas de silencio
settings-server-zone-effect = la de los boletines programados que no indican ninguna
settings-quiet = Horas de silencio
settings-my-quiet-effect = sus avisos esperan a que terminen
settings-server-quiet-effect = los avisos en los canales de aquí esperan a que terminen, y también los boletines que se programen desde ahora
settings-attitudes = Actitudes
settings-attitudes-effect = quién dijo qué muestra también lo que se dice que alguien piensa o quiere
settings-style = Estilo de los boletines
settings-style-name = { $style ->
    [short] breve
   *[full] completo
 }
settings-style-effect = { $style ->
    [short] cada noticia en una línea
   *[full] frases clave y declaraciones de cada noticia
 }
settings-labels = Etiquetas de los medios
settings-labels-effect = los boletines indican qué medios financia o controla un Estado
settings-none = ninguna
settings-on = sí
settings-off = no
settings-to-change = Para cambiarlo: { $command }
settings-delete-button = Borrar todos mis datos
settings-nothing-stored = No hay nada suyo guardado
settings-nothing-to-delete = No hay nada que borrar.
settings-nothing-was-there = No había nada que borrar.
settings-delete = ¿Borrar todo lo suyo?
settings-others-stay = Se conserva lo que otros dieron o configuraron, así como los artículos de fuentes y enlaces.
settings-to-delete = Para borrarlo todo: { $command }
settings-no-way-back = Esto no se puede deshacer.
settings-deleted = Borrado
settings-nothing-left = Ya no hay nada suyo guardado.
settings-texts = { $count ->
    [one] { $count } texto que usted dio, con lo que se encontró en él
   *[other] { $count } textos que usted dio, con lo que se encontró en ellos
 }
settings-watches = { $count ->
    [one] { $count } seguimiento
   *[other] { $count } seguimientos
 }
settings-alerts = { $count ->
    [one] { $count } hecho que encontró un seguimiento
   *[other] { $count } hechos que encontraron seguimientos
 }
settings-records = { $count ->
    [one] { $count } registro de sus ajustes
   *[other] { $count } registros de sus ajustes
 }
settings-set-up = { $count ->
    [one] { $count } fuente o boletín que usted creó para un servidor: se conserva, sin su identificador
   *[other] { $count } fuentes y boletines que usted creó para servidores: se conservan, sin su identificador
 }
settings-languages = Idiomas
settings-languages-all = todos
settings-my-languages-effect = los artículos en otros idiomas no aparecen en tus búsquedas, respuestas y alertas
settings-server-languages-effect = los artículos en otros idiomas no aparecen en los resúmenes ni en las alertas de los canales de aquí
settings-pages = { $count ->
    [one] { $count } página de un canal que publicaste: su dirección deja de funcionar
   *[other] { $count } páginas de canales que publicaste: sus direcciones dejan de funcionar
 }
