"""The catalogue holds what the code says, in every language, with the same values and every plural."""

from unittest.mock import Mock

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast

from bot.i18n.catalogue import Catalogue, read_texts
from bot.i18n.language import Language
from tests.unit.i18n.messages import Part, parts, themes
from tests.unit.i18n.used import uses

ENGLISH = parts(Language.ENGLISH)
OTHERS = [language for language in Language if language is not Language.ENGLISH]
BY_THEMSELVES = frozenset({"step"})
"""Attributes that are said with their message: what to do next after an error."""
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})


def asked(key: str) -> frozenset[str]:
    """The values that a message and what it holds ask for, its attributes included."""
    found: set[str] = set()
    for name, part in ENGLISH.items():
        if name.partition(".")[0] == key.partition(".")[0] and (name == key or name.partition(".")[2] in BY_THEMSELVES):
            found |= part.values
            for other in part.references:
                found |= asked(other)
    return frozenset(found)


def test_every_message_that_is_said_is_written_with_its_values() -> None:
    wrong = [
        f"{use.place} says {use.key} with {sorted(use.values)}, not {sorted(asked(use.key or ''))}"
        for use in uses()
        if use.key not in ENGLISH or use.values != asked(use.key)
    ]
    assert wrong == []


def test_every_message_that_is_written_is_said() -> None:
    said = {use.key for use in uses()}
    referred = {name for part in ENGLISH.values() for name in part.references}
    known = said | referred
    idle = [
        key
        for key, part in ENGLISH.items()
        if part.theme != "commands"
        and key not in known
        and not (key.partition(".")[2] in BY_THEMSELVES and key.partition(".")[0] in known)
    ]
    assert idle == []


@pytest.mark.parametrize("language", Language)
def test_a_message_stands_in_the_file_of_its_theme(language: Language) -> None:
    assert [part.key for part in parts(language).values() if not part.key.startswith(f"{part.theme}-")] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_what_english_says(language: Language) -> None:
    assert {path.stem for path in themes(language)} == {path.stem for path in themes(Language.ENGLISH)}
    assert sorted(set(ENGLISH) ^ set(parts(language))) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_takes_the_same_values_in_every_language(language: Language) -> None:
    found = parts(language)
    wrong = {
        key: (sorted(part.values), sorted(found[key].values))
        for key, part in ENGLISH.items()
        if key in found and part.values | part.references != found[key].values | found[key].references
    }
    assert wrong == {}


@pytest.mark.parametrize("language", Language)
def test_counted_words_have_every_plural_of_the_language(language: Language) -> None:
    """Those that whole numbers take up to 999,999 (CLDR); the variant with a star stands for the last of them."""
    rule = Locale.parse(language).plural_form
    needed = {rule(number) for number in (*range(1000), 1000, 10_000, 100_000, 123_456)}
    wrong = []
    for part in parts(language).values():
        for choice in part.choices:
            names = [key.name for v in choice.variants if isinstance(key := v.key, ast.Identifier)]
            if CATEGORIES.isdisjoint(names):
                continue
            (star,) = (v.key.name for v in choice.variants if v.default and isinstance(v.key, ast.Identifier))
            if not set(names) <= needed | {"other"} or not needed <= set(names):
                wrong.append(f"{part.key}: {names}, needed are {sorted(needed)}")
            if star != "other" and "other" in names:
                wrong.append(f"{part.key}: the star belongs to other")
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_depends_on_a_word_knows_the_same_words(language: Language) -> None:
    def known(part: Part) -> set[str]:
        names = {v.key.name for choice in part.choices for v in choice.variants if isinstance(v.key, ast.Identifier)}
        return names - CATEGORIES

    found = parts(language)
    assert [key for key, part in ENGLISH.items() if key in found and known(part) != known(found[key])] == []


def test_a_file_is_read_when_its_first_message_is_asked_for() -> None:
    catalogue = Catalogue(Language.ENGLISH)
    assert catalogue.find("article-pasted", {}) == "Pasted text"
    assert catalogue.find("whosaid-act", {"act": "denies"}) == "denies"
    assert catalogue.find("nowhere-at-all", {}) is None
    assert catalogue.find("article-pasted.step", {}) is None


def test_a_message_is_parsed_at_its_first_use_with_what_it_refers_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsed in advance, the messages of six languages took 28 MiB of every process."""
    parse = Mock(side_effect=FluentParser().parse_entry)
    monkeypatch.setattr(FluentParser, "parse_entry", parse)
    catalogue = Catalogue(Language.ENGLISH)
    assert catalogue.find("article-pasted", {}) == catalogue.find("article-pasted", {})
    assert parse.call_count == 1
    [refers, *_] = (part for part in ENGLISH.values() if part.references and not part.values)
    assert catalogue.find(refers.key, {})
    assert parse.call_count == 2 + len(refers.references)


@pytest.mark.parametrize("language", Language)
def test_every_message_of_a_file_is_found(language: Language) -> None:
    catalogue = Catalogue(language)
    values = dict.fromkeys((name for part in parts(language).values() for name in part.values), 1)
    assert [key for key in parts(language) if catalogue.find(key, values) is None] == []


@pytest.mark.parametrize("language", Language)
def test_mere_texts_of_a_theme_are_as_in_the_catalogue(language: Language) -> None:
    texts = read_texts(language, "commands")
    assert set(texts) == {part.key for part in parts(language).values() if part.theme == "commands"}
    catalogue = Catalogue(language)
    assert texts == {key: catalogue.find(key, {}) for key in texts}
    assert "article-page" not in read_texts(language, "article")  # it has values


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="article-page"):
        Catalogue(Language.ENGLISH).find("article-page", {"page": 1})
