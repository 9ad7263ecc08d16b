# Why a post stands where it stands.

reason-why = Pourquoi ceci ?
reason-digest = C’est la synthèse { $number } de ce serveur : { $when }.
reason-was-digest = C’est une synthèse qui était programmée ici.
reason-was-notice = C’est un avis de ma part.
reason-recorded = Enregistré : { $when }
reason-came-from = Cela vient de { $feed }, le flux { $number } d’ici.
reason-passed = Le filtre a été satisfait : { $filter }
reason-no-filter = Il n’y a pas de filtre.
reason-seen = Vu : { $when }
reason-carried = { $count ->
    [one] { $count } média traite ce sujet : { $names }
   *[other] { $count } médias traitent ce sujet : { $names }
 }
reason-follow-up = Elle dit ce qu’il y a de nouveau sur un sujet déjà publié ici.
