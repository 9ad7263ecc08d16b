"""Features of each phrase that may name a person's office.

An office stands beside a name: "Minister Orla Venn", "Orla Venn, the minister,". A feature has a name and a number;
``candidate_ranker`` weighs them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from bot.domain.text import Span
from bot.gazetteer.office_words import (
    HEADS,
    INSTITUTIONS,
    MODIFIERS,
    PAST_VERBS_OF_OFFICE,
    VERBS_OF_OFFICE,
    head_of,
    office_words,
)
from bot.gazetteer.speaker_kinds import kind_of
from bot.nlp.speakers.capitalised_words import ORGANISATION
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.offices import clean_role, find_rank, is_former
from bot.nlp.speakers.titles import find_apposition, find_lead, find_loose_apposition, find_loose_title

Features = dict[str, float]

_OF_BODY = re.compile(rf"\b(?:{'|'.join(sorted(INSTITUTIONS))}) (?:of|for) (?=[A-ZÀ-Þ])")
_RELATION = re.compile(r"(?:\w+ )?(?:predecessor|successor)|(?:former|old) (?:\w+ )?colleague", re.IGNORECASE)
"""A relation to another person, which is no office."""
_RANKS = re.compile(r"(?<=\s)(?:(?:[A-Z]\.){2,3}\s|[A-Z][a-z]{3,11}\s)?(?:[A-Z][a-z]{1,4}\.\s){1,2}$")
_RANKS_LENGTH = 26
MOST_MENTIONS = 12
"""Maximum mentions of one person that are considered."""


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A phrase at ``span`` that may name an office; ``name`` is without the country that it may state."""

    span: Span
    name: str
    country: str | None = None


Candidates = dict[OfficePhrase | None, Features]


def find_stated(text: str, mentions: Sequence[NameMention], names: Sequence[Span]) -> Candidates:
    """The phrases beside the ``mentions`` of one person that may name the office, and "none" (None).

    ``names`` are the full names in the text, sorted: a phrase that contains somebody else's is no office.
    """
    found: dict[frozenset[str], OfficePhrase] = {}
    seen: dict[frozenset[str], Features] = {}
    times: Counter[frozenset[str]] = Counter()
    for number, mention in enumerate(mentions[:MOST_MENTIONS]):
        for where, span in _beside(text, mention):
            name = clean_role(span.of(text))
            if not name or _RELATION.fullmatch(name) or _is_named(name) or _holds_name(text, names, span):
                continue
            words = office_words(name)  # "Gov." and "Governor" are one
            if words not in found or len(name.split()) > len(found[words].name.split()):  # "FM" is spelled out
                found[words] = OfficePhrase(span, name)
            features = seen.setdefault(words, {})
            features[where] = 1.0
            if number == 0:
                features["at first mention"] = 1.0
            times[words] += 1
    if not found:
        return {}
    former = {words for words, phrase in found.items() if is_former(phrase.name)}
    candidates: Candidates = {None: {"none": 1.0, "none, of many": log1p(len(found))}}
    for words, phrase in found.items():
        one = seen[words] | describe(text, phrase.span, phrase.name)
        one["times"] = log1p(times[words])
        one["former beside another"] = float(words in former and len(former) < len(found))
        one["part of another"] = float(any(words < other for other in found))
        one["holds another"] = float(any(words > other for other in found))
        candidates[phrase] = {name: value for name, value in one.items() if value}
    return candidates


def find_seat(text: str, mentions: Sequence[NameMention]) -> str | None:
    """The abbreviated seat or rank before a name: "Sen." of "Sen. Orla Venn, who chairs the committee"."""
    ranks = (find_rank(text, mention.span) for mention in mentions[:MOST_MENTIONS])
    return next(filter(None, ranks), None)


