"""What was said is found by who, about what and when, by those who may see it, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, select

from bot.archive.index_terms import IndexQuery, compose_document, compose_query
from bot.archive.schema.readings import analyses, texts
from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.statement_search import (
    FoundStatements,
    SpeakerSuggestion,
    StatementQuery,
    Term,
    parse_about,
)
from bot.domain.text import Span
from tests.unit.archive.conftest import Tamper

ASKER = frozenset({"discord:1"})
JUNE = datetime(2024, 6, 1, 12, tzinfo=UTC)
HAUGSETH = Speaker("Torvald Haugseth", "Foreign Minister", "Norway")
BIRNA = Speaker("Birna Steinsdóttir", "Foreign Minister", "Iceland")

Line = tuple[Speaker | None, str] | tuple[Speaker | None, str, Act]


def report(
    *lines: Line, at: datetime | None = JUNE, url: str | None = "https://example.org/1", **facts: object
) -> Reading:
    """A reading of an article that quotes each of ``lines``."""
    text, found = "", []
    for line in lines:
        speaker, words, act = (*line, Act.SAYS)[:3]
        name = speaker.name if speaker else "Somebody"
        start = len(text) + len(name) + 7
        text += f"{name} said “{words}”.\n"
        span = Span(start, start + len(words))
        source = Span(start - 7 - len(name), start - 7)
        found.append(Attribution((span,), source, None, Kind.DIRECT, act, speaker, confidence=0.9))
    article = Article(text, title="News", url=url, outlet=Outlet("The Example"), published_at=at)
    attributions = tuple(replace(one, **facts) for one in found)  # type: ignore[arg-type]
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), attributions, "en"))


def words_of(page: FoundStatements) -> list[str]:
    return [one.attribution.content[0].of(one.article.text) for one in page.found]


async def find(archive: Archive, who: str = "", about: str = "", **more: object) -> list[str]:
    wanted = StatementQuery(who, about, **more)  # type: ignore[arg-type]
    return words_of(await archive.search.find(wanted, askers=ASKER, limit=100))


@pytest.fixture
async def filled(archive: Archive) -> Archive:
    later = JUNE + timedelta(days=3)
    await archive.save_readings(
        [
            report((HAUGSETH, "the harbour stays open"), (BIRNA, "we heard about the harbour tolls", Act.DENIES)),
            report((HAUGSETH, "tolls for the Café are high"), at=later, url="https://example.org/2"),
            report(
                (Speaker("Officials", "spokesperson", "Iceland"), "open the harbour now"),
                at=JUNE - timedelta(days=40),
                url="https://example.org/3",
            ),
        ]
    )
    return archive


async def test_a_statement_comes_with_its_language_and_those_beside_it(archive: Archive) -> None:
    """Its line is worded with them, and must not run into them."""
    said = report(*((HAUGSETH, f"matter {n}") for n in range(12)))
    await archive.save_reading(said)
    page = await archive.search.find(StatementQuery(about="5"), askers=ASKER)
    [found] = page.found
    assert found.language == "en"
    assert found.beside is not None
    assert set(found.beside) == {*said.analysis.attributions[1:5], *said.analysis.attributions[6:10]}


async def test_words_are_found_newest_first(filled: Archive) -> None:
    assert await find(filled, about="harbour") == [
        "the harbour stays open",
        "we heard about the harbour tolls",
        "open the harbour now",
    ]
    assert await find(filled, about="TOLLS cafe") == ["tolls for the Café are high"]
    assert await find(filled, about='"harbour stays"  open') == [
        "the harbour stays open",
        "we heard about the harbour tolls",  # denies the sentence before
    ]
    assert await find(filled, about='"the harbour now"  open') == ["open the harbour now"]
    assert await find(filled, about="“harbour the”") == []
    assert await find(filled, about="harb*") == await find(filled, about="harbour")
    assert await find(filled, about="harb") == []
    assert await find(filled, about="!!!") == []


async def test_what_was_found_is_told_as_its_article_has_it(filled: Archive) -> None:
    (one,) = (await filled.search.find(StatementQuery(about="café"), askers=ASKER)).found
    assert one.attribution.speaker == HAUGSETH
    assert one.article.outlet == Outlet("The Example")
    assert one.at == JUNE + timedelta(days=3)
    assert one.person == "Torvald Haugseth"
    assert (await filled.load_reading(one.reading)).article == one.article


async def test_speakers_are_found_by_name_country_and_office(filled: Archive) -> None:
    mine = ["tolls for the Café are high", "the harbour stays open"]
    theirs = ["we heard about the harbour tolls", "open the harbour now"]
    for who in ("Haugseth", "torvald haugseth", "Norway", "Norwegian", "Oslo", "Norwegian Foreign Minister"):
        assert await find(filled, who) == mine, who
    for who in ("Iceland", "the Icelandic"):
        assert await find(filled, who) == theirs, who
    assert await find(filled, "steinsdottir") == theirs[:1]
    assert await find(filled, "spokeswoman of Iceland") == theirs[1:]
    assert set(await find(filled, "foreign minister")) == {*mine, theirs[0]}
    assert await find(filled, "President Haugseth") == mine
    for who in ("Batman", "foreign Batman", "...", "Steinsen"):
        assert await find(filled, who) == [], who
    assert await find(filled, countries=frozenset({"Norway"})) == mine


async def test_dates_bound_what_is_found(filled: Archive) -> None:
    assert await find(filled, since=JUNE + timedelta(days=1)) == ["tolls for the Café are high"]
    assert await find(filled, about="open", until=JUNE) == ["open the harbour now"]
    assert await find(filled, about="stays", since=JUNE, until=JUNE + timedelta(minutes=1)) == [
        "the harbour stays open",
        "we heard about the harbour tolls",
    ]


async def test_kinds_of_statement(archive: Archive) -> None:
    await archive.save_reading(
        report((HAUGSETH, "open said"), (HAUGSETH, "open wished", Act.ATTITUDE), (BIRNA, "open denied", Act.DENIES))
    )
    assert await find(archive, about="open") == ["open said", "open denied"]
    assert await find(archive, about="open", acts=frozenset({Act.DENIES})) == ["open denied"]
    assert len(await find(archive, about="open", acts=frozenset(Act))) == 3


async def test_what_is_uncertain_is_not_found(archive: Archive) -> None:
    await archive.save_reading(report((HAUGSETH, "open"), confidence=0.49))
    assert await find(archive, about="open") == []


async def test_a_phrase_does_not_reach_across_a_gap(archive: Archive) -> None:
    reading = report((HAUGSETH, "the north harbour and the south quay"))
    (whole,) = reading.analysis.attributions[0].content
    parts = (Span(whole.start, whole.start + 17), Span(whole.start + 22, whole.end))
    found = (replace(reading.analysis.attributions[0], content=parts),)
    await archive.save_reading(replace(reading, analysis=replace(reading.analysis, attributions=found)))
    assert len(await find(archive, about="“north harbour” “south quay”")) == 1
    assert await find(archive, about="“harbour the”") == []


async def test_an_article_without_a_date_or_with_one_to_come_is_of_when_it_was_read(archive: Archive) -> None:
    for number, at in enumerate((None, datetime(2199, 1, 1, tzinfo=UTC))):
        await archive.save_reading(report((HAUGSETH, f"open {number}"), at=at, url=f"https://example.org/{number}"))
    page = await archive.search.find(StatementQuery(about="open"), askers=ASKER)
    assert len(page.found) == 2
    assert all(abs(one.at - datetime.now(UTC)) < timedelta(minutes=5) for one in page.found)
    newest = await find(archive, about="open", since=datetime.now(UTC) - timedelta(hours=1))
    assert sorted(newest) == ["open 0", "open 1"]


async def test_pages_follow_each_other_both_ways(archive: Archive) -> None:
    lines = [(HAUGSETH, f"harbour number {number}") for number in range(25)]
    await archive.save_reading(report(*lines))
    wanted = StatementQuery(about="harbour")
    seen: list[list[str]] = []
    page = await archive.search.find(wanted, askers=ASKER, limit=10)
    assert page.newer is None
    while True:
        seen.append(words_of(page))
        assert (page.total, page.over) == (25, False)
        if page.older is None:
            break
        page = await archive.search.find(wanted, askers=ASKER, limit=10, before=page.older)
    assert [len(words) for words in seen] == [10, 10, 5]
    assert [word for words in seen for word in words] == [f"harbour number {number}" for number in range(25)]
    for words in reversed(seen[:-1]):
        page = await archive.search.find(wanted, askers=ASKER, limit=10, after=page.newer)
        assert words_of(page) == words
    assert page.newer is None


COUNTED = 100
"""As many are counted in the tests of paging, so that they need not store a thousand."""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.archive.search.TOTAL_LIMIT", COUNTED)


@pytest.mark.usefixtures("counted")
async def test_pages_beyond_what_is_counted(archive: Archive) -> None:
    count = COUNTED + 30
    lines = [(HAUGSETH, f"harbour {number}") for number in range(count)]
    await archive.save_reading(report(*lines))
    wanted = StatementQuery("Haugseth", "harbour")
    page = await archive.search.find(wanted, askers=ASKER, limit=10)
    seen = words_of(page)
    backward: list[str] = []
    while page.older is not None:
        assert (page.total, page.over) == (COUNTED, True)
        page = await archive.search.find(wanted, askers=ASKER, limit=10, before=page.older)
        seen += words_of(page)
    assert seen == [f"harbour {number}" for number in range(count)]
    while page.newer is not None:
        page = await archive.search.find(wanted, askers=ASKER, limit=10, after=page.newer)
        backward = words_of(page) + backward
    assert backward == seen[: len(backward)]
    assert len(backward) == count - len(seen[len(backward) :])


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(("articles", "lines"), [(7, 4), (3, COUNTED // 2)])
async def test_the_earliest_come_first_where_they_are_wanted(archive: Archive, articles: int, lines: int) -> None:
    every = [f"harbour {day} {line}" for day in range(articles) for line in range(lines)]
    for day in reversed(range(articles)):
        told = [(HAUGSETH, f"harbour {day} {line}") for line in range(lines)]
        url = f"https://example.org/{day}"
        await archive.save_reading(report(*told, at=JUNE + timedelta(days=day), url=url))
    wanted, limit = StatementQuery(about="harbour", earliest=True), max(3, lines // 7)
    page = await archive.search.find(wanted, askers=ASKER, limit=limit)
    assert page.older is None
    seen, sizes = words_of(page), [len(page.found)]
    while page.newer is not None:
        page = await archive.search.find(wanted, askers=ASKER, limit=limit, after=page.newer)
        seen += words_of(page)
        sizes.append(len(page.found))
    assert seen == every
    assert set(sizes[:-1]) == {limit}
    assert page.over == (len(every) > COUNTED)
    backward = words_of(page)
    while page.older is not None:
        page = await archive.search.find(wanted, askers=ASKER, limit=limit, before=page.older)
        backward = words_of(page) + backward
    assert backward == every
    later = replace(wanted, since=JUNE + timedelta(days=2))
    assert words_of(await archive.search.find(later, askers=ASKER, limit=2)) == ["harbour 2 0", "harbour 2 1"]


async def test_reading_anew_replaces_what_is_found(filled: Archive) -> None:
    old = report((HAUGSETH, "the harbour stays open"), (BIRNA, "we heard about the harbour tolls", Act.DENIES))
    kept = replace(old.analysis, engine="by hand 2", attributions=old.analysis.attributions[1:])
    await filled.save_reading(replace(old, analysis=kept))
    assert await find(filled, about="harbour") == ["we heard about the harbour tolls", "open the harbour now"]


async def test_saving_the_same_again_changes_nothing(filled: Archive, tamper: Tamper) -> None:
    before = tamper("SELECT key, statement_id FROM said ORDER BY key")
    await filled.save_reading(
        report((HAUGSETH, "tolls for the Café are high"), at=JUNE + timedelta(days=3), url="https://example.org/2")
    )
    assert tamper("SELECT key, statement_id FROM said ORDER BY key") == before


async def test_what_is_deleted_is_not_found(filled: Archive) -> None:
    """Whoever deletes: here an analysis goes behind everybody's back."""
    async with filled._engines.writer.begin() as connection:  # as retention does
        gone = select(texts.c.id).where(texts.c.text.contains("stays open")).scalar_subquery()
        await connection.execute(delete(analyses).where(analyses.c.text_id == gone))
    assert await find(filled, about="harbour") == ["open the harbour now"]
    assert await find(filled, "Steinsdóttir") == []


