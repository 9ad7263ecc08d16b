"""Resolves participants in talks: "both sides", "his Russian counterpart", "the guest", "her host"."""

import re

from bot.domain.text import Span
from bot.gazetteer.countries import find_country
from bot.gazetteer.office_words import head_of, office_words
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.people import Person

_BOTH = re.compile(
    r"^(?!(?:two|three)\s+(?!sides|parties|countries))(?:(?:the|these)\s+)?"
    r"(?:both|two|three|pair|sides|parties|ministers|leaders|officials|presidents|secretaries|"
    r"counterparts|diplomats|they|(?<=the )participants|interlocutors)\b"
    r"(?!\s+(?:on|of|from|familiar|close|briefed|involved)\b)",
    re.IGNORECASE,
)

STATES = re.compile(
    r"(?:both|(?:the\s+)?(?:two|three))\s+(?:countries|governments|nations|states|capitals|neighbou?rs)", re.IGNORECASE
)
"""Sides that are states, and nobody in particular."""
_MOST = 4
"""People of as many sides who are named in one sentence and meant together."""
_ANY_OFFICIALS = re.compile(r"(?:the\s+|these\s+)?(?:officials|diplomats)", re.IGNORECASE)
"""Officials whose number nothing tells need not be those who were named."""
_JOINTLY = re.compile(
    r"\W*(?:the\s+)?(?:both|two|the)\s+(?:sides|parties|ministers|leaders|officials|presidents|secretaries|diplomats|"
    r"interlocutors)\b",
    re.IGNORECASE,
)


def is_joint(phrase: str) -> bool:
    """Whether ``phrase`` speaks of the participants together: "both leaders", "the two ministers", "the sides"."""
    return bool(_BOTH.match(phrase)) and not find_country(phrase) and not _ANY_OFFICIALS.fullmatch(phrase)


def opens_jointly(scene: DocumentContext, sentence: int) -> bool:
    """Whether sentence ``sentence`` is about the participants together: "The two sides also met for lunch"."""
    return sentence >= 0 and _JOINTLY.match(scene.text, scene.sentences[sentence].start) is not None


def find_counterpart(scene: DocumentContext, phrase: str, owner: Person | None) -> Person | None:
    """Whom "his Russian counterpart" means: of that country, with the owner's office if it is known."""
    country = find_country(phrase)
    others = [
        p for p in scene.people if p.sure and p is not owner and p.role and (country is None or p.country == country)
    ]
    alike = [p for p in others if owner and owner.role and office_words(owner.role) & office_words(p.role or "")]
    found = alike or others
    return found[0] if len(found) == 1 else None


_OFFICES = re.compile(r"\b(minister|president|secretar(?:y|ie)|ambassador|chancellor)s\b", re.IGNORECASE)

_SECOND = frozenset(("deputy", "vice"))


def find_participants(scene: DocumentContext, at: Span) -> tuple[Person, ...]:
    """Who "both ministers" or "they" are: the last two people named with an office, in order.

    Empty if the sentences before name fewer, or one sentence names more. For "ministers", those of two sides.
    """
    if pair := _pair(scene, at):
        return pair
    seen: list[Person] = []
    here = scene.sentence_of(at.start)
    for number in range(here, max(-1, here - 12), -1):
        sentence = scene.sentences[number]
        named = [
            person
            for mention, person in scene.mentions_in(sentence)
            if mention.span.end <= at.start
            and person.sure
            and person.role
            and not mention.possessive
            and head_of(person.role) != "spokesperson"
        ]
        in_sentence = list(dict.fromkeys(named))
        sides = {p.country for p in in_sentence}
        if 2 < len(in_sentence) == len(sides) <= _MOST and None not in sides:
            return tuple(in_sentence)
        if len(in_sentence) > 2:
            return tuple(in_sentence[:2]) if in_sentence[0].country != in_sentence[1].country else ()
        seen = in_sentence + [p for p in seen if p not in in_sentence]
        if len(seen) >= 2:
            return tuple(seen[:2])
    return ()


def _holders(scene: DocumentContext, phrase: str) -> list[Person]:
    """The officials of known sides who hold the office that ``phrase`` has in the plural, without deputies."""
    plural = _OFFICES.search(phrase)
    if plural is None:
        return []
    office = plural[1].lower().replace("secretarie", "secretary")
    return [
        person
        for person in scene.people
        if person.sure and person.country and any(office in w and w.isdisjoint(_SECOND) for w in person.roles)
    ]


def _pair(scene: DocumentContext, at: Span) -> tuple[Person, ...]:
    """The two of one office and two sides whom "the ministers" at ``at`` means, if no third was named before."""
    found = [p for p in _holders(scene, at.of(scene.text)) if p.mentions[0].span.start < at.start]
    return tuple(found) if len(found) == 2 and found[0].country != found[1].country else ()


def find_other(scene: DocumentContext, at: Span, owner: Person) -> Person | None:
    """Whom "her host" or "his interlocutor" means: of the last two named, the one who is not the ``owner``."""
    others = [p for p in find_participants(scene, at) if p is not owner]
    return others[0] if len(others) == 1 and others[0].country != owner.country else None
