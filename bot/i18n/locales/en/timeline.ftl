# Statements over time: the picture, its description, the terminal.

timeline-everybody = Everybody
timeline-newest = the newest { $found }
timeline-by = by { $unit ->
    [hour] hour
   *[day] day
    [week] week
    [month] month
    [year] year
 } ({ $zone })
timeline-others = { $count ->
    [one] { $count } other speaker
   *[other] { $count } other speakers
 }
timeline-footer = Found in the articles that Attaché has read. More squares mean more statements, not more important ones.
timeline-undated = Articles without a date of their own stand at the time when they were read.
# Kinds of statements that have one colour.
timeline-family = { $family ->
   *[says] says
    [denies] denies or rejects
    [accuses] accuses or condemns
    [warns] warns or threatens
    [demands] demands or proposes
    [promises] promises or confirms
    [thanks] thanks or praises
 }
