# How several things stand in a line.

list-comma = {", "}
list-facts = {", "}
list-and = { $first } y { $last }
list-names-more = { $names } y { $count } más
list-more = y { $count } más
list-or = { $first } o { $last }
