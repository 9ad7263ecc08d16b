# Two accounts of one event side by side: columns, pictures and their descriptions, the terminal.

twosides-about = Two sides on { $about }
twosides-absent = not mentioned in this article
twosides-absent-in-all = not mentioned in these articles
twosides-legend = An empty side means not mentioned, which is not a denial.
twosides-left-out = { $count } older statements left out
twosides-as-picture = As a picture
twosides-as-columns = As columns
twosides-light = Light
twosides-dark = Dark
# Whose topic a row is.
twosides-both = Both sides
twosides-both-accuse = Both sides accuse
# $side is a country, a body or a person; its verb is that of what it denies or rejects.
twosides-disagree = The words disagree: { $side } { $act ->
   *[denies] denies
    [rejects] rejects
 }
twosides-articles = { $count } articles
twosides-pasted = pasted text
twosides-and-more = and { $count } more
twosides-more = and { $count } more under Who said what
twosides-more-in-all = and { $count } more in the articles
twosides-also = also { $names }
twosides-also-in = also in { $names }
twosides-on = On: { $topic } ({ $note })
twosides-picture = Picture { $number } of { $count }.
twosides-not-one = Not the same story
twosides-split = Done. From now on these { $count } articles are separate stories here.
twosides-unsplit = Undone. They are one story here again.
twosides-undo = Undo
# The headings of rows without a phrase of the articles, and what stands there for a side that says no more.
twosides-answers = { $side } answers
twosides-differ = Where they differ
twosides-rest = What else each side says
twosides-each = What each side says
twosides-nothing-else = nothing else
