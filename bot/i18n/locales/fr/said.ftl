# Ce que quiconque a dit de quoi que ce soit : ce qui était cherché, ce qui a été trouvé, les boutons.

said-about = { $who } : { $about }
said-statements = Déclarations
said-and-others = { $names } et d’autres
said-found = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
 }
said-found-over = plus de { $count } déclarations
said-found-about = environ { $count } déclarations
said-from = à partir du { $day }
said-before = avant le { $day }
said-newest-first = les plus récentes d’abord
said-earliest-first = les plus anciennes d’abord
said-here = ici { $name }
said-read-on = lu le { $day }
said-page = Page { $page }
said-newer = ‹ Plus récentes
said-older = Plus anciennes ›
# The same where the earliest come first.
said-older-back = ‹ Plus anciennes
said-newer-on = Plus récentes ›
said-as-table = En tableau
said-newest = { $found } ; voici les { $count } plus récentes.
# Ce qui a été parcouru ; seul ou dans une phrase.
said-scope = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
said-scope-of-day = { said-scope } du { $day }
said-scope-of-days = { said-scope } du { $first } au { $last }
# Mots de l’article, à côté d’une déclaration, qui disent de quoi elle parle.
said-context = contexte : { $words }
