# Settings, and being forgotten.

settings-language-unknown = Je ne parle pas { $asked }.
    .step = Choisissez l’une de ces langues : { $names }.
settings-language = Langue
settings-my-language-effect = ce que vous seul voyez est dans cette langue
settings-my-language-unset = celle de votre Discord
settings-my-language-terminal = celle de ce terminal
settings-server-language-effect = les synthèses, les publications et les réponses visibles de tous sont dans cette langue
settings-server-language-unset = anglais, et pour les réponses celle de la personne qui demande
settings-mine = Vos réglages
settings-server = Réglages de ce serveur
settings-zone = Fuseau horaire
settings-my-zone-effect = celui de vos heures de silence
settings-server-zone-effect = celui des synthèses programmées qui n’en indiquent pas
settings-quiet = Heures de silence
settings-my-quiet-effect = vos alertes attendent leur fin
settings-server-quiet-effect = les alertes dans les salons d’ici attendent leur fin, de même que les synthèses programmées désormais
settings-attitudes = Attitudes
settings-attitudes-effect = qui a dit quoi montre aussi ce que des personnes penseraient ou voudraient
settings-style = Style des synthèses
settings-style-name = { $style ->
    [short] bref
   *[full] complet
 }
settings-style-effect = { $style ->
    [short] chaque sujet en une ligne
   *[full] phrases clés et déclarations de chaque sujet
 }
settings-labels = Mentions des médias
settings-labels-effect = les synthèses indiquent quels médias un État finance ou contrôle
settings-none = aucun
settings-on = oui
settings-off = non
settings-to-change = Pour modifier : { $command }
settings-delete-button = Effacer toutes mes données
settings-nothing-stored = Rien de vous n’est enregistré
settings-nothing-to-delete = Il n’y a rien à effacer.
settings-nothing-was-there = Il n’y avait rien à effacer.
settings-delete = Effacer tout ce qui est à vous ?
settings-others-stay = Ce que d’autres ont donné ou mis en place, ainsi que les articles des flux et des liens, reste.
settings-to-delete = Pour tout effacer : { $command }
settings-no-way-back = Cela ne peut pas être annulé.
settings-deleted = Effacé
settings-nothing-left = Plus rien de vous n’est enregistré.
settings-texts = { $count ->
    [one] { $count } texte que vous avez donné, avec ce qui y a été trouvé
   *[other] { $count } textes que vous avez donnés, avec ce qui y a été trouvé
 }
settings-watches = { $count ->
    [one] { $count } veille
   *[other] { $count } veilles
 }
settings-alerts = { $count ->
    [one] { $count } événement trouvé par une veille
   *[other] { $count } événements trouvés par des veilles
 }
settings-records = { $count ->
    [one] { $count } enregistrement de vos réglages
   *[other] { $count } enregistrements de vos réglages
 }
settings-set-up = { $count ->
    [one] { $count } flux ou synthèse que vous avez mis en place pour un serveur : il reste, sans votre identifiant
   *[other] { $count } flux et synthèses que vous avez mis en place pour des serveurs : ils restent, sans votre identifiant
 }
settings-languages = Langues
settings-languages-all = toutes
settings-my-languages-effect = les articles dans d’autres langues sont omis de vos recherches, réponses et alertes
settings-server-languages-effect = les articles dans d’autres langues sont omis des synthèses et des alertes dans les salons d’ici
settings-pages = { $count ->
    [one] { $count } page de salon que vous avez publiée : son adresse cesse de fonctionner
   *[other] { $count } pages de salons que vous avez publiées : leurs adresses cessent de fonctionner
 }
