# The post for one item of a feed. The article's own words are never here.

item-feed = De la fuente { $name }
item-own-words = en palabras de la propia fuente
item-untitled = Sin título
item-unchecked = No se pudieron comprobar las citas, por lo que no se muestra ninguna.
