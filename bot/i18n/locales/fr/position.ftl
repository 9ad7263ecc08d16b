# La position d’un pays sur un sujet : fiches, fichier, terminal.

position-of = { $country } : position
position-on = { $country } : position sur { $topic }
position-said = { $statements ->
    [one] { $statements } déclaration
   *[other] { $statements } déclarations
 } de { $speakers ->
    [one] { $speakers } personne
   *[other] { $speakers } personnes
 }
position-newest = les plus récentes : { $said }
position-newest-first = { $said }, les plus récentes d’abord
position-searched = recherche dans { $scope }
position-as-file = En fichier
position-found-on = { $facts }. Relevé du { $day } ({ $zone }).
position-word-for-word = Chaque déclaration est un extrait de son article, mot pour mot ; entre guillemets seulement là où l’article en met. Les propos rapportés sont formulés par le média.
