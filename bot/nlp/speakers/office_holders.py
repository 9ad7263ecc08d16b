"""Which offices named people hold, and how a name gets the details of a description."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span
from bot.gazetteer.office_words import office_words, other_styles
from bot.nlp.speakers.introductions import Introduction
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.people import Person

_GOES_ON = re.compile(
    r"\s+(?!and\b|of\b|who\b|in\b|from\b)[a-z]+|,\s+for\s+(?:his|her)\s+part\b|,\s+who\s+(?:has|had|took|came|met)\b"
)
_OPENS = re.compile(r"(?:^|[,;:]|\b(?:as|when|while|but|and|that|where))\W{0,4}$")


class OfficeHolders:
    """The offices of people named with their country: a description of one of them is not somebody new."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._offices: dict[str, set[frozenset[str]]] = {}
        self._open: dict[frozenset[str], int] = {}  # offices of people without a country, with their first position
        for person in people:
            if person.sure and person.country and person.role:
                self._offices.setdefault(person.country, set()).update(person.roles)
            elif person.sure and person.role:
                for office in person.roles:
                    first = self._open.get(office, person.mentions[0].span.start)
                    self._open[office] = min(first, person.mentions[0].span.start)

    def take(self, one: Introduction) -> None:
        """Record that the described person is named."""
        self._offices.setdefault(one.country, set()).add(one.words)

    def exactly(self, one: Introduction) -> bool:
        """Whether a named person holds exactly the described office."""
        return one.words in self._offices.get(one.country, ())

    def named(self, one: Introduction) -> bool:
        """Whether a named official of the country may be the described one."""
        return any(self._vague(one) or one.words & office for office in self._offices.get(one.country, ()))

    @staticmethod
    def _vague(one: Introduction) -> bool:
        return bool(one.words & {"diplomat", "official", "leader", "counterpart", "minister", "representative"})

    def alike(self, one: Introduction) -> bool:
        """Whether a named official of the country, or an earlier one without country, may be the described one."""
        offices = list(self._offices.get(one.country, ()))
        if "counterpart" not in one.words:
            offices += [office for office, at in self._open.items() if at < one.span.start]
        return any(self._vague(one) or one.words & office for office in offices)


def introduced(person: Person, told: Introduction) -> Person:
    """``person`` with the details of the description; "top diplomat" also means a foreign minister."""
    longer = person.role is None or len(told.words) > len(office_words(person.role))
    return replace(
        person,
        role=told.office if longer else person.role,
        country=told.country,
        roles=(*person.roles, told.words, *other_styles(told.words)),
        sure=True,
    )


def is_subject(text: str, sentence: Span, mention: NameMention) -> bool:
    """Whether a name opens its clause and is followed by a verb: no apposition says who that is."""
    opens = _OPENS.search(text[max(sentence.start, mention.span.start - 60) : mention.span.start])
    return bool(opens) and not mention.possessive and _GOES_ON.match(text, mention.span.end) is not None
