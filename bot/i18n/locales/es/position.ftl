# La posición de un país sobre un tema: fichas, archivo, terminal.

position-of = { $country }: posición
position-on = { $country }: posición sobre { $topic }
position-said = { $statements ->
    [one] { $statements } declaración
   *[other] { $statements } declaraciones
 } de { $speakers ->
    [one] { $speakers } persona
   *[other] { $speakers } personas
 }
position-newest = las más recientes: { $said }
position-newest-first = { $said }, las más recientes primero
position-searched = búsqueda en { $scope }
position-as-file = Como archivo
position-found-on = { $facts }. Consulta del { $day } ({ $zone }).
position-word-for-word = Cada declaración es parte de su artículo, palabra por palabra; entre comillas solo donde el artículo las tiene. El discurso referido es redacción del medio.
