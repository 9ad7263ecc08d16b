"""Quotations that no cue claims, given to whom the layout gives them: who goes on.

    “Every time,” Dahl said. “We lose a harbour.”                         going on in the same paragraph
    “We lose a harbour,” Dahl said. ¶ “We do not get it back.” ¶          and in the next, if it is nothing else
    Asked about the harbour, Dahl “explained the law.” She also ...       going on from its subject

Where no other speaker stands between. What goes on after reported words, or in a paragraph of its own, is a statement
of its own without a cue.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.domain.attribution import Act
from bot.domain.text import Span, hull, number_at
from bot.nlp.reporting_verbs import classify_act
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_SINGLE = "'‘"
_LEAST = 5
"""Minimum words of an unclaimed quotation: fewer may be a title, or a coined word."""
_TAG = 12
"""Maximum words from a quotation to the paragraph's end: "the minister told reporters in the capital on Monday"."""
_NEAR = 4
"""Maximum characters between a statement and a quotation that continues it: a stop, a mark, a space."""
_CARRIED = 0.85
"""The confidence of a continued statement, as a part of that of the statement before it."""
_SIGNED = 0.9
_STOPS = ".!?…"
_LINE = re.compile(r"[^\n]+")
_SUBJECT = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}) (?=[“\"«][a-z])")
"""A name from which, with its verb, a quotation continues: Dahl “explained the law.”"""
_ENDED = re.compile(r"[.!?…][”\"»]?\s")


def attribute_quotations(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, in order of their cues, with the quotations of ``text`` that the layout attributes."""
    quotations = [span for span in find_quotations(text) if text[span.start] not in _SINGLE]
    found = [_of_its_subject(text, link) for link in links]
    owners = _owners(quotations, found)
    layout = _Layout(
        text,
        [Span(*match.span()) for match in _LINE.finditer(text) if match.group().strip()],
        sorted((hull(link.spans).end, number) for number, link in enumerate(found)),
        frozenset(chain.from_iterable(owners)),
    )
    for quotation, owner in zip(quotations, owners, strict=True):
        if owner or len(quotation.of(text).split()) < _LEAST:
            continue
        if (number := layout.going_on(found, quotation)) is not None:
            before = found[number]
            if number in layout.quoting and text.count("\n", before.content[-1].end, quotation.start) == 0:
                found[number] = replace(before, content=(*before.content, quotation))
            else:
                found.append(replace(before, cue=None, content=(quotation,), score=before.score * _CARRIED))
    return sorted(found, key=lambda link: (link.cue or link.content[0]).start)


def _of_its_subject(text: str, link: AttributionLink) -> AttributionLink:
    """``link`` without a cue of a later sentence, if its words are a name and the quotation that continues from it."""
    [first, *more] = link.content
    subject = _SUBJECT.match(text, first.start, first.end)
    if link.cue is None or subject is None or more or not _ENDED.search(text, first.end - 2, link.cue.start):
        return link
    said = Span(subject.end(), first.end)
    return AttributionLink(
        Span(*subject.span("who")), None, (said,), max(link.score, _SIGNED), max(link.statement, _SIGNED)
    )


def _owners(quotations: Sequence[Span], links: Sequence[AttributionLink]) -> list[set[int]]:
    """For each of ``quotations`` the indices of the links with a word in it, without those reported inside it."""
    owners: list[set[int]] = [set() for _ in quotations]
    for number, link in enumerate(links):
        for span in link.spans:
            at = bisect_right(quotations, span.start, key=lambda q: q.end)
            while at < len(quotations) and quotations[at].overlaps(span):
                if link.cue is None or not quotations[at].contains(link.cue):
                    owners[at].add(number)
                at += 1
    return owners


@dataclass(frozen=True, slots=True)
class _Layout:
    """The ``lines`` with words, the end of each link (with its index), and the indices of quoting links."""

    text: str
    lines: Sequence[Span]
    ends: Sequence[tuple[int, int]]
    quoting: frozenset[int]

    def going_on(self, links: Sequence[AttributionLink], quotation: Span) -> int | None:
        """The index of the statement that continues in ``quotation``, if that is clear."""
        text, number = self.text, number_at(self.lines, quotation.start)
        line, inside = self.lines[number], quotation.of(text)[1:].rstrip('”»"')
        before, after = text[line.start : quotation.start].strip(), text[quotation.end : line.end].strip()
        at = bisect_right(self.ends, (quotation.start, len(links)))
        if not at or not inside[:1].isupper() or inside[-1:] not in _STOPS or after[:1].islower():
            return None
        end, speaker = self.ends[at - 1]
        link = links[speaker]
        if link.cue is None or classify_act(link.cue.of(text), link.statement) is Act.ATTITUDE:
            return None
        if before:
            alone = at == 1 or self.ends[at - 2][0] < quotation.start - _NEAR
            near = line.start <= link.cue.start and end >= quotation.start - _NEAR
            return speaker if near and alone and before[-1] in _STOPS else None
        if not number or after or speaker not in self.quoting:
            return None
        above, said = self.lines[number - 1], max(piece.end for piece in link.content)
        tagged = link.source is not None and link.source.start >= said and len(text[said : above.end].split()) <= _TAG
        closed = end > above.start and not text[end : above.end].strip(" .,")
        follows = text[line.end :].lstrip()[:1]
        return speaker if tagged and closed and not follows.islower() else None
