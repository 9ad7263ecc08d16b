# The digest that comes by itself, and what is answered about it. The articles' own words are never here.

digest-title = Digest
digest-looked = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 } of { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
 } since { $since }
digest-late = late: Attaché was offline or could not post at { $time }
digest-nothing = Nothing new since { $since }.
digest-nothing-about = Nothing new about this topic since { $since }.
digest-none-shown = No story could be shown.
digest-unchecked = left out, because their quotations could not be checked: { $count }
digest-part = Part { $page } of { $count }
digest-continued = continued
digest-more-stories = More stories
digest-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
digest-newest = newest { $when }
digest-left-out = { $count ->
    [one] { $count } statement more in the articles
   *[other] { $count } statements more in the articles
 }
digest-statements-more = more statements in the articles: { $count }
digest-outlets-more = { $count ->
    [one] and { $count } outlet more
   *[other] and { $count } outlets more
 }
digest-pasted = pasted text
digest-others = Others
digest-also = { $name }, also in { $others }
digest-span = { $first } to { $last }
digest-outcome-told = { $count ->
    [one] { $count } story
   *[other] { $count } stories
 }
digest-outcome-nothing = nothing new
digest-outcome-late = { $outcome }, late
digest-outcome-missed = missed: it could not be sent within { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
