"""Finds who is named in a question: people in the archive, countries in seven languages, offices of a country.

Names are compared by sound as English writes them, so that every transliteration matches, in any case.
"""

import gettext
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

import pycountry

from bot.domain.folding import fold_letters, fold_words
from bot.domain.text import Span
from bot.gazetteer.countries import all_names, country_of, find_places, translated_countries
from bot.gazetteer.latin_names import is_latin, latin_name, latin_words, script_of, words_beginning
from bot.gazetteer.office_words import HONORIFICS, head_of
from bot.gazetteer.spelling import compatible, skeleton
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import Lexicon, Word, load_lexicon
from bot.nlp.lang.places import find_places as find_foreign_places
from bot.nlp.lang.word_forms import nominatives
from bot.questions.unspaced import space_words
from bot.questions.vocabulary import acts_of, common_words, find_language, fold_evenly, words_of

LONGEST_NAME = 5
"""Maximum words of a name."""
MOST_ASKED = 8
"""Maximum words of a question that are looked up in the archive."""
LONGEST_OFFICE = 9
"""Maximum words of an office's name."""
MOST_WORDS = 6
"""Maximum words of an unknown person's name."""
_STEM = 4
"""Letters of a name that are enough to look it up by."""

_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_LANGUAGES = ("fr", "de", "es", "ru")
_ALSO = {  # where ISO's translators have only the official name
    "russie": "Russia", "russland": "Russia", "rusia": "Russia", "россия": "Russia", "кремль": "Russia",
    "etats unis": "United States", "les etats unis": "United States", "usa": "United States", "сша": "United States",
    "eeuu": "United States", "iran": "Iran", "syrie": "Syria", "syrien": "Syria", "siria": "Syria", "сирия": "Syria",
    "великобритания": "United Kingdom", "grossbritannien": "United Kingdom", "reino unido": "United Kingdom",
    "ес": "European Union", "ue": "European Union", "евросоюз": "European Union", "onu": "United Nations",
    "оон": "United Nations", "нато": "NATO", "otan": "NATO", "nordkorea": "North Korea", "кндр": "North Korea",
}  # fmt: skip
_ABBREVIATION = 2
"""Letters of an abbreviation ("AU", "UE"), which counts in capitals only."""
_ARTICLES = frozenset("le la les der die das el los las".split())
_AMBIGUOUS = frozenset("us who it in un can".split())
"""Words that name a country or body only if they are capitalised."""
_PLACES = {"CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh"}
"""The language whose names of countries, in any case or with clitics, are looked for in a script."""


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A person, country or body named at ``span``, under the name to search for."""

    span: Span
    name: str
    is_country: bool


def find_named_entities(text: str, names: Sequence[str]) -> tuple[NamedEntity, ...]:
    """The people of ``names`` and the countries in ``text``, in order, without overlap, longest first."""
    found = [*_find_people(text, names), *_find_countries(text), *_find_offices(text)]
    kept: list[NamedEntity] = []
    for one in sorted(found, key=lambda named: (-len(named.span), named.is_country)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda named: named.span))


def name_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` that may be part of a name, in Latin letters, each once; at most ``MOST_ASKED``."""
    words = (match[0] for match in _WORD.finditer(space_words(text)))
    kept = dict.fromkeys(
        beginning
        for word in words
        if (len(word) > 2 or script_of(word) == "CJK") and _may_be_name(word)
        for beginning in _beginnings(word)
    )
    return tuple(word for word in kept if word)[:MOST_ASKED]


def _beginnings(word: str) -> tuple[str, ...]:
    """What a name that is written ``word`` begins with, in Latin letters: in its nominative, whichever that is."""
    forms = (fold_letters(word), *nominatives(fold_letters(word)))
    known = next((latin_words(form) for form in forms if words_beginning(form)), None)
    stem = "".join(takewhile(lambda letter: letter, map(_shared, zip(*forms, strict=False))))
    return known or latin_words(stem if len(stem) >= _STEM else word)


def _shared(letters: Sequence[str]) -> str:
    """The letter that all forms have at one place; "" if they differ."""
    return letters[0] if len(set(letters)) == 1 else ""


def resolve_phrase(phrase: str, named: Sequence[NamedEntity]) -> tuple[str, str] | None:
    """The name or office and the country that ``phrase`` means, with the entities ``named`` in it; None if nobody."""
    words = [fold_letters(word) for word in _WORD.findall(phrase)]
    if not named and all(word in words_of("pronouns", "all") | words_of("stop", "en") for word in words):
        return None
    people = [one for one in named if not one.is_country]
    if people:
        if len(people) > 1:
            return None
        if _is_titled(phrase, people[0], represents=len(named) > 1):
            return people[0].name, ""
        if not _is_another(phrase, people[0]):
            return None
    elif len(named) == 1 and (found := _of_country(phrase, named[0])):
        return found
    bare = _bare(phrase)
    unfit = len(words) > MOST_WORDS or not bare or fold_words(bare).split()[0] in words_of("pronouns", "all")
    return None if unfit else (bare, "")


