"""Decides whether a sentence is suitable for a summary: no page furniture, dangling beginnings or questions.

The word lists are English; in other languages only punctuation counts.
"""

import re

from bot.nlp.structure.transcript_turns import is_questioner

_ENDS = re.compile(r"[.!?…。！？｡؟۔।;][\"'”’»)\]」』）]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]]*$")
_LETTER = re.compile(r"[^\W\d_]")
# What a page says about itself. Words that can also open sentences of a report ("Also on Sunday", "Video showed") count
# only with what follows them on a page.
_PAGE_TALK = re.compile(
    r"(?:also on [\w-]+\.[a-z]{2,}\b|(?:also read|read (?:more|also|next|the full|our)|see also)\b"
    r"|(?:follow (?:us|him|her|me|our)|subscribe (?:to|now|here)|sign up (?:to|for|now|here))\b"
    r"|(?:more on this|scroll down|click (?:here|on|the)|share (?:this|it) (?:with|on|story|article))\b"
    r"|(?:skip|end of) twitter post\b|pic\.twitter\.com/"
    r"|(?:just watched|must watch|story (?:highlights|continued? below)|interested in [\w .]{2,40}\? add)\b"
    r"|(?:like this (?:story|article)|think your friends|if you liked? this)\b"
    r"|(?:additional )?(?:reporting|editing|writing) by\b|all rights reserved|©|copyright \W?\d{4}|advertisement\W*$"
    r"|the (?:statements|views|opinions)[\w ,]{0,40} expressed\b"
    r"|(?:related|watch|listen|(?:file )?photo|image|video|picture|credit|source|updated|published|posted)\s?[:|]"
    r"|media playback\b|(?:media|image) (?:caption|copyright)\b|file\s?[-–—]\s?in\b"
    r"|a (?:daily|weekly) (?:summary|digest|round-?up)\b"
    r"|(?:the )?following is the (?:full )?(?:text|transcript)\b"
    r"|the (?:text of the )?following [\w ]{1,30} (?:was|is) (?:released|issued|attributable)\b)",
    re.IGNORECASE,
)
# "Orla Venn, a former envoy, is a columnist": the author of the page
_AUTHOR = re.compile(
    r"[A-Z][\w.’'-]*+(?: [A-Z][\w.’'-]*+){1,3}(?:, [^.!?]{1,80},)? is (?:an?|the) [^.,;:!?]{0,60}"
    r"\b(?:columnist|contributor|commentator|contributing (?:editor|writer))\b"
)
# "SECRETARY VENN: Well, Orla, it's really good to be back", "Thank you, Minister": how a speech or an answer begins.
_COURTESY = re.compile(
    r"(?:[^\Wa-z\d_][^a-z:\n]{2,60}:\s{1,3})?(?:[^\W\d_][\w.’' -]{0,40}, ){0,3}(?i:and |so |but |again )?"
    r"(?i:(?:let me|allow me to|(?:want|like) to)(?: \w{1,12}){0,3}? (?:echo|thank|welcome|congratulate)\b"
    r"|(?:i|we)(?: \w{1,12}){0,2}? (?:reiterate|express) (?:my|our) (?:thanks|gratitude)\b"
    r"|thank you\b|thanks\b(?! to)|good (?:morning|afternoon|evening)\b|welcome(?: to| back|[,.!])"
    r"|(?:(?:it|what|i|we)(?:[’']\w{1,2})?(?: [\w’']{1,12}){0,7}? )?"
    r"(?:pleasure|delighted|pleased|happy|honou?red|honou?r|good|great|wonderful|nice) (?:it is )?(?:for (?:me|us) )?"
    r"to (?:be (?:here|back|with|in|hosting|joined)|have [^.]{1,120}\bhere|see (?:you|my|our)|meet|welcome)\b)"
)
_UNHEARD = re.compile(r"[(\[](?:inaudible|crosstalk|laughter|applause|off-mike)[.)\]]", re.IGNORECASE)
# The caption of a picture: it names the picture, its agency, or who stands where in it.
_CAPTION = re.compile(
    r"\b(?i:in this [^.!?“”\"]{0,30}\b(?:photo|photograph|image|handout)\b)"
    r"|\b(?i:(?:file|handout|undated) (?:photo|photograph|picture|image)\b)"
    r"|\b(?:AP|AFP|EPA|Reuters|REUTERS) (?:Photo|Images?)\b|\bGetty Images\b"
    r"|(?<![\w’'-])[A-Z][\w’'-]*+(?:,| cent(?:er|re)) (?:(?:far|cent(?:er|re)) )?(?:left|right)(?:[,.;]| and [A-Z])"
    r"|\blooks? on (?:as|while|during)\b"
    r"|\((?i:pictured|(?:file|stock) (?:image|photo|picture))(?:[, ][^()]{0,60})?\)"
    r"|\((?i:(?:(?:far|second) )?(?:left|right|cent(?:er|re)|above|below))(?:,[^()]{0,60})?\)"
    # "…, at the quay in Orlan, May 29, 2017."
    r"|(?<![\w’'-])[A-Z][\w’'-]*+,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]{0,6}\.? \d{1,2}, \d{4}\.?\Z"
)
_ASIDE = re.compile(r"\([^()]*\)\W*|\[[^\[\]]*\]\W*")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*+[”\"»]?+")
_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)

