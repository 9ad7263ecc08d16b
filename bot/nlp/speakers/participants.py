"""Resolves participants in talks: "both sides", "his Russian counterpart"."""

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
"""Sides that are states, without particular people."""
SIDES = re.compile(
    r"(?:(?:both|each|(?:the\s+)?two|the)\s+)?(?:sides?|part(?:y|ies)|participants|delegations|governments|countries)",
    re.IGNORECASE,
)
"""Those who issue a joint statement, in its own words."""
_MOST = 4
"""Maximum number of people from as many sides who are named in one sentence and meant together."""
_ANY_OFFICIALS = re.compile(
    r"(?:the\s+|these\s+)?(?:officials|diplomats)|(?:ministers|leaders|presidents|secretaries|parties|counterparts)",
    re.IGNORECASE,
)
"""Officials in unspecified number, or any ministers, who need not be those named before."""


def is_joint(phrase: str) -> bool:
    """Whether ``phrase`` means the participants together: "both leaders", "the two ministers", "the sides"."""
    return bool(_BOTH.match(phrase)) and not find_country(phrase) and not _ANY_OFFICIALS.fullmatch(phrase)


def find_counterpart(context: DocumentContext, phrase: str, owner: Person | None) -> Person | None:
    """Resolve "his Russian counterpart": somebody of that country, with the owner's office if it is known."""
    country = find_country(phrase)
    others = [
        p for p in context.people if p.sure and p is not owner and p.role and (country is None or p.country == country)
    ]
    alike = [p for p in others if owner and owner.role and office_words(owner.role) & office_words(p.role or "")]
    found = alike or others
    return found[0] if len(found) == 1 else None


def find_participants(context: DocumentContext, at: Span) -> tuple[Person, ...]:
    """The people meant by "both ministers" or "they": the last two people named with an office, in order.

    Empty if the sentences before name fewer, or one sentence names more.
    """
    seen: list[Person] = []
    here = context.sentence_of(at.start)
    for number in range(here, max(-1, here - 12), -1):
        sentence = context.sentences[number]
        named = [
            person
            for mention, person in context.mentions_in(sentence)
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
