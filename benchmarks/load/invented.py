"""Invented articles: fictional ministers and statements. The same number gives the same text.

Texts of different numbers share few runs of words, so that none counts as a copy of another.
"""

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_ONSETS: Final = "b br d dr f g gr h j k kl l m n p r s st t tr v z".split()
_VOWELS: Final = "a e i o u ae ei".split()
_CODAS: Final = ["", "n", "r", "l", "s", "nd", "rk", "m", "th"]
_ADJECTIVES: Final = """modest lasting joint narrow northern public costly patient formal quiet hasty binding draft
coastal annual neutral sealed shallow generous sudden awkward solid written doubtful mutual broad early fragile orderly
private regional spare stubborn technical urgent verbal yearly former honest idle""".split()
_NOUNS: Final = """
harbour treaty ferry tariff quota bridge visa pipeline island embassy court fleet corridor ceasefire
summit envoy budget railway canal lighthouse border census archive inspector customs tunnel airspace refinery
delegation protocol ballot reservoir satellite convoy dialect monument orchard parliament passport quarry""".split()
_VERBS: Final = """widen suspend inspect honour share close reopen finance refuse publish delay protect review cancel
sign defend revise lease guard replace restore map tax audit abandon extend""".split()
_THINGS: Final = "before,after,without,instead of,because of,in spite of,ahead of,together with".split(",")
_SAID: Final = "said,told reporters,insisted,warned,added,argued,announced,replied,noted,promised".split(",")
_OFFICES: Final = (
    "Foreign Minister,Prime Minister,President,Defence Minister,Trade Minister,Fisheries Minister,"
    "Energy Minister,Interior Minister,Finance Minister"
).split(",")
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


MINISTERS: Final = 400
"""Number of ministers: as in real news, the same ones speak repeatedly."""


@dataclass(frozen=True, slots=True)
class Invented:
    """An article as its page shows it."""

    number: int
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Minister:
    name: str
    surname: str
    office: str
    country: str
    capital: str


def invent_article(number: int, *, words: int = 350) -> Invented:
    """The article with that number, of about ``words`` words."""
    dice = random.Random(f"article {number}")  # noqa: S311 - to make texts, not secrets
    ministers = [_invent_minister(one) for one in dice.sample(range(MINISTERS), 3)]
    one, other, _ = ministers
    title = f"{one.country} and {other.country} at odds over {_thing(dice)} number {number}"
    paragraphs = [
        f"{one.capital.upper()} — Talks between {one.country} and {other.country} on {_thing(dice)} ended on "
        f"{dice.choice(_DAYS)} {dice.choice(_THINGS)} {_thing(dice)}."
    ]
    length = len(paragraphs[0].split())
    while length < words:
        paragraph = _invent_paragraph(dice, dice.choice(ministers))
        paragraphs.append(paragraph)
        length += len(paragraph.split())
    return Invented(number, title, tuple(paragraphs))


def _invent_paragraph(dice: random.Random, minister: _Minister) -> str:
    full = f"{minister.country}’s {minister.office} {minister.name}"
    said = dice.choice(_SAID)
    match dice.randrange(6):
        case 0:
            first, second = _clause(dice), _clause(dice)
            return f"“{_capital(first)},” {full} {said} on {dice.choice(_DAYS)}. “{_capital(second)}.”"
        case 1:
            return f"{full} denied that {_clause(dice)}. {minister.surname} {said} that {_clause(dice)}."
        case 2:
            return f"According to {full}, {_clause(dice)}. “{_capital(_clause(dice))},” {minister.surname} added."
        case 3:
            return f"{_capital(_clause(dice))}, an official in {minister.capital} said. {_capital(_clause(dice))}."
        case 4:
            return f"{_capital(_clause(dice))}. {minister.surname} called it “{_thing(dice)} {_thing(dice)}”."
        case _:
            return f"{_capital(_clause(dice))} in {minister.capital}. {_capital(_clause(dice))}."


def _clause(dice: random.Random) -> str:
    verb, when = dice.choice(_VERBS), f"{dice.choice(_THINGS)} {_thing(dice)}"
    match dice.randrange(4):
        case 0:
            return f"{_thing(dice)} will {verb} {_thing(dice)} {when}"
        case 1:
            return f"no {dice.choice(_NOUNS)} can {verb} {_thing(dice)} {when}"
        case 2:
            return f"{dice.randrange(2, 900)} {dice.choice(_NOUNS)}s had to {verb} {_thing(dice)} {when}"
        case _:
            return f"{_name(dice)} would {verb} {_thing(dice)} for {dice.randrange(2, 90)} years {when}"


def _thing(dice: random.Random) -> str:
    return f"the {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)}"


@lru_cache(MINISTERS)
def _invent_minister(number: int) -> _Minister:
    dice = random.Random(f"minister {number}")  # noqa: S311 - the same
    surname = _name(dice)
    return _Minister(f"{_name(dice)} {surname}", surname, dice.choice(_OFFICES), f"{_name(dice)}ia", _name(dice))


def _name(dice: random.Random) -> str:
    syllables = (dice.choice(_ONSETS) + dice.choice(_VOWELS) for _ in range(dice.randrange(2, 4)))
    return _capital("".join(syllables) + dice.choice(_CODAS))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
