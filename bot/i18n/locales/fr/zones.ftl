# Time zones that cannot be found; their names stay as they are typed.

zones-winter-only = { $typed } reste à l’heure d’hiver toute l’année et désigne plusieurs fuseaux.
    .step = { $step }
zones-unknown = Ce fuseau horaire n’est pas connu ici : { $typed }.
    .step = { $step }
zones-did-you-mean = Vouliez-vous dire { $names } ?
zones-or = { $names } ou { $last }
zones-how-to-write = Écrivez région et ville, par exemple `Europe/Berlin`, ou `UTC`.
