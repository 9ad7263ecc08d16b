# Ce que le docteur dit d'un bot en marche, d'après ses mesures, et ce qu'il faut faire.

running-well = Le bot est en marche et prêt ; ses mesures ne montrent rien d’anormal.
running-silent = Rien ne répond à { $address }, où un bot en marche répondrait.
    .step = Si le bot devrait être en marche, démarrez-le et consultez son journal.
running-foreign = Ce qui répond à { $address } n’est pas Attaché.
    .step = Donnez à OBSERVE_ADDRESS un port à lui seul.
running-unready = Le bot n’est pas prêt : { $part } : { $reason }
    .step = Consultez son journal.
running-stalls = La boucle d’événements a été bloquée plus de { $limit } s lors de { $share } des contrôles.
    .step = Donnez à ce processus un cœur à lui seul ; sur une machine chargée, réduisez READING_PROCESSES.
running-late-answers = { $share } des commandes et boutons ont reçu leur accusé après plus de { $limit } s ; Discord en attend 3.
    .step = Réglez l’horloge de cette machine par NTP, et faites tourner la passerelle dans un processus à part (--roles).
running-slow-reading = { $share } des textes ont demandé plus de { $limit } s de lecture.
    .step = Portez READING_PROCESSES au nombre de cœurs, ou ajoutez une machine avec --roles work.
running-feed-due = Un flux attend depuis { $time } et n’est pas consulté.
    .step = Voyez dans le journal si les consultations échouent ou restent bloquées ; ajoutez une machine avec --roles work.
running-feeds-fail = Sur { $asked } flux, { $failing } échouent.
    .step = Quand tant de flux échouent à la fois, voyez le réseau et le service de noms de cette machine ; /status donne les raisons.
running-items-wait = Éléments en attente : { $count }, le plus ancien depuis { $time }.
    .step = Voyez dans le journal ce qui retient la lecture ; augmentez READING_PROCESSES, ou ajoutez une machine avec --roles work.
running-posts-wait = Messages en attente : { $count }, le plus ancien depuis { $time }.
    .step = Voyez dans le journal ce que Discord répond ; vérifiez qu’un processus avec --roles send est en marche.
running-digests-wait = Synthèses en attente : { $count }, la plus ancienne depuis { $time }.
    .step = Vérifiez qu’un processus avec --roles work est en marche ; le journal dit ce qui le retient.
running-others-wait = En attente dans la file { $of } : { $count }, depuis { $time } au plus.
    .step = Consultez le journal.
running-refused = { $share } des envois ont été refusés par Discord.
    .step = Le journal nomme les cartes que Discord refuse ; signalez-les, s’il vous plaît.
running-channels-broken = { $share } des envois visaient un salon où rien ne peut être publié.
    .step = /feed why et le journal nomment les salons : rendez-y au bot ses permissions.
running-answers-lost = { $share } des envois n’ont pas reçu de réponse claire.
    .step = Discord, ou le chemin qui y mène, a des ennuis : voyez discordstatus.com et ce réseau.
running-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
running-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
