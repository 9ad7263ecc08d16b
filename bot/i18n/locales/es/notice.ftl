# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = No puedo publicar en uno de sus canales
notice-channel = Canal
notice-reason = Motivo
notice-since = Desde
notice-waits = Lo que habría publicado queda en espera. Cuando esté resuelto, use `/feed resume` o `/digest resume` y se publicará lo más reciente; `remove` lo termina.
notice-feed = Fuente { $number }: { $title }
