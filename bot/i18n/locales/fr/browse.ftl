# Le catalogue des sources.

browse-title = Sources
browse-title-counted = Sources · { $count }
browse-none = Aucune source du catalogue ne correspond à ce filtre.
browse-all = Pour voir toutes les sources : { $command }
browse-gone = Cette source n’est pas dans le catalogue.
    .step = Pour les voir toutes : /feed browse.
browse-to-follow = Pour en suivre une : { $command }
browse-source = Source
browse-look = Regarder une source
browse-follow = Suivre ici
browse-follow-pack = { $count ->
    [one] Suivre { $count } source
   *[other] Suivre les { $count }
 }
browse-carries = { $count ->
    [one] Elle porte { $count } élément en ce moment.
   *[other] Elle porte { $count } éléments en ce moment.
 }
browse-in-packs = Dans les lots : { $packs }
browse-evidence = { $evidence ->
    [fetched] Son adresse fonctionnait le { $day }, selon { $found }.
    [refused] Elle refusait les programmes le { $day } et pourrait ne pas répondre. Adresse d’après { $found }.
   *[listed] Son adresse figure dans { $found } (vue le { $day }), sans essai.
 }
browse-kind = { $kind ->
    [ministry] ministère
    [government] gouvernement
    [mission] mission auprès de l’ONU
    [body] organisation internationale
    [agency] agence de presse
    [broadcaster] radio ou télévision
    [paper] journal ou site d’information
   *[analysis] analyse
 }
browse-pack = { $pack ->
    [ministries] Ministères des affaires étrangères
    [wires] Agences
    [ukraine] Russie–Ukraine
    [mideast] Moyen-Orient
    [council] Conseil de sécurité
   *[mun] Modèle ONU
 }
