# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = { $typed } весь год остаётся на зимнем времени и означает сразу несколько поясов.
    .step = { $step }
zones-unknown = Такой часовой пояс здесь неизвестен: { $typed }.
    .step = { $step }
zones-did-you-mean = Возможно, вы имели в виду: { $names }?
zones-or = { $names } или { $last }
zones-how-to-write = Напишите регион и город, например `Europe/Berlin`, или `UTC`.
