"""Watches at work: what counts, one alert for one event, quiet hours, and a person whom nothing reaches."""
# ruff: noqa: ARG002 - a postbox is told more than this one looks at

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.store import Archive
from bot.digests.watch_matching import WatchedArticle, WatchMatch
from bot.domain.analysis import Reading
from bot.domain.feed import Delivery as Cadence
from bot.domain.feed import Entry
from bot.domain.post import PostKind, PostState
from bot.domain.preferences import Preferences
from bot.domain.schedule import QuietHours
from bot.domain.watch import Interest, direct_to
from bot.errors import ChannelBrokenError
from bot.jobs.delivery import Delivery, DeliveryTarget, delivery_subject
from bot.jobs.watch_job import CLOSED, EVERYTHING
from bot.render.card import Action, Card
from tests.unit.jobs.wire import BORDER, BROD, DIRECT, GRAIN, OTHER, PLACE, READER, SERVER, VALE, Wire, read, words
from tests.unit.jobs.worker_setup import SITE, Newsdesk, page
from tests.unit.services.fakes import RunningClock, StoppedClock

OUTLETS = ("Quill", "Herald", "Lantern", "Beacon", "Courier")
NIGHT = QuietHours(time(22), time(7))


LATER = "“A ferry was never the answer to drought,” Oskar Tull told farmers. Wells near Quarry Hill dried up in June."
STANDING = pytest.param(StoppedClock, marks=pytest.mark.sqlite_only("both databases compare times in the same words"))


@pytest.fixture(params=[STANDING, RunningClock])
def wire(archive: Archive, request: pytest.FixtureRequest) -> Wire:
    """By a clock that stands, and by one that moves as real ones do."""
    return Wire(archive, request.param())


async def test_five_outlets_carry_one_event_and_one_message_tells_it(wire: Wire) -> None:
    await wire.watch("Vale")
    story = None
    for outlet in OUTLETS:
        story = await wire.bring(outlet, story=story)
        await wire.work()
        wire.clock.at += timedelta(minutes=7)
    (card,) = await wire.cards()
    assert "**Idris Vale** — Trade commissioner · Norway" in words(card)
    assert "> “Hungry people cannot eat a verdict”" in words(card)


async def test_outlets_that_came_before_it_is_told_stand_in_the_message(wire: Wire) -> None:
    await wire.watch("Vale")
    story = None
    for outlet in OUTLETS:
        story = await wire.bring(outlet, story=story)
    await wire.work()
    (card,) = await wire.cards()
    assert "5 outlets carry it: Quill, Herald, Lantern, Beacon, Courier" in words(card)


