"""The words of a language for being for or against something, from ``<language>.toml``."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.data_files import read_toml
from bot.nlp.summary.tokenizer import find_stop_words

_SHORTEST = 3
"""Minimum letters of a word without its ending."""
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@dataclass(frozen=True, slots=True)
class StanceVocabulary:
    """The word groups of one language.

    ``against``, ``favouring`` and ``silent`` hold stems, ``phrases`` words in order and whether they are against.
    """

    groups: dict[str, frozenset[str]]
    against: frozenset[str]
    favouring: frozenset[str]
    silent: frozenset[str]
    phrases: tuple[tuple[tuple[str, ...], bool], ...]
    endings: tuple[str, ...]
    participles: tuple[str, ...]
    clause_end: re.Pattern[str]

    def stem(self, word: str) -> str:
        """A lower-case word without its ending."""
        return _stem(word, self.endings)

    def opposes(self, word: str) -> bool:
        """Whether a lower-case word opposes or ends something; a comparative ("closer") does not."""
        return self.stem(word) in self.against and (not word.endswith(("er", "ers")) or word in self.groups["against"])

    def negates(self, word: str) -> bool:
        """Whether a lower-case word is a negation."""
        return word in self.groups["negations"] or word.endswith("n't")


def _stem(word: str, endings: tuple[str, ...]) -> str:
    word = word.removesuffix("'s")
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST + 2:
        word = word[:-3] + "y"
    ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= _SHORTEST), "")
    word = word.removesuffix(ending)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1)
def load_english() -> StanceVocabulary:
    """The vocabulary of English."""
    table = read_toml(__package__, "english.toml")
    endings = tuple(table.pop("endings").split())
    phrases = tuple(
        (tuple(phrase.split()), against)
        for name, against in (("against_phrases", True), ("neutral_phrases", False))
        for phrase in table.pop(name).split(";")
        if phrase.strip()
    )
    participles = tuple(table.pop("perfect_endings").split())
    clause_end = _clause_end(*(table.pop(name).split() for name in ("openers", "sharp_openers", "joined", "titles")))
    groups = {name: frozenset(words.split()) for name, words in table.items()}
    silent = find_stop_words("en").union(*(groups[name] for name in _SILENT))
    against, favouring, light = (
        frozenset(_stem(word, endings) for word in words) for words in (groups["against"], groups["favouring"], silent)
    )
    return StanceVocabulary(groups, against, favouring, light, phrases, endings, participles, clause_end)


def _clause_end(openers: list[str], sharp: list[str], joined: list[str], titles: list[str]) -> re.Pattern[str]:
    """Where a clause ends: at a full stop that belongs to no abbreviation, or before a word that begins another."""
    after_title = "".join(f"(?<!\\b{title})" for title in ("[A-Z]", *titles))
    ends = rf"(?:{after_title}\.|[!?;:—])[\"'”’»)\]]*(?:\s|$)"
    after_comma = rf",[\"'”’»]?\s++(?=(?:{'|'.join(openers)})\b)"
    anywhere = rf"\s(?=(?:{'|'.join(sharp).replace('_', ' ')}|and (?:I|{'|'.join(joined)}))\b)"
    return re.compile("|".join((ends, after_comma, anywhere)))


_SILENT = (
    "negations", "conditions", "hedges", "auxiliaries", "future", "intending", "own", "claims", "other",
    "period_openers", "periods", "moments", "light",
)  # fmt: skip
