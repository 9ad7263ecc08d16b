"""Resolves omitted sources: "…, and warned that …", "…, adding …", "to reaffirm …", a quotation on its own."""

import re
from collections.abc import Iterable, Sequence

from bot.domain.text import Span
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.source_spans import SourceSpan

_PASSIVE = re.compile(
    r"(?:was|is|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?\w+(?:ed|n)\b(?!\s+by\b)", re.IGNORECASE
)
"""Passive cues without an agent: "it was agreed that", "it has been noted"."""
_ASKED = re.compile(
    r"\b(?:(?:has|have|had)\s++)?(?:was|were|is|are|been|being|be|widely)\s++(?:[a-z]+ly\s++|also\s++|then\s++)?(?:asked|told|urged|requested|informed|"
    r"invited|instructed|ordered|advised|briefed|accused|charged|criticised|criticized|condemned|praised|blamed|"
    r"quoted|warned|believed|considered|expected|intended|reported|said|seen|thought)\b(?!\s+by|(?<!seen)\s+as)",
    re.IGNORECASE,
)
"""Passive cues whose subject is addressed by somebody unnamed: "was asked to", "has been accused of"."""
_JOINED = re.compile(r"(?:,[^,]*,)?\s*(?:,|and|&)\s+(?:[\w.’'-]+\s+){0,8}")
_LONGEST_OPENING = 2_000
"""Maximum characters from the start of a sentence to a verb whose subject opens it."""
_NEAR = 200
"""Maximum characters between a subject and its verb, or a statement and the separate quotation that continues it."""


def is_spoken_to(context: DocumentContext, one: SourceSpan) -> bool:
    """Whether the source is the addressee or subject: "She was asked to convey …" does not say who asked."""
    if one.source is None or one.cue is None or not 0 <= one.cue.start - one.source.end <= _NEAR:
        return False
    done = _PASSIVE if one.source.of(context.text).lower() == "it" else _ASKED
    return done.match(context.text, one.cue.start, one.cue.end) is not None


def is_impersonal(context: DocumentContext, one: SourceSpan) -> bool:
    """Whether the verb of an omitted source is a passive without an agent: "…, and was seen as a threat"."""
    if one.cue is None:
        return False
    cue = one.cue.of(context.text)
    return _ASKED.match(cue) is not None or cue.startswith("Asked")


def find_predecessor(
    context: DocumentContext,
    sources: Sequence[SourceSpan],
    outer: Sequence[frozenset[int]],
    i: int,
    earlier: Iterable[int],
) -> tuple[int, float] | None:
    """The source of ``earlier`` (in text order) that source ``i`` continues, with a confidence factor; None if none.

    It is in the same sentence and level of reporting; or, for a quotation without a cue, just before it.
    """
    one = sources[i]
    sentence = context.sentences[context.sentence_of((one.cue or one.anchor).start)]
    for j in reversed(list(earlier)):
        other = sources[j]
        if other.place.start >= sentence.start and not other.reports(one) and outer[j] <= outer[i]:
            return j, 0.92
        if other.hull.end < sentence.start:
            if one.cue is None:
                gap = context.text[other.hull.end : one.anchor.start]
                return (j, 0.85) if "\n" not in gap.strip(' ”"') and len(gap) < _NEAR else None
            break
    return None


def find_subjects(context: DocumentContext, one: SourceSpan) -> tuple[Person, ...]:
    """The people that the sentence of ``one`` is about: those it opens with, joined by "and"."""
    anchor = one.cue or one.anchor
    sentence = context.sentences[context.sentence_of(anchor.start)]
    if not sentence.start < anchor.start <= sentence.start + _LONGEST_OPENING:
        return ()
    text = context.text
    opening = Span(sentence.start, anchor.start)
    named = [(m, p) for m, p in context.mentions_in(opening) if not m.possessive]
    for mention, person in named:
        start = min(mention.span.start, mention.role.start if mention.role else mention.span.start)
        before = text[sentence.start : max(sentence.start, start)]
        if len(before.split()) > 3 and not before.rstrip().endswith(","):
            continue
        others = [
            p
            for m, p in named
            if m.span.start > mention.span.end and _JOINED.fullmatch(text[mention.span.end : m.span.start])
        ]
        return tuple(dict.fromkeys([person, *others]))
    return ()
