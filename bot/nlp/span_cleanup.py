"""Cleans links by the annotation guidelines: no stray marks around a content, no mere references, whole names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attribution import POINTING, Act, Kind
from bot.domain.text import Span, hull, trimmed
from bot.nlp.reporting_verbs import classify_act
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.structure.quotations import classify_kind, find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

# the complementiser, before a clause: "that" before one or two words is a demonstrative ("welcomed that sentence")
_THAT = re.compile(r"^that,?\s+(?=(?:\S+\s+){2,}\S)|^(?:,|:|;|–|—)\s*", re.IGNORECASE)
_POINTER = re.compile(r"(?:which|who|whom|it|this|that|them|him|her|us|so|these|those|one)", re.IGNORECASE)
_ANSWERS = frozenset((Act.DENIES, Act.REJECTS, Act.CONFIRMS))
_NAME_LENGTH = 120  # characters; no name is longer
_WORD = re.compile(r"\w\w|\b[IiQqA]\b")
_RECALLS = re.compile(r"(?:(?:has|have|had|will|would|to)\s+)?(?:recall|withdraw|withdrew)\w*", re.IGNORECASE)
_ENVOY = re.compile(
    r"(?:(?:its|his|her|their|the|an?)\s+)?(?:[\w-]+\s+)?(?:ambassador|envoy|chief diplomat|charg[ée] d’affaires)"
    r"(?:\s+(?:to|from|in|as|for|over|after|on|home|back|and)\b|[,.;:!?]|$)",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"(?:(?:has|have|had|also|both)\s+)*declined|(?:did|does|do|has|have|had)\s+not\s+(?:immediately\s+)?(?:respond|repl)\w*(?:\s+to)?",
    re.IGNORECASE,
)
_TO_COMMENT = re.compile(
    r"to\s+(?:comment|respond|speculate|elaborate|answer|be\s+(?:drawn|named|identified))\b"
    r"|(?:to\s+)?(?:[a-z]+\s+){0,3}(?:requests?|messages?|calls?|emails?|questions)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[”»\"](?=,?\s)")
_GOVERNS = re.compile(
    r",\s+(?:[a-z]+ly\s+)?[a-z]+ing\b|,\s+in\s+which\b|\b(?:and|but)\s+(?:also\s+)?(?:[a-z]+ed|had|has)\b"
    r"|\b(?:after|because|before|despite)\b"
)
"""Words after which something more follows in the sentence: ", underscoring", "and invited", "after"."""
_EDGE = " \t\n\u00a0,;:–—"


def clean_links(
    scene: DocumentContext, links: Sequence[AttributionLink], names: Sequence[Span]
) -> list[AttributionLink]:
    """``links`` in their order, each cleaned, without those that then say nothing.

    ``names`` are sorted; a source is extended to whole names.
    """
    quotations = find_quotations(scene.text)
    tidied = [link for one in links if (link := _tidied(scene.text, one, names)) is not None]
    return [_kept_together(scene, link, quotations) for link in tidied]


def _tidied(text: str, link: AttributionLink, names: Sequence[Span]) -> AttributionLink | None:
    """``link`` without "that" or stray commas around its content, and without half a name as its source."""
    pieces = []
    for span in link.content:
        start, end = span.start, span.end
        while match := _THAT.match(text[start:end]):
            start += match.end()
        piece = text[start:end]
        end -= len(piece) - len(piece.rstrip(_EDGE))
        if start < end and (kept := trimmed(text, Span(start, end))) and re.search(r"\w", kept.of(text)):
            pieces.append(kept)
    pieces = [piece for piece in pieces if not _POINTER.fullmatch(piece.of(text)) or _answers(text, link, piece)]
    if not pieces:
        return None  # "asked about it": nothing to show a reader
    if link.cue and _RECALLS.fullmatch(link.cue.of(text)) and _ENVOY.match(text, pieces[0].start):
        return None  # an envoy is called home: nothing is said
    if link.cue and _DECLINES.fullmatch(link.cue.of(text)) and _TO_COMMENT.match(text, pieces[0].start):
        return None  # declining to comment says nothing either
    source = _outside_quotation(text, link.source) if link.source else None
    if source is not None and not _WORD.search(source.of(text)):
        source = None  # a list mark, a piece of "U.S."
    return replace(link, source=_whole(source, names, pieces), content=tuple(sorted(pieces)))


def _answers(text: str, link: AttributionLink, piece: Span) -> bool:
    """Whether a mere reference is meaningful with its verb: "Oslo denies it" is, "asked about it" is not."""
    act = classify_act(link.cue.of(text), 1.0) if link.cue else None
    return act in _ANSWERS and piece.of(text).lower() in POINTING


def _kept_together(scene: DocumentContext, link: AttributionLink, quotations: Sequence[Span]) -> AttributionLink:
    """``link`` without reported words that are not its own: of another sentence than its cue, or of another verb.

    Quotations and lists may continue.
    """
    if len(link.content) == 1 or link.cue is None or not _WORD.search(link.cue.of(scene.text)):
        return link
    home = scene.sentence_of(link.cue.start)
    at_home = [home in (scene.sentence_of(one.start), scene.sentence_of(one.end - 1)) for one in link.content]
    kept: list[Span] = []
    for piece, near in zip(link.content, at_home, strict=True):
        between = scene.text[kept[-1].end : piece.start] if kept else ""
        runs_on = bool(kept) and not re.search(r"\w", between)
        governed = bool(kept) and _GOVERNS.search(between) is not None and not _stands_between(link, kept[-1], piece)
        told = (near or not any(at_home)) and not governed
        if told or runs_on or classify_kind(scene.text, (piece,), quotations) is not Kind.INDIRECT:
            kept.append(piece)
    return replace(link, content=tuple(kept))


def _stands_between(link: AttributionLink, one: Span, other: Span) -> bool:
    """Whether the cue or source of ``link`` separates two pieces of its content."""
    return any(one.end <= span.start and span.end <= other.start for span in (link.cue, link.source) if span)


def _outside_quotation(text: str, source: Span) -> Span:
    """``source`` after the mark that ends a quotation in it: "our harbour” Orla Venn" is Orla Venn."""
    ends = [m.end() for m in _MARK.finditer(source.of(text))]
    if len(ends) != 1:
        return source
    return trimmed(text, Span(source.start + ends[0], source.end)) or source


def _whole(source: Span | None, names: Sequence[Span], content: Sequence[Span]) -> Span | None:
    """``source`` extended to whole names, as long as it does not reach the content.

    ``names`` are sorted; only those that begin within ``_NAME_LENGTH`` before the source are checked.
    """
    if source is None:
        return None
    grown = source
    for name in names[bisect_left(names, source.start - _NAME_LENGTH, key=lambda n: n.start) :]:
        if name.start >= source.end:
            break
        if name.overlaps(source):
            grown = hull((grown, name))
    return source if any(grown.overlaps(c) for c in content) else grown
