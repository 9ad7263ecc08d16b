# What cannot be posted, or answered, in Discord: why, and what to do next.

gateway-command-changed = Эта команда изменилась с тех пор, как Discord видел её в последний раз. Повторите попытку через минуту.
gateway-not-allowed = Вам нельзя пользоваться этой командой здесь. Обратитесь к тому, кто управляет этим сервером.
gateway-unexpected = Внутри Attaché произошёл сбой. Повторите попытку; если сбой останется, сообщите об ошибке { $number }.
gateway-server-only = Ленты и дайджесты принадлежат серверу.
    .step = Используйте эту команду в канале сервера.
gateway-channel-unseen = Я не вижу этот канал.
    .step = Разрешите мне его просматривать или выберите другой.
gateway-channel-missing = Канала больше нет, или я его не вижу.
    .step = Разрешите мне его просматривать либо удалите это и добавьте снова.
gateway-named-channel-unseen = Я не вижу #{ $channel }.
    .step = Разрешите мне просматривать этот канал или выберите другой.
gateway-no-posts-there = В #{ $channel } ничего нельзя публиковать.
    .step = Выберите текстовый канал, ветку или форум.
gateway-lacking = Я не могу публиковать в #{ $channel }: не хватает прав { $permissions }.
    .step = Дайте мне их там (Настроить канал → Права доступа) или выберите другой канал.
gateway-lacking-here = Я не могу публиковать здесь: не хватает прав { $permissions }.
    .step = Выберите `deliver: dm`.
# Permissions as Discord names them.
gateway-permission = { $name ->
    [view_channel] «Просматривать канал»
    [read_message_history] «Читать историю сообщений»
    [send_messages] «Отправлять сообщения»
    [send_messages_in_threads] «Отправлять сообщения в ветках»
    [create_public_threads] «Создавать публичные ветки»
   *[create_posts] «Создавать публикации»
 }
gateway-and = { $first } и { $other }
gateway-alerts-need-member = Оповещения можно публиковать здесь, только если я состою на сервере.
    .step = Выберите `deliver: dm`.
gateway-alerts-not-allowed = Вам нельзя писать здесь, поэтому нельзя и вашим оповещениям.
    .step = Выберите `deliver: dm`.
gateway-button-unknown = Эта кнопка не работает в этой версии Attaché.
    .step = Выполните команду ещё раз: кнопки нового ответа работают.
gateway-upload-large = Этот файл больше { $limit } МБ.
    .step = Пришлите ту часть, которая важна.
gateway-message-empty = В этом сообщении нет ни ссылки, ни текста, ни файла .txt или .html.
    .step = Выберите сообщение со ссылкой на статью.
gateway-restarting = Attaché перезапускается.
    .step = Спросите ещё раз через минуту.
gateway-token-refused = Discord не принимает токен.
    .step = Скопируйте его заново с портала разработчиков (Bot, Reset Token) в DISCORD_TOKEN.
gateway-intents-refused = Discord отклоняет интенты этого бота.
    .step = Привилегированные Attaché не нужны: проверьте, что токен принадлежит его собственному приложению.
gateway-discord-unreachable = Discord недоступен.
    .step = Проверьте сеть этой машины и запустите снова.
gateway-elsewhere = Это не канал Discord.
    .step = Запись ждёт процесса, который обслуживает этот канал.
gateway-kind-unfit = В канале такого вида ничего нельзя публиковать.
    .step = Выберите текстовый канал.
gateway-kind-unknown = Этот канал неизвестного мне вида.
    .step = Выберите текстовый канал.
gateway-history-denied = Я не вижу, дошло ли моё последнее сообщение до канала, и не рискну опубликовать его дважды.
    .step = Дайте мне там право «Читать историю сообщений», затем выполните `/feed resume`.
gateway-asks-to-wait = Discord просит подождать.
    .step = Я попробую снова сам.
gateway-silent = Discord не ответил.
    .step = Я попробую снова сам.
gateway-answered = Discord ответил кодом { $status }.
    .step = Я попробую снова сам.
# What Discord said, in its own English, stands in brackets.
gateway-denied = Discord не даёт мне публиковать там ({ $said }).
    .step = Дайте мне там права «Просматривать канал», «Отправлять сообщения», «Встраивать ссылки» и «Читать историю сообщений».
gateway-channel-gone = Канала больше нет ({ $said }).
    .step = Выберите другой канал.
gateway-token-refused-later = Discord не принимает токен.
    .step = Проверьте DISCORD_TOKEN.
gateway-closed = Там ничего нельзя публиковать ({ $said }).
    .step = Откройте снова или выберите другое место.
gateway-message-refused = Discord отклонил сообщение ({ $said }).
    .step = Остальные публикуются.
gateway-no-reason = причина не указана
gateway-story-deleted = Сообщение об этом сюжете удалено, поэтому его продолжение не опубликовано.
    .step = Новые сюжеты публикуются как прежде.
gateway-no-threads = Мне нельзя открывать там ветки, поэтому продолжение не опубликовано.
    .step = Дайте мне там права «Создавать публичные ветки» и «Отправлять сообщения в ветках» или выберите followups:reply командой /feed set.
gateway-role-everyone = Я не упоминаю ни всех сразу, ни удалённую роль.
    .step = Выберите другую роль.
gateway-role-not-mentionable = Мне нельзя упоминать роль { $role }.
    .step = Разрешите всем её упоминать (Настройки сервера → Роли) или дайте мне в том канале право «Упоминать все роли».
gateway-no-forum = #{ $channel } — не форум, у его публикаций нет тегов.
    .step = Не указывайте тег или выберите форум.
gateway-tag-unknown = В #{ $channel } нет тега { $tag }, который мне доступен.
    .step = Есть: { $tags }
gateway-no-tags = никаких
gateway-tag-required = Этот форум требует тег, но доступных мне тегов там нет.
    .step = Создайте тег не только для модераторов или дайте мне там право «Управлять ветками».