async def test_what_was_stored_before_there_was_a_search_is_found(filled: Archive, url: str) -> None:
    expected = await find(filled, about="harbour")
    async with filled._engines.writer.begin() as connection:  # as an older version left it
        for table in ("said", "indexed_texts", "voice_words", "offices", "voices"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - of the list above
    assert await find(filled, about="harbour") == []
    again = await Archive.open(url)
    assert await find(again, about="harbour") == expected
    assert len(await find(again, "Haugseth")) == 2
    await again.close()


async def test_what_an_older_release_indexed_is_found_as_before_and_reindexed_later(filled: Archive, url: str) -> None:
    """Opening such an archive does not wait for it; a text whose documents are the same is done with too."""
    await filled.save_reading(report((HAUGSETH, "hushed"), url="https://example.org/4", confidence=0.1))
    async with filled._engines.writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE indexed_texts SET version = 1, digest = '0' WHERE text_id = 1")
        await connection.exec_driver_sql("UPDATE indexed_texts SET version = 1 WHERE text_id <> 1")
    again = await Archive.open(url)
    assert await again.reindex()
    assert not await again.reindex()
    assert await find(again, about="harbour") == await find(filled, about="harbour")
    await again.close()


CLINIC = (
    "In reply to questions about the jailed editor, Birna Steinsdóttir explained the law of the land. Haugseth was not "
    "heard.\n\nThe court had poisoned the talks, a paper wrote. Birna Steinsdóttir dismissed the claim."
)


def clinic() -> Reading:
    def said(words: str, cue: str, act: Act) -> Attribution:
        start = CLINIC.index(words)
        name = CLINIC.rindex(BIRNA.name, 0, start)
        verb = CLINIC.index(cue)
        return Attribution(
            (Span(start, start + len(words)),),
            Span(name, name + len(BIRNA.name)),
            Span(verb, verb + len(cue)),
            Kind.INDIRECT,
            act,
            BIRNA,
            confidence=0.9,
        )

    found = (said("the law of the land", "explained", Act.SAYS), said("the claim", "dismissed", Act.REJECTS))
    article = Article(CLINIC, url="https://example.org/clinic", published_at=JUNE)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), found, "en"))