_OPENING = re.compile(r"^[\s\"'“‘«(\[—–-]+")
# Third persons and demonstratives that need an antecedent; "it" also as a dummy subject, because a reader cannot know
# at the first word.
_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves this that these those such"
    " both neither either".split()
)
_CONNECTIVES = frozenset(
    "but and or so yet however also then thus therefore hence moreover furthermore meanwhile instead otherwise still"
    " nevertheless nonetheless besides additionally consequently similarly likewise too later afterwards"
    " afterward there here again rather indeed because which who".split()
)
_PHRASES = re.compile(
    r"(?:in (?:addition|contrast|response|turn|return|particular|other words|fact|that|this|doing so)|on the other hand"
    r"|for (?:example|instance|that|this|his|her|their)|as (?:a result|such|well)|at (?:the same time|that)"
    r"|after (?:that|this)|by contrast|that said|the (?:former|latter|two|pair|other|others|same))\b",
    re.IGNORECASE,
)
_THIS_WEEK = re.compile(
    r"this (?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|winter)\b", re.IGNORECASE
)
_LATE_CONNECTIVE = re.compile(r",\s(?:however|though|too|instead|meanwhile|then)[.,]", re.IGNORECASE)
_GREETING = 5
"""Words behind a transcript's label that only greet or thank."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def is_furniture(sentence: str, *, alone: bool) -> bool:
    """Whether ``sentence`` is a headline, dateline, caption or invitation rather than a sentence of the report.

    ``alone``: it is the only one on its line.
    """
    if not _LETTER.search(sentence):
        return True
    if alone and (not _ENDS.search(sentence) or all(word[0].isupper() for word in _FIRST_WORD.findall(sentence))):
        return True  # also "The following is attributable to the spokesperson:", "Bergen, U.K."
    label, colon, said = sentence.partition(":")
    if colon and (is_questioner(label) or (label.partition("(")[0].isupper() and len(said.split()) <= _GREETING)):
        return True  # "QUESTION: …", "MS. VENN: Good afternoon, everyone."
    talk = _PAGE_TALK.match(sentence.lstrip("*•·-–—>[(| "))
    return (talk or _AUTHOR.match(sentence) or _CAPTION.search(sentence)) is not None


def is_editors_note(sentence: str) -> bool:
    """Whether ``sentence`` is the editors' own: an aside in brackets, or to the reader, outside of quotation marks."""
    return _ASIDE.fullmatch(sentence) is not None or _READER.search(_QUOTED.sub("", sentence)) is not None


def is_courtesy(sentence: str) -> bool:
    """Whether ``sentence`` only greets, thanks or welcomes somebody, or has words that nobody could write down."""
    return _COURTESY.match(sentence) is not None or _UNHEARD.search(sentence) is not None


def is_question(sentence: str) -> bool:
    """Whether ``sentence`` is a question."""
    return _QUESTION.search(sentence) is not None


def begins_with_pronoun(sentence: str) -> bool:
    """Whether the first word of ``sentence`` refers back to somebody or something: "He", "Their", "This"."""
    return _first_word(sentence) in _PRONOUNS


def depends_on_context(sentence: str) -> bool:
    """Whether ``sentence`` needs the one before it: it begins with a pronoun or connective, or says ", however,"."""
    bare = _OPENING.sub("", sentence)
    if _THIS_WEEK.match(bare):
        return False
    return (
        _first_word(bare) in _PRONOUNS | _CONNECTIVES
        or _PHRASES.match(bare) is not None
        or _LATE_CONNECTIVE.search(bare) is not None
    )


def _first_word(sentence: str) -> str:
    found = _FIRST_WORD.match(_OPENING.sub("", sentence))
    return found[0].casefold() if found else ""
