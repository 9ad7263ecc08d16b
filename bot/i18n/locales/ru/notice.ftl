# Notices to a person who can act, when something of theirs has stopped.

notice-cannot-post = Я не могу публиковать в одном из ваших каналов
notice-channel = Канал
notice-reason = Причина
notice-since = С
notice-waits = То, что я опубликовал бы, ждёт. Когда всё будет исправлено, введите `/feed resume` или `/digest resume`, и самое новое будет опубликовано; `remove` прекращает публикации.
notice-feed = Лента { $number }: { $title }