async def test_a_statement_is_found_by_the_sentence_around_it(archive: Archive) -> None:
    await archive.save_reading(clinic())
    for about in ("editor", "editors", "jailed", '"jailed editor" law'):
        assert await find(archive, "Steinsdóttir", about) == ["the law of the land"], about
    assert await find(archive, "Iceland", "poisoning") == ["the claim"], "it answers the sentence before"
    assert await find(archive, "Iceland", '"poisoning"') == [], "as it is written"
    assert await find(archive, about="Steinsdóttir") == [], "she speaks, and nobody speaks of her"
    assert await find(archive, about="Birna editor") == []


async def test_a_pasted_text_is_found_by_its_owner_alone(archive: Archive) -> None:
    await archive.save_reading(report((HAUGSETH, "open to all")))
    mine = report((Speaker("Ketil Nordgard", "Minister", "Norway"), "open for me"), at=None, url=None)
    await archive.save_reading(mine, owner="discord:1")
    assert await find(archive, about="open") == ["open for me", "open to all"]
    assert await find(archive, "Nordgard") == ["open for me"]
    for others in (frozenset[str](), frozenset({"discord:2", "discord:guild:1"})):
        page = await archive.search.find(StatementQuery(about="open"), askers=others)
        assert words_of(page) == ["open to all"]
        hidden = await archive.search.find(StatementQuery("Nordgard"), askers=others)
        assert hidden == FoundStatements(())
        assert [one.name for one in await archive.search.suggest_speakers("nord", askers=others)] == []
        assert await archive.search.nearest("Nordgart", askers=others) == ()
        assert (await archive.search.scope(StatementQuery(), askers=others)).articles == 1
    assert [one.name for one in await archive.search.suggest_speakers("nord", askers=ASKER)] == ["Ketil Nordgard"]
    assert await archive.search.nearest("Nordgart", askers=ASKER) == ("Ketil Nordgard",)
    assert (await archive.search.scope(StatementQuery(), askers=ASKER)).articles == 2


