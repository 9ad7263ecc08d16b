"""Splits second-hand quotations: in "Orla Venn was quoted by the Harbour Post as saying that …" Venn speaks, and the
paper relays.

The tagger takes the paper as the source, and Venn as a part of its content. The words after "as saying" are one
statement of hers, relayed by whoever quotes her; if nobody is named, it is hers alone. The same holds for "according to
the Harbour Post, Venn said that …".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attribution import Act
from bot.domain.text import Span, hull, trimmed
from bot.nlp.reporting_verbs import classify_act, find_verbs
from bot.nlp.tagger.tagged_text import AttributionLink

_QUOTES = re.compile(r"\b(?:quot|cit)(?:ed|es?|ing)\b", re.IGNORECASE)
_BEING = re.compile(
    r"(?:\b(?:was|were|is|are)|\b(?:has|have|had)(?:\s+(?:also|since))?\s+been)(?:\s+(?:also|later|widely))?\s+$"
)
_AS_SAYING = re.compile(r"(?:(?<!\s)\s++)?\bas\s++(?:having\s++)?(?P<verb>[a-z]+ing|said|told)\b(?:\s+that\b)?")
_STOP = re.compile(r"[.!?…]\s|\n")
_OPENING = re.compile(r"[.!?…,;:“”\"«»]\s*|\n|\b(?:after|when|while|and|but|that|as|because)\s+", re.IGNORECASE)
_REACH = 200
"""Characters around the verb of quoting that are searched for the quoted person."""
_BY = re.compile(r"by\b")
_REPORTS = re.compile(r"according to|(?:(?:has|have|had)\s+)?(?:also\s+)?reported|reports?|reporting", re.IGNORECASE)
_TELLS = re.compile(
    r"(?:(?:In|On|At|After|Before|During|Since)\s[^,.;:“”\"]++,\s)?"
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[A-ZÀ-Þ][\w’'-]*)\b"
    r"(?:,?\s(?!(?:was|were|been|being|who|which|that)\b)[\w’'-]++){0,24}?(?:,\s[^,.;:“”\"]{1,160}+,)?)"
    r"\s(?:(?:has|have|had|also|later|[a-z]+ly)\s){0,4}"
    r"(?P<verb>(?P<told>told|assured|informed|reminded|notified)|[a-z]+ed|said|says)\s(?(told)[^.;:]{2,80}?\bthat\s|(?:that\s)?)(?=\S+\s\S)"
)
_SAID_FIRST = re.compile(
    r"\s(?P<who>(?:[A-Z][a-z]{1,3}\.\s)?(?:[A-ZÀ-Þ]|he|she|the )[^,;:.“”\"\n]{1,120}?)\s"
    r"(?:reportedly\s)?(?P<verb>said|told)\b[^.!?;:“”\"\n]{0,80},\s"
)
"""Who said the words before, up to "according to"."""
_DOES = frozenset((Act.ATTITUDE, Act.ASKS, Act.ANNOUNCES, Act.DEMANDS, Act.AGREES))
"""Acts whose verbs as often describe an action as a statement."""
_PLAIN = frozenset(("said", "says", "told"))
_LONGEST = 16
"""Maximum words for the quoted person."""


def quotes_somebody(cue: str) -> bool:
    """Whether a cue quotes somebody else: "was quoted by"."""
    return _QUOTES.search(cue) is not None


def tell_reported(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in their order; one that reports another's statement ("Venn said that …") is followed by that."""
    cues = sorted(link.cue.start for link in links if link.cue)
    found = []
    for link in links:
        if (teller := _teller(text, link)) is not None:
            found.append(teller)
            continue
        found.append(link)
        piece, whole = link.content[0], hull(link.content)
        reports = link.cue is not None and _REPORTS.fullmatch(link.cue.of(text))
        # the tagger parts some at "that": [Venn said] that [it rained]
        telling = _TELLS.match(text, piece.start, min(whole.end, piece.start + _REACH)) if reports else None
        if telling is None or telling.end("verb") > piece.end or not _says(telling["verb"]):
            continue
        if len(telling["who"].split()) > _LONGEST:
            continue
        if bisect_left(cues, piece.start) == bisect_left(cues, piece.end):  # which the tagger did not find itself
            said = tuple(
                Span(max(one.start, telling.end()), one.end) for one in link.content if one.end > telling.end()
            )
            who, verb = Span(*telling.span("who")), Span(*telling.span("verb"))
            found.append(AttributionLink(who, verb, said, link.score, link.statement))
    return found


def _teller(text: str, link: AttributionLink) -> AttributionLink | None:
    """``link`` as that of who said it, if a report is named after: “The harbour is shut,” Venn said, according to …"""
    first, *more = link.content
    if link.cue is None or not _REPORTS.fullmatch(link.cue.of(text)) or not 0 < link.cue.start - first.end < _REACH:
        return None
    closed = max(text.rfind(mark, first.start + 1, link.cue.start) for mark in '”"') + 1
    told = _SAID_FIRST.fullmatch(text, closed, link.cue.start) if closed else None
    if told is None or len(told["who"].split()) > _LONGEST:
        return None
    who, verb = Span(*told.span("who")), Span(*told.span("verb"))
    return replace(link, source=who, cue=verb, content=(Span(first.start, closed), *more), statement=1.0)


def _says(verb: str) -> bool:
    """Whether a verb says something, and seldom describes anything else."""
    return verb in _PLAIN or (verb in find_verbs() and classify_act(verb, 1.0) not in _DOES)


def split_second_hand(text: str, link: AttributionLink) -> tuple[AttributionLink, ...]:
    """``link``, or two links for the quoting and the quoted statement if it is second hand."""
    verb = link.cue and _QUOTES.search(text, link.cue.start, link.cue.end)
    if not verb:
        return (link,)
    stop = _STOP.search(text, verb.end(), verb.end() + _REACH)
    saying = _AS_SAYING.search(text, verb.end(), stop.start() if stop else verb.end() + _REACH)
    if saying is None:
        return (link,)
    being = _BEING.search(text, max(0, verb.start() - _REACH), verb.start())
    who = _before(text, link, being.start()) if being else trimmed(text, Span(verb.end(), saying.start()))
    said = _said(text, link, who, saying) if who else ()
    if who is None or not said or len(who.of(text).split()) > _LONGEST:
        return (link,)
    inner = AttributionLink(who, Span(*saying.span("verb")), said, link.score, 1.0)
    if link.source is None or link.source.overlaps(who):
        return (inner,)
    return (replace(link, content=said) if being or said[0].end < verb.start() else link, inner)


def _before(text: str, link: AttributionLink, end: int) -> Span | None:
    """Who precedes "was quoted": a piece that the tagger marked, else the words from the beginning of the clause."""
    marked = next((one for one in link.content if one.end <= end and not text[one.end : end].strip()), None)
    if marked is not None:
        return marked
    openings = list(_OPENING.finditer(text, max(0, end - _REACH), end))
    start = openings[-1].end() if openings else 0
    return trimmed(text, Span(start, end)) if start < end else None


def _said(text: str, link: AttributionLink, who: Span, saying: re.Match[str]) -> tuple[Span, ...]:
    """The quoted words: the pieces of ``link`` after "as saying", or before the quoted person."""
    pieces = []
    for piece in link.content:
        start = saying.end() if piece.start < saying.end() < piece.end else piece.start
        kept = trimmed(text, Span(start, piece.end))
        if kept is not None and (kept.start >= saying.end() or kept.end <= who.start):
            pieces.append(kept)
    return tuple(piece for piece in pieces if not _BY.match(piece.of(text)))
