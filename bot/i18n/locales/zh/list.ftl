# How several things stand in a line.

list-comma = {"、"}
list-facts = {"，"}
list-and = { $first }和{ $last }
list-names-more = { $names }，另有 { $count } 个
list-more = 另有 { $count } 个
list-or = { $first }或{ $last }