async def test_a_text_that_everybody_can_read_is_shown_in_the_article_that_all_may_see(archive: Archive) -> None:
    public = report((HAUGSETH, "open to all"))
    pasted = replace(public.article, url=None, title="My notes", outlet=None)
    await archive.save_reading(replace(public, id=reading_id(pasted), article=pasted), owner="discord:1")
    await archive.save_reading(public)
    (found,) = (await archive.search.find(StatementQuery(about="open"), askers=frozenset())).found
    assert found.article == public.article


async def test_what_was_somebodys_first_is_everybodys_once_everybody_can_read_it(archive: Archive) -> None:
    """Else a server that is sent an article could hide it from all the others; found, and its speaker suggested."""
    reading = report((HAUGSETH, "open to all"))
    await archive.save_reading(reading, owner="discord:guild:7")
    assert await archive.search.suggest_speakers("haug", askers=ASKER) == ()
    for _ in range(2):
        await archive.save_reading(reading)
        assert await find(archive, about="open") == ["open to all"]
        assert await archive.search.suggest_speakers("haug", askers=ASKER) == (
            SpeakerSuggestion("Torvald Haugseth", "Foreign Minister", "Norway", 1),
        )
        assert (await archive.search.scope(StatementQuery(), askers=ASKER)).articles == 1
    await archive.save_reading(reading, owner="discord:guild:7")
    assert await find(archive, about="open") == ["open to all"]


