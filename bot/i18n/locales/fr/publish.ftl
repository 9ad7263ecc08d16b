# La page et le flux Atom de ce qui est publié dans un salon.

publish-not-served = Aucune page n’est servie ici.
    .step = La personne qui exploite Attaché règle PUBLISH_ADDRESS (docs/publishing.md).
publish-name-long = Le titre d’une page a au plus { $limit } caractères.
    .step = Raccourcissez-le.
publish-another = La page de ce salon appartient à un autre serveur.
    .step = Choisissez un salon de ce serveur.
publish-published = Page publiée
publish-stopped = Page désactivée
publish-on = Ce qui est publié dans { $channel } peut être lu hors de Discord.
publish-page = Page : { $address }
publish-feed = Flux Atom : { $address }
publish-renewed = Les anciennes adresses ne fonctionnent plus.
publish-anybody = Quiconque a une adresse peut la lire. Elle ne figure dans aucune liste, et les moteurs de recherche sont priés de l’ignorer.
publish-take-back = Pour la retirer : { $command }
publish-off = Ce qui est publié dans { $channel } ne peut plus être lu hors de Discord.
publish-on-again = Pour le publier de nouveau, à une autre adresse : { $command }
publish-open = Ouvrir la page
publish-button = { $do ->
    [new] Nouvelle adresse
    [off] Désactiver
   *[on] Publier de nouveau
 }
