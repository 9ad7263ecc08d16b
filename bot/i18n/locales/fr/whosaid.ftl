# Qui a dit quoi : les déclarations sous le nom de leurs auteurs. Jamais les mots de l’article lui-même.

whosaid-title = Qui a dit quoi
whosaid-nobody = Personne n’est cité dans cet article.
whosaid-uncertain = Aucune déclaration de cet article n’est assez sûre pour figurer sous un nom.
whosaid-unresolved = Auteur non précisé par l’article
# Pour des mots qui n’ont ni leur verbe ni guillemets.
whosaid-reported = rapporté
# Le verbe sous lequel figure une déclaration pour laquelle l’article n’en a pas.
whosaid-act = { $act ->
   *[says] déclare
    [denies] dément
    [rejects] rejette
    [accuses] accuse
    [condemns] condamne
    [warns] met en garde
    [threatens] menace
    [demands] exige
    [urges] exhorte
    [proposes] propose
    [pledges] s’engage
    [praises] salue
    [thanks] remercie
    [agrees] approuve
    [confirms] confirme
    [announces] annonce
    [reiterates] réaffirme
    [asks] interroge
    [discusses] évoque
    [attitude] opinion
 }
whosaid-withheld = { $count ->
    [one] { $count } déclaration incertaine omise
   *[other] { $count } déclarations incertaines omises
 }
whosaid-context = En lire une en contexte
whosaid-unmatched = Aucune personne répondant à { $asked } n’est citée dans cet article.
    .step = Sont cités : { $names }.
whosaid-unmatched-by-nobody = Aucune personne répondant à { $asked } n’est citée dans cet article.
    .step = { whosaid-nobody }
whosaid-all = Toutes les déclarations
whosaid-via = via { $name }
# Ce qu’une ligne fait des propos d’un autre.
whosaid-answers = { $act ->
    [rejects] rejette les propos de { $name }
   *[denies] dément les propos de { $name }
 }
# Les mots sont la phrase entière de l’article sur ces propos.
whosaid-sentence = phrase de l’article
