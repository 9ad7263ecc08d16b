"""Personal names in a text, with the office before or after them. Rules over capitals; entities of the model confirm.

A name is a run of capitalised words that is neither office, country, organisation nor calendar. It counts as a person's
when an office stands before it or after it in apposition, a form of address precedes it, or the model says so.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from bot.domain.text import Span
from bot.reading.speakers.countries import Place, find_places
from bot.reading.speakers.roles import (
    HEADS,
    HONORIFICS,
    INSTITUTIONS,
    MODIFIERS,
    PAST_VERBS_OF_OFFICE,
    VERBS_OF_OFFICE,
    head_of,
)

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_][\w]*(?:[-'’‘.][^\W\d_]+)*")
_LISTS = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))["names"]
_PARTICLES, _ORGANISATION, _CALENDAR, _COMMON = (
    frozenset(_LISTS[name].split()) for name in ("particles", "organisation", "calendar", "common")
)
_PARTICLE_NAME = re.compile(r"(?:al|el|ul|bin|ibn|as|ash|ad|ar|az|at)-[A-ZÀ-Þ]|d['’][A-ZÀ-Þ]")
_APPOSITION_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'-]*,\s+(?:(?:an?|the|his|her|their|its|then|former)\s+)?$")
_HOLDS = re.compile(
    rf",\s+who\s+((?:{'|'.join(VERBS_OF_OFFICE)})\s+[^,;.:()\n“”\"]{{3,70}}?|"
    rf"(?:{'|'.join(PAST_VERBS_OF_OFFICE)})\s+(?:the|its|a)\s+[^,;.:()\n“”\"]{{0,50}}?"
    r"\b(?:observers|mission|delegation|team|committee|commission|council|inquiry|party|union|association|agency))"
    r"(?=[,;.:()\n]|\s(?:said|told|says|added|wrote|has|had|was|is)\b)"
)
_CLAUSE = re.compile(r"\s+(?:who|whose|which|that)\s")
_LONG_OFFICE = re.compile(
    r"\b(?P<head>[a-zA-Z-]+)(?:\s+of\s+parliament)?\s+(?:of|for)\s+(?:the\s+)?"
    r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:of|the|and|for|&|[A-ZÀ-Þ][\w’'-]*)){0,6},\s$"
)
"""An office with a proper name in it, before a name: "leader of the Loyal Harbour Party, Orla Venn"."""
_RANKS = frozenset("king queen prince princess emir sultan".split())
_SKIP_BACK = frozenset("of for and the to in on at 's ’s a an &".split())


@dataclass(frozen=True, slots=True)
class NameMention:
    """One mention of a person by name.

    ``span`` covers the name alone ("Antony J. Blinken"), ``words`` are its words without possessive; ``role`` the span
    of the office beside it ("US Secretary of State"), ``gender`` "m", "f" or "" as a form of address implies. It is
    ``sure`` when more than capitals speaks for a person, ``doubted`` when the model sees an organisation or a place.
    """

    span: Span
    words: tuple[str, ...]
    role: Span | None
    gender: str
    possessive: bool
    sure: bool
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    lower: str
    place: bool
    person: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def _words(text: str, persons: Sequence[Span], found: Iterable[Place]) -> list[_Word]:
    # "Virginia Raggi" is nobody's state
    places = [p.span for p in found if not any(q.contains(p.span) and q != p.span for q in persons)]
    starts: dict[int, int] = {}
    for span in places:
        starts[span.start] = span.end
    words: list[_Word] = []
    inside = 0
    ahead, person_end = 0, 0  # of ``persons``, which are sorted: the first that does not begin before the word
    for match in _WORD.finditer(text):
        start, end = match.span()
        token = match.group()
        for mark in ("'s", "’s", "‘s"):
            if token.endswith(mark) and len(token) > 2:
                end -= 2
                token = token[:-2]
        if start in starts:
            inside = max(inside, starts[start])
        lower = token.lower().rstrip(".")
        # inside a person's name for the model: "John Major" is no major; its first word may still be a title
        while ahead < len(persons) and persons[ahead].start < start:
            person_end = max(person_end, persons[ahead].end)
            ahead += 1
        named = start < person_end and lower not in HONORIFICS and f"{lower}." not in HONORIFICS
        words.append(_Word(start, end, token, lower, start < inside, named and not _titled(text, start, persons)))
    return words


def _titled(text: str, start: int, persons: Sequence[Span]) -> bool:
    """Whether all words of the model's person before ``start`` are titles, so that this one may be one too."""
    span = next(q for q in persons if q.start < start < q.end)
    before = re.findall(r"[^\W\d_]+", text[span.start : start].lower())
    return all(w in HEADS or w in MODIFIERS or w in HONORIFICS for w in before)


