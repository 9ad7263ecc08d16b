# Высказывания во времени: рисунок, его описание, терминал.

timeline-everybody = Все
timeline-newest = самые новые: { $found }
timeline-by = по { $unit ->
    [hour] часам
   *[day] дням
    [week] неделям
    [month] месяцам
    [year] годам
 } ({ $zone })
timeline-others = { $count ->
    [one] ещё { $count } говорящий
    [few] ещё { $count } говорящих
   *[many] ещё { $count } говорящих
 }
timeline-footer = По статьям, которые прочёл Attaché. Больше квадратов — больше высказываний, а не более весомые.
# Виды высказываний одного цвета.
timeline-family = { $family ->
   *[says] заявляет
    [denies] опровергает или отвергает
    [accuses] обвиняет или осуждает
    [warns] предупреждает или угрожает
    [demands] требует или предлагает
    [promises] обещает или подтверждает
    [thanks] благодарит или хвалит
 }
