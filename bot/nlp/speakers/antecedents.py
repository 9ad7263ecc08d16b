"""Resolves a pronoun to a person named before it, by nearness, place in the sentence, gender, and who spoke last.

A conditional logit over the candidates (``candidate_ranker``): ``training/pronouns.py`` fits the weights of their
features on annotated articles, and the softmax is the probability. The features follow centering theory (Grosz, Joshi
and Weinstein 1995): subjects outrank objects, and whoever was mentioned last is likely to be mentioned next.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.office_words import SPEECH_NOUNS
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.people import Person

_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])
PLURAL = frozenset(["they", "their", "them", "both", "we", "us", "our"])
PRONOUNS = _MALE | _FEMALE | PLURAL | frozenset(["who", "which", "it", "its", "i", "my", "me"])

REACH = 5
"""How many sentences back a name is searched for."""

_BESIDE = 3
"""Maximum characters between a statement and its speaker: a comma, a quotation mark."""
_CLOSE_OBJECT = re.compile(
    r"\b(?:with|from|by|of|over|to|for|against|between|about|on|under|than|towards?|told|met|called|thanked|urged|"
    r"congratulated|asked|accused|informed|briefed|and)\s+(?:[a-z]+\s+)?$"
)
_WORDS_BY = re.compile(
    rf"\b(?:{'|'.join(sorted(SPEECH_NOUNS))})\s++(?:(?:given|told|offered|made|issued|published)\s++)?"
    r"(?:by|of|from)\s++(?:the\s++)?(?:[A-ZÀ-Þ][\w.]*+\s++){0,2}$",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(r"\b(?:in which|where|when|whom)\s*$")
_COMPARED = re.compile(r"\b(?:like|unlike|than)\s(?:(?:the|former|Mr|Mrs|Ms)\b\.?\s)*$", re.IGNORECASE)
_CLOSE = 30
"""How many characters before a name are searched for "like"."""
_AIDE_NEAR = 80
"""How many characters after a possessor are searched for the name of whom they have."""
_CLAUSE, _LEADING = 80, 4
"""Maximum characters from a name to its clause's pronoun; maximum words before a pronoun that opens its sentence."""
_SUBJECT = re.compile(r"(?:,|\b(?:as|when|while|after|before|that|but|and))\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class ResolvedSource:
    """A resolved source: who spoke, and where the attribution is.

    ``people`` is empty for bodies and for people without a name; ``speaker`` is the speaker to show.
    """

    span: Span
    people: tuple[Person, ...]
    speaker: Speaker | None = None


Mentions = Sequence[tuple[NameMention, Person]]
"""Mentions of people, in order of the text."""


def gender_of(pronoun: str) -> str:
    """ "m", "f" or "" for the pronoun."""
    return "m" if pronoun in _MALE else "f" if pronoun in _FEMALE else ""


def find_candidates(
    context: DocumentContext,
    at: Span,
    gender: str,
    spoken: list[ResolvedSource],
    quoted: tuple[Span, ...],
    genders: dict[str, str],
) -> dict[Person | None, dict[str, float]]:
    """The people that a pronoun at ``at`` may mean, with features.

    ``genders`` holds what earlier pronouns revealed about people whose names show no gender ("m", "f" by name).
    Distances, in sentences and paragraphs, are to the last mention or statement; the place in the sentence is that of
    the last mention; "spoke last" says whether that was in this paragraph ("here") or an earlier one.
    """
    here, paragraph = context.sentence_of(at.start), context.paragraph_of(at.start)
    last = next((s for s in reversed(spoken) if s.span.start < at.start and len(s.people) == 1), None)
    found: dict[Person | None, dict[str, float]] = {}
    opening = context.sentences[here]
    before = context.text[opening.start : at.start]
    lines = context.paragraph_of(at.start) != context.paragraph_of(max(0, opening.start - 2)) if opening.start else True
    reach = start_of_reach(context, at)
    near = context.mentions_in(Span(reach, at.start)) if reach < at.start else []
    subject = at.of(context.text).lower() in ("he", "she")
    owned = not subject and context.text.endswith(", according to ", opening.start, at.start)
    heading = _first_named(context, here)
    only = {p for _, p in context.mentions_in(context.sentences[here - 1]) if p.sure} if here else set()
    spokesmen = [last.people[0]] if last is not None else []
    for person in dict.fromkeys([*(p for _, p in near), *spokesmen]):
        known = person.gender or genders.get(person.name, "")
        if not person.sure or (gender and known and known != gender):
            continue
        named = bisect_left(person.mentions, at.start, key=lambda m: m.span.start)
        mention = person.mentions[named - 1] if named else None
        spoke = last if last is not None and last.people[0] is person else None
        places = [s.start for s in (mention.span if mention else None, spoke.span if spoke else None) if s]
        if not places or here - context.sentence_of(max(places)) >= REACH:
            continue
        nearest = max(places)
        features = {
            "sentences": float(here - context.sentence_of(nearest)),
            "paragraphs": float(min(3, (paragraph - context.paragraph_of(nearest) + 1) // 2)),
            "mentions": log1p(len(person.mentions)),
            "gender": float(bool(gender) and known == gender),
            "office": float(person.role is not None),
            "named after": float(
                subject and any(m.span.start < opening.end for m in person.mentions[named : named + 1])
            ),
            "only named before": float(only == {person}),
        }
        if spoke is not None:
            features[
                "spoke last here" if context.paragraph_of(spoke.span.start) == paragraph else "spoke last before"
            ] = 1.0
        if mention is not None:
            place = _place(context, mention)
            features[place] = 1.0
            features["subject, same sentence"] = float(
                place == "subject" and context.sentence_of(mention.span.start) == here
            )
            features["compared"] = float(_is_compared(context, mention))
            if not (owned and place == "subject"):  # "Venn left, according to his spokesman"
                features["quoted"] = float(is_aside(mention.span, at, quoted))
                features["own words"] = float(is_in_own_words(mention.span, at, quoted))
            features["owner of person"] = float(_is_owner_of_person(context, mention))
            features["same sentence"] = float(context.sentence_of(mention.span.start) == here)
            after = context.text[mention.span.end : at.start]
            features["named last"] = float(
                not any(m.span.start > mention.span.start for m, p in near if p is not person)
            )
            features["clause of"] = float(_IN_WHICH.search(after) is not None and len(after) < _CLAUSE)
            features["heads paragraph"] = float(mention.span.start == heading)
            features["full name"] = float(len(mention.words) > 1)
            line = context.paragraph_of(mention.span.start)
            features["unfinished line"] = float(line != paragraph and context.is_unfinished(mention.span.start))
        features["quoted at end"] = features.get("spoke last here", 0.0) * float(len(before.split()) > _LEADING)
        features["spoke last, new line"] = features.get("spoke last before", 0.0) * float(lines)
        features["known"] = float(bool(known))
        features.pop("", None)
        found[person] = {name: value for name, value in features.items() if value}
    return found


def start_of_reach(context: DocumentContext, at: Span) -> int:
    """The earliest position at which an antecedent of a pronoun at ``at`` may be named."""
    return min(at.start, context.sentences[max(0, context.sentence_of(at.start) - REACH + 1)].start)


def _first_named(context: DocumentContext, sentence: int) -> int:
    """The position of the first name in the sentence before ``sentence``, not of an owner; -1 if it has none."""
    named = context.mentions_in(context.sentences[sentence - 1]) if sentence else []
    return next((mention.span.start for mention, _ in named if not mention.possessive), -1)


def is_aside(mention: Span, at: Span, quoted: tuple[Span, ...]) -> bool:
    """Whether a mention is inside a quotation and the pronoun is outside. ``quoted`` is sorted."""
    first = bisect_left(quoted, mention.start - 2000, key=lambda q: q.start)
    last = bisect_left(quoted, mention.end, key=lambda q: q.start)
    return any(q.contains(mention) and not q.contains(at) for q in quoted[first:last])


def is_in_own_words(mention: Span, at: Span, quoted: tuple[Span, ...]) -> bool:
    """Whether a mention is in the words that end right before the pronoun: "“With Venn,” he said"."""
    first = bisect_left(quoted, mention.start - 2000, key=lambda q: q.start)
    last = bisect_left(quoted, mention.end, key=lambda q: q.start)
    return any(q.contains(mention) and 0 <= at.start - q.end <= _BESIDE for q in quoted[first:last])


def _is_compared(context: DocumentContext, mention: NameMention) -> bool:
    """Whether a mention is the object of a comparison: "Like Venn, she …"."""
    start = min(mention.span.start, mention.role.start if mention.role is not None else mention.span.start)
    return _COMPARED.search(context.text, max(0, start - _CLOSE), start) is not None


def _is_owner_of_person(context: DocumentContext, mention: NameMention) -> bool:
    """Whether a mention says whose aide the next one is: "Venn's adviser, Tam Roe"."""
    after = Span(mention.span.end, mention.span.end + _AIDE_NEAR)
    near = context.mentions_in(after)[:1] if mention.possessive else []
    return any(n.role is not None and 0 <= n.role.start - mention.span.end <= len("'s ") for n, _ in near)


def _place(context: DocumentContext, mention: NameMention) -> str:
    """The feature for a mention's place in its sentence; "" for an ordinary one."""
    span, role = mention.span, mention.role
    sentence = context.sentences[context.sentence_of(span.start)]
    start = min(span.start, role.start) if role is not None and role.start < span.start else span.start
    before = context.text[sentence.start : max(sentence.start, start)]
    if mention.possessive:
        owned = re.match(r"['’]s?\s+(?:\w+\s+)?(\w+)", context.text[span.end : span.end + 60])
        return "owner of words" if owned and owned[1] in SPEECH_NOUNS and len(before.split()) <= 2 else "owner"
    if _WORDS_BY.search(before[-60:]):
        return "owner of words"
    if _CLOSE_OBJECT.search(before):
        return "object"
    return "subject" if len(before.split()) <= 2 or _SUBJECT.search(before) else ""
