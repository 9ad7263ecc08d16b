# Watches: what a person is told of as it happens. The article's own words are never here.

watch-interest-both = { $speaker } à propos de { $topic }
watch-interest-topic = quiconque à propos de { $topic }
watch-stop = Arrêter cette veille
watch-stop-number = Arrêter la veille { $number }
watch-events = { $count ->
    [one] { $count } événement mis en veille
   *[other] { $count } événements mis en veille
 }
watch-of = Veille { $named }
watch-outlets = { $count ->
    [one] { $count } média en parle : { $names }
   *[other] { $count } médias en parlent : { $names }
 }
watch-closed-title = Une veille est suspendue
watch-closed-told = Une personne d’ici a une veille qui envoie des messages privés, et je ne peux pas lui en envoyer. Si c’est vous : autorisez les messages privés des membres de ce serveur, puis redonnez le même `/watch add`. `/watch list` montre ce qui est suspendu.
watch-closed = Je n’ai pas pu vous envoyer de messages privés
watch-title = Veille activée
watch-set-up = Veille { $number } · { $interest }, { $where }.
watch-once = Désormais, une seule alerte par événement et par orateur, quel que soit le nombre de médias qui en parlent.
watch-undo = Pour annuler : { $command }
watch-list = Vos veilles
watch-list-counted = Vos veilles · { $count }
watch-none = Vous n’avez aucune veille. Pour commencer : { $command }
watch-removed = Veille supprimée
watch-ended = La veille { $number } · { $interest } ne signale plus rien.
watch-matched-gone = Cela correspondait à une veille supprimée depuis.
watch-matched-yours = Cela correspond à votre veille { $number } · { $interest }.
watch-matched-others = Cela correspond à la veille d’un membre d’ici · { $interest }.
watch-to-stop = Pour l’arrêter : { $command }
watch-found = Trouvé : { $when }
watch-told-once = { $count ->
    [one] { $count } média traite ce sujet : { $names }. Il est signalé une seule fois.
   *[other] { $count } médias traitent ce sujet : { $names }. Il est signalé une seule fois.
 }
watch-direct = par message privé
watch-in = dans { $channel }
watch-alerts = { $count ->
    [one] { $count } alerte
   *[other] { $count } alertes
 }
watch-no-alert = aucune alerte pour l’instant
watch-last = dernière : { $when }
watch-paused = ⚠ suspendue : { $reason } · pour reprendre : { $command }
