# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Synthèse
digest-looked = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 } de { $outlets ->
    [one] { $outlets } média
   *[other] { $outlets } médias
 } depuis : { $since }
digest-late = En retard : Attaché était hors ligne ou ne pouvait pas publier à { $time }
digest-nothing = Rien de nouveau depuis : { $since }.
digest-nothing-about = Rien de nouveau sur ce thème depuis : { $since }.
digest-none-shown = Aucun sujet n’a pu être montré.
digest-unchecked = omis, car leurs citations n’ont pas pu être vérifiées : { $count }
digest-part = Partie { $page } sur { $count }
digest-continued = suite
digest-more-stories = Autres sujets
digest-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
digest-newest = dernier en date : { $when }
digest-left-out = { $count ->
    [one] { $count } autre déclaration dans les articles
   *[other] { $count } autres déclarations dans les articles
 }
digest-outlets-more = { $count ->
    [one] et { $count } autre média
   *[other] et { $count } autres médias
 }
digest-also = { $name }, aussi dans { $others }
digest-outcome-told = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
 }
digest-outcome-nothing = rien de nouveau
digest-outcome-late = { $outcome }, en retard
digest-outcome-missed = manquée : elle n’a pas pu être envoyée dans un délai de { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
 }
digest-every-day = tous les jours
digest-day = { $day ->
    [monday] lundi
    [tuesday] mardi
    [wednesday] mercredi
    [thursday] jeudi
    [friday] vendredi
    [saturday] samedi
   *[sunday] dimanche
 }
digest-days = de { $first } à { $last }
digest-when = { $time } { $zone }, { $days }
digest-quiet = silence { $hours }
digest-about = { $when }, à propos de { $topic }
digest-scheduled = Synthèse programmée
digest-comes = Synthèse { $number } : { $when }, dans { $channel }.
digest-undo = Pour annuler : { $command }
digest-schedules = Synthèses programmées
digest-schedules-counted = Synthèses programmées · { $count }
digest-schedules-none = Aucune n’est programmée ici. Pour commencer : { $command }
digest-removed = Synthèse supprimée
digest-comes-no-more = La synthèse { $number } ({ $when }) ne paraîtra plus dans { $channel }.
digest-paused = Synthèse suspendue
digest-left-out-now = La synthèse { $number } ({ $when }) est omise pour l’instant.
digest-resumed = Synthèse reprise
digest-comes-again = La synthèse { $number } ({ $when }) paraît de nouveau dans { $channel }.
digest-next = Prochaine : { $when }
digest-opens = La première arrive dans un instant, dès que les sources sont lues.
digest-moved = Les heures de silence ou un changement d’heure la déplacent à { $time }, heure locale.
digest-silent = ne dit rien quand rien n’est nouveau
digest-resting = suspendue · { $command }
digest-last = dernière : { $outcome }
digest-last-on = dernière, pour le { $day } : { $outcome }
# Une phrase que seul un média rapporte, et un sujet où une seule partie est citée.
digest-only = seulement { $name }
digest-one-side = Une seule partie est citée : { $side }.
digest-new-since = Nouveau depuis { $when }
digest-unchanged = déjà dit, rien de nouveau : { $count }
digest-direct = messages privés
digest-outcome-closed = arrêtée : les messages privés sont fermés
digest-all-stories = { $count ->
    [one] { $count } sujet
   *[other] Les { $count } sujets
 }
digest-period = du { $since } au { $until }
digest-all-by = Tous les sujets avec tous leurs médias : { $command }
