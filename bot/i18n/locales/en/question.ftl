# Answers to questions in words. Questions are understood in English, so examples of them stay English.

question-talk = { $talk ->
   *[hello] Good to hear from you.
    [thanks] You are welcome.
    [bye] Goodbye. What is read meanwhile will be here.
 }
question-not-understood = I did not understand that as a question about what someone said.
question-forms = You can ask what somebody said about something, and when; who denied, warned of or praised it; whether a country commented; the latest on a topic; quotations; two sides compared.
question-articles = You can also send a link, a whole article, or a short text as `/whosaid article:…`; `/help` explains the rest.
question-nothing-read = I have read no statements yet: send me a link to an article first.
question-try-one = Ask me, for instance: *what did { $name } say last month?* Or: *when did { $name } last speak?*
question-try-two = Ask me, for instance: *what did { $first } say last month?* Or: *what is the latest from { $last }?*
# How a question was understood: who · by which verb · in quotation marks · about what · when.
question-looked-for = I looked for: { $parts }
question-anybody = anybody
question-of = { $who } of { $country }
question-both = { $who } and { $other }
question-or = or
question-quoted = in quotation marks
question-earliest = the earliest
question-about = about { $about }
question-all-dates = from all dates, not only { $dates }
# Under the line above, where the first time was asked for.
question-first-read = The first that I have read, in { $scope }. It may have been said before, in articles that I have not read.
question-go-on = Continue from here:
question-step = { $command ->
    [watch] Watch { $what }
    [position] Position: { $what }
    [timeline] Over time: { $what }
   *[said] Statements: { $what }
 }
