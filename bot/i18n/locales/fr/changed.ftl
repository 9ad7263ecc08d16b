# Où une déclaration contredit une déclaration antérieure de la même personne : fiches, terminal.

changed-of = { $who } : déclarations contraires
changed-of-about = { $who } sur { $about } : déclarations contraires
changed-earlier = Avant
changed-later = Après
changed-count = { $count ->
    [one] { $count } revirement
   *[other] { $count } revirements
 }
changed-compared = comparé : { $said }
changed-compared-newest = comparé, les plus récentes : { $said }
changed-nothing = Rien trouvé : aucune déclaration n’en renverse une antérieure ({ $compared }).
changed-what-counts = Ne sont trouvées que des déclarations en anglais, d’une même personne, de jours différents, pour et contre la même chose.
changed-judge = Choisi par un programme d’après les seuls mots : lisez les deux articles avant de parler de revirement.
changed-all = Toutes les déclarations
changed-nobody = Les déclarations de qui ? Nommez une personne, une fonction ou un pays : changed who:Lavrov
changed-position = Changement de position : { $subject }
