# How several things stand in a line.

list-comma = {", "}
list-facts = {", "}
list-and = { $first } и { $last }
list-names-more = { $names } и ещё { $count }
list-more = и ещё { $count }
list-or = { $first } или { $last }
