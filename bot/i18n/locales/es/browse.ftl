# El catálogo de fuentes.

browse-title = Fuentes
browse-title-counted = Fuentes · { $count }
browse-none = Ninguna fuente del catálogo corresponde a este filtro.
browse-all = Para ver todas las fuentes: { $command }
browse-gone = Esa fuente no está en el catálogo.
    .step = Para verlas todas: /feed browse.
browse-to-follow = Para seguir una: { $command }
browse-source = Fuente
browse-look = Ver una fuente
browse-follow = Seguir aquí
browse-follow-pack = { $count ->
    [one] Seguir { $count } fuente
   *[other] Seguir las { $count }
 }
browse-carries = { $count ->
    [one] Lleva { $count } elemento ahora.
   *[other] Lleva { $count } elementos ahora.
 }
browse-in-packs = En los lotes: { $packs }
browse-evidence = { $evidence ->
    [fetched] Su dirección funcionaba el { $day }, según { $found }.
    [refused] Rechazaba programas el { $day } y puede que no responda. Dirección según { $found }.
   *[listed] Su dirección figura en { $found } (vista el { $day }), sin probar.
 }
browse-kind = { $kind ->
    [ministry] ministerio
    [government] gobierno
    [mission] misión ante la ONU
    [body] organismo internacional
    [agency] agencia de noticias
    [broadcaster] radio o televisión
    [paper] periódico o sitio de noticias
   *[analysis] análisis
 }
browse-pack = { $pack ->
    [ministries] Ministerios de Exteriores
    [wires] Agencias
    [ukraine] Rusia–Ucrania
    [mideast] Oriente Medio
    [council] Consejo de Seguridad
   *[mun] Modelo ONU
 }
