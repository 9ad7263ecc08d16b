# The post for one item of a feed. The article's own words are never here.

item-feed = Из ленты { $name }
item-own-words = словами самой ленты
item-untitled = Без заголовка
item-unchecked = Цитаты не удалось проверить, поэтому ни одна не показана.
