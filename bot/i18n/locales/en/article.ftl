# What all cards about an article share, and its summary. The article's own words are never here.

article-pasted = Pasted text
article-summary = Summary
article-key-sentences = Key sentences
article-two-sides = Two sides
article-source = Source
article-no-sentence = No sentence of this article could be chosen.
article-in-order = Sentences of the article, word for word, in its order.
article-in-context = The article's paragraph, word for word; the statement in bold.
article-statement-gone = That statement is not in the stored article.
    .step = Ask for who said what again.
article-not-about = This asks about a post, not about an article.
    .step = Ask with /feed why instead.
article-page = Page { $page } of { $count }
article-previous = ‹ Previous
article-next = Next ›
article-untitled = Untitled
# Beside the name of an outlet that a state funds or controls.
article-state = { $state ->
    [state-funded] state-funded
    [state-controlled] state-controlled
   *[labelled] { $state }
 }