async def test_the_speakers_of_a_text_that_was_pasted_before_it_was_published_are_suggested(archive: Archive) -> None:
    public = report((HAUGSETH, "open to all"))
    pasted = replace(public.article, url=None)
    await archive.save_reading(replace(public, id=reading_id(pasted), article=pasted), owner="discord:5")
    await archive.save_reading(public)
    assert [one.name for one in await archive.search.suggest_speakers("haug", askers=ASKER)] == ["Torvald Haugseth"]


async def test_what_a_newsroom_sent_to_one_server_stays_there(archive: Archive) -> None:
    await archive.save_reading(report((HAUGSETH, "open for one server")), owner="discord:guild:7")
    assert await find(archive, about="open") == []
    page = await archive.search.find(StatementQuery(about="open"), askers=frozenset({"discord:1", "discord:guild:7"}))
    assert words_of(page) == ["open for one server"]


async def save_speakers(archive: Archive, speakers: Sequence[Speaker]) -> None:
    for number, speaker in enumerate(speakers):
        at = JUNE + timedelta(minutes=number)
        await archive.save_reading(report((speaker, f"open {number}"), at=at, url=f"https://example.org/{number}"))


LAVRIN = (
    Speaker("Sergei Lavrin", "Foreign Minister", "Russia"),
    Speaker("Sergey Lavrin", "Russian Foreign Minister", "Russia"),
    Speaker("Lavrin", "Foreign Minister", "Russia"),
)


async def test_one_person_is_found_under_every_spelling(archive: Archive) -> None:
    await save_speakers(archive, LAVRIN)
    for who in ("Sergei Lavrin", "Sergey Lavrin", "Lavrin", "lavrin", "Sergiy Lavrin"):
        page = await archive.search.find(StatementQuery(who), askers=ASKER)
        assert words_of(page) == ["open 2", "open 1", "open 0"], who
        assert page.people == ("Sergei Lavrin",), who
        assert {one.person for one in page.found} == {"Sergei Lavrin"}


async def test_the_order_of_meeting_does_not_matter(archive: Archive) -> None:
    await save_speakers(archive, LAVRIN[::-1])
    page = await archive.search.find(StatementQuery("Sergey Lavrin"), askers=ASKER)
    assert len(page.found) == 3


