# The post for one item of a feed. The article's own words are never here.

item-feed = 来自订阅源：{ $name }
item-own-words = 订阅源自己的文字
item-untitled = 无标题
item-unchecked = 引语无法核对，因此一概不予显示。
