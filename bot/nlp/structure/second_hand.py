"""Separates speakers at second hand from those who relay them.

In "Orla Venn said that it rained, the Harbour Post reported", Venn speaks and the paper relays.

The tagger mostly takes the paper as the source, and Venn as part of its content; or it finds both, and gives Venn's
words to the paper. Here, Venn's statement names the source that relays it. The paper keeps a statement only if it says
who speaks. It is not the speaker of a quotation, nor of the words of somebody that it cites ("the Post reported, citing
a spokesman").
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.text import Span, hull, number_at, trimmed
from bot.gazetteer.office_words import HEADS, SPEECH_NOUNS
from bot.gazetteer.speaker_kinds import kind_of
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.relayed_clauses import LEAD, LONGEST, REACH, find_relayed, is_report, start_of
from bot.nlp.tagger.tagged_text import AttributionLink

_QUOTES = re.compile(r"\b(?:quot|cit)(?:ed|es?|ing)\b", re.IGNORECASE)
_BEING = re.compile(
    r"(?:\b(?:was|were|is|are)|\b(?:has|have|had)(?:\s+(?:also|since))?\s+been)(?:\s+(?:also|later|widely))?\s+$"
)
_AS_SAYING = re.compile(
    r"(?:(?<!\s)\s++)?\b(?:as\s++(?:having\s++)?(?P<as>[a-z]+ing|said|told)|(?P<saying>saying))\b(?:\s+that\b)?"
)
_QUOTED_BY = re.compile(r"(?P<who>[^,;“”\"\n]{2,80}?),?\s(?:quoted|cited)\sby\s(?=\w)")
_QUOTED_BEFORE = re.compile(
    r"(?:\A|(?<=[.!?:;”\"]\s)|(?<=\n))(?P<who>[A-Z][^,;.“”\"\n]{2,80}?)(?<!\b(?:is|as))(?<!\bwas)(?<!\b(?:were|been)),?\s(?:(?:quoted|cited)\sby|(?<=,\s)according\sto)\s(?:the\s)?\Z"
)
"""A speaker before the source of a report in the middle: "A guest, according to the [Harbour Post], told us"."""
_PARTICIPLE = re.compile(r",\s(?P<cue>saying|adding|warning|stating|claiming|insisting)\s(?:that\s)?[“\"]?\Z")
_STATEMENT_FROM = re.compile(r"\bstatement\s(?:from|by|of)$")
_AUTHOR = re.compile(r"\s(?P<who>[^:;“”\"\n]{2,120}):")
_OPENING = re.compile(r"[.!?…,;:“”\"«»]\s*|\n|\b(?:after|when|while|and|but|that|as|because)\s+", re.IGNORECASE)
_BY = re.compile(r"by\b")
_SAYS = re.compile(r"(?:(?:has|have|had)\s+)?(?:also\s+)?(?:said|says|writes|wrote)(?:\s+(?:in|on|at)\s.*)?")
"""The relaying cue after the words."""
_ACRONYM = re.compile(r"(?:the\s)?[A-Z]{3,5}")
_CITED = re.compile(
    r"(?:[\w’'.-]+\s){0,6}?(?P<head>[\w’'-]+)"
    r"(?=$|,|\s(?:of|in|from|at|with|who|which|that|familiar|involved|close|for|on|to|as)\b)"
)
"""The source that a report cites; the last word shows whether it is a person."""
_PEOPLE = frozenset("source sources person people".split())
_GOES_ON = re.compile(r"(?<=\s(?:in|of|at|to))\s[^,.;:“”\"\n]{1,60}(?=,)")
_LABEL = re.compile(r"(?:^|\n)(?:[A-Z][\w.]*\s)?(?:Official|Source|Diplomat)s?:\s$")
_LABEL_LENGTH = 40
_ASIDE = re.compile(
    r"(?:but|and|meanwhile|however|still|yet|also|[a-z]+ly"
    r"|(?:in|on|at|during|earlier|last|late|after|before)\s[^,;:“”\"\n]{1,120}+)[,.]?",
    re.IGNORECASE,
)
"""An aside that nobody says: "In the phone call"."""
_ADDRESSEE = re.compile(r"\s(?:[A-Z][\w’'.-]*+\s?|the\s|his\s|her\s|reporters|journalists){1,6}")
_FINITE = re.compile(r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|[a-z]{3,}ed)\b")
_INSERTED = re.compile(r"[\s“\"]*+,[,\s“\"]*+")
_ADDRESSING_VERB = re.compile(r"(?:told|assured|informed|reminded|notified|asked)$")
_WHOM = 60
"""Maximum characters between a source and "saying", with whom it quotes."""
_SENTENCE = 600
"""How many characters before and after the relaying source are searched for another cue of the sentence."""
_WORD = re.compile(r"\w")


def separate_relays(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, corrected, with the statements that they relay."""
    links = _cited(text, [part for link in links if not _is_labelled(text, link) for part in _quoted(text, link)])
    found = dict(enumerate(links))
    cues = sorted((link.cue.start, number) for number, link in found.items() if link.cue)
    relayed: list[AttributionLink] = []
    for number in range(len(links)):
        link = found.get(number)
        if link is None or link.cue is None or not _is_relay(text, link):
            continue
        sentences = find_sentences(text)
        home = sentences[number_at(sentences, link.cue.start)]
        first, last = max(home.start, link.cue.start - _SENTENCE), min(home.end, link.cue.end + _SENTENCE)
        near = [n for _, n in cues[bisect_left(cues, (first, 0)) : bisect_left(cues, (last, 0))] if n in found]
        others = [n for n in near if found[n].source != link.source]
        reports = is_report(text, link) or link.content[0].start < start_of(link)
        shared = ((n, said) for n in others if reports and (said := _shared(text, link, found[n], home)))
        at, said = next(shared, (None, ()))
        inner: AttributionLink | None
        if at is not None:
            score = max(found[at].score, link.score)
            inner = found[at] = replace(found[at], content=said, score=score, relay=link.source)
        elif inner := find_relayed(text, link, home, [one.start for n in others if (one := found[n].cue)]):
            relayed.append(inner)
            same = [n for n in near if n != number and (cue := found[n].cue) and inner.cue and cue.overlaps(inner.cue)]
            for n in same:  # the tagger gave the verb to the relaying source
                del found[n]
        if inner is not None and (kept := _words_of_report(link, inner)):
            found[number] = replace(link, content=kept)
        elif inner is not None:
            del found[number]
    return [*found.values(), *relayed]