def _is_titled(phrase: str, person: NamedEntity, *, represents: bool) -> bool:
    """Whether only an office surrounds a name: "Foreign Minister Haugseth", but not "Haugseth's spokesman"."""
    idle = _ARTICLES | words_of("stop", "articles") | words_of("stop", "prepositions") | frozenset(HONORIFICS)
    before, after = phrase[: person.span.start], phrase[person.span.end :]
    left = [word for word in fold_words(before).split() if word not in idle]
    if len(left) > MOST_WORDS or (left and not represents and head_of(before) is None):
        return False
    behind = fold_words(_POSSESSIVE.sub("", after))
    return not behind or (after.lstrip().startswith(",") and head_of(after) is not None)


def _is_another(phrase: str, person: NamedEntity) -> bool:
    """Whether it is somebody else: theirs ("Haugseth's spokesman"), or one with the same surname ("Petr Varga")."""
    if phrase[person.span.end :][:2] in {"'s", "’s"}:
        return True
    before = _WORD.findall(phrase[: person.span.start])
    return bool(before) and person.span.end == len(phrase) and all(map(_may_be_name, before))


def _of_country(phrase: str, named: NamedEntity) -> tuple[str, str] | None:
    """A country, or an office of it: "Norwegian officials", "the German chancellor", "the president of France"."""
    rest = _bare(f"{phrase[: named.span.start]} {phrase[named.span.end :]}")
    left = [word for word in fold_words(rest).split() if word not in words_of("stop", "en") and word != "s"]
    nobody = words_of("nouns", "groups") | words_of("nouns", "anybody")
    if all(word in nobody or word in words_of("stop", "de") | words_of("stop", "fr") for word in left):
        return named.name, ""
    if head_of(rest) and len(left) <= MOST_WORDS:
        return " ".join(word for word in rest.split() if set(fold_words(word).split()) & set(left)), named.name
    return None


def _bare(phrase: str) -> str:
    """``phrase`` without surrounding articles, prepositions and forms of address, and without a possessive ending."""
    words = _POSSESSIVE.sub("", phrase.strip(" ,.:;-–—\"'“”„«»¿¡")).split()
    dropped = _ARTICLES | words_of("stop", "articles") | words_of("stop", "prepositions")
    while words and (fold_words(words[0]) in dropped or words[0].casefold() in HONORIFICS):
        words.pop(0)
    while words and fold_words(words[-1]) in dropped | {"s", ""}:
        words.pop()
    return " ".join(words)


def _find_offices(text: str) -> list[NamedEntity]:
    """Ministries and offices whose names go on behind a preposition: "ministère norvégien des Affaires étrangères"."""
    language = find_language(text)
    lexicon = load_lexicon(language) if language in LANGUAGES else None
    if lexicon is None or not lexicon.lists["names.joiners"].whole:
        return []
    lists, words = lexicon.lists, lexicon.words(text)
    places = [place.span for place in find_foreign_places(text, language)]
    found: list[NamedEntity] = []
    for first, head in enumerate(words):
        if (found and found[-1].span.contains(head.span)) or not _heads_office(head, lexicon):
            continue
        last, joins, joined = head, False, False
        for word in words[first + 1 : first + LONGEST_OFFICE]:
            if _heads_office(word, lexicon) or any(place.overlaps(word.span) for place in places):
                last, joins, joined = word, False, joined or joins
            elif word.forms[0] not in lists["names.joiners"].whole or word.capital:
                break
            else:
                joins = True
        if joined:
            span = Span(head.span.start, last.span.end)
            found.append(NamedEntity(span, span.of(text), is_country=False))
    return found


def _heads_office(word: Word, lexicon: Lexicon) -> bool:
    return word.of(lexicon.lists["bodies.words"]) or word.of(lexicon.lists["titles.words"])


def _find_people(text: str, names: Sequence[str]) -> list[NamedEntity]:
    language = find_language(text)
    known = [(name, tuple(map(skeleton, _WORD.findall(latin_name(name))))) for name in names]
    words = _without_clitics(list(_WORD.finditer(text)), {said[-1] for _, said in known if said}, language)
    sounds = [_sounds(match[0]) for match in words]
    found = []
    for i in range(len(words)):
        for j in range(min(len(words), i + LONGEST_NAME), i, -1):
            if j == i + 1 and not _may_be_name(words[i][0]):
                continue
            plain = all(_may_be_name(word[0]) and not _is_verb(word[0], language) for word in words[i:j])
            wholes = _whole_sounds(text[words[i].start() : words[j - 1].end()]) if j > i + 1 else ()
            fitting = [
                name
                for name, said in known
                if _fits(sounds[i:j], said, loosely=plain) or any(said[-len(one) :] == one for one in wholes)
            ]
            if fitting:
                span = Span(words[i].start(), words[j - 1].end())
                found.append(NamedEntity(span, _one_of(fitting) or span.of(text), is_country=False))
                break
    return found


