# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = Cette commande a changé depuis la dernière vérification de Discord. Réessayez dans une minute.
gateway-not-allowed = Vous ne pouvez pas utiliser cette commande ici. Adressez-vous à une personne qui gère ce serveur.
gateway-unexpected = Quelque chose s’est mal passé dans Attaché. Réessayez ; si cela persiste, signalez l’erreur { $number }.
gateway-server-only = Les flux et les synthèses appartiennent à un serveur.
    .step = Utilisez cette commande dans un salon d’un serveur.
gateway-channel-unseen = Je ne vois pas ce salon.
    .step = Donnez-m’y l’accès, ou choisissez-en un autre.
gateway-channel-missing = Ce salon n’existe plus, ou je ne le vois pas.
    .step = Donnez-m’y l’accès, ou supprimez ceci et ajoutez-le de nouveau.
gateway-named-channel-unseen = Je ne vois pas #{ $channel }.
    .step = Donnez-m’y l’accès, ou choisissez un autre salon.
gateway-no-posts-there = Rien ne peut être publié dans #{ $channel }.
    .step = Choisissez un salon textuel, un fil ou un forum.
gateway-lacking = Je ne peux pas publier dans #{ $channel } : il me manque { $permissions }.
    .step = Donnez-moi cela dans ce salon (Modifier le salon → Permissions), ou choisissez-en un autre.
gateway-lacking-here = Je ne peux pas publier ici : il me manque { $permissions }.
    .step = Choisissez `deliver: dm`.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] « Voir le salon »
    [read_message_history] « Voir les anciens messages »
    [send_messages] « Envoyer des messages »
    [send_messages_in_threads] « Envoyer des messages dans les fils »
    [create_public_threads] « Créer des fils publics »
   *[create_posts] « Créer des posts »
 }
gateway-and = { $first } et { $other }
gateway-alerts-need-member = Les alertes ne peuvent être publiées ici que si je suis membre du serveur.
    .step = Choisissez `deliver: dm`.
gateway-alerts-not-allowed = Vous ne pouvez pas écrire ici, vos alertes non plus.
    .step = Choisissez `deliver: dm`.
gateway-button-unknown = Ce bouton ne fonctionne pas avec cette version d’Attaché.
    .step = Utilisez de nouveau la commande : les boutons de sa réponse fonctionnent.
gateway-upload-large = Ce fichier dépasse { $limit } Mo.
    .step = Envoyez la partie qui compte.
gateway-message-empty = Ce message ne contient ni lien, ni texte, ni fichier .txt ou .html.
    .step = Choisissez-en un avec un lien vers un article.
gateway-restarting = Attaché redémarre.
    .step = Redemandez dans une minute.
gateway-token-refused = Discord n’accepte pas le jeton.
    .step = Copiez-le de nouveau depuis le portail des développeurs (Bot, Reset Token) dans DISCORD_TOKEN.
gateway-intents-refused = Discord refuse les intents de ce bot.
    .step = Attaché n’a besoin d’aucun des intents privilégiés : vérifiez que le jeton appartient bien à sa propre application.
gateway-discord-unreachable = Discord est injoignable.
    .step = Vérifiez le réseau de cette machine, puis recommencez.
gateway-elsewhere = Ce n’est pas un salon de Discord.
    .step = La publication attend le processus qui dessert ce salon.
gateway-kind-unfit = Rien ne peut être publié dans un salon de ce type.
    .step = Choisissez un salon textuel.
gateway-kind-unknown = Ce salon est d’un type que je ne connais pas.
    .step = Choisissez un salon textuel.
gateway-history-denied = Je ne peux pas voir si mon dernier message est arrivé dans le salon, et je ne risquerai pas de le publier deux fois.
    .step = Donnez-moi « Voir les anciens messages » dans ce salon, puis utilisez `/feed resume`.
gateway-asks-to-wait = Discord demande d’attendre.
    .step = Je réessaie de moi-même.
gateway-silent = Discord n’a pas répondu.
    .step = Je réessaie de moi-même.
gateway-answered = Discord a répondu { $status }.
    .step = Je réessaie de moi-même.
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord ne me laisse pas publier à cet endroit ({ $said }).
    .step = Donnez-m’y « Voir le salon », « Envoyer des messages », « Intégrer des liens » et « Voir les anciens messages ».
gateway-channel-gone = Ce salon n’existe plus ({ $said }).
    .step = Choisissez un autre salon.
gateway-token-refused-later = Discord n’accepte pas le jeton.
    .step = Vérifiez DISCORD_TOKEN.
gateway-closed = Rien ne peut être publié à cet endroit ({ $said }).
    .step = Rouvrez-le, ou choisissez-en un autre.
gateway-message-refused = Discord a refusé le message ({ $said }).
    .step = Les autres sont publiés.
gateway-no-reason = sans motif indiqué
gateway-story-deleted = Le message sur ce sujet a été supprimé ; sa suite n’a donc pas été publiée.
    .step = Les nouveaux sujets sont publiés comme avant.
gateway-no-threads = Je ne peux pas ouvrir de fils à cet endroit ; la suite n’a donc pas été publiée.
    .step = Donnez-m’y « Créer des fils publics » et « Envoyer des messages dans les fils », ou choisissez followups:reply avec /feed set.
gateway-role-everyone = Je ne mentionne ni tout le monde, ni un rôle disparu.
    .step = Choisissez un autre rôle.
gateway-role-not-mentionable = Je ne peux pas mentionner le rôle { $role }.
    .step = Permettez à tous de le mentionner (Paramètres du serveur → Rôles), ou donnez-moi « Mentionner tous les rôles » dans ce salon.
gateway-no-forum = #{ $channel } n’est pas un forum : ses publications n’ont pas de tags.
    .step = Omettez le tag, ou choisissez un forum.
gateway-tag-unknown = #{ $channel } n’a pas de tag { $tag } que je puisse utiliser.
    .step = Il a : { $tags }
gateway-no-tags = aucun
gateway-tag-required = Ce forum exige un tag, et n’en a aucun que je puisse utiliser.
    .step = Créez un tag qui n’est pas réservé aux modérateurs, ou donnez-moi « Gérer les fils » à cet endroit.