async def test_two_people_of_one_surname_stay_two(archive: Archive) -> None:
    """And the surname alone, which was the first one's while there was no other, is nobody's then."""
    other = Speaker("Igor Lavrin", "Deputy Foreign Minister", "Russia")
    await save_speakers(archive, [*LAVRIN, other])
    assert words_of(await archive.search.find(StatementQuery("Igor Lavrin"), askers=ASKER)) == ["open 3"]
    assert words_of(await archive.search.find(StatementQuery("Sergei Lavrin"), askers=ASKER)) == ["open 1", "open 0"]
    page = await archive.search.find(StatementQuery("Lavrin"), askers=ASKER)
    assert words_of(page) == ["open 3", "open 2", "open 1", "open 0"]
    assert set(page.people) == {"Sergei Lavrin", "Igor Lavrin", "Lavrin"}


@pytest.mark.parametrize(
    "other",
    [
        Speaker("Sergey Lavrin", "Foreign Minister", "Bulgaria"),  # another country's
        Speaker("Sergey Lavrin", "striker", "Russia"),  # another office
        Speaker("Sergey Lavrin", None, None),  # nothing told
        Speaker("Anna Lavrina", "Foreign Minister", "Russia"),
    ],
)
async def test_names_that_sound_alike_are_not_enough(archive: Archive, other: Speaker) -> None:
    await save_speakers(archive, [LAVRIN[0], other])
    assert words_of(await archive.search.find(StatementQuery("Sergei Lavrin"), askers=ASKER)) == ["open 0"]


async def test_initials_tell_people_apart(archive: Archive) -> None:
    people = [Speaker(f"John {initial}Dahl", "Senator", "Norway") for initial in ("A. ", "B. ", "")]
    await save_speakers(archive, people)
    assert words_of(await archive.search.find(StatementQuery("John A. Dahl"), askers=ASKER)) == ["open 0"]


async def test_suggestions_know_every_spelling_and_country(filled: Archive) -> None:
    await save_speakers(filled, LAVRIN)

    async def suggest(typed: str) -> list[tuple[str, str | None, str | None, int]]:
        found = await filled.search.suggest_speakers(typed, askers=ASKER)
        return [(one.name, one.role, one.country, one.statements) for one in found]

    assert await suggest("sergey l") == [("Sergei Lavrin", "Foreign Minister", "Russia", 3)]
    assert await suggest("lav") == await suggest("sergey l")
    assert await suggest("steinsdot") == [("Birna Steinsdóttir", "Foreign Minister", "Iceland", 1)]
    assert await suggest("iceland") == [("Iceland", None, None, 2)]
    assert ("Norway", None, None, 2) in await suggest("os")
    assert {one[0] for one in await suggest("")} == {
        "Sergei Lavrin",
        "Torvald Haugseth",
        "Birna Steinsdóttir",
        "Officials",
    }
    assert await suggest("zzz") == []
    assert len(await filled.search.suggest_speakers("", askers=ASKER, limit=2)) == 2


async def test_every_word_typed_so_far_belongs_to_the_name(archive: Archive) -> None:
    long = "Abel Benja Carlo Davin Emilo Fabio Gusto Hamid Ivano"
    await save_speakers(archive, [Speaker(long, "Senator", "Norway"), Speaker("Abel Benja", "Senator", "Norway")])

    async def suggest(typed: str) -> set[str]:
        return {one.name for one in await archive.search.suggest_speakers(typed, askers=ASKER)}

    assert await suggest("abel benja") == await suggest("benja benja ab") == {long, "Abel Benja"}
    assert await suggest("abel benja c") == await suggest("carlo benja abel a") == {long}
    assert await suggest(long) == {long}
    assert await suggest("abel zzz c") == set()


@pytest.mark.parametrize("typed", [" ".join("abcdefghijklmnopqrstuvwxyz"), "ﷺ" * 300, " ".join(map(str, range(3000)))])
async def test_many_words_make_no_larger_a_query(filled: Archive, typed: str) -> None:
    """PostgreSQL plans a subquery for each word in a time that doubles with it, and in gigabytes."""
    asked: list[tuple[int, int]] = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        asked.append((statement.count("SELECT"), len(parameters)))

    engine = filled._engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        await filled.search.suggest_speakers("abel b c", askers=ASKER)
        usual = max(selects for selects, _ in asked)
        asked.clear()
        assert await filled.search.suggest_speakers(typed, askers=ASKER) == ()
        await filled.search.nearest(typed, askers=ASKER)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert max(selects for selects, _ in asked) <= usual
    assert max(size for _, size in asked) <= 12
    assert len(asked) <= 20


