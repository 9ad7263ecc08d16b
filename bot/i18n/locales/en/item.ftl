# The post for one item of a feed. The article's own words are never here.

item-feed = From the feed { $name }
item-own-words = the feed’s own words
item-untitled = Untitled
item-unchecked = Its quotations could not be verified, so none are shown.
