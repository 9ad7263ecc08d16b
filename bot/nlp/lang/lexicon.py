"""The words that a language uses to report statements, from its ``lexicon.toml``.

Words are compared folded: without case, accents and the hamza of an alif. An entry that ends with a star matches all
words with that beginning; one that begins with a star, all words with that ending.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.data_files import read_toml
from bot.domain.attribution import Act
from bot.domain.folding import normalise
from bot.domain.text import Span

_SIGNS = "\u064b-\u0652\u0670"
"""Signs for short and doubled consonants and vowels, written above and below Arabic letters by some."""
_WORD = re.compile(rf"[^\W_]+(?:(?:-|[{_SIGNS}]+-?)[^\W_]+)*")
_UNWRITTEN = re.compile(f"[{_SIGNS}]")
_LONGEST_ENDING, _MANY = 3, 3
_KNOWN = ("titles.words", "bodies.words", "documents.words")
_LOOKED_AT = 60
"""Maximum characters between a verb of saying and the preposition that it requires."""


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = normalise("NFKD", character)[:1].casefold()
    return plain if len(plain) == 1 else character


def fold(text: str) -> str:
    """``text`` without case and accents; each character keeps its place."""
    return "".join(map(_fold_character, text))


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """A list of words with one meaning."""

    whole: frozenset[str]
    beginnings: frozenset[str]
    endings: tuple[str, ...]

    @classmethod
    def parse(cls, words: str) -> "WordList":
        """A list parsed from words separated by spaces."""
        entries = [fold(word) for word in words.split()]
        return cls(
            frozenset(word for word in entries if "*" not in word),
            frozenset(word[:-1] for word in entries if word.endswith("*")),
            tuple(word[1:] for word in entries if word.startswith("*")),
        )

    def with_articles(self, articles: Sequence[str]) -> "WordList":
        """The same words, each also with an article attached to its front."""
        fronts = ("", *map(fold, articles))
        whole = frozenset(front + word for front in fronts for word in self.whole)
        beginnings = frozenset(front + word for front in fronts for word in self.beginnings)
        return WordList(whole, beginnings, self.endings)

    def holds(self, word: str) -> bool:
        """Whether a folded word is on the list."""
        return _holds(self, word)

    def _holds(self, word: str) -> bool:
        if word in self.whole or (self.endings and word.endswith(self.endings)):
            return True
        return any(word[:size] in self.beginnings for size in range(2, len(word) + 1))

    def length(self, word: str) -> int:
        """How many letters of a folded word the best entry spells out; 0 if none fits."""
        if word in self.whole:
            return len(word) + 1
        return max((size for size in range(2, len(word) + 1) if word[:size] in self.beginnings), default=0)

    @property
    def entries(self) -> frozenset[str]:
        """All words and beginnings."""
        return self.whole | self.beginnings


@lru_cache(maxsize=65536)
def _holds(words: WordList, word: str) -> bool:
    return words._holds(word)  # noqa: SLF001 - the method without a cache


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text and its folded forms: as it is, and without what is attached to its front."""

    span: Span
    text: str
    forms: tuple[str, ...]

    def of(self, words: WordList) -> bool:
        """Whether it is on the list ``words``."""
        return any(words.holds(form) for form in self.forms)

    def abbreviates(self, lexicon: "Lexicon") -> bool:
        """Whether a dot after it belongs to it: an initial, a form of address."""
        return self.capital and (len(self.text) == 1 or self.of(lexicon.lists["titles.honorifics"]))

    @property
    def capital(self) -> bool:
        """Whether it, or the part after a hyphen, begins with a capital letter."""
        return any(part[:1].isupper() for part in self.text.split("-"))


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written: with spaces or without, with capitals or without, and with which variable letters."""

    unspaced: bool
    cased: bool
    vowels: str
    soft_letters: str
    closing: str
    definite: tuple[str, ...]
    attached: tuple[str, ...]
    days: str

    @property
    def caseless(self) -> bool:
        """Whether there are spaces, but no capitals, which would show where a name or subject begins and ends."""
        return not self.cased and not self.unspaced


@dataclass(frozen=True, slots=True)
class Cases:
    """Nouns in the nominative, and the endings of adjectives that agree with them."""

    nouns: tuple[str, ...]
    adjectives: tuple[tuple[str, tuple[str, ...]], ...]
    genders: dict[str, int]
    many: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    numbers: dict[str, str]
    counted: tuple[str, ...]
    ambiguous: tuple[str, ...]
    """Endings of oblique adjectives that some have in the nominative, too."""
    given: tuple[tuple[str, str], ...]
    """Endings of given names in other cases, each with one of a subject."""
    unlike: tuple[str, ...]
    """Endings that no name has as a subject."""
    ones: dict[str, str]
    chosen: str
    vowels: str
    ends: str
    """The letters that endings of nouns are made of."""

    @classmethod
    def parse(cls, table: dict[str, str], vowels: str, closing: str) -> "Cases":
        """Build it from the table ``cases`` of a lexicon, and the vowels and consonants that endings are made of."""
        pairs = [(endings.split(","), forms.split(",")) for endings, forms in _pairs(table["adjectives"])]
        adjectives = [(fold(ending), tuple(forms)) for endings, forms in pairs for ending in endings]
        genders = {letter: int(number) for letters, number in _pairs(table["genders"]) for letter in letters}
        longest = sorted(adjectives, key=lambda pair: -len(pair[0]))
        many = tuple(map(fold, table["many"].split()))
        names = tuple(sorted(_pairs(table["names"]), key=lambda pair: -len(pair[0])))
        numbers, counted = dict(_pairs(table["numbers"])), tuple(table["counted"].split())
        nouns = tuple(table["nouns"].split())
        ambiguous, ones = tuple(table["ambiguous"].split()), dict(_pairs(table["ones"]))
        ends = fold(vowels + closing)
        return cls(
            nouns,
            tuple(longest),
            genders,
            many,
            names,
            numbers,
            counted,
            ambiguous,
            tuple(_pairs(table["given"])),
            tuple(table["unlike"].split()),
            ones,
            table["chosen"],
            vowels,
            ends,
        )

    def nominative(self, phrase: str) -> str:
        """A phrase in the nominative, if its noun is known: adjectives and the noun; the rest stays as it is."""
        words = phrase.split(" ")
        told = self.numbers.get(fold(words[0]))
        if told is not None and words[1:] and fold(words[1]).endswith(self.counted):
            return " ".join((told, *words[1:]))  # "of three members"
        if len(words) > 1 and words[1] == self.chosen and fold(words[0]) in self.ones:
            return " ".join((self.ones[fold(words[0])], *words[1:]))  # "to one of the members"
        for number, word in enumerate(words):
            noun = self._noun(fold(word))
            if noun is not None:
                gender = self.genders.get(noun[-1:], 0)
                before = [self._adjective(one, gender) for one in words[:number]]
                alike = len([1 for a, b in zip(fold(word), noun, strict=False) if a == b])
                return " ".join((*before, word[:alike] + noun[alike:], *words[number + 1 :]))
            if self._adjective(word, 0) == word:
                break
        return phrase

    def name(self, word: str) -> str:
        """A word of a person's name, turned from the genitive into the nominative."""
        ends = (
            (ending, other) for ending, other in self.names if word.endswith(ending) and len(word) > len(ending) + 1
        )
        ending, other = next(ends, ("", ""))
        return word.removesuffix(ending) + other

    def given_names(self, word: str) -> list[str]:
        """What a given name in another case may be as a subject."""
        return [word[: len(word) - len(ending)] + other for ending, other in self.given if word.endswith(ending)]

    def knows(self, word: str) -> bool:
        """Whether a word is a form of a known noun."""
        return self._noun(fold(word)) is not None

    def agrees(self, word: str) -> bool:
        """Whether a word ends as adjectives do."""
        return any(fold(word).endswith(ending) and len(word) > len(ending) + 1 for ending, _ in self.adjectives)

    def describes(self, word: str) -> bool:
        """Whether a word ends as adjectives do, in any case."""
        folded = fold(word)
        forms = (form for _, forms in self.adjectives for form in map(fold, forms))
        return self.agrees(word) or any(folded.endswith(form) and len(word) > len(form) + 1 for form in forms)

    def is_oblique(self, word: str) -> bool:
        """Whether a word ends as adjectives do, and never in the nominative."""
        ending = next((ending for ending, _ in self.adjectives if fold(word).endswith(ending)), "")
        subject = {fold(form) for _, forms in self.adjectives for form in forms}
        return (
            bool(ending)
            and len(word) > len(ending) + 1
            and not fold(word).endswith(tuple(subject | set(self.ambiguous)))
        )

    def _noun(self, word: str) -> str | None:
        fitting = [noun for noun in self.nouns if self._is_form(word, noun)]
        return max(fitting, key=len, default=None)

    def _is_form(self, word: str, noun: str) -> bool:
        folded = fold(noun)
        bare = folded[:-1] if folded.endswith(tuple(self.vowels)) else folded
        gender = self.genders.get(noun[-1:], 0)
        if word.endswith(self.many) and gender != _MANY:
            return False
        if gender == 0 and self.genders.get(word[-1:]) == _MANY:
            return False  # a masculine noun has this ending only in the plural
        rest = word.removeprefix(bare)
        if gender == _MANY and word != folded and not word.endswith(self.many):
            return False
        return word.startswith(bare) and len(rest) <= _LONGEST_ENDING and all(letter in self.ends for letter in rest)

    def _adjective(self, word: str, gender: int) -> str:
        for ending, forms in self.adjectives:
            if fold(word).endswith(ending) and len(word) > len(ending) + 1:
                return word[: len(word) - len(ending)] + forms[gender]
        return word


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition(":") for pair in text.split())]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of one language, and how it is written."""

    code: str
    writing: Writing
    lists: dict[str, WordList]
    acts: dict[Act, WordList]
    proclitics: tuple[str, ...]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    """Endings of names in oblique cases, longest first, each with those that a subject may have instead."""
    pattern: dict[str, re.Pattern[str]]
    cases: Cases | None = None

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of a part of ``text``, in order."""
        found = _WORD.finditer(text, start, len(text) if end is None else end)
        return [Word(Span(*m.span()), m[0], _forms(self.proclitics, m[0])) for m in found]

    def has(self, word: Word, *names: str) -> bool:
        """Whether a word, whole or without what is attached to its front, is on one of the lists ``names``."""
        return any(word.of(self.lists[name]) for name in names)

    def has_whole(self, word: Word, *names: str) -> bool:
        """Whether a word is spelled out, with what is attached to its front, on one of the lists ``names``."""
        return any(word.forms[0] in self.lists[name].whole for name in names)

    def whole(self, *names: str) -> frozenset[str]:
        """All that the lists ``names`` spell out."""
        return frozenset[str]().union(*(self.lists[name].whole for name in names))

    def knows(self, *forms: str) -> bool:
        """Whether one of the forms of a word belongs to an office, a body or a document."""
        return any(self.lists[name].holds(form) for name in _KNOWN for form in forms)

    def is_definite(self, word: Word) -> bool:
        """Whether an article is attached to the front of a word."""
        return word.text.startswith(self.writing.definite[:1])

    def act(self, words: str) -> Act | None:
        """The act that some words perform: the one whose entry spells out most of a word; None if none fits."""
        return _find_act(self.code, words)

    def _find_act(self, words: str) -> Act | None:
        found = list(self._found_acts(words))
        if not found:
            return None
        worth = [(act is not Act.ATTITUDE, act is not Act.SAYS, length, -place) for place, act, length in found]
        return found[worth.index(max(worth))][1]

    def _found_acts(self, words: str) -> Iterator[tuple[int, Act, int]]:
        if self.writing.unspaced:
            for act in self.acts:
                for match in self.pattern[act].finditer(words):
                    yield match.start(), act, len(match[0])
            return
        for place, word in enumerate(self.words(words)):
            lengths = [(max(entries.length(form) for form in word.forms), act) for act, entries in self.acts.items()]
            length, act = max(lengths, key=lambda pair: pair[0])
            if length:
                yield place, act, length

    def find_cues(self, text: str, start: int, end: int) -> list[Span]:
        """Every verb of saying in a part of ``text``, in order; the longest if they overlap."""
        if not self.writing.unspaced:
            return [word.span for word in self.words(text, start, end) if self._speaks(word, text)]
        found = [Span(*m.span()) for act in self.acts for m in self.pattern[act].finditer(text, start, end)]
        kept: list[Span] = []
        for span in sorted(found, key=lambda one: (one.start, -one.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return kept

    def _speaks(self, word: Word, text: str) -> bool:
        if not any(word.of(entries) for act, entries in self.acts.items() if act is not Act.ATTITUDE):
            return False
        if not word.of(self.lists["cue.governing"]):
            return True
        after = self.words(text, word.span.end, min(len(text), word.span.end + _LOOKED_AT))
        return any(one.forms[0] in self.lists["cue.source_prepositions"].whole for one in after)


def _alternation(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)")


@lru_cache(maxsize=8192)
def _forms(proclitics: tuple[str, ...], word: str) -> tuple[str, ...]:
    folded = fold(_UNWRITTEN.sub("", word))
    bare = (folded[len(p) :] for p in proclitics if folded.startswith(p) and len(folded) - len(p) > 2)
    return (folded, *bare)


@lru_cache(maxsize=8192)
def _find_act(code: str, words: str) -> Act | None:
    return load_lexicon(code)._find_act(words)  # noqa: SLF001 - the method without a cache


@lru_cache(maxsize=8)
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language."""
    table = read_toml(__package__, f"{code}/lexicon.toml")
    acts = {Act(act): WordList.parse(words) for act, words in table.pop("acts").items()}
    endings = [(ending, tuple(others.split(","))) for ending, others in _pairs(table["names"].pop("endings"))]
    endings.sort(key=lambda pair: -len(pair[0]))
    writing = table.pop("writing")
    writing |= {name: tuple(writing[name].split()) for name in ("definite", "attached")}
    writing["days"] = "".join(writing["days"].split())
    cases = table.pop("cases", None)
    proclitics = tuple(table.pop("proclitics").split())
    lists: dict[str, WordList] = {}
    for name, value in table.items():
        inner = value.items() if isinstance(value, dict) else [("", value)]
        lists |= {f"{name}.{key}".rstrip("."): WordList.parse(words) for key, words in inner}
    lists["bodies.words"] = lists["bodies.words"].with_articles(writing["definite"][:1])
    lists["titles.definite"] = lists["titles.words"].with_articles(writing["definite"][:1])
    pattern = {name: _alternation(words.entries) for name, words in (*lists.items(), *acts.items())}
    declined = Cases.parse(cases, writing["vowels"], writing["closing"]) if cases else None
    return Lexicon(code, Writing(**writing), lists, acts, proclitics, tuple(endings), pattern, declined)
