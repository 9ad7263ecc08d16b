"""Corrects who the source is, where the tagger takes another name of the sentence or one of two.

The tagger takes "Venn, said Roe, had seen it" for Venn's words that begin with "Roe", and "Both Venn, the mayor, and
Roe said" for Roe's alone; and it takes more for said than the quotation that somebody "called it".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span
from bot.nlp.reporting_verbs import find_verbs
from bot.nlp.tagger.tagged_text import AttributionLink

_NAME = r"[A-ZÀ-Þ][\w.’'-]*+"
_WHO = rf"(?P<who>(?:the\s)?{_NAME}(?:\s(?:of\s)?{_NAME}){{0,5}}+)"
_SPEAKER = re.compile(
    rf"\s{_WHO},\s"
    r"(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|[a-z]+ed)\b)"
)
"""A speaker in commas, before the verb of the clause that the commas interrupt."""
_SAID = frozenset("said says say told tells tell".split())
_WORD = re.compile(r"\w+")
_REACH = 180
"""Characters before a source that are searched for the first of two."""
_TO = re.compile(r"\s(?:[a-z]+ly\s)?to\s(?:the\s)?")
_OPENING = re.compile(r"(?:\A|(?<=[.!?”\"]\s)|(?<=\n))(?:In|By|While|After|Before)\s\Z")
_MAIN_CLAUSE = re.compile(rf"(?:(?!,\s{_NAME})[^.;:\n]){{0,160}}+,\s{_WHO}\s[a-z]")
"""The words up to the subject of a sentence that opens with a participle: "In calling it late, Venn is"."""
_HE_SAYS = re.compile(r"[,”\"]{1,2}\s(?P<who>he|she|they)\s(?P<cue>says|said|adds|added|notes|noted)(?=[.\n])")


def _is_right_before(source: Span, cue: Span) -> bool:
    return source.end <= cue.start <= source.end + len(", ")


def _is_addressed(text: str, link: AttributionLink) -> bool:
    """Whether the source is the one who is told: "reports weekly to the council"."""
    source, cue = link.source, link.cue
    return source is not None and cue is not None and _TO.fullmatch(text, cue.end, source.start) is not None


def _with_outer(text: str, link: AttributionLink) -> AttributionLink:
    """Where a sentence closes with who says it, all of it is theirs: "The plan calls for ships, she adds."."""
    source, cue, last = link.source, link.cue, link.content[-1]
    if source is None or cue is None or not source.end <= cue.start <= link.content[0].start:
        return link
    outer = _HE_SAYS.match(text, last.end - text.endswith(",", last.start, last.end))
    if outer is None:
        return link
    said = Span(source.start, outer.start())
    return replace(link, source=Span(*outer.span("who")), cue=Span(*outer.span("cue")), content=(said,))


def _with_subject(text: str, link: AttributionLink) -> AttributionLink:
    """The subject of an opening participle is behind it."""
    source, cue = link.source, link.cue
    if source is None or cue is None or source.end >= cue.start:
        return link
    opens = _OPENING.search(text, max(0, cue.start - _REACH), cue.start) is not None
    main = _MAIN_CLAUSE.match(text, cue.end, cue.end + 2 * _REACH) if opens else None
    if main is None:
        return link
    who = Span(*main.span("who"))
    said = [replace(one, end=min(one.end, who.start - 2)) for one in link.content if one.start < who.start - 2]
    return replace(link, source=who, content=tuple(said)) if said else link


_BESIDE = re.compile(r"\b(?:alongside|beside|next\sto|together\swith|(?:flanked|accompanied)\sby)\s(?:the\s)?\Z")
_MEETING = re.compile(r"\b(?:meets?|met|meeting|speaks?|spoke|joins?|joined)\s(?:with\s|[A-Z])[^.;:“”\"\n]{0,160}\Z")


def _without_companion(text: str, link: AttributionLink) -> AttributionLink:
    """No source that stands beside the subject or is met by it: "Venn met Roe to demand"."""
    source, cue = link.source, link.cue
    if source is None or cue is None or not _is_right_before(source, cue):
        return link
    start = max(0, source.start - _REACH)
    met = text.startswith("to ", cue.start) and _MEETING.search(text, start, source.start)
    return replace(link, source=None) if met or _BESIDE.search(text, start, source.start) else link


_BOTH = "Both "
_FIRST = re.compile(r"[^.;:“”\"\n]{3,170}\sand\s(?:the\s|his\s|her\s|its\s)?")
"""The first of two sources, before the second: "Both [Venn, the mayor, and] Dahl"."""
_ASIDE_OF_FIRST = re.compile(
    rf"(?:\A|(?<=[a-z.!?”\"][.!?”\"]\s)|(?<=\n))(?:The\s)?{_NAME}(?:\s{_NAME}){{0,6}}+,\s(?:who|which|whose)\s[^,;:.“”\"\n]{{3,140}},"
    r"\sand\s(?:the\s|his\s|her\s|its\s)?\Z"
)
"""The first of two subjects, of whom a relative clause tells, before the second: "Dahl, who left, and [Roe] said"."""
_AS = re.compile(r"[“\"][^“”\"\n]{1,200}[”\"],?\sas\s\Z")
_CALLS_IT = re.compile(r"(?:(?:has|have|had)\s)?(?:described|describes?|called|calls?|termed|labell?ed|dubbed)")
_IT = re.compile(r"\s(?:it|them|him|her)\b")


def _only_called(text: str, link: AttributionLink) -> AttributionLink:
    """Of "no such thing as “a slip”, as Oslo called it", Oslo said only the quotation."""
    source, cue = link.source, link.cue
    if source is None or cue is None or _CALLS_IT.fullmatch(text, cue.start, cue.end) is None:
        return link
    called = _AS.search(text, max(0, source.start - _REACH), source.start)
    if called is None or _IT.match(text, cue.end) is None:
        return link
    end = max(text.rfind(mark, called.start(), called.end()) for mark in '”"') + 1
    return replace(link, content=(Span(called.start(), end),))


def _with_first(text: str, link: AttributionLink) -> AttributionLink:
    """The source of what two say is both."""
    source = link.source
    if source is None or link.cue is None or not _is_right_before(source, link.cue):
        return link
    opened = _ASIDE_OF_FIRST.search(text, max(0, source.start - _REACH), source.start)
    if opened is not None:
        return replace(link, source=Span(opened.start(), source.end))
    start = text.rfind(_BOTH, max(0, source.start - _REACH), source.start)
    first = _FIRST.fullmatch(text, start + len(_BOTH), source.start) if start >= 0 else None
    if first is None or (_SAID | find_verbs()).intersection(_WORD.findall(first[0])):
        return link
    return replace(link, source=Span(start, source.end))


def _with_inserted(text: str, link: AttributionLink) -> AttributionLink:
    """Where a speaker is inserted after the verb, that is the source."""
    source, cue = link.source, link.cue
    if source is None or cue is None or text[source.end : cue.start] not in (", ", " ") or source.end >= cue.start:
        return link
    inserted = _SPEAKER.match(text, cue.end)
    if inserted is None or "," not in text[source.end - 1 : cue.start] or link.content[0].start > inserted.end():
        return link
    rest = Span(inserted.end(), max(link.content[-1].end, inserted.end() + 1))
    about = Span(source.start, source.end - text[source.start : source.end].endswith(","))
    return replace(link, source=Span(*inserted.span("who")), content=(about, rest))


_CORRECTIONS = (_with_outer, _with_inserted, _with_first, _with_subject, _without_companion, _only_called)
"""In the order in which one builds on another."""


def correct_sources(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in order, each with the source that its sentence has, and with no more than that source said.

    Those whose source is only told of it are left out.
    """
    kept = [link for link in links if not _is_addressed(text, link)]
    for correct in _CORRECTIONS:
        kept = [correct(text, link) for link in kept]
    return kept
