# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = { $typed } 全年使用冬令时，且可指多个时区。
    .step = { $step }
zones-unknown = 这里不认识此时区：{ $typed }。
    .step = { $step }
zones-did-you-mean = 您是指 { $names } 吗？
zones-or = { $names } 或 { $last }
zones-how-to-write = 请写地区和城市，例如 `Europe/Berlin`，或 `UTC`。
