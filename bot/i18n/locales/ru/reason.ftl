# Why a post stands where it stands.

reason-why = Почему это здесь?
reason-digest = Это дайджест { $number } этого сервера: { $when }.
reason-was-digest = Это дайджест, который был здесь запланирован.
reason-was-notice = Это моё уведомление.
reason-recorded = Записано: { $when }
reason-came-from = Источник — { $feed }, лента { $number } этого сервера.
reason-passed = Прошло через фильтр { $filter }
reason-no-filter = Фильтра нет.
reason-seen = Получено: { $when }
reason-carried = { $count ->
    [one] Об этом пишет { $count } издание: { $names }
    [few] Об этом пишут { $count } издания: { $names }
   *[many] Об этом пишут { $count } изданий: { $names }
 }
reason-follow-up = Здесь сказано, что нового в сюжете, который тут уже публиковался.
