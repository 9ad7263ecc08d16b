"""The catalogue on Discord: browsing, looking at a source, following it or a pack by one press or by name."""

import pytest

from bot.archive.store import Archive
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from tests.cogs.conftest import Server, private_text
from tests.cogs.posted import labels_of, text_of
from tests.unit.services.fakes import TITLES, FeedFetcher, rss

TASS = "https://tass.com/rss/v2.xml"


@pytest.fixture(autouse=True)
def _catalogue(feed_fetcher: FeedFetcher) -> None:
    """The feeds of the wires answer, but one."""
    for source in package_catalogue().filter(SourceFilter(pack=Pack.WIRES)):
        feed_fetcher.pages[source.feed] = rss(*TITLES, title=source.name)
    del feed_fetcher.pages["https://rss.upi.com/news/news.rss"]


async def followed(records: Archive, server: Server) -> list[tuple[str, str]]:
    return [(one.feed.url, one.subscription.channel) for one in await records.feeds.followed(server.owner)]


async def test_the_catalogue_is_filtered_and_turned(ours: Server) -> None:
    result = await ours.ask("feed browse", country="Russia", language="ru")
    shown = private_text(result)
    assert "Sources · 1" in shown
    assert "TASS (Russian)" in shown
    assert "news agency · Russia · Russian · state-funded" in shown
    assert "UN News" not in shown
    assert result.response
    await ours.chief.click(result.response, label="Next ›")
    assert "Page 2 of" in text_of(result.response)
    assert "Russia · Russian" in text_of(result.response), "the filter goes with the button"


async def test_nothing_fits(ours: Server) -> None:
    assert "No source of the catalogue fits" in await ours.told("feed browse", words="no such thing")


async def test_a_source_is_looked_at_and_followed_by_one_press(
    ours: Server, records: Archive, feed_fetcher: FeedFetcher
) -> None:
    result = await ours.ask("feed browse", words="tass", language="en")
    assert result.response
    await ours.chief.select(result.response, ["TASS"])
    shown = text_of(result.response)
    assert feed_fetcher.asked == [TASS]
    assert "It carries 5 items now." in shown
    assert TITLES[0] in shown
    assert "worked on 2026-09-23" in shown
    assert "In the packs: Russia–Ukraine · Wires" in shown
    assert await followed(records, ours) == [], "looking is not following"
    await ours.chief.click(result.response, label="Follow here")
    assert await followed(records, ours) == [(TASS, str(ours.channel.id))]


async def test_a_pack_is_followed_by_one_press(ours: Server, records: Archive) -> None:
    members = package_catalogue().filter(SourceFilter(pack=Pack.WIRES))
    result = await ours.ask("feed browse", pack="wires")
    assert result.response
    assert f"Follow all {len(members)}" in labels_of(result.response)
    await ours.chief.click(result.response, label=f"Follow all {len(members)}")
    assert len(await followed(records, ours)) == len(members) - 1, "one did not answer, and stopped nothing"


async def test_a_name_is_followed(ours: Server, records: Archive) -> None:
    assert "Feed added" in await ours.told("feed add", url="tass")
    assert await followed(records, ours) == [(TASS, str(ours.channel.id))]
    told = await ours.told("feed add", url="pack:wires")
    assert "are now followed" in told


async def test_a_name_that_is_nearly_one_is_told(ours: Server) -> None:
    told = await ours.told("feed add", url="yonha")
    assert "neither a web address nor a source" in told
    assert "Yonhap" in told


async def test_names_are_offered(ours: Server) -> None:
    async def offered(option: str, typed: str) -> list[str]:
        command = "feed add" if option == "url" else "feed browse"
        return [str(one["value"]) for one in await ours.chief.autocomplete(ours.channel, command, option, typed)]

    assert "TASS" in await offered("url", "tas")
    assert "pack:wires" in await offered("url", "wires")
    assert await offered("url", "https://tass") == []
    assert "Yonhap" in await offered("source", "yon")
    assert await offered("country", "fran") == ["France"]
    assert await ours.guest.autocomplete(ours.channel, "feed add", "url", "tas") == []


async def test_an_unknown_source_is_told(ours: Server) -> None:
    assert "There is no such source" in await ours.told("feed browse", source="No such source")
