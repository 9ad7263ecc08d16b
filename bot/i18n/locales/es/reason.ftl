# Why a post stands where it stands.

reason-why = ¿Por qué esto?
reason-digest = Es el boletín { $number } de este servidor: { $when }.
reason-was-digest = Es un boletín que estaba programado aquí.
reason-was-notice = Es un aviso mío.
reason-recorded = Registrado: { $when }
reason-came-from = Viene de { $feed }, la fuente { $number } de aquí.
reason-passed = Cumplió el filtro { $filter }
reason-no-filter = No tiene filtro.
reason-seen = Visto: { $when }
reason-carried = { $count ->
    [one] { $count } medio publica la noticia: { $names }
   *[other] { $count } medios publican la noticia: { $names }
 }
reason-follow-up = Cuenta lo nuevo de una noticia que ya se publicó aquí.
