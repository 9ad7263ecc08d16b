# A text that cannot be read, or summed up, or drawn: why, and what to do next.

reading-nothing = There is nothing to read.
    .step = Give a link to an article, or paste its text.
# Why a reading has no who-said-what.
reading-english-only = Who said what is read in English only so far; the summary is in the article's own language.
reading-busy = Attaché is busy reading other texts.
    .step = Try again in a minute.
reading-stopped = Attaché stopped reading this text.
    .step = Give it again.
reading-stopped-twice = The reader stopped twice before it began.
    .step = Run `python -m bot doctor` to see why.
reading-too-slow = Reading this text takes longer than { $seconds } seconds.
    .step = Give a shorter text, or a part of this one.
reading-too-large = Reading this text takes more than { $limit } MiB.
    .step = Give a shorter text, or a part of this one.
reading-ended-early = The reader ended before the text did.
    .step = Give a shorter text, or a part of this one.
reading-failed = Reading this text failed.
    .step = Please report it with the text's link.
reading-model-unreadable = The model in { $folder } cannot be read.
    .step = Install the program again.
reading-model-changed = The model's file { $name } is not the released one.
    .step = Install the program again.
reading-no-method = There is no summary method “{ $method }”.
    .step = Choose one of: { $names }.
reading-method-slow = The summary method “{ $method }” is too slow for this text: it takes up to { $sentences } sentences and { $words } words.
    .step = Use the method “{ $instead }”, which takes any text.
reading-count-or-share = A summary has either a number of sentences or a share of the text.
    .step = Give one of the two.
reading-no-share = A share of { $share } is no part of a text.
    .step = Give a share above 0 and up to 1.
reading-no-sentences = A summary of { $count } sentences says nothing.
    .step = Ask for at least 1 sentence.
reading-not-drawn = This picture could not be drawn.
    .step = Ask for the columns instead.
reading-not-one-page = This picture has no page, or several.
    .step = Ask for the columns instead.
