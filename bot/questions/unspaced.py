"""Puts blanks between the words of a question in Chinese, so that it is matched like those of other languages. Pure.

Known words, longest first: those of the question forms, verbs of saying, dates, names of figures and of countries.
What stands between them stays together.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.data_files import read_toml
from bot.domain.date_phrases import date_words
from bot.gazetteer.countries import longest_of, translated_countries
from bot.gazetteer.latin_names import names_in_script
from bot.questions.vocabulary import question_forms, tables

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}][{_HAN}\d·•・]*|\d{{1,4}}[年月日号][{_HAN}\d·•・]*")
_WORD = re.compile(rf"[{_HAN}·•・]+")
_OF_PART = 32
"""First characters of the words that are tried together: a pattern tries one alternative after the other."""
_BETWEEN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")


def space_words(text: str) -> str:
    """``text`` with blanks between the Chinese words that are known; as it is if it has no Chinese."""
    if not _RUN.search(text):
        return text
    return " ".join(_RUN.sub(lambda run: f" {' '.join(_words(run[0]))} ", text).split())


def join_words(text: str) -> str:
    """``text`` without blanks between Chinese characters."""
    return _BETWEEN.sub("", text)


def _words(run: str) -> Iterator[str]:
    at = 0
    for match in _known().finditer(run):
        if match.start() > at:
            yield run[at : match.start()]
        yield from _apart(match[0])
        at = match.end()
    if at < len(run):
        yield run[at:]


def _apart(word: str) -> list[str]:
    """The parts of a word that has several: "上周" is last, week."""
    if word in _parts():
        return _parts()[word].split()
    if word not in date_words("months") and (match := _counted().fullmatch(word)):
        return [part for part in match.groups() if part]
    return [word]


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    """The known words, then dates of numbers and counts of days."""
    forms = [pattern for frame in question_forms()["frame"] for pattern in frame["patterns"]]
    written = " ".join(
        (*forms, *(line for table in ("verbs", "nouns", "courtesy") for line in tables()[table].values()))
    )
    words = {*_WORD.findall(written), *_parts(), *_table()["whole"]["all"].split(), *names_in_script("CJK")}
    words |= {word.replace(" ", "") for word in translated_countries() if _WORD.fullmatch(word.replace(" ", ""))}
    words |= {word for word in date_words() if _WORD.fullmatch(word) and len(word) > 1}
    firsts = sorted({word[0] for word in words})
    parts = ["".join(firsts[at : at + _OF_PART]) for at in range(0, len(firsts), _OF_PART)]
    known = (f"(?=[{part}])(?:{longest_of(sorted(w for w in words if w[0] in part))})" for part in parts)
    return re.compile("|".join((*known, _counted().pattern)))


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    marks = "".join(sorted(date_words("marks")))
    numbers = "".join(sorted({letter for word in date_words("numbers") if _WORD.fullmatch(word) for letter in word}))
    units = longest_of(sorted(word for word in date_words("units") if _WORD.fullmatch(word)))
    ago = longest_of(sorted(word for word in date_words("ago", "since_after") if _WORD.fullmatch(word)))
    return re.compile(rf"((?<!\d)\d{{1,4}})([{marks}])|([{numbers}]{{1,3}}|(?<!\d)\d{{1,3}})({units})({ago})?")


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """Words of several, with their parts."""
    return {parts.replace(" ", ""): parts for parts in _table()["parts"]["all"].split("|")}


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    return read_toml(__package__, "unspaced.toml")
