"""What is posted is in the language of who reads it there: the server's in its channels, the person's in theirs."""

from datetime import datetime, timedelta
from functools import partial
from typing import cast

import pytest

from bot.archive.database_errors import DamagedRecordError
from bot.archive.preferences import PreferenceStore
from bot.archive.store import Archive
from bot.domain.feed import Entry
from bot.domain.post import PostKind
from bot.domain.preferences import Preferences
from bot.domain.schedule import EVERY_DAY, Schedule, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import ChannelBrokenError, PageRefusedError
from bot.i18n.language import Language, using_language
from bot.i18n.messages import encode_message, translatable, translate_stored
from bot.jobs.delivery import Delivery, DeliveryTarget, MessageSender
from bot.jobs.notices import notify_follower
from bot.jobs.reader_language import language_of
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.watch_job import CLOSED
from bot.render.card import Card
from bot.render.card_codec import decode_card
from tests.unit.jobs.wire import DIRECT, PLACE, READER, SERVER, Wire, words
from tests.unit.jobs.worker_setup import CHANNEL, HARBOUR, OURS, SITE, THEIRS, Newsdesk
from tests.unit.services.fakes import DigestsByHand

FRENCH, RUSSIAN = Preferences(language=Language.FRENCH), Preferences(language=Language.RUSSIAN)


@pytest.fixture
def wire(archive: Archive) -> Wire:
    return Wire(archive)


async def test_each_server_reads_an_item_in_its_own_language(desk: Newsdesk) -> None:
    await desk.archive.preferences.save(OURS, FRENCH)
    ours, theirs = await desk.follow(), await desk.follow(owner=THEIRS, channel="72")
    await desk.publish(ours, "harbour", HARBOUR)
    await desk.work()
    (french,), (english,) = [[decode_card(post.card) for post in await desk.posts(one.owner)] for one in (ours, theirs)]
    assert "Du flux The Daily Quill" in words(french)
    assert "From the feed The Daily Quill" in words(english)
    assert [button.label for button in french.buttons][-1] == "Pourquoi ceci\u202f?"
    assert french.blocks[0].splitlines()[0] == english.blocks[0].splitlines()[0], "the article's words stay its own"


async def test_why_there_is_no_article_is_told_in_the_servers_language(desk: Newsdesk) -> None:
    await desk.archive.preferences.save(OURS, RUSSIAN)
    feed = await desk.follow()
    desk.web.pages[SITE + "gone"] = PageRefusedError(translatable("watch-closed"), status=404)
    await desk.show(feed, Entry(guid="gone", link=SITE + "gone", title="Gone"))
    await desk.work()
    (post,) = await desk.posts()
    assert "Из ленты The Daily Quill" in words(decode_card(post.card))


async def test_a_digest_comes_in_the_servers_language(desk: Newsdesk) -> None:
    await desk.archive.preferences.save(OURS, FRENCH)
    digest = await desk.archive.schedules.add(
        ScheduledDigest(
            0,
            0,
            OURS,
            CHANNEL,
            "discord:9",
            Schedule(parse_time("08:00"), "Europe/Berlin", EVERY_DAY),
            desk.clock.now(),
        )
    )
    assert digest.next
    desk.clock.at = digest.next.at
    job = DigestJob(desk.archive.schedules, desk.archive.preferences, DigestsByHand(), desk.clock)
    await job.handle(str(digest.id))
    (post,) = await desk.posts()
    assert words(decode_card(post.card)).startswith("### Synthèse")
    (after,) = await desk.archive.schedules.list(OURS)
    assert translate_stored(after.last_outcome or "") == "1 story"
    with using_language(Language.RUSSIAN):
        assert translate_stored(after.last_outcome or "") == "1 сюжет"


