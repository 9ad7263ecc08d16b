# Feeds and lists of feeds: what is wrong with them, and what becomes of their items.

feeds-too-large = Ce flux dépasse la limite de { $limit } Mo.
    .step = Demandez à son éditeur un flux plus court, ou ajoutez un autre de ses flux.
feeds-empty = Ce flux est vide.
    .step = Vérifiez le lien dans un navigateur.
feeds-page-names = Ceci est une page web, non un flux. Elle indique : { $named }.
    .step = Ajoutez l’un d’eux.
feeds-and-more = { $named } et { $count } de plus
feeds-page-names-none = Ceci est une page web, non un flux, et elle n’en indique aucun.
    .step = Cherchez-y un lien nommé RSS.
feeds-no-feed = Ceci n’est pas un flux : ni RSS, ni Atom, ni JSON Feed.
    .step = Vérifiez le lien dans un navigateur.
feeds-nested = Ce flux est imbriqué sur plus de 256 niveaux, ce qu’aucun vrai flux n’est.
    .step = Vérifiez le lien dans un navigateur.
feeds-never-read = Ce site dit que le flux n’a pas changé, alors qu’il n’a jamais été lu (code 304).
    .step = Vérifiez le lien dans un navigateur.
feeds-list-large = Cette liste dépasse la limite de { $limit } Mo.
    .step = Importez-la en plusieurs parties.
feeds-list-foreign = Ce fichier n’énumère aucun flux : ni OPML, ni export de MonitoRSS, ni texte avec des adresses.
    .step = Exportez de nouveau la liste, ou écrivez une adresse par ligne.
feeds-list-long = Cette liste indique plus de flux que la limite ({ $limit }).
    .step = Importez-la en plusieurs parties.
feeds-list-empty = Cette liste n’indique aucun flux.
    .step = Exportez de nouveau la liste depuis votre lecteur de flux, en OPML.
# What followers are told about a feed. The reason is a sentence of its own; moments and days are those of dates.ftl.
feeds-moved = { $name } a déménagé définitivement et est suivi à sa nouvelle adresse.
feeds-answers-again = { $name } répond de nouveau.
feeds-gap = { $name } ne montre plus rien de ce qu’il montrait avant : des éléments apparus puis disparus peuvent être perdus.
feeds-gap-since = { $name } ne montre plus rien de ce qu’il montrait avant : des éléments apparus puis disparus depuis le { $moment } peuvent être perdus.
feeds-withdrawn = { $name } a été retiré par son éditeur et n’est plus interrogé. { $reason } Supprimez-le, ou reprenez-le pour réessayer.
feeds-given-up = { $name } est en échec depuis le { $since } et n’est plus interrogé. { $reason } Supprimez-le, ou reprenez-le pour réessayer.
feeds-failing = { $name } est en échec depuis le { $since }. { $reason } Il est réessayé de lui-même jusqu’au { $until } ; vérifiez son adresse, ou supprimez-le.
feeds-both = { $first } { $second }
# Why an item is not posted, or not read.
feeds-too-old = trop ancien quand le salon a refonctionné : seuls les plus récents sont encore publiés (nombre : { $count })
feeds-too-late = il était trop tard pour que cela vaille d’être publié
feeds-record-unreadable = son enregistrement est illisible
feeds-own-fault = Une défaillance d’Attaché lui-même ; son journal en dit plus.
feeds-no-article = Aucun article n’a pu y être lu.
feeds-restored = Il était en attente au moment de la sauvegarde et a pu être publié avant sa restauration.
feeds-thread-closed = Le fil de sa première partie est fermé ou a disparu.
    .step = Il n’y a rien à faire.
# What is wrong with a feed that could be read all the same.
feeds-broken = Le balisage du flux est défectueux ; il a été lu autant qu’il a un sens.
feeds-cut = Le balisage du flux est défectueux, et il est trop long pour être réparé en entier ; son début a été lu.
# Of a feed that shows a crowd of items at once.
feeds-flood = { $name } montre d’un coup plus de { $most } nouveaux éléments : les { $most } plus récents sont publiés, les autres sont gardés pour les synthèses. `/feed why` les liste tous.