def _title_word(word: _Word) -> bool:
    return (
        word.place
        or word.lower in HEADS
        or word.lower in MODIFIERS
        or f"{word.lower}." in HONORIFICS
        or word.lower in HONORIFICS
    )


def _name_word(word: _Word) -> bool:
    if word.person and word.capital:
        return True
    if word.place or not (word.capital or _PARTICLE_NAME.match(word.text)):
        return False
    if word.lower in HEADS or word.lower in _CALENDAR or f"{word.lower}." in HONORIFICS or word.lower in HONORIFICS:
        return False
    if word.lower in MODIFIERS or word.lower in _ORGANISATION:
        return False
    return word.lower not in _COMMON


def find_names(
    text: str, persons: Iterable[Span] = (), others: Iterable[Span] = (), places: Iterable[Place] | None = None
) -> tuple[NameMention, ...]:
    """All mentions of persons by name in ``text``, in order.

    ``persons`` are spans that the model takes for persons, ``others`` for organisations and places; ``places`` what
    ``find_places`` found, if the caller has it.
    """
    persons, others = sorted(persons), sorted(others)
    words = _words(text, persons, find_places(text) if places is None else places)
    found: list[NameMention] = []
    i = 0
    while i < len(words):
        if not _name_word(words[i]):
            i += 1
            continue
        j = _run_end(text, words, i)
        mention = _mention(text, words, i, j, persons, others)
        if mention is not None:
            found.append(mention)
        i = j
    return tuple(found)


def _run_end(text: str, words: list[_Word], i: int) -> int:
    """Where the run of name words that begins at ``i`` ends: words beside each other, particles and initials inside."""
    j = i + 1
    while j < len(words) and j - i < 6:
        gap = text[words[j - 1].end : words[j].start]
        initial = len(words[j - 1].lower) == 1 or words[j - 1].lower in ("jr", "sr", "st")
        if gap.strip(".") not in (" ", "\u00a0", "-", "") or ("." in gap and not initial) or not gap:
            break
        if _name_word(words[j]):
            j += 1
        elif after := _after_particles(text, words, j):
            j = after
        else:
            break
    return j


def _after_particles(text: str, words: list[_Word], j: int) -> int | None:
    """The number of the word after "van der Venn", where particles and then a name begin at ``j``; None elsewhere."""
    k = j
    while k < len(words) and k - j < 3 and words[k].lower in _PARTICLES:
        k += 1
        if k == len(words) or text[words[k - 1].end : words[k].start] not in (" ", "-"):
            return None
    return k + 1 if k > j and k < len(words) and _name_word(words[k]) else None


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" “\"‘'(«")[-1:]
    return before in ("", ".", "!", "?", "\n", ":", "…", "”")


def _mention(
    text: str, words: list[_Word], i: int, j: int, persons: list[Span], others: list[Span]
) -> NameMention | None:
    span = Span(words[i].start, words[j - 1].end)
    inside = [p for p in persons if p.overlaps(span)]
    outside = any(o.contains(span) and o != span for o in others) or (
        not inside and any(o.overlaps(span) for o in others)
    )
    role, gender, addressed = _title_before(text, words, i)
    after = _apposition_after(text, words, j)
    role = role or _long_office(text, span)
    if role is not None and after is not None and role.of(text).lower() == "professor":
        role = after  # "Professor Orla Venn, an economist at …": the address tells less
    doubted = outside and not (addressed or role or after)
    who = j - i > 1 and text.startswith(", who ", span.end)  # nothing but a person is followed by "who"
    sure = bool(inside) or addressed or who or role is not None or (after is not None and j - i > 1)
    tail = text[span.end : span.end + 2]
    names = tuple(w.text.strip(".") if len(w.text) > 2 else w.text for w in words[i:j])
    if len(names) == 1 and len(names[0].strip(".")) < 2:
        return None
    if len(names) == 1 and names[0].isupper() and not inside and role is None and not addressed:
        return None  # an acronym
    return NameMention(
        span, names, role or after, gender, tail in ("'s", "’s", "‘s") or tail[:1] in ("’", "'"), sure, doubted
    )


