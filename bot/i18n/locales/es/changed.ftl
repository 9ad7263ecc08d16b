# Dónde una declaración contradice otra anterior de la misma persona: fichas, terminal.

changed-of = { $who }: declaraciones contrarias
changed-of-about = { $who } sobre { $about }: declaraciones contrarias
changed-earlier = Antes
changed-later = Después
changed-count = { $count ->
    [one] { $count } cambio
   *[other] { $count } cambios
 }
changed-compared = comparado: { $said }
changed-compared-newest = comparado, las más recientes: { $said }
changed-nothing = No se encontró nada: ninguna declaración da la vuelta a otra anterior ({ $compared }).
changed-what-counts = Solo se encuentran declaraciones en inglés, de una misma persona, de días distintos, a favor y en contra de lo mismo.
changed-judge = Lo eligió un programa solo por las palabras: lea ambos artículos antes de hablar de un cambio de opinión.
changed-all = Todas las declaraciones
changed-nobody = ¿Las declaraciones de quién? Indique una persona, un cargo o un país: changed who:Lavrov
changed-position = Cambio de postura: { $subject }
