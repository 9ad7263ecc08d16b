"""What a server sets, seen in its digests: the style, and the labels of outlets."""

import asyncio
from datetime import UTC, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.archive.preferences import PreferenceStore
from bot.archive.schema.readings import analyses, articles
from bot.archive.schema.watches import preferences
from bot.archive.store import Archive
from bot.domain.briefing import Briefing
from bot.domain.preferences import DEFAULTS, Style
from bot.errors import ArchiveError, UsageError
from bot.i18n.language import Language
from bot.render.cards.briefing_cards import render_briefing
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.preferences import PreferenceService
from tests.unit.jobs.wire import READER, SERVER, Wire, words


@pytest.fixture
def desk(archive: Archive) -> PreferenceService:
    return PreferenceService(archive.preferences)


@pytest.fixture
async def wire(archive: Archive) -> Wire:
    """A server with one story, of an outlet that a state funds."""
    wire = Wire(archive)
    await wire.bring("Quill")
    async with archive._engines.writer.begin() as connection:
        await connection.execute(update(articles).values(outlet_state="state-funded"))
    return wire


async def compose(wire: Wire) -> Briefing:
    now = wire.clock.now() + timedelta(seconds=1)
    return await ArchiveDigestComposer(wire.archive, wire.clock).compose(SERVER, now - timedelta(hours=1), now, "")


async def shown(wire: Wire) -> str:
    return "\n".join(words(card) for card in render_briefing(await compose(wire), UTC))


async def test_a_short_digest_names_each_story_in_a_line(wire: Wire, desk: PreferenceService) -> None:
    assert "“Hungry people cannot eat a verdict,”" in await shown(wire)
    await desk.change(SERVER, style="short")
    short = await compose(wire)
    assert (len(short.stories), len(short.more)) == (0, 1)
    assert "Talks in Merrow Bay" in await shown(wire)
    assert "Hungry" not in await shown(wire)
    await desk.change(SERVER, style="full")
    assert "Hungry" in await shown(wire)


async def test_labels_of_outlets_can_be_left_out(wire: Wire, desk: PreferenceService) -> None:
    assert "state-funded" in await shown(wire)
    await desk.change(SERVER, labels=False)
    assert "state-funded" not in await shown(wire)
    await desk.change(SERVER, labels=True)
    assert "state-funded" in await shown(wire)


async def test_each_change_leaves_the_rest(desk: PreferenceService) -> None:
    await desk.change(READER, timezone="Europe/Oslo", quiet="22-7", attitudes=True)
    await desk.change(READER, quiet="none")
    await desk.change(READER, timezone="none")
    assert (await desk.load(READER)).attitudes
    assert (await desk.load(READER)).zone is None
    assert (await desk.load(READER)).quiet is None
    assert await desk.load(SERVER) == DEFAULTS


@pytest.mark.parametrize("typed", ["ru", "ru-RU", "Russian", "русский"])
async def test_a_language_is_set_by_its_tag_or_name(desk: PreferenceService, typed: str) -> None:
    await desk.change(SERVER, language="fr")
    await desk.change(READER, language=typed)
    assert await desk.language(READER, SERVER) is Language.RUSSIAN
    await desk.change(READER, language="none")
    assert await desk.language(READER, SERVER) is Language.FRENCH
    assert await desk.language(READER) is Language.ENGLISH
    assert await desk.language(READER, otherwise=Language.ARABIC) is Language.ARABIC


@pytest.mark.parametrize(
    "wrong", [{"timezone": "Atlantis"}, {"quiet": "7-7"}, {"style": "middling"}, {"language": "Klingon"}]
)
async def test_what_cannot_be_understood_is_refused(desk: PreferenceService, wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        await desk.change(SERVER, **wrong)  # type: ignore[arg-type] # all of them are texts
    assert await desk.load(SERVER) == DEFAULTS


async def test_a_damaged_record_says_how_to_mend_it(archive: Archive, desk: PreferenceService) -> None:
    await desk.change(READER, quiet="22-7")
    async with archive._engines.writer.begin() as connection:
        await connection.execute(update(preferences).values(quiet="sometimes"))
    with pytest.raises(ArchiveError, match="/settings"):
        await PreferenceStore(archive._engines).load(READER)


async def test_a_zone_that_is_unknown_here_leaves_the_other_settings(archive: Archive, desk: PreferenceService) -> None:
    """Quiet hours in it mean nothing, and must stop no alert; naming a zone mends it."""
    await desk.change(READER, timezone="Asia/Tokyo", quiet="22-7", language="fr")
    async with archive._engines.writer.begin() as connection:
        await connection.execute(update(preferences).values(zone="Atlantis/Deep"))
    left = await PreferenceStore(archive._engines).load(READER)
    assert (left.zone, left.quiet, left.language) == (None, None, Language.FRENCH)
    assert (await desk.change(READER, timezone="Asia/Tokyo")).zone == "Asia/Tokyo"


async def test_articles_in_other_languages_are_left_out(wire: Wire, desk: PreferenceService) -> None:
    async with wire.archive._engines.writer.begin() as connection:
        await connection.execute(update(analyses).values(language="en"))
    await desk.change(SERVER, languages="ru, 中文")
    assert (await desk.load(SERVER)).languages == {"ru", "zh"}
    assert (await compose(wire)).stories == ()
    await desk.change(SERVER, languages="English")
    assert len((await compose(wire)).stories) == 1
    await desk.change(SERVER, languages="all")
    assert (await desk.load(SERVER)).languages == frozenset()


async def test_a_language_that_is_none_is_refused(desk: PreferenceService) -> None:
    with pytest.raises(UsageError, match="language code"):
        await desk.change(READER, languages="klingonese")


async def test_settings_that_are_changed_at_once_are_all_kept(desk: PreferenceService) -> None:
    changes: tuple[dict[str, Any], ...] = (
        {"style": "short"},
        {"timezone": "Europe/Berlin"},
        {"labels": False},
        {"language": "fr"},
    )
    await asyncio.gather(*(desk.change(SERVER, **change) for change in changes))
    kept = await desk.load(SERVER)
    assert (kept.style, kept.zone, kept.labels, kept.language) == (
        Style.SHORT,
        "Europe/Berlin",
        False,
        Language.FRENCH,
    )