def _beside(text: str, mention: NameMention) -> Iterator[tuple[str, Span]]:
    """The phrases beside one mention, and their positions."""
    role, name = mention.role, mention.span
    if role is not None and role.start > name.start:
        yield "after", role
    elif role is not None:
        where = "before, comma" if "," in text[role.end : name.start] else "before"
        body = _OF_BODY.search(text, role.start, role.end)  # "the government of Prime Minister Orla Venn"
        chief = body is not None and head_of(text[body.end() : role.end]) is not None
        yield where, _of_one(text, Span(body.end() if body is not None and chief else role.start, role.end))
    if role is None or role.start < name.start:
        if (after := find_apposition(text, name.end)) is not None:
            yield "after", after
        elif (loose := find_loose_apposition(text, name.end)) is not None and len(mention.words) > 1:
            yield "after, any", loose
    if len(mention.words) > 1:
        start = role.start if role is not None and role.start < name.start else name.start - len(_ranks(text, name))
        if start == name.start and (loose := find_loose_title(text, name)):
            yield "before, any", _of_one(text, loose)
        elif text.startswith(",", name.end) and (lead := find_lead(text, start)):
            yield "before, comma, any", lead


def _of_one(text: str, office: Span) -> Span:
    """An office that several hold, as one holds it: "Minister" of "Ministers Venn and Roe"."""
    last = office.of(text).rpartition(" ")[2]
    return Span(office.start, office.end - (last.endswith("s") and last[:-1].lower() in HEADS))


def _ranks(text: str, name: Span) -> str:
    """The ranks right before a name, with the state that they are of: "U.S. Gen. ", "" if there are none."""
    found = _RANKS.search(text, max(0, name.start - _RANKS_LENGTH), name.start)
    return found[0] if found else ""


def _is_named(phrase: str) -> bool:
    """Whether a phrase is another person's title and surname: "met Orla Venn, Secretary Roe, and their aides"."""
    title, _, name = phrase.partition(" ")
    other = name.isalpha() and name.istitle() and name.lower() not in HEADS | MODIFIERS | ORGANISATION
    return other and title.istitle() and title.lower() in HEADS


def _holds_name(text: str, names: Sequence[Span], phrase: Span) -> bool:
    """Whether a phrase names another person who is not its last part: "spokesman for Orla Venn", "Orla Venn's wife"."""
    at = bisect_left(names, phrase.start, key=lambda one: one.start)
    if at == len(names) or names[at].start >= phrase.end:
        return False
    if text.startswith(("'", "’"), names[at].end):
        return False
    own, *of = re.split(r"\b(?:for|to|of|under|with)\s", text[phrase.start : names[at].start], maxsplit=1)
    return not of or head_of(own) is None or (of != [""] and head_of(of[0]) is None)


def describe(text: str, span: Span, name: str) -> Features:
    """The features of a phrase that come from its words alone."""
    raw = span.of(text)
    head, words = head_of(name), office_words(name)
    first = raw.split(maxsplit=1)[0].lower()
    article = first if first in ("a", "an", "the", "who") else "verb" if first in _VERBS else "none"
    one = {
        f"article {article}": 1.0,
        f"kind {kind_of(name)}": 1.0,
        f"head {head}": 1.0,
        "words": len(words) / 4,
        "one word": float(len(words) == 1),
        "long": float(len(words) > 6),
        "former": float(is_former(raw)),
        "no head": float(head is None),
        "capital": float(name.rsplit(maxsplit=1)[-1][:1].isupper()),
        f"ends {_noun(name)[-3:]}": 1.0,
        "two": float(" and " in name),
        "number": float(any(letter.isdigit() for letter in name)),
    }
    return {feature: value for feature, value in one.items() if value}


def _noun(name: str) -> str:
    """The head noun of a phrase, in lower case."""
    return re.split(r"\s(?:of|for|in|at|to|from|on|with|who)\s", name)[0].rsplit(maxsplit=1)[-1].lower()


_VERBS = VERBS_OF_OFFICE.keys() | PAST_VERBS_OF_OFFICE.keys()
