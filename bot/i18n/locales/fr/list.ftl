# How several things stand in a line.

list-comma = {", "}
list-facts = {", "}
list-and = { $first } et { $last }
list-names-more = { $names } et { $count } de plus
list-more = et { $count } de plus
list-or = { $first } ou { $last }