def _title_before(text: str, words: list[_Word], i: int) -> tuple[Span | None, str, bool]:
    """The office and form of address right before word ``i``: (span, gender, whether a form of address is there)."""
    k, gender, addressed = i, "", False
    while (
        k > 0 and (words[k - 1].lower in HONORIFICS or f"{words[k - 1].lower}." in HONORIFICS) and _near(text, words, k)
    ):
        honorific = words[k - 1].lower
        gender = HONORIFICS.get(honorific, HONORIFICS.get(f"{honorific}.", "")) or gender
        addressed = True
        k -= 1
    end = k
    if k == 0 or not _near(text, words, k):
        rank = k < i and words[k].lower in _RANKS and words[k].capital
        return Span(words[k].start, words[k].end) if rank else None, gender, addressed
    comma = "," in text[words[k - 1].end : words[k].start]
    seen_head = False
    while k > 0 and end - k < 14 and (k == end or _near(text, words, k, comma=False)):
        word = words[k - 1]
        if word.lower in HEADS:
            if seen_head and not word.capital and words[k].lower == "of":
                break  # "critic of Russian President": another person's part
            seen_head = True
            k -= 1
        elif (
            _title_word(word)
            or word.lower in _SKIP_BACK
            or (word.capital and word.lower in _ORGANISATION and not (seen_head and _starts_sentence(text, word.start)))
            or (seen_head and (word.lower in INSTITUTIONS or _is_acronym(word)))
        ):
            k -= 1
        else:
            break
    while k < end and (words[k].lower in _SKIP_BACK or words[k].text == "under"):
        k += 1
    if k >= end or not seen_head:
        rank = end < i and words[end].lower in _RANKS and words[end].capital
        return Span(words[end].start, words[end].end) if rank else None, gender, addressed
    apposed = comma and _APPOSITION_BEFORE.search(text[max(0, words[k].start - 40) : words[k].start])
    if apposed and not next((w.place for w in reversed(words[max(0, k - 4) : k]) if w.capital), False):
        return None, gender, addressed  # "Tangen, a spokesman for the ministry, Haugseth": the office is Tangen's
    span = Span(words[k].start, words[end - 1].end)
    # "spoke to the president Friday", "the general said Smith": the office must end right at the name
    last = words[end - 1]
    if last.lower not in HEADS and not last.place and last.lower not in _ORGANISATION and last.lower not in MODIFIERS:
        return None, gender, addressed
    return span, gender, addressed


def _is_acronym(word: _Word) -> bool:
    """Whether a word is a body's initials, as in "NSC spokesperson"."""
    return word.text.isupper() and 2 <= len(word.text) <= 6 and not word.person


def _long_office(text: str, name: Span) -> Span | None:
    start = max(0, name.start - 90)
    match = _LONG_OFFICE.search(text[start : name.start])
    if match is None or match["head"].lower() not in HEADS:
        return None
    if _APPOSITION_BEFORE.search(text[max(0, start + match.start() - 40) : start + match.start()]):
        return None
    return Span(start + match.start("head"), name.start - 2)


def _near(text: str, words: list[_Word], k: int, *, comma: bool = True) -> bool:
    """Whether words ``k - 1`` and ``k`` stand beside each other, at most a comma or a possessive between them."""
    gap = text[words[k - 1].end : words[k].start]
    allowed = {" ", "'s ", "’s ", " \u00a0", "\u00a0", "/", " & ", "-", ". "} | ({", "} if comma else set())
    if gap == ". ":
        return f"{words[k - 1].lower}." in HONORIFICS
    return gap in allowed


def _apposition_after(text: str, words: list[_Word], j: int) -> Span | None:
    """The office after a name: ", the Chancellor of Germany," or " (foreign minister)" or ", who chairs the union,"."""
    rest = text[words[j - 1].end : words[j - 1].end + 160]
    if holds := _HOLDS.match(rest):
        return Span(words[j - 1].end + holds.start(1), words[j - 1].end + holds.end(1))
    match = re.match(r"(?:,\s+|\s\()((?:an?|the|who is|who was|then)?\s?[^,;.:()\n“”\"]{3,90})(?=[,;.:()\n])", rest)
    if not match:
        match = re.match(
            r"(?:,\s+)((?:an?|the)\s[^,;.:()\n“”\"]{3,60}?)(?=\s(?:said|told|who|has|had|was|is|wrote)\b)", rest
        )
    if not match:
        return None
    phrase = match[1]
    head = head_of(phrase)
    first = phrase.split()[0].lower()
    lowered = [w.strip("'’").lower() for w in phrase.split()]
    if head is None or first in ("who", "which", "and", "but", "where", "while", "with", "after", "in", "said", "told"):
        return None
    verbs = {"said", "told", "has", "was", "were", "had", "met", "spoke", "called", "is", "added", "urged"}
    if verbs & set(lowered[:8]) and first not in ("the", "a", "an"):
        return None
    start = words[j - 1].end + match.start(1)
    clause = _CLAUSE.search(phrase)
    return Span(start, start + (clause.start() if clause else len(phrase)))
