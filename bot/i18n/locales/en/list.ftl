# How several things stand in a line.

list-comma = {", "}
list-facts = {", "}
list-and = { $first } and { $last }
list-names-more = { $names } and { $count } more
list-more = and { $count } more
list-or = { $first } or { $last }