def _is_relay(text: str, link: AttributionLink) -> bool:
    """Whether ``link`` may relay others' words: "according to …", "…, the Post said", "Roe said Venn denied …"."""
    if link.cue is None or link.source is None:
        return False
    return is_report(text, link) or _SAYS.fullmatch(link.cue.of(text)) is not None


def _words_of_report(outer: AttributionLink, inner: AttributionLink) -> tuple[Span, ...]:
    """The words of ``outer`` that report that ``inner`` was said; empty for a quotation, or one that it interrupts."""
    if inner.cue is None or (inner.source or inner.cue).start > inner.content[0].start:
        return ()
    if any(piece.contains(inner.cue) for piece in outer.content):
        return outer.content
    whole = hull(inner.spans)
    return () if outer.cue is None or whole.overlaps(outer.cue) else (whole,)


def _shared(text: str, outer: AttributionLink, inner: AttributionLink, home: Span) -> tuple[Span, ...]:
    """The words of ``inner`` if the tagger gave them to ``outer``, or to both; empty if ``outer`` has its own."""
    own, start, cue = outer.content, start_of(outer), inner.cue
    if cue is None:
        return ()
    if _say_nothing(text, own, cue) and not _are_asides(text, inner.content):
        return inner.content
    if any(piece.contains(cue) for piece in own):
        begun = min(start_of(inner), inner.content[0].start)
        last = max((piece.end for piece in own if piece.start < start), default=own[-1].end)
        led = begun <= own[0].start or LEAD.fullmatch(text, own[0].start, begun)
        return inner.content if led and inner.content[-1].end + 2 >= last else ()
    if cue.end <= own[0].start <= own[-1].end <= start:
        return _after_cue(text, own, inner, cue)
    return _around_relay(text, outer, inner, home)


