# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = Ceci n’est pas une heure : { $typed }.
    .step = Écrivez heures et minutes, par exemple `08:00` ou `17:30`.
schedule-quiet-unknown = Ce ne sont pas des heures de silence : { $typed }.
    .step = Écrivez début et fin, par exemple `22:00-07:00`, ou `none`.
schedule-days-unknown = Ce ne sont pas des jours de la semaine : { $typed }.
    .step = Écrivez-les ainsi : `mon-fri`, `sat,sun`, `weekdays` ou `every day`.
schedule-hours = Une synthèse porte sur 1 à { $most } heures, non sur { $hours }.
    .step = Donnez moins ou plus d’heures.
schedule-full = La limite de synthèses programmées ici est atteinte ({ $most }).
    .step = Supprimez-en une d’abord.
schedule-known = La synthèse { $number } vient déjà à cette heure, dans le même salon et sur le même sujet.
    .step = Supprimez-la d’abord, ou choisissez une autre heure, un autre salon ou un autre sujet.
schedule-needs-zone = Une synthèse programmée a besoin d’un fuseau horaire.
    .step = Donnez-en un, ou définissez celui de ce serveur : `/settings server`.
schedule-topic-long = Un sujet compte au plus { $limit } caractères.
    .step = Donnez un mot ou deux.
schedule-unknown = Il n’y a pas ici de synthèse programmée { $number }.
    .step = Consultez la liste de celles qui existent.
schedule-damaged = L’enregistrement d’une synthèse programmée est illisible.
    .step = Si son fuseau horaire est nouveau, mettez à jour le paquet tzdata.
schedule-direct-options = Les rôles et les tags valent pour les salons, pas pour les messages privés.
