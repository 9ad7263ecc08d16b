# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = { $typed } permanece todo el año en horario de invierno y designa varias zonas.
    .step = { $step }
zones-unknown = Esta zona horaria no se conoce aquí: { $typed }.
    .step = { $step }
zones-did-you-mean = ¿Quería decir { $names }?
zones-or = { $names } o { $last }
zones-how-to-write = Escriba región y ciudad, como `Europe/Berlin`, o `UTC`.
