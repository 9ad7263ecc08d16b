# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = { $typed } stays on winter time all year and means several zones.
    .step = { $step }
zones-unknown = { $typed } is not a time zone that I know.
    .step = { $step }
zones-did-you-mean = Did you mean { $names }?
zones-or = { $names } or { $last }
zones-how-to-write = Write region and city, such as Europe/Berlin, or UTC.
