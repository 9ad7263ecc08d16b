# What the desk cannot find, add or change: why, and what to do next.

desk-timeline-of-nothing = Une chronologie porte sur quelqu’un ou sur quelque chose.
    .step = Nommez qui parle, ou de quoi il s’agit.
desk-country-unknown = Ce pays ou cette organisation n’est pas connu ici : { $typed }.
    .step = Écrivez son nom anglais, par exemple `Norway` ou `European Union`.
# The scope tells in how many articles of which dates.
desk-nothing-found = Rien n’a été trouvé ; recherche dans { $scope }.
    .step = { $step }
desk-nothing-by = Rien de { $who } n’a été trouvé ; recherche dans { $scope }.
    .step = { $step }
desk-nothing-about = Rien sur { $about } n’a été trouvé ; recherche dans { $scope }.
    .step = { $step }
desk-nothing-by-about = Rien de { $who } sur { $about } n’a été trouvé ; recherche dans { $scope }.
    .step = { $step }
desk-try-otherwise = Essayez une autre orthographe ou moins de mots.
desk-try-other-topics = { $who } est cité sur d’autres sujets : omettez celui-ci pour les voir.
desk-did-you-mean = Vouliez-vous dire { $names } ?
desk-or = { $first } ou { $other }
desk-style-unknown = Une synthèse est complète (`full`) ou brève (`short`), non { $typed }.
    .step = Choisissez `full` ou `short`.
desk-none-of-this-kind = Des déclarations à ce sujet ont été trouvées, mais aucune de ce genre : { $acts }.
    .step = Demandez plutôt ce qui a été dit.
desk-none-quoted = Ce qui a été trouvé est du discours rapporté : aucun article ne le donne entre guillemets.
    .step = Demandez plutôt ce qui a été dit.
desk-post-unknown = On ne se souvient de rien sur cette publication.
    .step = Consultez `/feed why` si vous gérez ce serveur.
desk-search-of-nothing = Il n’y a rien à chercher.
    .step = Nommez qui parle, ou de quoi il s’agit.
desk-search-long = C’est plus long que { $limit } caractères.
    .step = Donnez les mots qui comptent.
desk-dates-leave-nothing = La date de début est postérieure à la date de fin.
    .step = Donnez un `since` antérieur ou un `until` postérieur.
desk-search-forgotten = La question posée ici n’est plus en mémoire.
    .step = Redemandez avec `/said`.
desk-one-side = Une seule partie a été nommée.
    .step = Nommez à la fois `a` et `b`, ou aucune des deux.
desk-sides-of-nothing = Il n’y a rien à comparer.
    .step = Donnez un article, ou deux parties `a` et `b`, ou leur sujet.
desk-sides-overlap = Certains intervenants appartiennent aux deux parties.
    .step = Nommez deux pays, ou deux personnes.
desk-sides-uncertain = Rien d’assez certain n’a été trouvé d’aucune des deux parties.
    .step = Donnez plutôt un article.
desk-sides-not-mentioned = Aucune des deux parties ne mentionne { $about } dans { $place ->
    [article] cet article
   *[articles] ces articles
 }.
    .step = Essayez un autre mot, ou omettez-le.
desk-no-two-sides = { $place ->
    [article] Cet article ne cite pas
   *[articles] Ces articles ne citent pas
 } deux parties.
    .step = Sont cités : { $names }. « Qui a dit quoi » montre leurs propos.
desk-no-sides-at-all = { $place ->
    [article] Cet article ne cite pas
   *[articles] Ces articles ne citent pas
 } deux parties.
    .step = Personne n’y est cité avec certitude.
desk-source-known = Le flux { $number } est déjà une source de ce nom.
    .step = Choisissez un autre nom, ou renouvelez son jeton avec `feed token number:{ $number }`.
desk-feed-has-title = Un flux a son propre titre.
    .step = Ne donnez un nom qu’avec `url:push`, ou omettez-le.
desk-list-over-room = Nouveaux flux dans cette liste : { $count } ; places libres : { $free } sur { $most }, la limite.
    .step = Supprimez des flux, ou raccourcissez la liste.
