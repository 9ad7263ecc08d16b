# What anybody said about anything: what was looked for, how much was found, the buttons below it.

said-about = { $who } on { $about }
said-statements = Statements
said-and-others = { $names } and more
said-found = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
 }
said-found-over = over { $count } statements
said-found-about = about { $count } statements
said-from = from { $day }
said-before = before { $day }
said-newest-first = newest first
said-earliest-first = earliest first
said-here = here { $name }
said-read-on = read on { $day }
said-page = Page { $page }
said-newer = ‹ Newer
said-older = Older ›
# The same where the earliest come first.
said-older-back = ‹ Older
said-newer-on = Newer ›
said-as-table = As a table
said-newest = { $found }; these are the newest { $count }.
# What was searched; stands alone and within sentences.
said-scope = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
said-scope-of-day = { said-scope } of { $day }
said-scope-of-days = { said-scope } of { $first } to { $last }
# Words of the article beside a statement that tell what it is about.
said-context = context: { $words }
