# Deux récits d’un même événement côte à côte : colonnes, images et leurs descriptions, terminal.

twosides-about = Deux versions : { $about }
twosides-absent = non évoqué dans cet article
twosides-absent-in-all = non évoqué dans ces articles
twosides-legend = Une case vide signifie que le sujet n’est pas évoqué ; ce n’est pas un démenti.
twosides-left-out = { $count ->
    [one] { $count } déclaration plus ancienne omise
   *[other] { $count } déclarations plus anciennes omises
 }
twosides-as-picture = En image
twosides-as-columns = En colonnes
twosides-light = Clair
twosides-dark = Sombre
# À qui appartient le sujet d’une ligne.
twosides-both = Les deux parties
twosides-both-accuse = Les deux parties accusent
# $side est un pays, une organisation ou une personne ; le verbe est celui de son démenti ou de son refus.
twosides-disagree = Versions contradictoires : { $side } { $act ->
   *[denies] dément
    [rejects] rejette
 }
twosides-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
twosides-pasted = texte collé
twosides-and-more = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
 }
twosides-more = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
 } sous Qui a dit quoi
twosides-more-in-all = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
 } dans les articles
twosides-also = aussi { $names }
twosides-also-in = aussi dans { $names }
twosides-on = Sujet : { $topic } ({ $note })
twosides-picture = Image { $number } sur { $count }.
twosides-not-one = Pas la même histoire
twosides-split = C’est fait. Ces { $count } articles sont désormais des histoires séparées ici.
twosides-unsplit = Annulé. Ils forment de nouveau une seule histoire ici.
twosides-undo = Annuler
# Titres des lignes sans expression tirée des articles, et ce qui tient lieu de réponse à une partie qui n’en dit pas plus.
twosides-answers = { $side } répond
twosides-differ = Ce qui les oppose
twosides-rest = Ce que dit encore chaque partie
twosides-each = Ce que dit chaque partie
twosides-nothing-else = rien d’autre
