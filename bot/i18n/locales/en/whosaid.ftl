# Who said what: statements under their speakers. The article's own words are never here.

whosaid-title = Who said what
whosaid-nobody = Nobody is quoted in this article.
whosaid-uncertain = No statement in this article is certain enough to be shown under a name.
whosaid-unresolved = Speaker not clear from the article
# Of words that have neither their verb nor quotation marks beside them.
whosaid-reported = reported
# The verb under which a statement stands where the article has none of its own.
whosaid-act = { $act ->
   *[says] says
    [denies] denies
    [rejects] rejects
    [accuses] accuses
    [condemns] condemns
    [warns] warns
    [threatens] threatens
    [demands] demands
    [urges] urges
    [proposes] proposes
    [pledges] pledges
    [praises] praises
    [thanks] thanks
    [agrees] agrees
    [confirms] confirms
    [announces] announces
    [reiterates] reiterates
    [asks] asks
    [discusses] discusses
    [attitude] attitude
 }
whosaid-withheld = { $count } uncertain left out
whosaid-context = Read one in its context
whosaid-unmatched = No speaker matching { $asked } is quoted in this article.
    .step = It quotes { $names }.
whosaid-unmatched-by-nobody = No speaker matching { $asked } is quoted in this article.
    .step = { whosaid-nobody }
whosaid-all = All statements
whosaid-via = via { $name }
# What a line does to what another says, above or beside it.
whosaid-answers = { $act ->
    [rejects] rejects what { $name } says
   *[denies] denies what { $name } says
 }
# Words are the article's whole sentence about what was said.
whosaid-sentence = the article’s sentence