async def test_two_watches_of_one_member_on_one_event_make_one_message(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.watch(topic="grain")
    story = await wire.bring("Quill")
    await wire.work()
    await wire.bring("Herald", story=story)
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_an_alert_names_every_watch_that_its_words_match(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.watch(topic="volcano")
    await wire.watch("Norway", topic="grain")
    await wire.bring_several("Quill", ("We asked for grain", VALE), ("We never had any", BROD))
    await wire.work()
    (card,) = await wire.cards()
    assert card.footer
    assert "Watch 1: Vale, 3: Norway about grain" in card.footer
    assert len([button for button in card.buttons if button.press and button.press.action is Action.UNWATCH]) == 2


async def test_two_events_are_told_one_by_one(wire: Wire) -> None:
    await wire.watch("Vale")
    for title in ("Talks begin", "Talks end"):
        await wire.bring("Quill", title=title)
        await wire.work()
    assert len(await wire.cards()) == 2


async def test_two_speakers_of_one_story_are_told_to_those_who_watch_each(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.watch("Brod")
    story = await wire.bring_several("Quill", ("We asked for grain", VALE))
    await wire.work()
    await wire.bring_several("Herald", ("We never had any", BROD), story=story)
    await wire.work()
    first, second = await wire.cards()
    assert "> “We asked for grain”" in words(first)
    assert "> “We never had any”" in words(second)


async def test_two_watched_speakers_of_one_article_come_in_one_message(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.watch("Brod")
    await wire.bring_several("Quill", ("We asked for grain", VALE), ("We never had any", BROD))
    await wire.work()
    (card,) = await wire.cards()
    assert "“We asked for grain”" in words(card)
    assert "“We never had any”" in words(card)


async def test_a_topic_is_told_again_when_another_speaks_later_in_the_same_story(wire: Wire) -> None:
    await wire.watch(topic="grain")
    story = await wire.bring_several("Quill", ("We asked for grain", VALE))
    await wire.work()
    await wire.bring_several("Herald", ("We asked for grain", VALE), ("There is no grain", BROD), story=story)
    await wire.work()
    await wire.bring_several("Lantern", ("There is no grain", BROD), ("We asked for grain", VALE), story=story)
    await wire.work()
    first, second = await wire.cards()
    assert "**Idris Vale**" in words(first)
    assert "**Ana Brod**" in words(second)


async def test_all_who_speak_of_a_topic_in_one_article_are_told_of_together(wire: Wire, archive: Archive) -> None:
    await wire.watch(topic="grain")
    story = await wire.bring_several("Quill", ("We asked for grain", VALE), ("There is no grain", BROD))
    await wire.work()
    await wire.bring_several("Herald", ("There is no grain", BROD), story=story)
    await wire.work()
    (card,) = await wire.cards()
    assert not card.header.startswith("### 2 events")
    (watch,) = await archive.watches.list(READER)
    assert watch.told == 1
    assert (await archive.forgetting.count(READER)).alerts == 1


async def test_other_spellings_of_a_speaker_are_the_same_one(wire: Wire) -> None:
    await wire.watch(topic="grain")
    story = await wire.bring_several("Quill", ("We asked for grain", replace(VALE, name="Sergei Vale")))
    for outlet, name in (("Herald", "Sergey Vale"), ("Lantern", "Vale")):
        await wire.bring_several(outlet, ("We asked for grain", replace(VALE, name=name)), story=story)
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_an_event_without_a_statement_is_no_news_where_somebody_was_told(wire: Wire) -> None:
    await wire.watch(topic="grain")
    story = await wire.bring("Quill")
    await wire.bring("Herald", "The grain talks went on without a word. Silos stay sealed.", None, story=story)
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_what_was_told_before_alerts_knew_speakers_is_not_told_again(wire: Wire, archive: Archive) -> None:
    await wire.watch("Vale")
    story = await wire.bring("Quill")
    await wire.work()
    async with archive._engines.writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE alerts SET speaker = '*'")  # as the migration leaves it
    await wire.bring("Herald", story=story)
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_what_waited_since_before_alerts_knew_speakers_is_told(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    await wire.bring("Quill")
    await wire.work()
    async with archive._engines.writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE alerts SET speaker = '*'")
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    (card,) = await wire.cards()
    assert "> “Hungry people cannot eat a verdict”" in words(card)


async def test_alerts_of_two_speakers_count_as_two(wire: Wire, archive: Archive) -> None:
    await wire.watch(topic="grain")
    story = await wire.bring_several("Quill", ("We asked for grain", VALE))
    await wire.work()
    await wire.bring_several("Herald", ("There is no grain", BROD), story=story)
    await wire.work()
    (watch,) = await archive.watches.list(READER)
    assert watch.told == 2


async def test_an_alert_that_somebody_else_told_meanwhile_is_not_told_again(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    await wire.bring("Quill", title="Talks begin")
    await wire.work()
    wire.clock.at += timedelta(minutes=30)
    (first,) = await archive.watches.due(wire.clock.now(), limit=9)
    await wire.bring("Quill", title="Talks end")
    await wire.watching._look((await archive.watches.queued(limit=9))[0], wire.clock.now())
    both = await archive.watches.due(wire.clock.now(), limit=9)
    assert await wire.watching._tell([first], wire.clock.now())  # by a console beside the bot
    assert not await wire.watching._tell(both, wire.clock.now())
    await wire.work()
    assert ["Talks begin" in words(card) for card in await wire.cards()] == [True, False]


async def test_each_member_is_told(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.watch("Norway", owner=OTHER)
    await wire.bring("Quill")
    await wire.work()
    assert len(await wire.cards()) == len(await wire.cards(direct_to(OTHER))) == 1


async def test_a_channel_is_told_once_whoever_watches_there(wire: Wire) -> None:
    await wire.watch("Vale", channel=PLACE)
    await wire.watch("Norway", owner=OTHER, channel=PLACE)
    await wire.bring("Quill")
    await wire.work()
    (post,) = await wire.posts(PLACE)
    assert (post.owner, post.kind) == (SERVER, PostKind.ALERT)
    assert not await wire.cards()


@pytest.mark.parametrize(("speaker", "topic"), [("Brod", ""), ("", "border"), ("Vale", "border"), ("Iceland", "grain")])
async def test_what_was_not_asked_for_is_not_told(wire: Wire, speaker: str, topic: str) -> None:
    await wire.watch(speaker, topic)
    await wire.bring("Quill")
    await wire.work()
    assert not await wire.cards()


async def test_what_came_before_the_watch_is_not_told(wire: Wire) -> None:
    await wire.bring("Quill")
    wire.clock.at += timedelta(minutes=1)
    await wire.watch("Vale")
    await wire.work()
    assert not await wire.cards()


@pytest.mark.parametrize("day_only", [False, True])
async def test_of_what_a_new_feed_lists_the_news_since_the_watch_is_told(
    desk: Newsdesk, archive: Archive, day_only: bool
) -> None:
    """A digest may tell the day before, but a watch asks for what comes. A date alone may mean any hour of its day."""
    wire, hour = Wire(archive, desk.clock), timedelta(hours=1)
    set_at = desk.clock.now()
    await wire.watch(topic="ferry")
    desk.clock.at += 3 * hour
    shown = []
    for name, at in (("before", set_at - 2 * hour), ("since", set_at + 2 * hour)):
        desk.web.pages[SITE + name] = page(
            name.title(), f"“The ferry sails {name} noon,” said Ida Marigold. It rained."
        )
        shown.append(Entry(guid=name, link=SITE + name, title=name.title(), published_at=at, day_only=day_only))
    feed = await desk.follow(shown=tuple(shown), delivery=Cadence.DIGEST)
    desk.clock.at += hour
    desk.web.pages[SITE + "later"] = page("Later", LATER)
    await desk.show(feed, Entry(guid="l", link=SITE + "later", title="Later", published_at=set_at - hour))
    await desk.work()
    await wire.work()
    told = "\n".join(words(card) for card in await wire.cards())
    assert [name for name in ("Before", "Since", "Later") if name in told] == ["Before", "Since", "Later"][
        not day_only :
    ]


async def test_what_a_servers_own_source_sent_is_told_to_nobody(wire: Wire) -> None:
    await wire.watch("Vale")
    await wire.bring("Quill", kind="push")
    await wire.work()
    assert not await wire.cards()


async def test_outlets_of_a_servers_own_source_are_not_named(wire: Wire) -> None:
    await wire.watch("Vale")
    story = await wire.bring("Quill", kind="push")
    for outlet in ("Herald", "Lantern"):
        await wire.bring(outlet, story=story)
    await wire.work()
    (card,) = await wire.cards()
    assert "2 outlets carry it: Herald, Lantern" in words(card)


async def test_what_a_person_pasted_is_told_to_nobody(wire: Wire, archive: Archive) -> None:
    await wire.watch("Vale")
    await archive.save_reading(read(GRAIN, VALE, "Quill", "Pasted"), owner=OTHER)
    assert not await archive.watches.has_work(wire.clock.now())
    await wire.watching.handle(EVERYTHING)
    assert not await wire.cards()


async def test_alerts_wait_for_the_end_of_quiet_hours_and_come_together(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("Europe/Berlin", NIGHT))
    await wire.watch("Vale")
    await wire.watch("Brod", "border")
    wire.clock.at = wire.clock.at.replace(hour=22, minute=30)  # 23:30 in Berlin
    await wire.bring("Quill", title="Talks begin")
    await wire.bring("Herald", BORDER, BROD, title="Border opens")
    await wire.work()
    assert not await wire.cards()
    wire.clock.at += timedelta(hours=7, minutes=29)
    assert not await archive.watches.has_work(wire.clock.now())
    wire.clock.at += timedelta(minutes=1)  # 07:00 in Berlin
    await wire.work()
    (card,) = await wire.cards()
    shown = words(card)
    assert "2 events" in card.header
    assert "“Hungry people cannot eat a verdict”" in shown
    assert "“It is a cautious beginning”" in shown
    assert [button.label for button in card.buttons] == ["Why this?", "Stop watch 1", "Stop watch 2"]


async def test_quiet_hours_that_began_before_an_alert_was_told_hold_it_too(wire: Wire, archive: Archive) -> None:
    await wire.watch("Vale")
    await wire.bring("Quill")
    (number,) = await archive.watches.queued(limit=9)
    await wire.watching._look(number, wire.clock.now())
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))  # it is 09:30
    await wire.work()
    assert not await wire.cards()
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_quiet_hours_in_an_unknown_zone_stop_no_alert(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("Atlantis/Deep", NIGHT))
    await wire.watch("Vale")
    await wire.bring("Quill")
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_a_servers_quiet_hours_hold_what_is_told_in_its_channels_alone(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(SERVER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    await wire.watch("Vale", channel=PLACE)
    await wire.bring("Quill")
    await wire.work()
    assert (len(await wire.cards()), len(await wire.cards(PLACE))) == (1, 0)
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    assert len(await wire.cards(PLACE)) == 1


async def test_many_events_of_a_night_come_in_as_few_messages_as_hold_them(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    for number in range(8):
        await wire.bring("Quill", title=f"Day {number} of the talks " + "on silos " * 40)
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    cards = await wire.cards()
    assert [card.header for card in cards] == [
        "### 6 events found by watches",
        "### 2 events found by watches",
    ]
    assert [sum(f"Day {number} of" in words(card) for card in cards) for number in range(8)] == [1] * 8


async def test_a_watch_that_is_removed_leaves_its_event_to_the_other(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    await wire.watch(topic="grain")
    await wire.bring("Quill")
    await wire.work()
    await archive.watches.remove(READER, 1)
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    (card,) = await wire.cards()
    assert "Watch 2: anybody about grain" in words(card)


async def test_an_article_that_cannot_be_read_any_more_stops_nothing(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences("UTC", QuietHours(time(9), time(10))))
    await wire.watch("Vale")
    await wire.bring("Quill", title="Lost")
    await wire.bring("Quill", title="Kept")
    await wire.work()
    async with archive._engines.writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE texts SET text = 'damaged' WHERE id = (SELECT min(id) FROM texts)")
    await wire.bring("Herald", BORDER + " More.", BROD)
    wire.clock.at += timedelta(minutes=30)
    await wire.work()
    assert not await archive.watches.has_work(wire.clock.now() + timedelta(days=9))


@pytest.mark.parametrize("during", ["matching", "telling"])
async def test_an_archive_that_is_away_for_a_moment_loses_no_alert(
    wire: Wire, archive: Archive, monkeypatch: pytest.MonkeyPatch, during: str
) -> None:
    await wire.watch("Vale")
    await wire.bring("Quill")
    load, times = archive.load_reading, 0

    async def load_unless_away(ident: str) -> Reading:
        nonlocal times
        times += 1
        if times == (1 if during == "matching" else 2):
            raise ArchiveUnavailableError("The database does not answer.")
        return await load(ident)

    monkeypatch.setattr(archive, "load_reading", load_unless_away)
    with pytest.raises(ArchiveUnavailableError):
        await wire.watching.handle(EVERYTHING)
    await wire.work()
    assert len(await wire.cards()) == 1


@pytest.mark.parametrize("during", ["matching", "telling"])
async def test_an_article_that_breaks_the_job_keeps_nobody_from_their_alerts(
    wire: Wire, monkeypatch: pytest.MonkeyPatch, during: str
) -> None:
    await wire.watch("Vale")
    await wire.bring("Quill", title="Odd")
    await wire.bring("Quill", title="Sound")
    find, times = WatchedArticle.find, 0

    def find_unless_odd(matter: WatchedArticle, interest: Interest) -> tuple[WatchMatch, ...]:
        nonlocal times
        times += matter.reading.article.title == "Odd"
        if matter.reading.article.title == "Odd" and times == (1 if during == "matching" else 2):
            raise RecursionError("an odd text")
        return find(matter, interest)

    monkeypatch.setattr(WatchedArticle, "find", find_unless_odd)
    await wire.work()
    (card,) = await wire.cards()
    assert "Sound" in words(card)
    assert "Odd" not in words(card)


class ClosedBox:
    """Direct messages are refused; ``sent`` are the channels of what was not."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Card]] = []
        self.refused = 0

    async def find_place(self, channel: str, *_: object) -> DeliveryTarget:
        return DeliveryTarget(channel)

    async def send(self, place: DeliveryTarget, card: Card, *, nonce: str, title: str, **_: object) -> str:
        if (channel := place.channel).startswith("dm:"):
            self.refused += 1
            raise ChannelBrokenError("Discord does not let me post there.", "Open them.")
        self.sent.append((channel, card))
        return str(len(self.sent))

    async def tell_owner(self, owner: str, card: Card, *, nonce: str, since: datetime) -> None:
        raise AssertionError("a server's owner has nothing to do with it")

    tell = tell_owner


async def test_closed_messages_are_told_once_in_the_server_and_the_watches_rest(wire: Wire, archive: Archive) -> None:
    box = ClosedBox()
    delivery = Delivery(archive.posts, box, wire.clock, close=wire.watching.close)  # type: ignore[arg-type] # the rest is not asked

    async def deliver() -> None:
        for channel in await archive.posts.due_channels(wire.clock.now(), limit=99):
            await delivery.handle(delivery_subject(channel))

    await wire.watch("Vale")
    await wire.watch(topic="border", place="72")
    for title in ("Talks begin", "Talks end"):
        await wire.bring("Quill", title=title)
        await wire.work()
        await deliver()
        await deliver()
    ((channel, notice),) = box.sent
    assert (channel, box.refused) == ("72", 1)
    assert "direct messages" in words(notice)
    assert READER.rpartition(":")[2] not in words(notice) + "".join(notice.labels)
    assert "<@" not in words(notice)
    assert [watch.paused for watch in await archive.watches.list(READER)] == [CLOSED, CLOSED]
    assert {post.state for post in await wire.posts()} == {PostState.DROPPED}

    await wire.watch("Vale")  # the same again: it goes on
    assert [watch.paused for watch in await archive.watches.list(READER)] == [None, CLOSED]
    await wire.bring("Quill", title="Talks resume")
    await wire.work()
    assert [post.state for post in await wire.posts()].count(PostState.WAITING) == 1


async def test_nobodys_id_is_the_subject_of_a_job() -> None:
    assert delivery_subject(PLACE) == PLACE
    assert READER.rpartition(":")[2] not in delivery_subject(DIRECT)
    assert {delivery_subject(f"dm:{number}") for number in range(100)} == {f"people:{number}" for number in range(8)}


async def test_a_watch_in_other_languages_is_told_of_those_alone(wire: Wire) -> None:
    await wire.watch("Vale", topic="language:ru")
    await wire.bring("Quill")
    await wire.work()
    assert await wire.cards() == []
    await wire.watch("Vale", topic="language:en")
    await wire.bring("Herald")
    await wire.work()
    assert len(await wire.cards()) == 1


async def test_a_person_who_sees_other_languages_is_not_told(wire: Wire, archive: Archive) -> None:
    await archive.preferences.save(READER, Preferences(languages=frozenset({"fr", "ru"})))
    await wire.watch("Vale")
    await wire.bring("Quill")
    await wire.work()
    assert await wire.cards() == []
    await archive.preferences.save(READER, Preferences(languages=frozenset({"en"})))
    await wire.bring("Herald")
    await wire.work()
    assert len(await wire.cards()) == 1
