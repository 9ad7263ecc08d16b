# Feeds that are followed: added, listed, changed, imported, what became of their items, and how a desk is.

follow-added = Flux ajouté
follow-stands = Flux { $number } ici, dans { $channel } · { $delivery }.
follow-each = chaque élément
follow-each-edited = chaque élément, modifié quand l’article l’est
follow-for-digests = pour les synthèses seulement
follow-found-on = Trouvé sur cette page : { $address }
follow-filter = Filtre { $filter }
follow-from-now = Rien de ce qu’il montre maintenant n’est publié ; ce qui viendra désormais le sera. Les revues incluent le plus récent du dernier jour.
follow-others = Cette page indique d’autres flux : { $addresses }
follow-undo = Pour annuler : { $command }
follow-shows-nothing = Il ne montre rien pour le moment.
follow-would-post = { $total ->
    [one] De l’unique élément qu’il montre, il aurait publié { $count }.
   *[other] Des { $total } éléments qu’il montre, il aurait publié { $count }.
 }
follow-all-open = { $total ->
    [one] Pour l’unique élément qu’il montre, tout dépend de son article :
   *[other] Des { $total } éléments qu’il montre, tous ceux qui passent dépendent de leur article :
 }
follow-newest-would-post = { $total ->
    [one] De son unique élément, il aurait publié { $count }.
   *[other] De ses { $total } éléments les plus récents, il aurait publié { $count }.
 }
follow-newest-all-open = { $total ->
    [one] Pour son unique élément, tout dépend de son article :
   *[other] De ses { $total } éléments les plus récents, tous ceux qui passent dépendent de leur article :
 }
follow-open = { $count ->
    [one] { $count } sera décidé à la lecture de son article, selon { $rules }
   *[other] { $count } seront décidés à la lecture de leur article, selon { $rules }
 }
follow-filtered = { $count ->
    [one] { $count } est écarté par { $rule }
   *[other] { $count } sont écartés par { $rule }
 }
follow-source-added = Source ajoutée
follow-new-token = Nouveau jeton
follow-token-renewed = Flux { $number } ici. Le jeton précédent ne vaut plus rien.
follow-token = Son jeton, montré cette seule fois ; personne ne pourra le retrouver :
follow-sent-to = Tant que le bot fonctionne, les articles s’envoient à { $address }. Pour essayer :
follow-token-lost = Si le jeton est perdu ou vu par d’autres : { $command }
follow-refiltered = Filtre modifié
follow-number-in = Flux { $number } · { $name } dans { $channel }
follow-no-filter = Il n’a plus de filtre.
follow-holds = Il vaut pour ce qui viendra désormais, et pour ce qui attend encore d’être lu.
follow-feeds = Flux
follow-feeds-counted = Flux · { $count }
follow-none = Aucun flux n’est suivi ici. Pour commencer : { $command }
follow-what-became = Ce que sont devenus les éléments : { $command }
follow-older-ones = Plus anciens : { $command }
follow-removed = Flux supprimé
follow-no-more = Le flux { $number } · { $name } n’est plus suivi dans { $channel }.
follow-token-worthless = Son jeton ne fonctionne plus.
follow-paused = Flux suspendu
follow-posts-nothing = Le flux { $number } · { $name } ne publie rien dans { $channel } pour l’instant ; ce qui paraît entre-temps n’est pas rattrapé.
follow-resumed = Flux repris
follow-posts-again = Le flux { $number } · { $name } publie de nouveau dans { $channel }.
follow-silent-now = Il ne répond pas pour le moment : { $reason }
follow-no-reason = aucun motif n’est connu
follow-why = Ce que sont devenus les éléments
follow-nothing-yet = Rien n’en est encore venu.
follow-nothing-more = Rien de plus.
follow-another = Un autre flux
follow-older = Plus anciens ›
follow-importing = Importation de flux
follow-progress = { $done } sur { $total }
follow-imported = Flux importés
follow-imported-now = { $total ->
    [one] { $count } flux sur { $total } est suivi désormais.
   *[other] { $count } flux sur { $total } sont suivis désormais.
 }
follow-imported-known = { $count ->
    [one] { $count } était déjà suivi ici.
   *[other] { $count } étaient déjà suivis ici.
 }