async def test_a_watcher_reads_russian_beside_a_server_in_french(wire: Wire) -> None:
    await wire.archive.preferences.save(SERVER, FRENCH)
    await wire.archive.preferences.save(READER, RUSSIAN)
    await wire.watch("Vale")
    await wire.watch(topic="grain", channel=PLACE)
    await wire.bring("Quill")
    await wire.work()
    (direct,), (posted,) = await wire.cards(), await wire.cards(PLACE)
    assert "Отслеживание 1: Vale" in words(direct)
    assert "Прекратить отслеживание" in direct.labels
    assert "Veille 2: quiconque à propos de grain" in words(posted)
    assert "> “Hungry people cannot eat a verdict”" in words(direct)


async def test_closed_messages_are_told_in_the_servers_language(wire: Wire) -> None:
    await wire.archive.preferences.save(SERVER, FRENCH)
    await wire.watch("Vale")
    await wire.watching.close(DIRECT, "whatever")
    (card,) = [decode_card(post.card) for post in await wire.posts(PLACE) if post.kind is PostKind.NOTICE]
    assert words(card).startswith("### Une veille est suspendue")
    assert card.labels == ("Pourquoi ceci\u202f?",)
    (watch,) = await wire.archive.watches.list(READER)
    assert watch.paused == CLOSED
    with using_language(Language.RUSSIAN):
        assert translate_stored(watch.paused) == "Мне не удалось отправить вам личное сообщение"


async def test_a_notice_about_a_feed_is_heard_by_each_follower(desk: Newsdesk) -> None:
    await desk.archive.preferences.save(OURS, FRENCH)
    ours, theirs = await desk.follow(), await desk.follow(owner=THEIRS, channel="72")
    feed = await desk.archive.feeds.load_feed(ours.feed_id)
    notify = partial(notify_follower, desk.archive.posts, desk.archive.preferences)
    for follower in (ours, theirs):
        for later in (timedelta(), timedelta(hours=3)):
            now = desk.clock.now() + later
            await notify(feed, follower, encode_message(translatable("item-unchecked")), now)
    (french,), (english,) = await desk.posts(), await desk.posts(THEIRS)
    assert "Flux 1\u00a0: The Daily Quill" in words(decode_card(french.card))
    assert "Les citations n’ont pas pu être vérifiées" in words(decode_card(french.card))
    assert "Its quotations could not be verified" in words(decode_card(english.card))


async def test_settings_that_cannot_be_read_hold_nothing_up() -> None:
    class Damaged(PreferenceStore):
        def __init__(self) -> None:
            pass

        async def load(self, owner: str) -> Preferences:
            raise DamagedRecordError("The stored settings cannot be read.", "Set them again.", resource=owner)

    with using_language(Language.SPANISH):
        assert await language_of(Damaged(), OURS) is Language.SPANISH


async def test_who_is_told_that_a_channel_is_broken_hears_it_in_their_language(desk: Newsdesk) -> None:
    class Closed:
        """Nothing can be posted; ``told`` is what people were told."""

        def __init__(self) -> None:
            self.told: list[Card] = []

        async def find_place(self, channel: str, opening: str | None, *_: object) -> DeliveryTarget:
            raise ChannelBrokenError("Discord does not let me post there.", f"Repair {channel}.", resource=opening)

        async def tell(self, person: str, card: Card, *, nonce: str, since: datetime) -> None:
            assert (person, nonce[:3], since <= desk.clock.now()) == ("discord:9", "at-", True)
            self.told.append(card)

    await desk.archive.preferences.save(OURS, FRENCH)
    await desk.archive.preferences.save("discord:9", RUSSIAN)
    await desk.publish(await desk.follow(), "harbour", HARBOUR)
    await desk.work()
    box = Closed()
    delivery = Delivery(
        desk.archive.posts, cast("MessageSender", box), desk.clock, preferences=desk.archive.preferences
    )
    await delivery.deliver(CHANNEL)
    (card,) = box.told
    assert words(card).startswith("### Я не могу публиковать в одном из ваших каналов")
