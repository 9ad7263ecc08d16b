"""The console sets itself up in one step, shows first what it would do, and undoes it by the words that it says."""

from dataclasses import replace

import pytest

from bot.archive.store import Archive
from bot.console.session import ConsoleSession
from bot.container import Services
from bot.errors import UsageError
from bot.gazetteer.source_catalogue import Pack, SourceCatalogue, package_catalogue
from tests.unit.console.test_feed_commands import say
from tests.unit.services.fakes import FEED_URL, SPORT_URL, TITLES


@pytest.fixture
def services(services: Services) -> Services:
    """A pack of three sources, of which one does not answer."""
    known = package_catalogue().sources[0]
    sources = [
        replace(known, name=name, feed=feed, packs=(Pack.WIRES,))
        for name, feed in (("Harbours", FEED_URL), ("Sport", SPORT_URL), ("Gone", "https://gone.example/feed"))
    ]
    return replace(services, catalogue=SourceCatalogue(sources))


async def test_it_shows_first_then_does_and_undoes(desk: ConsoleSession, archive: Archive) -> None:
    shown = await say(desk, "setup timezone:Europe/Oslo time:7:30")
    assert "Wires · 3 sources" in shown
    assert "2 of 3 answered" in shown
    assert any(title in shown for title in TITLES)
    assert await archive.feeds.followed("console") == ()
    command = shown.partition("To set it up: ")[2].splitlines()[0]
    assert command == "setup language:en timezone:Europe/Oslo pack:wires time:07:30 confirm:yes"
    done = await say(desk, command)
    assert "2 of 3 feeds are now followed" in done
    assert "07:30 Europe/Oslo" in done
    assert len(await archive.feeds.followed("console")) == 2
    undo = done.partition("To undo: ")[2].splitlines()[0]
    undone = await say(desk, undo)
    assert "2 feeds were removed." in undone
    assert "The digest was removed." in undone
    assert (await archive.feeds.followed("console"), await archive.schedules.list("console")) == ((), ())
    assert (await archive.preferences.load("console")).zone is None


async def test_an_undo_of_nothing_is_told(desk: ConsoleSession) -> None:
    with pytest.raises(UsageError, match="does not name a setup"):
        await say(desk, "setup undo:nonsense")
