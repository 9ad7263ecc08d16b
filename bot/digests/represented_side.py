"""Decides which side a speaker represents: a state, a body, a movement, or nobody else. Pure.

A speaker's country may only say where somebody is from. A side in a dispute is narrower: an office of the state, the
state's own name, or a public figure known to speak for it, in any of the languages. Newspapers, companies, members of
parliament, opposition figures and their associates represent only themselves.
"""

import re
from functools import lru_cache

from bot.data_files import read_toml
from bot.digests.speaker_matching import StorySpeaker
from bot.domain.attribution import Speaker
from bot.domain.folding import fold_letters, fold_words
from bot.gazetteer.countries import BODIES, country_of, find_country, translated_countries
from bot.gazetteer.latin_names import is_latin, latin_name
from bot.gazetteer.office_classes import office_classes
from bot.gazetteer.public_figures import find_figure, find_figure_by_surname
from bot.gazetteer.speaker_kinds import kind_words

_ABOUT_COUNTRY = re.compile(r"\b(?:on|about|against|over|studying|tracking|watching)\s")
"""Words before a country that an office deals with: "officials working on Oslo"."""
_WORDS = re.compile(r"[^\W\d_]+")
_NEAR = 60
"""Maximum characters between a movement's name and its speaker's: "Hamas leader Khaled Meshaal"."""


@lru_cache(maxsize=1)
def _table() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, str]]:
    table = read_toml(__package__, "represented_side.toml")
    official, unofficial, excepted = (frozenset(table[name].split()) for name in ("official", "unofficial", "excepted"))
    return official, unofficial, excepted, table["movements"]


def _is_former(word: str) -> bool:
    return word.startswith(_words_in_scripts()[0])


@lru_cache(maxsize=1)
def _words_in_scripts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = read_toml(__package__, "represented_side.toml")
    return tuple(map(fold_letters, table["former"].split())), tuple(table["bodies"].split())


def find_side(speaker: Speaker, text: str = "") -> str | None:
    """The state, body or movement that ``speaker`` of ``text`` represents; None for nobody, or for several."""
    country = speaker.country
    if not country or ";" in country or ";" in speaker.name:
        return None
    if movement := _find_movement(speaker, country, text):
        return movement
    described = _described(speaker)
    if _speaks_for_nobody(speaker):
        return None
    if _ABOUT_COUNTRY.search(described) and find_country(_ABOUT_COUNTRY.split(described)[-1]) == country:
        return None
    name = latin_name(speaker.name)
    known = find_figure(name) or (find_figure_by_surname(name) if " " not in name else None)
    if known:
        return country if known == country or country in BODIES else None
    named = country_of(speaker.name)
    if named and named[0] == country:
        return country
    official = kind_words(described) & _table()[0] or _is_official_in_script(speaker, country)
    return country if official else None


def _is_official_in_script(speaker: Speaker, country: str) -> bool:
    """Whether a speaker whose name or office is in a non-Latin script is a state, its body, or in office."""
    if is_latin(_described(speaker)):
        return False
    of_state = translated_countries().get(fold_words(speaker.name)) == country
    return (
        of_state
        or any(body in speaker.name for body in _words_in_scripts()[1])
        or bool(office_classes(speaker.role or ""))
    )


def find_side_of(person: StorySpeaker, texts: dict[str, str]) -> str | None:
    """The side of a speaker in several articles, if all that show one agree; ``texts`` are the articles' by id."""
    if any(_speaks_for_nobody(speaker) for _, speaker in person.spoken):
        return None
    sides = {find_side(speaker, texts.get(reading, "")) for reading, speaker in person.spoken} - {None}
    return sides.pop() if len(sides) == 1 else None


def _described(speaker: Speaker) -> str:
    return f"{speaker.role or ''} / {speaker.name}"


def _speaks_for_nobody(speaker: Speaker) -> bool:
    """Whether name or office shows a newspaper, a company, a member of parliament, an opposition, a former minister."""
    _, unofficial, excepted, _ = _table()
    described = _described(speaker)
    words = kind_words(described)
    if not is_latin(described) and any(map(_is_former, _WORDS.findall(fold_letters(described)))):
        return True
    spared = {part for word in words & excepted for part in word.split("-")}
    return bool((words & unofficial) - spared)


def _find_movement(speaker: Speaker, country: str, text: str) -> str | None:
    """The movement that ``speaker`` belongs to, by name, by office, or by the words beside the name in ``text``."""
    for movement, state in _table()[3].items():
        if state != country:
            continue
        if movement in f"{speaker.name} {speaker.role or ''}":
            return movement
        name = re.escape(speaker.name)
        before = rf"\b{movement}\b[^.!?;:\n“”\"]{{0,{_NEAR}}}\b{name}\b"
        behind = rf"\b{name}, (?:a|an|the)\b[^.!?;:,\n“”\"]{{0,{_NEAR}}}\b{movement}\b"
        if text and (re.search(before, text) or re.search(behind, text)):
            return movement
    return None
