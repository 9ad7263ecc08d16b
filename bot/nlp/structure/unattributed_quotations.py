"""Attributes quotations without a cue: those that continue from their subject, and those in a paragraph of their own.

Asked about the harbour, Dahl “explained the law.” She also said …

“The harbour is open,” Dahl said.

“It stays open.”

The last is a statement of its own, whether the tagger gave it to the cue before or to none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.text import Span
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_SIGNED = 0.9
_SUBJECT = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}) (?=[“\"«][a-z])")
"""A name with its verb, before the quotation that completes it: Dahl “explained the law.”"""
_ENDED = re.compile(r"[.!?…][”\"»]?\s")


def attribute_quotations(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in order of their cues; quotations that complete their subject lose the cue after them."""
    return sorted((_of_its_subject(text, link) for link in links), key=lambda link: (link.cue or link.content[0]).start)


def _of_its_subject(text: str, link: AttributionLink) -> AttributionLink:
    """``link`` without a cue from a later sentence, if its words are a name and the quotation that completes it."""
    [first, *more] = link.content
    subject = _SUBJECT.match(text, first.start, first.end)
    if link.cue is None or subject is None or more or not _ENDED.search(text, first.end - 2, link.cue.start):
        return link
    said = Span(subject.end(), first.end)
    return AttributionLink(
        Span(*subject.span("who")), None, (said,), max(link.score, _SIGNED), max(link.statement, _SIGNED)
    )


_OPENING, _CLOSING = '“"«„', '”"»“'


def split_paragraphs(text: str, one: Attribution) -> list[Attribution]:
    """``one`` as a statement for each paragraph in which a new quotation begins; the cue stays in its paragraph.

    A quotation that the paragraph before leaves open continues, and is not new.
    """
    groups = [[one.content[0]]]
    for before, piece in zip(one.content, one.content[1:], strict=False):
        anew = "\n" in text[before.end : piece.start] and text[piece.start] in _OPENING and _is_closed(text, before)
        groups.append([piece]) if anew else groups[-1].append(piece)
    if len(groups) == 1:
        return [one]
    anchor = one.cue or one.content[0]
    own = min(range(len(groups)), key=lambda n: min(_lines_between(text, anchor, piece) for piece in groups[n]))
    return [
        replace(one, content=tuple(pieces)) if number == own else _continued(one, tuple(pieces))
        for number, pieces in enumerate(groups)
    ]


def _continued(one: Attribution, content: tuple[Span, ...]) -> Attribution:
    """Further words of the speaker of ``one``, without a cue."""
    return replace(one, content=content, source=None, cue=None, act=Act.SAYS, negated=False, conditional=False)


_LONE = re.compile(r"(?<=\n\n)[“\"«][^\n]{30,}[.!?…][”\"»]?(?=\n\n|\Z)")
_SURE = 0.8


def attribute_paragraphs(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """``found``, with unattributed paragraphs that are a quotation; the last speaker before says them."""
    quotations = find_quotations(text)
    spoken = sorted(found, key=lambda one: one.content[-1].end)
    covered = sorted((piece for one in found for piece in one.content), key=lambda piece: piece.end)
    added: list[Attribution] = []
    for lone in _LONE.finditer(text):
        span = Span(*lone.span())
        at = bisect_left(covered, span.start + 1, key=lambda piece: piece.end)
        if any(piece.start < span.end for piece in covered[at : at + 1]) or not _is_quotation(span, quotations):
            continue
        before = bisect_right(spoken, span.start, key=lambda one: one.content[-1].end)
        follows = bool(added) and added[-1].content[-1].end + 2 == span.start
        last = added[-1] if follows else spoken[before - 1] if before else None
        if last is None or last.speaker is None or last.act is Act.ATTITUDE or last.speaker.name in span.of(text):
            continue  # nobody names himself: "We work with the United Nations"
        if "\n" not in text[last.content[-1].end : span.start - 2]:
            confidence = min(last.confidence, _SURE)
            added.append(replace(_continued(last, (span,)), kind=Kind.DIRECT, confidence=confidence))
    return [*found, *added]


def _is_quotation(span: Span, quotations: Sequence[Span]) -> bool:
    """Whether one quotation covers all of ``span``."""
    at = bisect_left(quotations, span.start, key=lambda quotation: quotation.start)
    return at < len(quotations) and quotations[at].start == span.start and quotations[at].end >= span.end


def _is_closed(text: str, piece: Span) -> bool:
    """Whether ``piece`` ends a quotation."""
    return text[piece.end - 1] in _CLOSING or text[piece.end : piece.end + 1] in _CLOSING


def _lines_between(text: str, a: Span, b: Span) -> int:
    """The number of line ends between two spans."""
    return text.count("\n", min(a.end, b.end), max(a.start, b.start))
