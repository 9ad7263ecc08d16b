# The post for one item of a feed. The article's own words are never here.

item-feed = Du flux { $name }
item-own-words = dans les termes du flux lui-même
item-untitled = Sans titre
item-unchecked = Les citations n’ont pas pu être vérifiées ; aucune n’est donc montrée.