desk-no-feeds = Aucun flux n’est suivi ici.
    .step = Ajoutez-en un d’abord.
desk-feed-set-nothing = Rien n’a été changé, car aucune option n’a été donnée.
    .step = Ajoutez-en une parmi { $options }
desk-not-receiving = Ce bot ne reçoit pas d’articles envoyés.
    .step = La personne qui l’exploite doit d’abord définir `RECEIVE_ADDRESS`.
desk-feeds-full = La limite de flux suivis ici est atteinte ({ $most }).
    .step = Supprimez-en un d’abord.
desk-no-address = Ceci n’est pas une adresse web.
    .step = Donnez l’adresse d’un flux, ou d’une page qui en a un, comme celle d’un ministère.
desk-alert-unknown = On ne se souvient de rien sur cette alerte.
    .step = Consultez `/watch list`.
desk-watch-of-another = Cette veille est celle de quelqu’un d’autre.
    .step = Seule la personne qui l’a créée peut l’arrêter.
desk-watch-removed = Cette veille a déjà été supprimée.
    .step = Consultez `/watch list`.
desk-no-watch = Vous n’avez pas de veille { $number }.
    .step = Consultez `/watch list`.
desk-watch-known = Vous l’avez déjà : c’est la veille { $number }.
    .step = Consultez `/watch list`.
desk-watches-full = Vous avez atteint la limite de veilles ({ $most }).
    .step = Supprimez-en une d’abord avec `/watch remove`.
desk-interest-long = Un intervenant ou un sujet compte au plus { $limit } caractères.
    .step = Donnez un nom ou quelques mots.
desk-interest-empty = Une veille doit porter sur quelqu’un ou sur quelque chose.
    .step = Donnez un intervenant (un nom ou un pays), un sujet, ou les deux.
desk-feed-followed = Ce salon suit déjà ce flux.
    .step = Choisissez un autre salon, ou supprimez-le d’abord.
desk-feed-followed-as = Ce salon suit déjà ce flux, sous le numéro { $number }.
    .step = Choisissez un autre salon, ou supprimez-le d’abord.
desk-no-feed-of-number = Il n’y a pas ici de flux numéro { $number }.
    .step = Affichez la liste des flux pour voir leurs numéros.
desk-feed-has-no-token = Le flux numéro { $number } est relevé et n’a pas de jeton.
    .step = Affichez la liste des flux pour voir lesquels sont envoyés.
# Of the command line.
desk-role-unknown = { $name } n’est pas un rôle.
    .step = Les rôles sont { $roles } ; sans précision, un processus les a tous.
desk-no-role = Aucun rôle n’a été donné.
    .step = Nommez-en parmi { $roles }, ou omettez `--roles` pour les avoir tous.
# Of a source that sends its articles itself.
desk-source-name = Une source a besoin d’un nom d’au plus { $limit } caractères.
    .step = Nommez la rédaction qu’elle représente.
desk-story-of-one = Cet article est déjà seul ici.
desk-no-source = Ceci n’est ni une adresse web ni une source du catalogue.
    .step = La plus proche est { $near }. Pour les voir toutes : /feed browse.
desk-own-sources = La table de sources { $name } est illisible.
    .step = Chaque ligne a dix champs séparés par des tabulations ; docs/sources.md les nomme.
desk-nothing-read = Rien n’a encore été lu ici : il n’y a donc rien à chercher.
    .step = Donnez-moi un article (un lien, un fichier ou son texte), ou suivez un flux.
desk-nothing-dated = Aucun article de ces dates n’a été lu ; il y a { $scope }.
    .step = Donnez d’autres dates, ou omettez-les.
desk-digest-of-no-feeds = Aucun flux n’est suivi ici, et une revue est faite de ce que les flux apportent.
    .step = Suivez-en un avec feed add ; said retrouve ce que disent les articles que vous avez donnés.
desk-digest-unread = Rien ne peut encore être montré : des articles de vos flux sont en cours de lecture. Redemandez dans une minute.
