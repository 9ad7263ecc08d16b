"""What an event is made of in any language: names, countries, numbers and days, as English writes them. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from zlib import crc32

from bot.domain.date_phrases import date_words, month_of
from bot.domain.folding import fold_letters, normalise
from bot.domain.story import StoryArticle
from bot.domain.text import UNSPACED, Span
from bot.gazetteer import countries
from bot.gazetteer.countries import longest_of
from bot.gazetteer.latin_names import figure_names, fold_name, name_parts, word_key
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.places import find_places
from bot.nlp.lang.word_forms import nominatives
from bot.nlp.summary.tokenizer import WORD
from bot.stories.terms import COUNTRY, LEAD, NAME, NUMBER, TERMS, TITLE, split

DATE = 32
"""A mark, beside those of :mod:`bot.stories.terms`: a day of a month."""
MOST_KEYS = 64
MOST_READ = 6_000
"""Characters of a title, and of a text, that are read for keys."""
LEAD_LENGTH = {False: 400, True: 150}
"""Characters of a text that are its lead, without and with spaces left out."""
_SHORTEST = 3
"""Letters of a name."""
_SHORTEST_ALONE = 4
"""Letters of a name where nothing but the table tells that it is one: "علي" is also "on"."""
_SHORTEST_UNSPACED = 2
_LEAST_NUMBER = 10
_DAYS = range(1, 32)
_NUMBER = re.compile(
    f"(?<![^\\W{UNSPACED}])" r"(?:\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+|\d{1,12}(?:[.,]\d{1,2})?)(?!\d)"
)
_FRACTION = re.compile(r"[.,](\d{1,2})$")
_PARTS = re.compile(r"[-'’]")
_SCRIPTS = {"ar": "ARABIC", "zh": "CJK"}
_BETWEEN_DAY_AND_MONTH = 2
"""Words at most: "5 de febrero", "the 5th of February"."""

Found = tuple[int, str, int]
"""Where a key stands, the key, and its mark."""


def find_event_keys(article: StoryArticle) -> dict[str, int]:
    """The keys of an article with their marks; ``MOST_KEYS`` at most, the first."""
    title, text = (normalise("NFKC", part[:MOST_READ]) for part in (article.title, article.text))
    code = article.language if article.language in LANGUAGES else ""
    unspaced = bool(code) and load_lexicon(code).writing.unspaced
    places = [_find_countries(part, code) for part in (title, text)]
    bare = [_blank(part, [span for span, _ in found]) for part, found in zip((title, text), places, strict=True)]
    capitals = split(bare[1]).names
    marks: dict[str, int] = {}
    for where, named, part in zip((TITLE, 0), places, bare, strict=True):
        found = chain(((span.start, f"country {name}", COUNTRY) for span, name in named), _read(part, code, capitals))
        if not where:
            marks |= {key: marks.get(key, 0) | NAME for key in _name_keys(article.speakers[:MOST_KEYS])}
        for at, key, mark in sorted(found):
            marks[key] = marks.get(key, 0) | mark | (where or (LEAD if at < LEAD_LENGTH[unspaced] else 0))
    return dict(list(marks.items())[:MOST_KEYS])


@lru_cache(maxsize=1 << 14)
def number_of_key(key: str) -> int:
    """The number of a key, below ``TERMS``."""
    return crc32(key.encode("utf-8", "replace")) % TERMS


def _find_countries(text: str, code: str) -> list[tuple[Span, str]]:
    found = find_places(text, code) if code else countries.find_places(text)
    return [(one.span, one.country) for one in found]


def _blank(text: str, spans: list[Span]) -> str:
    """``text`` with its words at ``spans`` struck out: "the Russian minister" names no Mr Russian."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = "_" * len(span)
    return "".join(letters)


def _read(text: str, code: str, capitals: frozenset[str]) -> Iterator[Found]:
    dates = list(_find_dates(text))
    yield from dates
    dated = {at for at, _, _ in dates}
    for match in _NUMBER.finditer(text):
        number = _plain_number(match[0])
        if match.start() not in dated and (not number.isdecimal() or int(number) >= _LEAST_NUMBER):
            yield match.start(), f"number {number}", NUMBER
    for at, word in _find_names(text, code, capitals):
        if key := _name_key(word):
            yield at, f"name {key}", NAME


def _plain_number(written: str) -> str:
    """A number as a program writes it, whatever separates its thousands and its fraction."""
    fraction = _FRACTION.search(written)
    whole = written[: fraction.start()] if fraction else written
    digits = "".join(filter(str.isdecimal, whole))
    return str(int(digits)) + (f".{fraction[1]}" if fraction else "")


def _find_dates(text: str) -> Iterator[Found]:
    """A day of a month, at its number: "5 February", "le 5 février", "2月5日"."""
    words = [(match.start(), fold_letters(match[0])) for match in WORD.finditer(text)]
    for place, (_, word) in enumerate(words):
        month = month_of(word, words[place - 1][1] if place else "")
        if not month:
            continue
        before = words[max(0, place - 1 - _BETWEEN_DAY_AND_MONTH) : place][::-1]
        behind = words[place + 1 : place + 2]
        for at, day in (*behind, *before) if word in date_words("marks") else (*before, *behind):
            number = day[: len(day) - len(day.lstrip("0123456789"))]
            if number and len(number) < _SHORTEST and int(number) in _DAYS:
                yield at, f"day {month}-{int(number)}", DATE
                break


def _find_names(text: str, code: str, capitals: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Words of names: those with a capital, and in scripts without capitals those of figures of the table."""
    if code and not load_lexicon(code).writing.cased:
        pattern, english = _figures(code)
        for match in pattern.finditer(fold_name(text)):
            yield from ((match.start(), word) for word in english[match["name"]].split())
    for match in WORD.finditer(text):
        for part in _PARTS.split(match[0]):
            if part[:1].isupper() and part.casefold() in capitals and fold_letters(part) not in _calendar():
                yield match.start(), part


@lru_cache(maxsize=4)
def _figures(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of figures in the script of a language without capitals, and their English forms."""
    lexicon = load_lexicon(code)
    shortest = _SHORTEST_UNSPACED if lexicon.writing.unspaced else _SHORTEST_ALONE
    english = {name: known for name, known in figure_names(_SCRIPTS[code]).items() if len(name) >= shortest}
    names = longest_of(sorted(english))
    if lexicon.writing.unspaced:
        return re.compile(f"(?P<name>{names})"), english
    fronts = "|".join(sorted(map(re.escape, lexicon.proclitics), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{fronts})?(?P<name>{names})(?!\w)"), english


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    return date_words("months", "weekdays")


def _name_keys(speakers: Iterable[str]) -> list[str]:
    return [f"name {key}" for name in speakers for word in name_parts(name) if (key := _name_key(word))]


@lru_cache(maxsize=1 << 14)
def _name_key(word: str) -> str:
    """What a word of a name is compared by; "" for one that is too short."""
    return word_key((word, *nominatives(fold_letters(word)))) if len(word) >= _SHORTEST else ""
