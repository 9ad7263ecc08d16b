"""Two sides, timelines and positions over what was read: what is found, what is not, and for whom."""

from datetime import timedelta

import pytest

from bot.archive.store import Archive
from bot.domain.analysis import Reading
from bot.domain.digest import TwoSides, TwoSidesQuery
from bot.domain.line import LineReference
from bot.domain.preferences import Preferences
from bot.errors import ArchiveError, UsageError
from bot.services.timeline import TimelineService
from bot.services.two_sides import TwoSidesService
from tests.unit.digests.quarrel import FJORD, GEYSIR, NORTH, trawler
from tests.unit.digests.stories import UNTIL
from tests.unit.services.fakes import StoppedClock

ME, OTHER, SERVER = "discord:1", "discord:2", "discord:guild:3"
NOBODY: frozenset[str] = frozenset()


class Recalling:
    """What of a newsroom two sides need: stored readings, without reading anew."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    async def load(self, ident: str) -> Reading:
        return await self._archive.load_reading(ident)


@pytest.fixture
async def filled(archive: Archive) -> Archive:
    await archive.save_readings([*trawler()])
    return archive


@pytest.fixture
def sides(filled: Archive) -> TwoSidesService:
    return TwoSidesService(Recalling(filled), filled.stories, filled.search)  # type: ignore[arg-type]  # as much as it needs


@pytest.fixture
def timelines(filled: Archive, clock: StoppedClock) -> TimelineService:
    return TimelineService(filled.search, filled.preferences, clock)


def told_by(sides: TwoSides) -> tuple[list[LineReference], list[LineReference]]:
    return [one for row in sides.rows for one in row.a], [one for row in sides.rows for one in row.b]


async def place_all(archive: Archive, *readings: Reading) -> None:
    story = None
    for n, reading in enumerate(readings):
        placed = await archive.stories.place(
            reading.id, story, seen_at=UNTIL + timedelta(minutes=n), signature=b"s", title="Trawler"
        )
        story = placed.story


async def test_two_countries_over_everything_with_a_clash_across_outlets(sides: TwoSidesService) -> None:
    found = await sides.find(TwoSidesQuery(a="Norway", b="Iceland"))
    assert (found.a.label, found.b.label) == ("Norway", "Iceland")
    assert {reading.article.outlet for reading in found.readings} == {FJORD, GEYSIR, NORTH}
    assert found.rows[0].clash
    a, b = told_by(found)
    assert {one.statement.speaker.country for one in a if one.statement.speaker} == {"Norway"}
    assert "Sigrid Vik" not in {one.statement.speaker.name for one in b if one.statement.speaker}


async def test_two_people_about_one_thing(sides: TwoSidesService) -> None:
    found = await sides.find(TwoSidesQuery(a="vik", b="jonsson", about="meshes"))
    assert (found.a.label, found.b.label) == ("Sigrid Vik", "Árni Jónsson")
    assert found.about == "meshes"
    assert [len(one) for one in told_by(found)] == [1, 1]


async def test_who_says_nothing_about_it_has_an_empty_column(sides: TwoSidesService) -> None:
    found = await sides.find(TwoSidesQuery(a="Vik", b="Orms", about="inspection"))
    assert [(len(row.a), len(row.b)) for row in found.rows] == [(1, 0)]
    assert found.b.label == "Orms"


async def test_about_alone_finds_the_sides_by_itself(sides: TwoSidesService) -> None:
    found = await sides.find(TwoSidesQuery(about="meshes"))
    assert {found.a.label, found.b.label} == {"Norway", "Iceland"}


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (
            TwoSidesQuery(),
            "There is nothing to compare. Give an article, two sides a and b, or a topic.",
        ),
        (TwoSidesQuery(a="Vik"), "You named only one side. Name both a and b, or neither."),
        (TwoSidesQuery(b="Vik", about="nets"), "You named only one side. Name both a and b, or neither."),
        (
            TwoSidesQuery(a="Vik", b="Batman"),
            "Nothing by Batman was found in 3 articles of 12 March 2026 to 14 March 2026.",
        ),
        (TwoSidesQuery(a="Vik", b="Norway"), "Some speakers belong to both sides. Name two countries, or two people."),
        (
            TwoSidesQuery(a="Vik", b="Orms", about="zebra"),
            "Vik is quoted on other topics: leave out the topic to see them.",
        ),
        (
            TwoSidesQuery(about="zebra"),
            "Nothing about zebra was found in 3 articles of 12 March 2026 to 14 March 2026.",
        ),
        (TwoSidesQuery(about="soup"), "These articles do not quote two sides.|This article does not quote two sides."),
    ],
)
async def test_what_cannot_be_compared_is_told(sides: TwoSidesService, wanted: TwoSidesQuery, sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        await sides.find(wanted)
    assert any(one in str(told.value) for one in sentence.split("|"))


async def test_an_article_alone_or_with_its_whole_story(sides: TwoSidesService, filled: Archive) -> None:
    one, two, three = trawler()
    await place_all(filled, one, two, three)
    alone = await sides.find(TwoSidesQuery(three.id))
    assert len(alone.readings) == 1
    whole = await sides.find(TwoSidesQuery(three.id, story=True))
    assert len(whole.readings) == 3
    assert whole.rows[0].clash
    about = await sides.find(TwoSidesQuery(three.id, story=True, a="Norway", b="Iceland", about="herring"))
    assert [len(one) for one in told_by(about)] == [0, 1]


async def test_an_article_without_a_story_is_its_own(sides: TwoSidesService) -> None:
    _, _, three = trawler()
    assert len((await sides.find(TwoSidesQuery(three.id, story=True))).readings) == 1


async def test_what_belongs_to_others_is_in_no_story_and_no_search(archive: Archive) -> None:
    one, two, three = trawler()
    await archive.save_reading(one)
    await archive.save_reading(two, owner=SERVER)
    await archive.save_reading(three, owner=ME)
    await place_all(archive, one, two, three)
    assert await archive.stories.alongside(one.id) == (one.id,)
    assert await archive.stories.alongside(one.id, frozenset({SERVER})) == (one.id, two.id)
    assert await archive.stories.alongside(one.id, frozenset({ME, SERVER})) == (one.id, two.id, three.id)
    sides = TwoSidesService(Recalling(archive), archive.stories, archive.search)  # type: ignore[arg-type]  # as much as it needs
    with pytest.raises(UsageError, match="does not quote two sides"):
        await sides.find(TwoSidesQuery(one.id, story=True), frozenset({OTHER}))
    for askers in (NOBODY, frozenset({OTHER}), frozenset({ME})):
        with pytest.raises(UsageError, match="Nothing by Orms was found"):
            await sides.find(TwoSidesQuery(a="Vik", b="Orms"), askers)
    assert len((await sides.find(TwoSidesQuery(a="Vik", b="Orms"), frozenset({SERVER}))).readings) == 2


async def test_an_article_that_is_gone_leaves_the_others_of_its_story(sides: TwoSidesService, filled: Archive) -> None:
    one, two, three = trawler()
    await place_all(filled, one, two, three)
    recall = sides._article_service.load

    async def forgetful(ident: str) -> Reading:
        if ident == two.id:
            raise ArchiveError("gone", "never mind")
        return await recall(ident)

    sides._article_service.load = forgetful  # type: ignore[method-assign]  # one article fails
    assert len((await sides.find(TwoSidesQuery(one.id, story=True))).readings) == 2


async def ask_timeline(
    timelines: TimelineService, who: str = "", about: str = "", since: str = ""
) -> tuple[str, int, str]:
    told = await timelines.timeline(who=who, about=about, since=since, askers=NOBODY, readers=(ME, SERVER))
    return told.title, told.timeline.total, str(told.timeline.starts[0].tzinfo)


async def test_a_timeline_is_of_whom_or_what_was_asked_for(timelines: TimelineService) -> None:
    assert await ask_timeline(timelines, who="vik") == ("Sigrid Vik", 4, "UTC")
    assert (await ask_timeline(timelines, about="trawler"))[:2] == ("Everybody on trawler", 3)
    assert (await ask_timeline(timelines, who="Iceland", about="herring"))[:2] == ("Iceland on herring", 1)


async def test_its_days_are_those_of_the_reader_then_of_the_server(timelines: TimelineService, filled: Archive) -> None:
    await filled.preferences.save(SERVER, Preferences(zone="Europe/Oslo"))
    assert (await ask_timeline(timelines, who="vik"))[2] == "Europe/Oslo"
    await filled.preferences.save(ME, Preferences(zone="Asia/Tokyo"))
    assert (await ask_timeline(timelines, who="vik"))[2] == "Asia/Tokyo"


async def test_since_leaves_out_what_was_said_before(timelines: TimelineService, clock: StoppedClock) -> None:
    clock.at = UNTIL
    assert (await ask_timeline(timelines, who="vik", since="2026-03-13"))[1] == 1


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "Name who speaks, or what it is about."),
        ({"who": "Batman"}, "Nothing by Batman was found in 3 articles of 12 March 2026 to 14 March 2026."),
        ({"who": "Vik", "about": "zebra"}, "Nothing by Vik about zebra was found in 3 articles"),
        ({"who": "Vik", "since": "the day before never"}, "is not a date that I understand"),
    ],
)
async def test_an_empty_timeline_is_told(timelines: TimelineService, asked: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        await ask_timeline(timelines, **asked)
    assert sentence in str(told.value)


async def test_no_speaker_or_topic_is_longer_than_in_a_search(timelines: TimelineService) -> None:
    """Of 5,000 characters, a name would hold up everybody else for seconds."""
    long = " ".join(map(str, range(1_200)))
    for asked in (
        timelines.timeline(who=long, about="", since="", askers=NOBODY, readers=()),
        timelines.timeline(who="", about=long, since="", askers=NOBODY, readers=()),
        timelines.position(country="Iceland", topic=long, askers=NOBODY),
        timelines.reversals(who=long, about="", askers=NOBODY),
    ):
        with pytest.raises(UsageError, match="longer than 100 characters"):
            await asked


async def test_a_position_is_the_countrys_speakers_alone(timelines: TimelineService) -> None:
    sheet = await timelines.position(country="icelandic", topic="", askers=NOBODY)
    assert sheet.country == "Iceland"
    assert [voice.speaker.name for voice in sheet.voices] == ["Árni Jónsson", "Helga Orms"]
    assert sheet.scope.articles == 3
    about = await timelines.position(country="Iceland", topic="herring", askers=NOBODY)
    assert about.statements == 1


@pytest.mark.parametrize(
    ("country", "topic", "sentence"),
    [
        ("Gondor", "nets", "I know no country or organisation by this name: Gondor."),
        (" ", "", "I know no country or organisation by this name: An empty text."),
        (
            "Norway",
            "zebra",
            "Nothing by Norway about zebra was found in 3 articles of 12 March 2026 to 14 March 2026. ",
        ),
        ("Japan", "", "Nothing by Japan was found in 3 articles"),
    ],
)
async def test_no_position_is_told(timelines: TimelineService, country: str, topic: str, sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        await timelines.position(country=country, topic=topic, askers=NOBODY)
    assert sentence in str(told.value)


async def test_suggestions_are_people_and_countries_or_countries_alone(timelines: TimelineService) -> None:
    assert "Sigrid Vik" in await timelines.suggest("si", askers=NOBODY)
    assert await timelines.suggest("nor", askers=NOBODY, countries=True) == ("Norway",)
