"""Finds the sentences around a statement that show its topic, so that a search can include them. Pure."""

from bot.domain.attribution import DENIALS, POINTING, Attribution
from bot.domain.folding import fold_words
from bot.domain.text import Span, hull
from bot.nlp.sentences import find_sentences

SPEECH = 4000
"""With more characters, a statement is a speech, which states its topic itself."""
_AROUND = 1500
"""How many characters before and after a statement are searched for its paragraph's ends."""
_ANSWERED = 4
"""Maximum sentences of the paragraph before a denial that are searched for what it answers."""
_TELLING = 12
"""With more words, a denial says itself what it denies."""
_BEFORE = 1
"""Number of sentences before words that only refer back."""
_SHORT = 3
"""Maximum words of a content that only refers back: "the attack"."""
_POINTING = POINTING | {"such", "they", "both", "neither", "nothing", "so"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})


def find_context(text: str, one: Attribution) -> tuple[Span, ...]:
    """The sentences that contain source, cue and content of ``one``, as slices of ``text`` in order.

    For words that only refer back ("it", "the attack") also the sentence before, and for a denial the sentences of its
    paragraph that it may answer.
    """
    whole = one.span
    if len(whole) > SPEECH:
        return one.content
    start, end = _paragraph(text, whole)
    sentences = [sentence.moved(start) for sentence in find_sentences(text[start:end])]
    parts = [span for span in (*one.content, one.source, one.cue) if span is not None]
    held = [n for n, sentence in enumerate(sentences) if any(sentence.overlaps(part) for part in parts)]
    if not held:
        return one.content
    back = _count_before(text, one)
    runs = [held[0] - n for n in range(min(back, held[0]), 0, -1)] + held
    earlier = _end_of_paragraph_before(text, start) if back > held[0] else ()
    return (*earlier, *_joined([sentences[n] for n in runs], runs))


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    """The lines that contain ``span``, within reach."""
    lowest, highest = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    end = text.find("\n", span.end, highest)
    return max(lowest, text.rfind("\n", lowest, span.start) + 1), end if end >= 0 else highest


def _count_before(text: str, one: Attribution) -> int:
    """How many sentences before ``one`` show what it is about."""
    first = one.content[0]
    words = fold_words(text[first.start : min(first.end, first.start + 200)]).split()
    if one.act in DENIALS:
        return _ANSWERED if len(words) <= _TELLING else _BEFORE
    points = words[:1] and (words[0] in _POINTING or (words[0] in _DEFINITE and len(words) <= _SHORT))
    return _BEFORE if points else 0


def _end_of_paragraph_before(text: str, start: int) -> tuple[Span, ...]:
    """The last sentence of the paragraph that ends before ``start``."""
    before = text[max(0, start - _AROUND) : start].rstrip()
    if not before:
        return ()
    begin = max(0, start - _AROUND)
    line = before.rfind("\n") + 1
    last = find_sentences(before[line:])[-1]
    return (last.moved(begin + line),)


def _joined(sentences: list[Span], numbers: list[int]) -> tuple[Span, ...]:
    """Consecutive sentences joined to one slice."""
    runs: list[Span] = []
    for place, sentence in enumerate(sentences):
        if place and numbers[place] == numbers[place - 1] + 1:
            runs[-1] = hull((runs[-1], sentence))
        else:
            runs.append(sentence)
    return tuple(runs)
