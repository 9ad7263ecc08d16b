"""Quotations that no cue claims, given to whom the layout gives them: who broke off, who goes on, who signs.

    Dahl said: “Every time. ¶ We lose a harbour.”                         left open over a paragraph's end
    “Every time,” Dahl said, pointing at the map, “we lose a harbour.”    broken off by a comma, gone on in lower case
    “Every time,” Dahl said. “We lose a harbour.”                         before the cue of what goes on
    “We lose a harbour,” Dahl said. “We do not get it back.”              going on in the same paragraph
    “We lose a harbour,” Dahl said. ¶ “We do not get it back.” ¶          and in the next, if it is nothing else
    “We do not get it back.” ¶ — Solveig Dahl                             signed, or by “Solveig Dahl, minister”
    Asked about the harbour, Dahl “explained the law.” She also ...       going on from its subject

Where no other speaker stands between. What goes on after reported words, or in a paragraph of its own, is a statement
of its own without a cue.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from bot.domain.attribution import Act
from bot.domain.text import Span, hull, number_at
from bot.gazetteer.office_words import head_of
from bot.nlp.reporting_verbs import classify_act
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_MARKS, _SINGLE = '"“„‟«»「『', "'‘"
_LEAST = 5
"""Minimum words of an unclaimed quotation: fewer may be a title, or a coined word."""
_ASIDE = 250
"""Maximum characters between the halves of a broken quotation."""
_TAG = 12
"""Maximum words from a quotation to the paragraph's end: "the minister told reporters in the capital on Monday"."""
_NEAR = 4
"""Maximum characters between a statement and a quotation that continues it: a stop, a mark, a space."""
_CARRIED = 0.85
"""The confidence of a continued statement, as a part of that of the statement before it."""
_SIGNED = 0.9
_STOPS = ".!?…"
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_SIGNATURE = re.compile(
    r"(?:[ \t]*[-–—―]|[ \t]*\n{1,2}[–—―])[ \t]*(?P<who>[A-ZÀ-Þ][^\n“”\"]{2,160}?)[ \t.]{0,20}+(?=\n|$)"
)
_NAMED_BELOW = re.compile(
    r"[ \t]*\n{1,2}(?P<who>[A-ZÀ-Þ][^\n,“”\"]{3,50}),[ \t](?P<office>[^\n“”\"]{3,110}?)[ \t]{0,20}+(?=\n|$)"
)
_CLAUSE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|who|which|that|is|are|was|were|has|have|had|will|would)\b|[.:;?!]\s"
)
_LINE = re.compile(r"[^\n]+")
_SUBJECT = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}) (?=[“\"«][a-z])")
"""A name from which, with its verb, a quotation continues: Dahl “explained the law.”"""
_ENDED = re.compile(r"[.!?…][”\"»]?\s")


def attribute_quotations(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, in order of their cues, with the quotations of ``text`` that the layout attributes."""
    quotations = [span for span in find_quotations(text) if text[span.start] not in _SINGLE]
    found = [_of_its_subject(text, link) for link in links]
    owners = _owners(quotations, found)
    for (first, one), (second, other) in pairwise(zip(quotations, owners, strict=True)):
        runs_on = text[second.start] not in _MARKS  # from the paragraph before
        if runs_on and len(one) == 1 and not other:
            _rejoin(found, min(one), second, None)
            other.update(one)
        elif len(one) == 1 and other != one and len(other) < 2 and _is_broken(text, first, second):
            _rejoin(found, min(one), second, min(other, default=None))
            other.update(one)
        elif not one and len(other) == 1 and _leads_to(text, first, found[min(other)], second):
            _rejoin(found, min(other), first, None)
            one.update(other)
    layout = _Layout(
        text,
        [Span(*match.span()) for match in _LINE.finditer(text) if match.group().strip()],
        sorted((hull(link.spans).end, number) for number, link in enumerate(found)),
        frozenset(chain.from_iterable(owners)),
    )
    for quotation, owner in zip(quotations, owners, strict=True):
        if owner or len(quotation.of(text).split()) < _LEAST:
            continue
        if (who := layout.signature(quotation)) is not None:
            found.append(AttributionLink(who, None, (quotation,), _SIGNED, _SIGNED))
        elif (number := layout.going_on(found, quotation)) is not None:
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


def _is_broken(text: str, first: Span, second: Span) -> bool:
    """Whether ``second`` continues the sentence that ``first`` broke off: “Every time,” Dahl said, “we lose.”"""
    between = text[first.end : second.start]
    return (
        len(between) <= _ASIDE
        and text[first.end - 2] == ","
        and text[second.start + 1].islower()
        and between.endswith(", ")
        and not _SENTENCE_END.search(between)
    )


def _leads_to(text: str, first: Span, link: AttributionLink, second: Span) -> bool:
    """Whether ``first`` opens a sentence whose speaker continues in ``second``: “Ever,” Dahl said. “We lose.”"""
    if link.cue is None or not link.content[0].overlaps(second):
        return False
    tag = min(link.cue.start, link.source.start if link.source else link.cue.start)
    opens = text[max(0, first.start - 2) : first.start].strip(" \u00a0")
    return (
        text[first.end - 2] in ",?!"
        and first.end < tag <= first.end + 2
        and (not opens or opens[-1] in '\n.!?”"»')
        and all(piece.start > tag for piece in link.content)
    )


def _rejoin(links: list[AttributionLink], speaker: int, second: Span, other: int | None) -> None:
    """Move ``second`` to the link numbered ``speaker``, from ``other`` if that has more content."""
    if other is not None:
        kept = tuple(
            Span(piece.start, min(piece.end, second.start)) if piece.start < second.start else piece
            for piece in links[other].content
            if not second.start <= piece.start < second.end
        )
        if not kept:
            return
        links[other] = replace(links[other], content=kept)
    links[speaker] = replace(links[speaker], content=tuple(sorted((*links[speaker].content, second))))


@dataclass(frozen=True, slots=True)
class _Layout:
    """The ``lines`` with words, the end of each link (with its index), and the indices of quoting links."""

    text: str
    lines: Sequence[Span]
    ends: Sequence[tuple[int, int]]
    quoting: frozenset[int]

    def signature(self, quotation: Span) -> Span | None:
        """Who signs ``quotation``, a whole paragraph: “…” — Solveig Dahl, or with the office on the next line."""
        line = self.lines[number_at(self.lines, quotation.start)]
        below = _NAMED_BELOW.match(self.text, quotation.end)
        office = below["office"] if below else ""
        named = head_of(office) is not None and office[-1] not in _STOPS and not _CLAUSE.search(office)
        match = below if named else _SIGNATURE.match(self.text, quotation.end)
        if match is None or self.text[line.start : quotation.start].strip():
            return None
        who = Span(*match.span("who"))
        return who if " " in who.of(self.text) and not _CLAUSE.search(who.of(self.text)) else None

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