def _say_nothing(text: str, own: Sequence[Span], cue: Span) -> bool:
    """Whether ``own`` are only an aside before the clause of ``cue`` or right after it, or its addressee."""
    if _are_asides(text, own):
        return cue.start > own[-1].end or 0 <= own[0].start - cue.end <= 1
    return (
        _ADDRESSING_VERB.search(cue.of(text)) is not None
        and _ADDRESSEE.fullmatch(text, cue.end, own[-1].end) is not None
    )


def _after_cue(text: str, own: tuple[Span, ...], inner: AttributionLink, cue: Span) -> tuple[Span, ...]:
    """The words of ``inner`` if ``own`` follow its ``cue``; empty if something stands between them."""
    first, last = inner.content[0], inner.content[-1]
    addressed = _ADDRESSING_VERB.search(cue.of(text)) and cue.end < first.start < own[0].start
    apart = last.end > cue.end or "," in text[last.end : start_of(inner)]
    if addressed or (apart and _are_asides(text, inner.content)):
        return own
    inserted = last.end <= start_of(inner) and _INSERTED.fullmatch(text, cue.end, own[0].start)
    return _joined(inner.content, own) if inserted else ()


def _around_relay(text: str, outer: AttributionLink, inner: AttributionLink, home: Span) -> tuple[Span, ...]:
    """The words of ``inner``, with the quotation that continues: “It rains,” Venn said, the Post reported. “A lot.”"""
    own, start = outer.content, start_of(outer)
    ended = max(span.end for span in inner.spans)
    if ended <= start < home.end - 1 <= own[0].start and not _WORD.search(text, ended, start):
        goes_on = "\n" not in text[home.end : own[0].start] and text[own[0].start] in '“"'
        return _joined(inner.content, own) if goes_on else inner.content
    precedes = own[-1].end <= start_of(inner) < start < inner.content[0].start
    return _joined(own, inner.content) if precedes and not _WORD.search(text, own[-1].end, start_of(inner)) else ()


def _joined(one: Sequence[Span], other: Sequence[Span]) -> tuple[Span, ...]:
    """Both in text order; empty if they overlap."""
    pieces = sorted((*one, *other))
    return () if any(a.overlaps(b) for a, b in pairwise(pieces)) else tuple(pieces)


def _are_asides(text: str, content: Sequence[Span]) -> bool:
    """Whether all of ``content`` are asides that nobody says."""
    return all(_ASIDE.fullmatch(words) and not _FINITE.search(words) for words in (one.of(text) for one in content))


def _is_labelled(text: str, link: AttributionLink) -> bool:
    """Whether the line of ``link`` first names another speaker: "Official: Venn denied it"."""
    source = link.source
    return source is not None and _LABEL.search(text, max(0, source.start - _LABEL_LENGTH), source.start) is not None


