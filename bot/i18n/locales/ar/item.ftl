# The post for one item of a feed. The article's own words are never here.

item-feed = من الخلاصة { $name }
item-own-words = بكلمات الخلاصة نفسها
item-untitled = بلا عنوان
item-unchecked = تعذّر التحقق من الاقتباسات، فلم يُعرض أي منها.
