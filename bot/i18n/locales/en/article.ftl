# What all cards about an article share, and its summary. The article's own words are never here.

article-pasted = Pasted text
article-summary = Summary
article-key-sentences = Key sentences
article-two-sides = Two sides
article-source = Source
article-no-sentence = No key sentence could be chosen from this article.
article-in-order = Sentences from the article, word for word, in their original order.
article-in-context = The article's paragraph, word for word, with the statement in bold.
article-statement-gone = That statement is not in the stored article.
    .step = Run Who said what again.
article-not-about = This is about a post, not about an article.
    .step = Use /feed why instead.
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
article-file-named = { $name } is the name of a file, which I cannot open from here.
    .step = Send me the file in a direct message, or paste its text.
