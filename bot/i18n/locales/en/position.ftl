# A country's position on a topic: cards, a file, the terminal.

position-of = Position of { $country }
position-on = Position of { $country } on { $topic }
position-said = { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
 } by { $speakers ->
    [one] { $speakers } speaker
   *[other] { $speakers } speakers
 }
position-newest = the newest { $said }
position-newest-first = { $said }, newest first
position-searched = { $scope } searched
position-as-file = As a file
position-found-on = { $facts }. Found on { $day } ({ $zone }).
position-word-for-word = Each statement is an excerpt from its article, word for word; in quotation marks only where the article has them. Reported speech is the outlet’s wording.
