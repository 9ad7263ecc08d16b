"""Cleans links by the annotation guidelines: no stray marks around a content, no mere references, whole names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attribution import POINTING, Act, Kind
from bot.domain.text import Span, hull, trimmed
from bot.gazetteer.office_words import HONORIFICS
from bot.nlp.content_edges import find_end, find_opening, is_heading, within_sentence
from bot.nlp.reporting_verbs import classify_act, ends_in_clause_verb
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.structure.quotations import classify_kind, find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_POINTER = re.compile(r"(?:which|who|whom|it|this|that|them|him|her|us|so|these|those|one)", re.IGNORECASE)
_ANSWERS = frozenset((Act.DENIES, Act.REJECTS, Act.CONFIRMS))
_NAME_LENGTH = 120  # characters; no name is longer
_WORD = re.compile(r"\w\w|\b[IiQqA]\b")
_MARK = re.compile(r"[”»\"](?=,?\s)")
_GOVERNS = re.compile(
    r",\s+(?:[a-z]+ly\s+)?[a-z]+ing\b|,\s+in\s+which\b|\b(?:and|but)\s+(?:also\s+)?(?:[a-z]+ed|had|has)\b"
    r"|\b(?:after|because|before|despite|in\s+re\w+\s+to|as\s+(?:he|she|they)|without\s+[a-z]+ing)\b"
)
"""Words after which something more follows in the sentence: ", underscoring", "and invited", "after"."""
_TO_WHOM = 60
"""Characters between a verb of telling and what is told, if the tagger leaves out when, where and to whom."""
_GAP = 100
"""Characters between two pieces of a content that are its own."""
_THAT = re.compile(r"\s+that\s")
_ADDRESSING_VERB = re.compile(r"\b(?:t(?:old|ells?|elling)|(?:warn|remind|inform|assur|notif)\w+)\Z", re.IGNORECASE)
_TITLE = re.compile(r"[“\"]?[A-Z][\w’'-]*+(?: (?:(?:the|of|and|this|a) )?[A-Z][\w’'-]*+){0,4}[.”\"]*")
_NAME_WORD_BEFORE = re.compile(r"(?<=\w\s)(?:[A-ZÀ-Þ][\w’'-]*|bin|al|el)\s\Z")
_ADDRESS = re.compile(r"\b[A-Z][a-z]{0,4}\.\Z")
_STATE = re.compile(r"\b[Tt]he [“\"]?(?:U\.S|U\.N|U\.K|E\.U)\.[”\"’']?\Z")
_STATE_LENGTH = len("the “U.S.”")
_EDGE = " \t\n\u00a0,;:–—"


def clean_links(
    context: DocumentContext, links: Sequence[AttributionLink], names: Sequence[Span]
) -> list[AttributionLink]:
    """``links`` in their order, each cleaned, without those that then say nothing.

    ``names`` are sorted; a source is extended to whole names.
    """
    quotations = find_quotations(context.text)
    anchors = sorted({span.start for one in links for span in (one.cue, one.source) if span})
    links = [one for one in links if one.cue is None or not _is_in_a_name(context, one.cue)]
    tidied = [link for one in links if (link := _tidied(context, one, names, anchors, quotations)) is not None]
    return [_kept_together(context, link, quotations) for link in tidied]


def _is_in_a_name(context: DocumentContext, cue: Span) -> bool:
    """Whether a verb with a capital ends a name inside a sentence: "in Port Said, east of the delta"."""
    word = cue.of(context.text)
    if not (word.istitle() and word.isalpha()) or context.is_unfinished(cue.start):
        return False
    return _NAME_WORD_BEFORE.search(context.text, max(0, cue.start - _TO_WHOM), cue.start) is not None


def _tidied(
    context: DocumentContext,
    link: AttributionLink,
    names: Sequence[Span],
    anchors: Sequence[int],
    quotations: Sequence[Span],
) -> AttributionLink | None:
    """``link`` without "that" or stray commas around its content, and without half a name as its source."""
    text = context.text
    joined = _joined(context, link, anchors)
    pieces = [cut for span in joined if (cut := _cut(context, link, span, anchors, quotations)) is not None]
    pieces = [piece for piece in pieces if not _POINTER.fullmatch(piece.of(text)) or _answers(text, link, piece)]
    pieces = [piece for piece in pieces if not _is_addressee(text, link, piece, pieces)]
    if not pieces:
        return None  # "asked about it": nothing to show a reader
    source = _outside_quotation(text, link.source) if link.source else None
    if source is not None and not _WORD.search(source.of(text)):
        source = None  # a list mark, a piece of "U.S."
    whole = _united(pieces)
    return replace(link, source=_whole(text, source, names, whole), content=whole)


def _united(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces in text order; those that have grown into each other are one."""
    united: list[Span] = []
    for piece in sorted(pieces):
        if united and piece.start < united[-1].end:
            united[-1] = hull((united[-1], piece))
        else:
            united.append(piece)
    return tuple(united)


