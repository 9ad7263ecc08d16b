# Where a speaker's later statement reverses an earlier one: cards, the terminal.

changed-of = { $who }: changed statements
changed-of-about = { $who } on { $about }: changed statements
changed-earlier = Earlier
changed-later = Later
changed-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
 }
changed-compared = { $said } compared
changed-compared-newest = the newest { $said } compared
changed-nothing = Nothing found: no later statement reverses an earlier one. { $compared }.
changed-what-counts = Only statements in English are compared: by one person, on different days, for and against the same thing.
changed-judge = Chosen by a program from the words alone: read both articles before you call it a change of mind.
changed-all = All statements
changed-nobody = Whose statements? Name a speaker, an office or a country: changed who:Lavrov
changed-position = Changed position: { $subject }
