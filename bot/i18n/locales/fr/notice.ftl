# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = Je ne peux pas publier dans l’un de vos salons
notice-channel = Salon
notice-reason = Motif
notice-since = Depuis
notice-waits = Ce que j’aurais publié attend. Une fois le problème résolu, utilisez `/feed resume` ou `/digest resume` : le plus récent sera publié ; `remove` y met fin.
notice-feed = Flux { $number } : { $title }
