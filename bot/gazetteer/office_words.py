"""Offices and roles: the words that form one, and the phrase around them in a text."""

import re
from functools import lru_cache
from typing import Any

from bot.data_files import read_toml


def read_words(section: str) -> dict[str, Any]:
    """A section of ``words.toml``."""
    found: dict[str, Any] = read_toml(__package__, "words.toml")[section]
    return found


def owners_of(section: str) -> dict[str, str]:
    """Whose each name of a section is: the section lists names by country."""
    return {name: country for country, names in read_words(section).items() for name in names}


_WORDS = read_words("roles")
HEADS = frozenset(_WORDS["heads"].split())
"""Lower-case nouns that can head the name of an office or of a person's part in events."""
MODIFIERS = frozenset(_WORDS["modifiers"].split())
"""Lower-case words that may stand before a head inside the name of an office."""
INSTITUTIONS = frozenset(_WORDS["institutions"].split())
"""Lower-case nouns for bodies that may stand before a head: "foreign ministry spokeswoman"."""
SPEECH_NOUNS = frozenset(_WORDS["speech"].split())
"""Lower-case nouns for what somebody says; their owner is the speaker."""
DOCUMENTS = frozenset(_WORDS["documents"].split())
"""Lower-case nouns for documents."""
THINGS = frozenset(_WORDS["things"].split())
"""Lower-case nouns for events and other things that say nothing."""

VERBS_OF_OFFICE = {
    "chairs": "chair of", "heads": "head of", "leads": "leader of", "runs": "head of", "directs": "director of",
    "edits": "editor of", "commands": "commander of", "coordinates": "coordinator of",
    "represents": "representative of", "founded": "founder of", "manages": "manager of",
}  # fmt: skip
"""Verbs and the office that they imply: "who chairs the union" is the chair of the union."""
PAST_VERBS_OF_OFFICE = {"led": "leader of", "headed": "head of", "chaired": "chair of"}
"""The same in the past tense, which has other uses: an office only before a body ("who led the observers")."""

HONORIFICS = {
    "smt": "f", "smt.": "f", "cs": "", "ps": "",
    "shri": "m", "sri": "m", "haji": "m", "sheikha": "f", "monsieur": "m", "madame": "f", "mme": "f",
    "señor": "m", "señora": "f", "herr": "m", "frau": "f", "excellency": "", "honourable": "", "honorable": "",
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "sheikh": "m", "father": "m",
    "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "madam": "f", "dame": "f", "lady": "f", "queen": "f",
    "princess": "f", "dr": "", "dr.": "", "prof": "", "prof.": "", "rev.": "", "hon.": "", "h.e.": "", "gen.": "",
    "col.": "", "lt.": "", "sgt.": "", "sen.": "", "rep.": "", "gov.": "", "amb.": "", "maj.": "", "adm.": "",
    "capt.": "", "brig.": "", "cmdr.": "", "cdr.": "", "cpl.": "", "rear": "", "vice": "",
}  # fmt: skip
"""Lower-case forms of address, with the gender they imply ("m", "f", or "" for none)."""

GENDERED_HEADS = {
    "spokesman": "m", "chairman": "m", "congressman": "m", "king": "m", "prince": "m", "emir": "m", "sultan": "m",
    "pope": "m", "archbishop": "m", "ayatollah": "m", "spokeswoman": "f", "chairwoman": "f", "congresswoman": "f",
    "queen": "f", "princess": "f", "actress": "f",
}  # fmt: skip

SHORT_FORMS = {
    "fm": "foreign minister", "pm": "prime minister", "potus": "president", "mp": "member of parliament",
    "secretary": "secretary", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair",
    "chairwoman": "chair", "chairperson": "chair", "premier": "prime minister", "advisor": "adviser",
    "councilor": "counsellor", "councillor": "counsellor", "counselor": "counsellor",
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "lt": "lieutenant", "adm": "admiral", "maj": "major", "capt": "captain", "sgt": "sergeant", "amb": "ambassador",
}  # fmt: skip
"""Abbreviations that count as the same office when a description is compared with a role."""

_RANKS = frozenset("sen rep gov col lt adm capt sgt amb".split())
"""Shortened ranks and seats that head an office by themselves."""
_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
_STOP = frozenset("the a an of for and in at to on with his her their its s".split())


def _bare(word: str) -> str:
    """A word without possessive, and "spokesman" of "then-spokesman"."""
    return word.rstrip(".").removesuffix("'s").removesuffix("’s").removeprefix("then-").removeprefix("ex-")


@lru_cache(maxsize=4096)
def office_words(phrase: str) -> frozenset[str]:
    """The words of a role by which descriptions are compared: lower case, abbreviations expanded."""
    words: list[str] = []
    for match in _WORD.finditer(phrase.lower()):
        word = _bare(match.group())
        words += SHORT_FORMS.get(word, word).split()
    return frozenset(w.replace("defence", "defense") for w in words if w not in _STOP)


def other_styles(words: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Other offices that a description may mean, by its words: a "top diplomat" is a foreign minister."""
    return (frozenset(["foreign", "minister"]),) if {"diplomat"} < words <= {"diplomat", "top", "chief"} else ()


@lru_cache(maxsize=4096)
def head_of(phrase: str) -> str | None:
    """The first head noun of an office in ``phrase``, lower case and in its common form; None if it names no office.

    "Minister of Foreign Affairs" has the head "minister"; "Secretary of State for Defence" has "secretary".
    """
    for match in _WORD.finditer(phrase.lower()):
        word = _bare(match.group())
        if (word in HEADS or word in _RANKS) and word not in (
            "general",
            "deputy",
            "state",
            "crown",
            "major",
            "chief",
            "member",
            "head",
            "top",
        ):
            return SHORT_FORMS.get(word, word).split()[-1]
    for match in _WORD.finditer(phrase.lower()):
        if match.group().rstrip(".") in HEADS:
            return match.group().rstrip(".")
    return None
