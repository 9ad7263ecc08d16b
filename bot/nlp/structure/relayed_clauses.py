"""Finds statements inside the words of somebody who relays them.

In "Meanwhile, Orla Venn told guests that it rained" and in "“It rained,” Venn told guests", it finds Venn, her verb and
her words.

Only verbs of saying count. Those that describe an action as often as a statement ("agreed", "announced") count only
before a clause.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.attribution import Act
from bot.domain.text import Span, trimmed
from bot.gazetteer.office_words import DOCUMENTS, SPEECH_NOUNS
from bot.nlp.reporting_verbs import classify_act, find_verbs
from bot.nlp.tagger.tagged_text import AttributionLink

REACH = 300
"""How many characters are searched for the inner speaker and verb."""
LONGEST = 16
"""Maximum words for the inner speaker."""
_REPORTS = re.compile(
    r"according to|(?:(?:has|have|had)\s+)?(?:also\s+|first\s+)?(?:reported|reports?|reporting):?", re.IGNORECASE
)
_REPORTING = re.compile(r"\s(?:reports|reported|writes|wrote|adds)$")
_LEAD = (
    r"(?:that\s)?(?:(?:[Bb]ut|[Aa]nd|[Mm]eanwhile|[Hh]owever|[Ss]till|[Yy]et|[Aa]lso|(?!Italy)[A-Z][a-z]+ly(?=,)),?\s)?"
    r"(?:(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Ss]ince|[Ee]arlier|[Ll]ast|[Ll]ate|Speaking|Addressing)\s[^,;:“”\"\n]{1,120}+,\s)?"
)
LEAD = re.compile(_LEAD)
"""Words that may precede the inner speaker: "Meanwhile, in a speech on Sunday, "."""
_WHO = (
    r"(?P<who>(?!(?:There|It|They|This|That|What|Which|If|When|While|As|After|Before)\b)[\w’'.&/-]++"
    r"(?:\s(?!(?:was|were|is|are|been|being|who|which|that|what|if|when|while|where|because|will|would|could|he|she|it|"
    r"they|after|before|since|until|as|than|but)\b)[\w’'.&/-]++){0,16}?(?:\swho\s(?:[\w.’'-]+\s){1,9}?[\w.’'-]+)?(?:,\s[^;:“”\"\n]{1,160}?,)?)"
)
_ADVERBS = (
    r"(?:(?:has|have|had|also|then|later|[a-z]+ly|(?:on\s)?[A-Z][a-z]+day|for the [a-z]+ time|in an? [a-z]+)\s){0,3}"
)
_WHEN = (
    r"(?:yesterday|today|earlier|last|late|[A-Z][a-z]+day|in|on|at|to|during|after|before|of|about|when|while)\b"
    r"[^;:“”\"\n]"
)
_SAID_LAST = re.compile(
    r"[\s,]{0,9}+(?:(?P<who>(?:[A-Z]|(?:he|she)\b|(?:the|his|her|an?)\s)[^,;:“”\"\n]{0,100}?)\s(?:reportedly\s|also\s)?"
    rf"(?:(?P<said>said|says)(?:\s{_WHEN}{{0,100}}?)?|(?P<told>told)\s[^,;:“”\"\n]{{2,120}}?)"
    r"|(?P<says>said|says)\s(?P<name>(?:[A-Z]|(?:the|an?)\s)[^,;:“”\"\n]{1,80}(?:,\s[^;:“”\"\n]{1,120}?)?))[,.\s]{0,9}+"
)
"""The speaker after the words: ", Venn told the Post"; ", said Venn, the mayor"."""
_CLAUSE = re.compile(r"\b(?:which|that|whom?|what|as|it|was|were|is|are)\b")
_CLAUSE_AFTER = re.compile(
    r"\s(?:[“\"]|(?:that|he|she|they|it|there|(?:the\s)?(?:[\w.’'-]+\s){1,4}(?:would|will|had|has|have|was|were|is))\b)"
)
_ACTED = re.compile(
    r"\s(?:[a-z]{2,}ed|met|left|held|took|made|gave|sent|saw)\s(?:the|an?|his|her|its|their|to|with|[A-Z\d])"
)
"""A verb with its object, which cannot be part of a name."""
_AND = re.compile(r"(?P<first>[Hh]e|[Ss]he|(?:[A-Z][\w’'.-]*+\s?)+)\s[a-z].*\sand", re.DOTALL)
_NO_NAME = re.compile(
    rf"(?:the|an?|his|her|its|their|this|that)(?:\s(?:{'|'.join(sorted(SPEECH_NOUNS | DOCUMENTS))}))?", re.IGNORECASE
)
_BESIDE = re.compile(r",\s(?:[a-z]+ing|in|on|at|after|during)\b")
_KNOWN = re.compile(r"(?:(?:he|she)$|(?:the|an?|his|her|its|their|some|several|two|three|four|many|another|one)\s)")
_DOES = frozenset((Act.ANNOUNCES, Act.DEMANDS, Act.AGREES))
"""Acts whose verbs describe an action as often as a statement."""
_ASKS = frozenset((Act.ASKS, Act.DISCUSSES, Act.ATTITUDE))
_DONE = frozenset("attacked charged declined refused celebrated".split())
_ONLY_BEFORE = {
    "called": re.compile(r"\s(?:for|on)\b|[^.“\"\n]{0,40}[“\"]"),
    "ruled": re.compile(r"\sout\b"),
    "added": _CLAUSE_AFTER,
}
"""What must follow these verbs if they report a statement."""
_PLAIN = frozenset(
    "said says say told noted argued claimed stated explained tweeted replied expressed voiced signaled signalled "
    "indicated".split()
)


def start_of(link: AttributionLink) -> int:
    """The start of the source or the cue of ``link``, whichever comes first."""
    return min(span.start for span in (link.source, link.cue) if span)


def is_report(text: str, link: AttributionLink) -> bool:
    """Whether the verb of ``link`` mostly reports what others said: "reports", "according to"."""
    cue, source = (span.of(text) if span else "" for span in (link.cue, link.source))
    return bool(_REPORTS.fullmatch(cue) or (cue == ":" and _REPORTING.search(source)))


def find_relayed(text: str, link: AttributionLink, home: Span, taken: Sequence[int]) -> AttributionLink | None:
    """The statement inside the words of ``link``, relayed by its source; None if there is none.

    ``home`` is the sentence of its cue. ``taken`` are the positions, in order, where other cues of that sentence begin.
    """
    start = start_of(link)
    before = [one for one in link.content if one.start < start]
    pieces = before or list(link.content)
    end = start if before else home.end
    inner = _find_with_speaker_after(text, link, pieces, end) if before or is_report(text, link) else None
    return inner or _find_with_speaker_before(text, link, pieces, home if before else None, taken)


def _find_with_speaker_after(
    text: str, link: AttributionLink, pieces: Sequence[Span], end: int
) -> AttributionLink | None:
    """The inner statement, if its speaker comes after the words."""
    last = pieces[-1]
    begun, inside = last.end, not re.search(r"\w", text[last.end : end])
    if inside:  # the tagger included the speaker in the words
        close = min(end, last.end) - 1
        start = max(last.start + 1, close - REACH)
        begun = max(text.rfind(mark, start, close) for mark in '”"') + 1
        begun = begun or text.rfind(", ", start, close) + 2
    match = _SAID_LAST.fullmatch(text, begun, end) if last.start + 2 < begun and end - begun < REACH else None
    if match is None:
        return None
    who, verb = ("who", "said" if match["said"] else "told") if match["who"] else ("name", "says")
    inverted = who == "name" and inside and text[begun - 1] == " "
    if inverted or _CLAUSE.search(match[who].split(",")[0]):
        return None
    own = trimmed(text, Span(last.start, begun)) or last
    said = [*pieces[:-1], own, *(one for one in link.content if one.start > end)]
    return _relayed(link, Span(*match.span(who)), Span(*match.span(verb)), said)


def _find_with_speaker_before(
    text: str, link: AttributionLink, pieces: Sequence[Span], home: Span | None, taken: Sequence[int]
) -> AttributionLink | None:
    """The inner statement, if its speaker comes before the words; searched from them and from the start of ``home``."""
    first, end = pieces[0].start, pieces[-1].end
    if home is not None:
        first = max(home.start, first) if pieces[0].end > home.start else first
    for begun in (home.start, first) if home is not None and home.start < first else (first,):
        match = _speaker_and_verb().match(text, begun, min(max(end, first), begun + REACH))
        if match is None or bisect_left(taken, begun) < bisect_left(taken, match.end("verb")):
            continue
        quoted = match["quoted"] or text[pieces[0].start] in '“"'
        if (quoted and not is_report(text, link)) or begun < first < match.end("verb"):
            continue
        clause = text.endswith("that", 0, match.end()) or _CLAUSE_AFTER.match(text, match.end("cue"))
        of_another = clause and match["who"] not in ("he", "she") and classify_act(match["verb"], 1.0) not in _DOES
        if home is None and not is_report(text, link) and not of_another:
            continue  # “Roe said Venn denied it” needs a clause, and no action as in “Roe said Venn had agreed that”
        who = _speaker(text, match)
        words = [Span(max(one.start, match.end()), one.end) for one in pieces if one.end > match.end() + 1]
        said = [kept for one in words if (kept := trimmed(text, one))]
        said += [one for one in link.content if one.start > pieces[-1].end and text[one.start] in '“"']
        if who is not None and said:
            return _relayed(link, who, Span(*match.span("cue")), said)
    return None


def _relayed(link: AttributionLink, who: Span, verb: Span, said: Sequence[Span]) -> AttributionLink:
    return AttributionLink(who, verb, tuple(said), link.score, max(link.statement, 0.9), link.source)


@lru_cache(maxsize=1)
def _speaker_and_verb() -> re.Pattern[str]:
    """A pattern for the speaker, the verb and the addressee, up to the words."""
    forms = (word for word in find_verbs() if word.endswith("ed") or word in ("swore", "undertook"))
    verbs = "|".join(sorted({*forms, *_PLAIN, "added"}))
    return re.compile(
        rf"(?P<quoted>[“\"]\s?)?{_LEAD}{_WHO}\s{_ADVERBS}[“\"]?"
        rf"(?P<cue>(?P<verb>(?P<told>told|assured|informed|reminded|notified)|{verbs})\b"
        r"(?:(?<=called)\s(?:for|on)\b|\sout\b)?)"
        r"(?(told)\s(?:[^.;:“”\"]{2,80}?\bthat\b|(?:reporters|journalists)\b|[^,.;:“”\"]{2,60}?(?=\s(?:he|she|they)\s))?"
        rf"|(?:\s{_WHEN}{{0,60}}?)?\s?\bthat\b)?(?=[,:]?\s?[“\"]?\S+\s\S)"
    )


def _speaker(text: str, match: re.Match[str]) -> Span | None:
    """The span of the inner speaker; None if the words may mean something else."""
    verb, start = match["verb"], match.start("who")
    if joined := _AND.fullmatch(match["who"]):  # "he met Venn and urged him"
        return Span(start, start + len(joined["first"].rstrip()))
    beside = _BESIDE.search(match["who"])
    who = Span(start, start + beside.start() if beside else match.end("who"))
    name = who.of(text).split(",")[0]
    if _ACTED.search(name) and (other := re.search(r"\sand\s(?=[A-Z])", name)):  # "he rose and Venn said"
        who, name = Span(start + other.end(), who.end), name[other.end() :]
    if _NO_NAME.fullmatch(name) or len(name.split()) > LONGEST or _ACTED.search(name):
        return None
    if name.endswith((" and", " to", " of", " the")) or not (
        name[0].isupper() or _KNOWN.match(name) or verb in ("said", "say")
    ):
        return None
    act, after = classify_act(verb, 1.0), match.end("verb")
    needed = _ONLY_BEFORE.get(verb) or (_CLAUSE_AFTER if act in _DOES else None)
    if verb in _DONE or act in _ASKS or (needed is not None and not needed.match(text, after)):
        return None
    return who
