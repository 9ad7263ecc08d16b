"""One person in all scripts: searched, suggested and kept apart from others, in new archives and in old ones."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.statement_search import StatementQuery
from bot.domain.text import Span
from tests.unit.archive.conftest import Tamper

ASKER = frozenset({"discord:1"})
JUNE = datetime(2026, 6, 1, 12, tzinfo=UTC)
LAVROVS = {
    "en": Speaker("Sergei Lavrov", "Foreign Minister", "Russia"),
    "ru": Speaker("Сергей Лавров", "министр иностранных дел", "Russia"),
    "ar": Speaker("سيرغي لافروف", "وزير الخارجية", "Russia"),
    "zh": Speaker("拉夫罗夫", "外长", "Russia"),
    "fr": Speaker("Sergueï Lavrov", "ministre des Affaires étrangères", "Russia"),
    "es": Speaker("Serguéi Lavrov", "ministro de Exteriores", "Russia"),
}

TYPED = (("Lav", "Sergei Lavrov"), ("Лав", "Сергей Лавров"), ("لاف", "سيرغي لافروف"), ("拉夫", "拉夫罗夫"))


def reading(speaker: Speaker, words: str, language: str = "en") -> Reading:
    """An article of one statement."""
    text = f"{speaker.name}: “{words}”"
    span = Span(len(speaker.name) + 3, len(text) - 1)
    said = Attribution((span,), Span(0, len(speaker.name)), None, Kind.DIRECT, Act.SAYS, speaker, confidence=0.9)
    article = Article(text, url=f"https://{language}.example/{len(text)}", published_at=JUNE, language=language)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), (said,), language))


async def found(archive: Archive, who: str, about: str = "") -> set[str]:
    """The languages of what is found."""
    page = await archive.search.find(StatementQuery(who, about), askers=ASKER, limit=50)
    return {one.article.language or "" for one in page.found}


async def fill(archive: Archive) -> None:
    for language, speaker in LAVROVS.items():
        await archive.save_reading(reading(speaker, f"talks {language}", language))
    await archive.save_reading(reading(Speaker("Arne Dahl", "Foreign Minister", "Norway"), "other", "no"))


@pytest.mark.parametrize("who", ["Lavrov", "Sergei Lavrov", "Лавров", "Лаврова", "Сергей Лавров", "لافروف", "拉夫罗夫"])
async def test_a_person_is_found_in_every_script(archive: Archive, who: str) -> None:
    await fill(archive)
    assert await found(archive, who) == set(LAVROVS)


async def test_they_are_one_person_and_suggested_once(archive: Archive) -> None:
    await fill(archive)
    for typed, name in TYPED:
        names = [one.name for one in await archive.search.suggest_speakers(typed, askers=ASKER)]
        assert names == [name], typed


async def test_a_name_typed_in_a_script_that_the_archive_lacks(archive: Archive) -> None:
    await archive.save_reading(reading(LAVROVS["en"], "talks"))
    for who in ("Лавров", "Лаврову", "لافروف", "拉夫罗夫"):
        assert await found(archive, who) == {"en"}
        assert [one.name for one in await archive.search.suggest_speakers(who, askers=ASKER)] in (["Sergei Lavrov"], [])


async def test_two_of_one_name_stay_two(archive: Archive) -> None:
    """Both have the words that were typed; they are two people all the same."""
    await archive.save_reading(reading(Speaker("Igor Ivanov", "Foreign Minister", "Russia"), "one"))
    await archive.save_reading(reading(Speaker("Игорь Иванов", "министр обороны", "Russia"), "two", "ru"))
    page = await archive.search.find(StatementQuery("Ivanov"), askers=ASKER, limit=50)
    assert sorted(page.people) == ["Igor Ivanov", "Игорь Иванов"]
    assert {one.person for one in page.found} == {"Igor Ivanov", "Игорь Иванов"}


async def test_a_name_that_no_table_has_is_joined_by_its_consonants(archive: Archive) -> None:
    await archive.save_reading(reading(Speaker("Arne Dahl", "Foreign Minister", "Norway"), "one"))
    await archive.save_reading(reading(Speaker("Арне Даль", "глава МИД", "Norway"), "two", "ru"))
    await archive.save_reading(reading(Speaker("أرني دال", "وزير الخارجية", "Norway"), "three", "ar"))
    await archive.save_reading(reading(Speaker("Урне Дуль", "министр обороны", "Norway"), "four", "ru-x"))
    await archive.save_reading(reading(Speaker("Арно Дилью", "глава МИД", "Sweden"), "five", "ru-y"))
    assert await found(archive, "Arne Dahl") == {"en", "ru", "ar"}


async def test_a_second_bearer_in_one_state_takes_them_apart(archive: Archive) -> None:
    await archive.save_reading(reading(Speaker("Arne Dahl", None, "Norway"), "one"))
    await archive.save_reading(reading(Speaker("Арне Даль", None, "Norway"), "two", "ru"))
    assert await found(archive, "Arne Dahl") == {"en", "ru"}
    await archive.save_reading(reading(Speaker("Orin Dol", None, "Norway"), "three", "en-x"))
    assert await found(archive, "Arne Dahl") == {"en"}


async def test_countries_in_other_languages(archive: Archive) -> None:
    await fill(archive)
    for who in ("Россия", "روسيا", "俄罗斯", "Russie", "Rusia"):
        assert await found(archive, who) == set(LAVROVS), who


async def test_an_old_archive_is_backfilled_when_it_is_opened(archive: Archive, url: str, tamper: Tamper) -> None:
    await fill(archive)
    tamper("UPDATE voices SET consonants = NULL, sound = 'old', surname = 'old'")
    tamper("UPDATE spellings SET person_id = (SELECT p.id FROM people p WHERE p.folded = spellings.folded)")
    tamper("DELETE FROM voice_words")
    await archive.close()
    again = await Archive.open(url)
    try:
        assert tamper("SELECT count(*) FROM voices WHERE consonants IS NULL") == [(0,)]
        assert await found(again, "Lavrov") == set(LAVROVS)
    finally:
        await again.close()


async def test_languages_restrict_a_search(archive: Archive) -> None:
    await fill(archive)
    wanted = StatementQuery("Lavrov", languages=frozenset({"ru", "zh"}))
    page = await archive.search.find(wanted, askers=ASKER, limit=50)
    assert {one.article.language for one in page.found} == {"ru", "zh"}


async def test_an_unknown_language_passes(archive: Archive) -> None:
    made = reading(LAVROVS["ru"], "talks")
    article, analysis = replace(made.article, language=None), replace(made.analysis, language=None)
    await archive.save_reading(Reading(reading_id(article), article, analysis))
    page = await archive.search.find(StatementQuery("Lavrov", languages=frozenset({"ru"})), askers=ASKER, limit=50)
    assert len(page.found) == 1


async def test_the_languages_of_an_old_index_are_made_when_it_is_opened(
    archive: Archive, url: str, tamper: Tamper
) -> None:
    await fill(archive)
    tamper("UPDATE indexed_texts SET version = 1, digest = ''")
    await archive.close()
    again = await Archive.open(url)
    try:
        assert await found(again, "Lavrov") == set(LAVROVS)
        wanted = StatementQuery("Lavrov", languages=frozenset({"ru"}))
        assert (await again.search.find(wanted, askers=ASKER)).total == 1
    finally:
        await again.close()


async def test_a_topic_is_found_in_other_cases_scripts_and_behind_clitics(archive: Archive) -> None:
    await archive.save_reading(reading(LAVROVS["en"], "we spoke of Navalny", "en"))
    await archive.save_reading(reading(LAVROVS["ru"], "дело Навального и санкции", "ru"))
    await archive.save_reading(reading(LAVROVS["ar"], "قضية نافالني والعقوبات", "ar"))
    await archive.save_reading(reading(LAVROVS["zh"], "关于纳瓦利内的问题", "zh"))
    for about in ("Navalny", "Навальном", "纳瓦利内", "نافالني"):
        assert await found(archive, "Lavrov", about) == {"en", "ru", "ar", "zh"}, about
    assert await found(archive, "Lavrov", "санкциях") == {"ru"}
    assert await found(archive, "Lavrov", "عقوبات") == {"ar"}
    assert await found(archive, "Lavrov", "navalny") == {"en"}, "a word of no capital may be any word"
