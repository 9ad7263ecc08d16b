# Les déclarations dans le temps : l’image, sa description, le terminal.

timeline-everybody = Tous
timeline-newest = les plus récentes : { $found }
timeline-by = par { $unit ->
    [hour] heure
   *[day] jour
    [week] semaine
    [month] mois
    [year] année
 } ({ $zone })
timeline-others = { $count ->
    [one] { $count } autre personne
   *[other] { $count } autres personnes
 }
timeline-footer = Relevé dans les articles lus par Attaché. Plus de carrés, c’est plus de déclarations, non des déclarations plus importantes.
timeline-undated = Les articles sans date figurent au moment où ils ont été lus.
# Les genres de déclarations qui partagent une couleur.
timeline-family = { $family ->
   *[says] déclare
    [denies] dément ou rejette
    [accuses] accuse ou condamne
    [warns] met en garde ou menace
    [demands] exige ou propose
    [promises] promet ou confirme
    [thanks] remercie ou salue
 }