def _cut(
    context: DocumentContext, link: AttributionLink, span: Span, anchors: Sequence[int], quotations: Sequence[Span]
) -> Span | None:
    """The words said in ``span``, a piece of ``link``; None if there are none."""
    text, cue = context.text, link.cue
    if cue is not None and "\n" in text[min(span.end, cue.end) : max(span.start, cue.start)]:
        if is_heading(text, span):
            return None
    elif cue is not None:
        span = within_sentence(text, span, cue, quotations)
        stop = context.sentences[context.sentence_of(span.start)].end
        if cue.end <= span.start < stop < span.end and _STATE.search(text, max(0, stop - _STATE_LENGTH), stop):
            span = Span(span.start, stop)  # "an alliance with the U.S. Trump complained"
    told = cue is not None and 0 <= span.start - cue.end < _TO_WHOM and ends_in_clause_verb(cue.of(text))
    start = find_opening(text, span, cue.end if cue is not None and told else None)
    if start >= span.end:
        return None
    end = find_end(text, Span(start, span.end), context.sentences[context.sentence_of(span.end - 1)].end, anchors)
    end = start + len(text[start:end].rstrip(_EDGE))
    return trimmed(text, Span(start, end)) if start < end and re.search(r"\w", text[start:end]) else None


def _joined(context: DocumentContext, link: AttributionLink, anchors: Sequence[int]) -> list[Span]:
    """The pieces of ``link``, those of a sentence joined that no cue or source and no verb parts."""
    joined = [link.content[0]]
    for piece in link.content[1:]:
        last = joined[-1]
        between = context.text[last.end : piece.start]
        near = context.sentence_of(last.end - 1) == context.sentence_of(piece.start) and len(between) < _GAP
        parted = bisect_left(anchors, piece.start) > bisect_left(anchors, last.end) or _GOVERNS.search(between)
        if not near or parted:
            joined.append(piece)
        elif len(joined) == 1 and _THAT.match(context.text, last.end, piece.end) and _is_told(context.text, link, last):
            joined[-1] = piece
        else:
            joined[-1] = Span(last.start, piece.end)
    return joined


def _is_told(text: str, link: AttributionLink, piece: Span) -> bool:
    """Whether ``piece`` right after the cue is who was told, not what: "warned [the crew] that"."""
    return (
        link.cue is not None
        and 0 < piece.start - link.cue.end < 2
        and _ADDRESSING_VERB.search(link.cue.of(text)) is not None
    )


def _is_addressee(text: str, link: AttributionLink, piece: Span, pieces: Sequence[Span]) -> bool:
    """Whether ``piece`` right after the cue belongs to it, since what was said stands before.

    "“…,” she told [“Face the Port”]".
    """
    if link.cue is None or pieces[0].end > link.cue.start or piece.start <= link.cue.end:
        return False
    if text[link.cue.end : piece.start] not in (" ", ' "', " “"):
        return False
    if link.cue.of(text).lower() == "put":
        return text.startswith("it", piece.start)  # "as one official put it"
    return _ADDRESSING_VERB.search(link.cue.of(text)) is not None and _TITLE.fullmatch(piece.of(text)) is not None


def _answers(text: str, link: AttributionLink, piece: Span) -> bool:
    """Whether a mere reference is meaningful with its verb: "Oslo denies it" is, "asked about it" is not."""
    act = classify_act(link.cue.of(text), 1.0) if link.cue else None
    return act in _ANSWERS and piece.of(text).lower() in POINTING


def _is_in_lead(context: DocumentContext, link: AttributionLink, home: int) -> bool:
    """Whether the first piece leads to the speaker: "In a letter to a club known as [the Reef], Venn wrote"."""
    text, (first, second) = context.text, link.content[:2]
    if link.source is None or link.cue is None or not first.end < link.source.start < link.cue.end <= second.start:
        return False
    before = text[context.sentences[home].start : first.start].rstrip()
    quoted = text[second.start] in '“"' and not re.search(r"\w", text[link.cue.end : second.start])
    return quoted and before[-1:].isalnum() and text[first.start] not in '“"'


def _kept_together(context: DocumentContext, link: AttributionLink, quotations: Sequence[Span]) -> AttributionLink:
    """``link`` without reported words that are not its own: of another sentence than its cue, or of another verb.

    Quotations and lists may continue.
    """
    if len(link.content) == 1 or link.cue is None or not _WORD.search(link.cue.of(context.text)):
        return link
    home = context.sentence_of(link.cue.start)
    if _is_in_lead(context, link, home):
        link = replace(link, content=link.content[1:])
    at_home = [home in (context.sentence_of(one.start), context.sentence_of(one.end - 1)) for one in link.content]
    kept: list[Span] = []
    for piece, near in zip(link.content, at_home, strict=True):
        between = context.text[kept[-1].end : piece.start] if kept else ""
        runs_on = bool(kept) and not re.search(r"\w", between)
        governed = bool(kept) and _GOVERNS.search(between) is not None and not _stands_between(link, kept[-1], piece)
        told = (near or not any(at_home)) and not governed
        if told or runs_on or classify_kind(context.text, (piece,), quotations) is not Kind.INDIRECT:
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


def _whole(text: str, source: Span | None, names: Sequence[Span], content: Sequence[Span]) -> Span | None:
    """``source`` extended to whole names, and to one after a short form of address, but not into the content.

    ``names`` are sorted; only those that begin within ``_NAME_LENGTH`` before the source are checked.
    """
    if source is None:
        return None
    address = _ADDRESS.search(text, max(source.start, source.end - _TO_WHOM), min(len(text), source.end + 1))
    reach = source.end + len(". ") if address and address[0].lower() in HONORIFICS else source.end
    grown = source
    for name in names[bisect_left(names, source.start - _NAME_LENGTH, key=lambda n: n.start) :]:
        if name.start > reach:
            break
        if name.overlaps(source) or name.start == reach > source.end:
            grown = hull((grown, name))
    return source if any(grown.overlaps(c) for c in content) else grown