def _cited(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` without those that only name a cited source: that source speaks, and the report relays it."""
    found = dict(enumerate(links))
    for number, link in enumerate(links):
        if link.cue is None or link.source is None or link.cue.of(text).lower() != "citing":
            continue
        whom = hull(link.content)
        head = _CITED.match(text, whom.start, whom.end)
        if head is None or not (head["head"].lower() in HEADS | _PEOPLE or head["head"][0].isupper()):
            continue
        for other in range(max(0, number - 2), min(len(links), number + 3)):
            one = links[other]
            if other != number and one.source == link.source and _may_cite(text, one):
                goes_on = _GOES_ON.match(text, whom.end)
                whom = Span(whom.start, goes_on.end()) if goes_on else whom
                found[other] = replace(one, source=whom, cue=link.cue, relay=one.source)
                del found[number]
                break
    return list(found.values())


def _may_cite(text: str, link: AttributionLink) -> bool:
    """Whether the source of ``link`` passes on others' words: it reports, or it is a newspaper or agency."""
    if link.cue is None or link.source is None:
        return False
    source, says = link.source.of(text), _SAYS.fullmatch(link.cue.of(text))
    paper = kind_of(source) == "outlet" or _ACRONYM.fullmatch(source) is not None
    return is_report(text, link) or (paper and says is not None)


def _quoted(text: str, link: AttributionLink) -> tuple[AttributionLink, ...]:
    """``link`` as a statement by the person it quotes ("as saying"), and the report itself if it names them."""
    if link.source and (by := _QUOTED_BY.match(text, link.source.start, link.source.end)):
        return (replace(link, source=Span(*by.span("who")), relay=Span(by.end(), link.source.end)),)
    if link.source and not (link.cue and link.cue.of(text).lower() == "according to"):
        by = _QUOTED_BEFORE.search(text, max(0, link.source.start - REACH), link.source.start)
        if by is not None:
            return (replace(link, source=Span(*by.span("who")), relay=link.source),)
    if link.source and link.cue and is_report(text, link) and link.source.start > link.content[-1].end:
        saying = _PARTICIPLE.search(text, max(0, link.content[0].start - REACH), link.content[0].start)
        sentences = find_sentences(text)
        home = sentences[number_at(sentences, saying.start())].start if saying else 0
        if saying and SPEECH_NOUNS.isdisjoint(text[home : saying.start()].lower().split()):
            # "Venn was evasive, saying “…”, according to the Post"
            return (replace(link, source=None, cue=Span(*saying.span("cue")), relay=link.source),)
    if (
        link.cue
        and link.source
        and _STATEMENT_FROM.search(link.cue.of(text))
        and (author := _AUTHOR.match(text, link.cue.end))
    ):
        return (replace(link, source=Span(*author.span("who")), relay=link.source),)
    verb = link.cue and _QUOTES.search(text, _verb_from(text, link.source, link.cue), link.cue.end)
    if not verb:
        return (link,)
    sentences = find_sentences(text)
    stop = min(sentences[number_at(sentences, verb.start())].end, verb.end() + REACH)
    saying = _AS_SAYING.search(text, verb.end(), stop)
    if saying is None:
        return (link,)
    being = _BEING.search(text, max(0, verb.start() - REACH), verb.start())
    whom = Span(verb.end(), saying.start()) if verb.end() < saying.start() else None
    who = _before(text, link, being.start()) if being else whom and trimmed(text, whom)
    said = _said(text, link, who, saying) if who else ()
    if who is None or not said or len(who.of(text).split()) > LONGEST:
        return (link,)
    relay = None if link.source is None or link.source.overlaps(who) else link.source
    inner = AttributionLink(who, Span(*saying.span("as" if saying["as"] else "saying")), said, link.score, 1.0, relay)
    is_relayed = relay is not None and not being and said[0].start > who.end
    return (replace(link, content=(hull((who, *link.content)),)), inner) if is_relayed else (inner,)


def _verb_from(text: str, source: Span | None, cue: Span) -> int:
    """Where to look for "quoted": from the source on, if only "saying" is the cue: "the Post quoted Venn as saying"."""
    if source is None or not text.endswith("as ", source.end, cue.start) or cue.start - source.end > _WHOM:
        return cue.start
    return source.end


def _before(text: str, link: AttributionLink, end: int) -> Span | None:
    """The person before "was quoted": a piece that the tagger marked, else the words from the start of the clause."""
    marked = next((one for one in link.content if one.end <= end and not text[one.end : end].strip()), None)
    if marked is not None:
        return marked
    openings = list(_OPENING.finditer(text, max(0, end - REACH), end))
    start = openings[-1].end() if openings else 0
    return trimmed(text, Span(start, end)) if start < end else None


def _said(text: str, link: AttributionLink, who: Span, saying: re.Match[str]) -> tuple[Span, ...]:
    """The quoted words: the pieces of ``link`` after "as saying", or before the quoted person; else its sentence."""
    pieces = []
    for piece in link.content:
        start = saying.end() if piece.start < saying.end() < piece.end else piece.start
        kept = trimmed(text, Span(start, piece.end))
        if kept is not None and (kept.start >= saying.end() or kept.end <= who.start):
            pieces.append(kept)
    pieces = [piece for piece in pieces if not _BY.match(piece.of(text))]
    if not pieces and text[saying.end() : saying.end() + 1] == ".":
        home = find_sentences(text)[number_at(find_sentences(text), who.start)]
        sentence = Span(home.start, start_of(link)) if home.start < start_of(link) else None
        pieces = [sentence] if sentence and text[: sentence.end].endswith(", ") else []
    return tuple(pieces)