def _without_clitics(words: Sequence[re.Match[str]], surnames: set[str], language: str) -> list[re.Match[str]]:
    """``words``, those that are a surname behind a clitic without it: "and Zelensky" in Arabic."""
    fronts = load_lexicon(language).proclitics if language in _PLACES.values() else ()

    def bare(word: re.Match[str]) -> re.Match[str]:
        if not surnames.isdisjoint(_sounds(word[0])):
            return word
        cut = (_WORD.match(word.string, word.start() + len(front)) for front in fronts if word[0].startswith(front))
        return next((one for one in cut if one and not surnames.isdisjoint(_sounds(one[0]))), word)

    return [bare(word) for word in words] if fronts else list(words)


def _is_verb(word: str, language: str) -> bool:
    """Whether a word that no capital makes a name says that somebody speaks."""
    return word == word.lower() and acts_of(fold_evenly(word), language) is not None


def _may_be_name(word: str) -> bool:
    return len(word) > 1 and (fold_letters(word) not in common_words())


def _fits(asked: Sequence[tuple[str, ...]], name: tuple[str, ...], *, loosely: bool) -> bool:
    """Whether ``asked`` is the name, its end or beginning; ``loosely``: with other, compatible given names."""

    def is_asked(words: tuple[str, ...]) -> bool:
        return len(words) == len(asked) and all(word in sounds for word, sounds in zip(words, asked, strict=True))

    if is_asked(name[-len(asked) :]) or (len(asked) > 1 and is_asked(name[: len(asked)])):
        return True
    several = loosely and min(len(asked), len(name)) > 1
    return several and name[-1] in asked[-1] and compatible((*(word[0] for word in asked[:-1]), name[-1]), name)


def _one_of(names: Sequence[str]) -> str | None:
    """The first of ``names`` if all can be names of one person."""
    first = names[0].split()
    alike = all(compatible(tuple(first), tuple(name.split())) for name in names[1:])
    return names[0] if alike else None


def _find_countries(text: str) -> list[NamedEntity]:
    found = {place.span: place.country for place in find_places(text)}
    for code in _languages_of(text):
        found |= {place.span: place.country for place in find_foreign_places(text, code)}
    words = list(_WORD.finditer(text))
    known = _countries()
    for i in range(len(words)):
        for j in range(min(len(words), i + LONGEST_NAME), i, -1):
            span = Span(words[i].start(), words[j - 1].end())
            folded = fold_words(span.of(text))
            if folded not in known and j == i + 1:
                folded = next((form for form in nominatives(folded) if form in known), folded)
            short = folded in _AMBIGUOUS or (folded.isascii() and len(folded) <= _ABBREVIATION)
            if folded in known and not (short and span.of(text) != span.of(text).upper()):
                found.setdefault(span, known[folded])
    return [NamedEntity(span, country, is_country=True) for span, country in found.items()]


def _languages_of(text: str) -> frozenset[str]:
    """The languages other than English whose names of countries ``text`` may have: by script, else by its words."""
    scripts = {script_of(match[0]) for match in _WORD.finditer(text)}
    return frozenset(_PLACES[script] for script in scripts & set(_PLACES)) | ({find_language(text)} & LANGUAGES)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Countries and bodies by each of their names, folded, in seven languages."""
    names = {fold_words(name): found[0] for name in sorted(all_names()) if (found := country_of(name))}
    foreign = {folded: country for folded, country in _translated() if folded}
    return {**translated_countries(), **foreign, **_ALSO, **names}


def _translated() -> list[tuple[str, str]]:
    translators = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in _LANGUAGES
    ]
    pairs = []
    for country in pycountry.countries:
        english = getattr(country, "common_name", country.name)
        ours = country_of(country.flag) or country_of(english)
        if ours:
            pairs += [(fold_words(translator.gettext(name)), ours[0]) for translator in translators
                      for name in {english, country.name}]  # fmt: skip
    return pairs


@lru_cache(maxsize=4096)
def _sounds(word: str) -> tuple[str, ...]:
    """What a word of a question may sound like as English writes it: a family name first, each case's nominative."""
    forms = (word, *nominatives(fold_letters(word)))
    found = (_WORD.findall(latin_name(form)) for form in forms)
    return tuple(dict.fromkeys(skeleton(words[-1]) for words in found if words)) or ("",)


@lru_cache(maxsize=4096)
def _whole_sounds(words: str) -> tuple[tuple[str, ...], ...]:
    """What several words may sound like if the table of figures has them as one name, in whatever case the last is."""
    *first, last = words.split()
    folded = fold_letters(last)
    names = {latin_name(" ".join((*first, form))) for form in (last, folded, *nominatives(folded))}
    return tuple(tuple(map(skeleton, _WORD.findall(name))) for name in sorted(names) if is_latin(name))