async def test_the_nearest_names_are_suggested(filled: Archive) -> None:
    assert await filled.search.nearest("Haugset", askers=ASKER) == ("Torvald Haugseth",)
    assert await filled.search.nearest("Torwald Hougseth", askers=ASKER) == ("Torvald Haugseth",)
    assert await filled.search.nearest("Icelnad", askers=ASKER) == ("Iceland",)
    assert await filled.search.nearest("Batman", askers=ASKER) == ()


async def test_the_scope_counts_what_was_searched(filled: Archive) -> None:
    scope = await filled.search.scope(StatementQuery("Batman", "anything"), askers=ASKER)
    assert (scope.articles, scope.first, scope.last) == (3, JUNE - timedelta(days=40), JUNE + timedelta(days=3))
    narrow = await filled.search.scope(StatementQuery(since=JUNE, until=JUNE + timedelta(days=1)), askers=ASKER)
    assert (narrow.articles, narrow.first, narrow.last) == (1, JUNE, JUNE)
    none = await filled.search.scope(StatementQuery(since=JUNE + timedelta(days=99)), askers=ASKER)
    assert (none.articles, none.first, none.last) == (0, None, None)


async def test_a_damaged_text_is_not_shown(filled: Archive, tamper: Tamper) -> None:
    tamper("UPDATE texts SET text = replace(text, 'stays open', 'was closed')")
    assert await find(filled, about="stays") == []
    assert await find(filled, about="café") == ["tolls for the Café are high"]


async def test_questions_are_kept_for_their_buttons_a_while(archive: Archive) -> None:
    await archive.search.keep_question("a" * 20, "first", JUNE)
    await archive.search.keep_question("b" * 20, "second", JUNE + timedelta(days=80))
    assert await archive.search.load_question("a" * 20) == "first"
    await archive.search.keep_question("b" * 20, "second", JUNE + timedelta(days=100))
    assert await archive.search.load_question("a" * 20) is None
    assert await archive.search.load_question("b" * 20) == "second"


@pytest.mark.parametrize(
    "hostile",
    ['"', 'a" OR "b', "said_words:open", "NEAR(a b)", "a'b", "a\\'b", "*", "-open", "^open", "@private", "(", "ﷺ"],
)
async def test_no_words_break_the_query(filled: Archive, hostile: str) -> None:
    for wanted in (StatementQuery(about=hostile), StatementQuery(who=hostile)):
        await filled.search.find(wanted, askers=ASKER)
    await filled.search.suggest_speakers(hostile, askers=ASKER)
    await filled.search.nearest(hostile, askers=ASKER)


def test_words_and_phrases_are_told_apart() -> None:
    assert parse_about('New “START treaty” "new" sanction* a* UN') == (
        Term(("new",), inflected=True),
        Term(("start", "treaty")),
        Term(("new",)),
        Term(("sanction",), open=True),
        Term(("a",), inflected=True),
        Term(("un",)),
    )
    assert {form for term in parse_about("talks") for form in term.forms} == {"talk", "talks", "talked", "talking"}
    assert parse_about(' "" , ') == ()


def test_documents_and_queries_in_each_database() -> None:
    assert compose_document(["Open Café", "now"], ["@s1"], "sqlite") == "open cafe @ now @all @s1"
    assert compose_document(["Open"], [], "postgresql") == "'open':1 '@all':2"
    match = IndexQuery(((Term(("a", "b")), Term(("c",), open=True)),), ("@aattitude",), ("@odiscord_1",))
    sqlite = '((((("a b" OR "c" *)) NOT "@aattitude") NOT "@private")'
    assert compose_query(match, "sqlite").startswith(sqlite[1:4])
    assert "('a' <-> 'b')" in compose_query(match, "postgresql")
    assert "('c':*)" in compose_query(match, "postgresql")
