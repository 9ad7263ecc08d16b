# Las declaraciones en el tiempo: la imagen, su descripción, el terminal.

timeline-everybody = Todos
timeline-newest = las más recientes: { $found }
timeline-by = por { $unit ->
    [hour] hora
   *[day] día
    [week] semana
    [month] mes
    [year] año
 } ({ $zone })
timeline-others = { $count ->
    [one] { $count } persona más
   *[other] { $count } personas más
 }
timeline-footer = Hallado en los artículos que Attaché ha leído. Más cuadros son más declaraciones, no declaraciones de más peso.
timeline-undated = Los artículos sin fecha propia figuran en el momento en que se leyeron.
# Clases de declaraciones que comparten color.
timeline-family = { $family ->
   *[says] declara
    [denies] desmiente o rechaza
    [accuses] acusa o condena
    [warns] advierte o amenaza
    [demands] exige o propone
    [promises] promete o confirma
    [thanks] agradece o elogia
 }
