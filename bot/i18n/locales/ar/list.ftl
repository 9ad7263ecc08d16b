# How several things stand in a line.

list-comma = {"، "}
list-facts = {"، "}
list-and = { $first } و{ $last }
list-names-more = { $names } و{ $count } غيرها
list-more = و{ $count } غيرها
list-or = { $first } أو { $last }
