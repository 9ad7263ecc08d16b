# La première mise en marche dans un terminal (`attache setup`) : le jeton, l’invitation, la suite.

wizard-begin = Ceci relie Attaché à Discord. Une seule chose est demandée, le jeton du bot, qui est gardé dans { $file }, dans ce dossier. Ctrl-C arrête tout ; vous pouvez recommencer à tout moment.
wizard-where = Ouvrez { $portal }, choisissez New Application (ou une application que vous avez déjà), puis Bot → Reset Token → Copy.
wizard-ask = Collez le jeton (il n’est pas affiché) et appuyez sur Entrée :
wizard-ask-again = Collez le jeton (il n’est pas affiché), ou appuyez sur Entrée pour garder l’actuel :
wizard-checking = Vérification auprès de Discord…
wizard-empty = Aucun jeton n’a été donné.
    .step = Copiez-le depuis le portail des développeurs (Bot → Reset Token) et collez-le.
wizard-is-id = C’est un nombre, comme l’identifiant de l’application, et non le jeton.
    .step = Copiez le jeton depuis le portail des développeurs (Bot → Reset Token).
wizard-is-key = C’est la clé publique de l’application, et non le jeton.
    .step = Copiez le jeton depuis le portail des développeurs (Bot → Reset Token).
wizard-is-none = Ce n’est pas un jeton de bot, qui a trois parties séparées par des points.
    .step = Copiez-le depuis le portail des développeurs (Bot → Reset Token, et non OAuth2 → Client Secret).
wizard-known = { $count ->
    [one] Discord accepte le jeton : il appartient à { $name }, présent sur { $count } serveur.
   *[other] Discord accepte le jeton : il appartient à { $name }, présent sur { $count } serveurs.
 }
wizard-written = Le jeton est dans { $file }, que vous seul pouvez lire.
wizard-in-environment = L’environnement définit déjà ce jeton : aucun fichier n’a été modifié.
wizard-overridden = Mais l’environnement définit un autre DISCORD_TOKEN, qui l’emporte sur { $file } : retirez-le.
wizard-invite = Invitez le bot : ouvrez { $address } et choisissez votre serveur.
wizard-permissions = Le lien demande exactement ces permissions : { $names }.
wizard-switches = Les réglages sont dans le portail des développeurs : intents sur { $bot }, installation sur { $installation }.
wizard-run = Ensuite, lancez le bot et laissez-le tourner : { $command }
wizard-then = Puis tapez /help sur votre serveur.
wizard-stopped = Arrêté. Pour continuer, lancez de nouveau { $command }.