follow-imported-failed = N’ont pas pu être ajoutés : { $count }
follow-imported-more = et { $count } de plus qui n’ont pas pu être ajoutés
follow-minutes = toutes les { $count } min
follow-hours = toutes les { $count } h
follow-untitled = sans titre
follow-resting = suspendu
follow-last-item = dernier élément : { $when }
follow-nothing-new = rien de nouveau pour l’instant
follow-filtered-by = filtre { $filter }
follow-cannot-post = ⚠ publication impossible : { $reason } · { $command }
follow-sends-none = envoie ses articles · aucun n’est encore venu
follow-sends-healthy = en bon état · envoie ses articles
follow-sends = envoie ses articles
follow-not-looked = pas encore consulté
follow-healthy = en bon état · consulté { $cadence }
follow-failing = ⚠ en échec
follow-given-up = ⚠ abandonné
follow-since = { $state } depuis : { $when }
follow-because = { $state } : { $reason }
follow-again = nouvel essai { $cadence }
follow-again-at = nouvel essai : { $when }
follow-fate = { $fate ->
    [waiting] en attente de lecture
    [posted] publié
    [sending] en cours d’envoi
    [digest] gardé pour les synthèses
    [filtered] écarté par le filtre
    [duplicate] doublon
    [old] ancien
    [paused] non publié : le flux était suspendu
    [held] retenu
    [followup] attend la suite de son sujet
    [unchanged] rien de nouveau sur son sujet
   *[failed] échoué
 }
follow-fate-filtered = écarté par { $rule }
follow-fate-because = { $fate } : { $detail }
follow-seen = vu : { $when }
follow-desk-feeds = Flux
follow-desk-received = Reçus
follow-desk-failing = En échec
follow-desk-cannot-post = Publication impossible
follow-desk-waiting = En attente
follow-desk-last = Dernière synthèse
follow-desk-next = Prochaine synthèse
follow-desk-none = aucun flux suivi
follow-desk-healthy = { $count ->
    [one] { $count } en bon état
   *[other] { $count } en bon état
 }
follow-desk-of-failing = { $healthy }, { $count ->
    [one] { $count } en échec
   *[other] { $count } en échec
 }
follow-desk-failing-more = { $count } de plus, voir { $command }
follow-desk-sources = { $count ->
    [one] { $count } d’entre eux envoie ses articles
   *[other] { $count } d’entre eux envoient leurs articles
 }
follow-desk-sources-none = { $sources } ; aucun n’est encore venu
follow-desk-sources-last = { $sources } ; dernier reçu : { $when }
follow-desk-to-read = { $count } à lire
follow-desk-to-post = { $count } à publier
follow-desk-nothing = rien
follow-desk-held = { $queue } ; retenus : { $count }
follow-desk-waits = { $waiting }, depuis { $lag }
follow-desk-waits-oldest = { $waiting }, le plus ancien depuis { $lag }
follow-desk-moment = moins d’une minute
follow-desk-minutes = { $count } min
follow-desk-hours = { $count } h
follow-date = { $day } { $month ->
    [jan] janvier
    [feb] février
    [mar] mars
    [apr] avril
    [may] mai
    [jun] juin
    [jul] juillet
    [aug] août
    [sep] septembre
    [oct] octobre
    [nov] novembre
   *[dec] décembre
 } { $year }
follow-shown-before = Le flux le montrait déjà quand il a été ajouté.
follow-dated-back = Il est daté du { $date }, plus de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 } avant sa parution.
follow-dated-before = Il est daté du { $date }, avant l’ajout de ce flux.
follow-flood = Il est venu avec { $others ->
    [one] { $others } autre
   *[other] { $others } autres
 } à la fois, et seuls les { $most } plus récents sont publiés.
follow-changed = Flux modifié
follow-follow-ups-now = Les nouveautés d’un sujet publié viennent { $place ->
    [none] dans leurs propres publications
    [reply] en réponse à sa publication
   *[thread] dans le fil de sa publication
 }.
follow-follow-ups = { $place ->
    [none] suites publiées à part
    [reply] suites en réponse
   *[thread] suites dans un fil
 }
follow-mentions = mentionne { $role }
follow-mentions-limited = mentionne { $role }, au plus une fois par heure et { $day ->
    [one] { $day } fois
   *[other] { $day } fois
 } par jour
follow-tagged = tag { $tag }
follow-pictures = avec images de titre
