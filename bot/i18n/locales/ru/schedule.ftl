# Digests that come by themselves: what of an order cannot be understood or done, and what to do next.

schedule-time-unknown = Это не время суток: { $typed }.
    .step = Напишите часы и минуты, например `08:00` или `17:30`.
schedule-quiet-unknown = Это не часы тишины: { $typed }.
    .step = Напишите начало и конец, например `22:00-07:00`, или `none`.
schedule-days-unknown = Это не дни недели: { $typed }.
    .step = Напишите их так: `mon-fri`, `sat,sun`, `weekdays` или `every day`.
schedule-hours = Дайджест охватывает от 1 до { $most } ч, а не { $hours }.
    .step = Укажите меньше или больше часов.
schedule-full = Число назначенных здесь дайджестов достигло предела ({ $most }).
    .step = Сначала удалите один.
schedule-known = Дайджест { $number } уже приходит в это время, в тот же канал и на ту же тему.
    .step = Сначала удалите его или выберите другое время, канал или тему.
schedule-needs-zone = Дайджесту по расписанию нужен часовой пояс.
    .step = Укажите его или задайте пояс сервера: `/settings server`.
schedule-topic-long = Для темы отводится не больше { $limit } знаков.
    .step = Дайте слово-другое.
schedule-unknown = Дайджеста { $number } в расписании здесь нет.
    .step = Посмотрите список имеющихся.
schedule-damaged = Сохранённая запись о дайджесте по расписанию не читается.
    .step = Если его часовой пояс новый, обновите пакет tzdata.
schedule-direct-options = Роли и теги — для каналов, а не для личных сообщений.
