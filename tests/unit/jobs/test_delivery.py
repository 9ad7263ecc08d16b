"""Delivery over the real outbox and a Discord that can be told to fail: never twice, in order, nothing lost."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.archive.outbox import PostStore
from bot.archive.store import Archive
from bot.domain.post import GIVEN_UP, MENTIONS_A_DAY, Post, PostKind, PostState, post_key
from bot.errors import ChannelBrokenError, DeliveryError, PostRefusedError, ResponseLostError, RetryPostError
from bot.jobs.delivery import POSTS_A_TURN, Delivery, DeliveryTarget, decide_title
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.card_codec import decode_card, encode_card
from tests.databases import NewArchive

START = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
OWNER = "discord:guild:1"
NONCES_KEPT = timedelta(minutes=5)
HOUR = timedelta(hours=1)

LOST = ResponseLostError("Discord did not answer.", "I try again.")
FAULTY = ResponseLostError("Discord answered with status 500.", "I try again.", answered=True)
LATER = RetryPostError("Discord asks me to wait.", "I try again.", retry_after=90.0)
BROKEN = ChannelBrokenError("Discord does not let me post there.", "Give me Send Messages.")
REFUSED = PostRefusedError("Discord refused the message.", "The others are posted.")


class KilledError(BaseException):
    """The program ended here: nothing after this line was done."""


class VirtualClock:
    """Moves on a little at each look, as every real clock does."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at

    async def sleep(self, _seconds: float) -> None:
        raise AssertionError("delivery never sleeps")


class MemoryDiscord:
    """Channels in memory, with nonces that are forgotten after five minutes.

    ``failures`` are raised by the next sendings, before ("before") or after the message is stored ("after").
    """

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._numbers = count(100)
        self._nonces: dict[str, tuple[datetime, str]] = {}
        self.forums: set[str] = set()
        self.messages: dict[str, list[tuple[str, datetime, Card]]] = {}
        self.failures: list[tuple[str, BaseException]] = []
        self.readable = True
        self.closed: set[str] = set()
        self.told: list[str] = []
        self.sendings = 0

    def headers(self, channel: str) -> list[str]:
        return [card.header for _, _, card in self.messages.get(channel, ())]

    async def find_place(self, channel: str, opening: str | None, *_: object) -> DeliveryTarget:
        if channel in self.forums:
            return DeliveryTarget(opening) if opening else DeliveryTarget(channel, remembers=False)
        return DeliveryTarget(channel)

    async def send(self, place: DeliveryTarget, card: Card, *, nonce: str, title: str, **_: object) -> str:
        assert title
        channel = place.channel
        self.sendings += 1
        when, failure = self.failures.pop(0) if self.failures else ("", None)
        if failure and when == "before":
            raise failure
        message = self._store(channel, card, nonce)
        if failure:
            raise failure
        return message

    def _store(self, channel: str, card: Card, nonce: str) -> str:
        at, known = self._nonces.get(nonce, (START - HOUR, ""))
        if channel not in self.forums and self._clock.now() - at < NONCES_KEPT:
            return known
        message = str(next(self._numbers))
        place = message if channel in self.forums else channel
        self.messages.setdefault(place, []).append((message, self._clock.now(), card))
        self._nonces[nonce] = (self._clock.now(), message)
        return message

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:
        if not self.readable:
            raise ChannelBrokenError("I cannot see the history.", "Give me Read Message History.")
        places = self.messages if channel in self.forums else [channel]
        for place in places:
            for message, at, card in self.messages.get(place, ()):
                if at >= since and any(b.press and b.press.reading == mark for b in card.buttons):
                    return message
        return None

    async def edit(self, channel: str, message: str, card: Card) -> None:
        if self.failures:
            raise self.failures.pop(0)[1]
        place = self.messages[channel]
        number = next(n for n, (ident, _, _) in enumerate(place) if ident == message)
        place[number] = (message, place[number][1], card)

    async def tell(self, person: str, card: Card, *, nonce: str, since: datetime) -> None:
        assert card.header
        assert nonce
        assert since < self._clock.now()
        if person in self.closed:
            raise BROKEN
        self.told.append(person)

    async def tell_owner(self, owner: str, card: Card, *, nonce: str, since: datetime) -> None:
        await self.tell(owner, card, nonce=nonce, since=since)


class MortalStore:
    """The outbox, whose program is killed at the ``fatal``-th passage from now, before or after what it stores."""

    def __init__(self, store: PostStore) -> None:
        self._store = store
        self.fatal: int | None = None

    def pass_by(self) -> None:
        if self.fatal is not None:
            self.fatal -= 1
            if self.fatal < 0:
                self.fatal = None
                raise KilledError

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._store, name)

        async def mortal(*args: Any, **named: Any) -> Any:
            self.pass_by()
            result = await method(*args, **named)
            self.pass_by()
            return result

        return mortal


def make_post(subject: str, part: int = 0, *, channel: str = "7", kind: PostKind = PostKind.DIGEST) -> Post:
    key = post_key(kind, channel, subject, part)
    card = Card(header=f"### {subject}.{part}", buttons=(Button("Why this?", ComponentAction(Action.WHY, key)),))
    return Post(key, f"{channel}:{subject}", part, kind, OWNER, channel, subject, encode_card(card), START)


def header_of(post: Post) -> str:
    return f"### {post.subject}.{post.part}"


@pytest.fixture
async def store(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[PostStore]:
    archive = await Archive.open(new_archive(tmp_path / "archive.sqlite3"))
    yield archive.posts
    await archive.close()


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def discord(clock: VirtualClock) -> MemoryDiscord:
    return MemoryDiscord(clock)


@pytest.fixture
def delivery(store: PostStore, discord: MemoryDiscord, clock: VirtualClock) -> Delivery:
    return Delivery(store, discord, clock)


async def state_of(store: PostStore, post: Post) -> PostState:
    found = await store.load(post.key)
    assert found is not None
    return found.state


async def test_what_is_recorded_is_posted_in_order_and_then_done(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery
) -> None:
    posts = [make_post("b", part) for part in range(3)] + [make_post("a")]
    await store.record(posts, START)
    await delivery.deliver("7")
    await delivery.deliver("7")
    assert discord.headers("7") == [header_of(post) for post in posts]
    assert await store.due_channels(START, limit=9) == ()


async def test_a_channel_where_many_wait_gives_way_to_others(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery
) -> None:
    posts = [make_post(str(number)) for number in range(POSTS_A_TURN + 3)]
    await store.record(posts, START)
    await delivery.deliver("7")
    assert len(discord.headers("7")) == POSTS_A_TURN
    assert await store.due_channels(START, limit=9) == ("7",), "the rest is ordered again at once"
    await delivery.deliver("7")
    assert discord.headers("7") == [header_of(post) for post in posts]


async def test_items_mention_a_role_once_an_hour_and_digests_always(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    async def bring(subject: str, kind: PostKind = PostKind.ITEM, *, role: str = "42", channel: str = "7") -> None:
        post = make_post(subject, kind=kind, channel=channel)
        card = replace(decode_card(post.card), role=role)
        await store.record([replace(post, card=encode_card(card))], clock.now())
        await delivery.deliver(channel)

    discord.failures = [("after", LOST)]
    await bring("first")  # it is on Discord, and sent again with the same mention
    clock.at += timedelta(minutes=1)
    await bring("second")
    await bring("digest", PostKind.DIGEST)
    await bring("another role", role="43")
    await bring("another channel", channel="8")
    assert [card.role for _, _, card in discord.messages["7"]] == ["42", "", "42", "43"]
    assert [card.role for _, _, card in discord.messages["8"]] == ["42"]
    for hour in range(12):
        clock.at += HOUR
        await bring(f"hour {hour}")
    mentioned = [card.role for _, _, card in discord.messages["7"]][4:]
    assert mentioned.count("42") == MENTIONS_A_DAY - 2, "the item and the digest count"
    clock.at += timedelta(days=1)
    await bring("next day")
    assert discord.messages["7"][-1][2].role == "42"


@pytest.mark.parametrize("failure", [LOST, FAULTY], ids=["no answer", "5xx"])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("pause", [timedelta(seconds=5), HOUR])
async def test_a_lost_answer_makes_no_second_message_and_loses_none(
    store: PostStore,
    discord: MemoryDiscord,
    delivery: Delivery,
    clock: VirtualClock,
    failure: DeliveryError,
    when: str,
    pause: timedelta,
) -> None:
    posts = [make_post("a"), make_post("b")]
    await store.record(posts, START)
    discord.failures = [(when, failure)]
    await delivery.deliver("7")
    assert len(discord.headers("7")) == (when == "after"), "the second waits for the first"
    clock.at += pause
    await delivery.deliver("7")
    assert discord.headers("7") == [header_of(post) for post in posts]


async def test_many_lost_answers_outlast_the_nonce_and_still_make_one_message(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    await store.record([make_post("a")], START)
    discord.failures = [("after", LOST), *[("before", LOST)] * 6]
    for _ in range(30):
        await delivery.deliver("7")
        clock.at += timedelta(seconds=100)  # each within the time of trust, together beyond that of the nonce
    assert discord.headers("7") == ["### a.0"]
    assert await state_of(store, make_post("a")) is PostState.SENT


async def test_a_wait_that_discord_asks_for_is_kept(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    await store.record([make_post("a")], START)
    discord.failures = [("before", LATER)]
    await delivery.deliver("7")
    clock.at += timedelta(seconds=89)
    await delivery.deliver("7")
    assert discord.sendings == 1
    clock.at += timedelta(seconds=1)
    await delivery.deliver("7")
    assert discord.headers("7") == ["### a.0"]


async def test_a_refused_post_is_dropped_and_the_others_go_on(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery
) -> None:
    await store.record([make_post("a"), make_post("b")], START)
    discord.failures = [("before", REFUSED)]
    await delivery.deliver("7")
    assert discord.headers("7") == ["### b.0"]
    dropped = await store.load(make_post("a").key)
    assert dropped is not None
    assert (dropped.state, dropped.reason) == (PostState.DROPPED, REFUSED.cause)


@pytest.mark.parametrize("record", ["", "{}", "not JSON", '{"version": 99}'])
async def test_a_damaged_record_is_dropped_and_never_shown(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, record: str
) -> None:
    await store.record([replace(make_post("a"), card=record), make_post("b")], START)
    await delivery.deliver("7")
    assert discord.headers("7") == ["### b.0"]
    assert await state_of(store, make_post("a")) is PostState.DROPPED


async def test_a_card_without_its_mark_gets_it(store: PostStore, discord: MemoryDiscord, delivery: Delivery) -> None:
    post = replace(make_post("a"), card=encode_card(Card(header="### a.0")))
    await store.record([post], START)
    await delivery.deliver("7")
    assert await discord.find("7", post.mark, START) is not None


async def test_a_broken_channel_is_left_alone_one_person_is_told_and_others_go_on(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    await store.record([make_post("a"), make_post("b"), make_post("a", channel="8")], START)
    discord.failures = [("before", BROKEN)]
    for _ in range(4):
        for channel in await store.due_channels(clock.now(), limit=9):
            await delivery.deliver(channel)
        clock.at += HOUR
    assert discord.headers("7") == []
    assert discord.headers("8") == ["### a.0"]
    assert discord.sendings == 2
    assert discord.told == [OWNER]
    await store.repair("7", clock.now())
    await delivery.deliver("7")
    assert discord.headers("7") == ["### a.0", "### b.0"]


async def test_when_nobody_takes_a_message_it_is_not_tried_again(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery
) -> None:
    await store.record([make_post("a")], START)
    discord.failures = [("before", BROKEN)]
    discord.closed = {OWNER}
    await delivery.deliver("7")
    assert await store.due_channels(START, limit=9) == ()
    assert [place.broken for place in await store.broken(OWNER)] == [str(BROKEN)]


async def test_where_the_history_cannot_be_read_what_may_stand_is_not_sent_again(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    await store.record([make_post("a"), make_post("b")], START)
    discord.failures = [("after", LOST)]
    await delivery.deliver("7")
    clock.at += HOUR
    discord.readable = False
    await delivery.deliver("7")
    assert discord.headers("7") == ["### a.0"]
    assert [place.channel for place in await store.broken(OWNER)] == ["7"]
    discord.readable = True
    await store.repair("7", clock.now())
    await delivery.deliver("7")
    assert discord.headers("7") == ["### a.0", "### b.0"]


async def test_patience_with_discords_own_errors_ends_and_with_silence_does_not(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    await store.record([make_post("a"), make_post("b")], START)
    discord.failures = [*[("before", FAULTY)] * GIVEN_UP, *[("before", LOST)] * (GIVEN_UP + 5)]
    for _ in range(3 * GIVEN_UP):
        await delivery.deliver("7")
        clock.at += timedelta(minutes=15)
    assert discord.headers("7") == ["### b.0"]


async def test_what_is_late_is_not_posted_but_what_is_begun_is_finished(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    posts = [replace(make_post("a", part), expires_at=START + HOUR) for part in range(2)]
    late = replace(make_post("b"), expires_at=START + HOUR)
    await store.record([*posts, late], START)
    discord.failures = [("after", LOST)]
    await delivery.deliver("7")
    clock.at += 2 * HOUR
    await delivery.deliver("7")
    assert discord.headers("7") == ["### a.0", "### a.1"]
    assert await state_of(store, late) is PostState.DROPPED


async def test_a_forum_gets_a_thread_with_all_parts(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery, clock: VirtualClock
) -> None:
    discord.forums = {"7"}
    await store.record([make_post("a", part) for part in range(3)], START)
    discord.failures = [("after", LOST)]
    await delivery.deliver("7")
    clock.at += timedelta(seconds=10)
    await delivery.deliver("7")
    assert discord.sendings == 1, "whether the thread is there shows only after a while"
    clock.at += timedelta(minutes=1)
    await delivery.deliver("7")
    (thread,) = discord.messages
    assert discord.headers(thread) == ["### a.0", "### a.1", "### a.2"]


async def test_a_deleted_thread_does_not_break_its_forum(
    store: PostStore, discord: MemoryDiscord, delivery: Delivery
) -> None:
    discord.forums = {"7"}
    await store.record([make_post("a", 0), make_post("a", 1), make_post("b", 0)], START)
    discord.failures = [("after", KilledError()), ("before", BROKEN)]
    with pytest.raises(KilledError):
        await delivery.deliver("7")
    await store.save_sent(make_post("a", 0), next(iter(discord.messages)), START)
    await delivery.deliver("7")
    assert await state_of(store, make_post("a", 1)) is PostState.DROPPED
    assert await state_of(store, make_post("b", 0)) is PostState.SENT
    assert await store.broken(OWNER) == ()


@pytest.mark.parametrize(("failure", "made"), [(None, True), (LATER, True), (LOST, True), (BROKEN, False)])
async def test_an_edit_is_made_once_it_can_be_and_given_up_where_it_never_can(
    store: PostStore,
    discord: MemoryDiscord,
    delivery: Delivery,
    clock: VirtualClock,
    failure: DeliveryError | None,
    made: bool,
) -> None:
    post = make_post("a")
    await store.record([post], START)
    await delivery.deliver("7")
    await store.revise(post.key, encode_card(Card(header="### a.0, edited")))
    discord.failures = [("before", failure)] if failure else []
    for _ in range(2):
        await delivery.deliver("7")
        clock.at += HOUR
    assert discord.headers("7") == ["### a.0, edited" if made else "### a.0"]
    assert await store.due_channels(clock.now(), limit=9) == ()


async def test_who_is_not_the_sender_any_more_sends_nothing_more(
    store: PostStore, discord: MemoryDiscord, clock: VirtualClock
) -> None:
    posts = [make_post("a"), make_post("b"), make_post("c")]
    await store.record(posts, clock.now())
    allowed = 1

    def may_send() -> bool:
        return discord.sendings < allowed  # the lease is lost while the post before is on its way

    delivery = Delivery(store, discord, clock, may_send=may_send)
    await delivery.deliver("7")
    assert discord.headers("7") == [header_of(posts[0])]
    allowed = 2
    await delivery.deliver("7")
    await delivery.deliver("7")
    assert [await state_of(store, post) for post in posts] == [PostState.SENT, PostState.SENT, PostState.WAITING]


def test_a_thread_is_named_by_the_first_words_that_are_shown() -> None:
    assert decide_title(Card(header="### [Talks \\*resume\\*](<https://press.example/1>)")) == "Talks *resume*"
    assert decide_title(Card(header="", blocks=("\n\nMinisters met.",))) == "Ministers met."
    assert decide_title(Card(header="")) == "News"
    assert len(decide_title(Card(header="x" * 300))) == 100


class _World(RuleBasedStateMachine):
    """Anything may fail or die at any step, for any time: each post stands once, in order, and in the end all do."""

    channel_numbers = count(1)
    runner: asyncio.Runner
    archive: Archive

    @initialize(forum=st.booleans())
    def begin(self, forum: bool) -> None:
        self.clock = VirtualClock()
        self.discord = MemoryDiscord(self.clock)
        self.mortal = MortalStore(self.archive.posts)
        self.channel = f"w{next(self.channel_numbers)}"
        self.recorded: list[Post] = []
        if forum:
            self.discord.forums.add(self.channel)

    @rule(parts=st.integers(1, 3))
    def record(self, parts: int) -> None:
        subject = str(len(self.recorded))
        posts = [make_post(subject, part, channel=self.channel) for part in range(parts)]
        self.run(self.archive.posts.record(posts, self.clock.now()))
        self.recorded += posts

    @rule(
        failures=st.lists(
            st.tuples(st.sampled_from(["before", "after"]), st.sampled_from([KilledError(), LOST, FAULTY])), max_size=3
        ),
        fatal=st.none() | st.integers(0, 12),
    )
    def deliver_in_trouble(self, failures: list[tuple[str, BaseException]], fatal: int | None) -> None:
        self.discord.failures = list(failures)
        self.mortal.fatal = fatal
        self.deliver()
        self.discord.failures, self.mortal.fatal = [], None

    @rule(certain=st.sampled_from([LATER, BROKEN]))
    def deliver_in_vain(self, certain: DeliveryError) -> None:
        self.discord.failures = [("before", certain)]
        self.deliver()
        self.discord.failures = []

    @rule(seconds=st.sampled_from([1, 30, 100, 119, 121, 250, 299, 301, 3600, 86_400]))
    def wait(self, seconds: int) -> None:
        self.clock.at += timedelta(seconds=seconds)

    @rule(asked=st.booleans())
    def repair(self, asked: bool) -> None:
        self.run(self.archive.posts.repair(self.channel, self.clock.now(), asked=asked))

    @precondition(lambda self: self.recorded)
    @rule()
    def hide_the_history_for_a_while(self) -> None:
        self.discord.readable = False
        self.deliver()
        self.discord.readable = True

    @invariant()
    def each_stands_at_most_once_and_in_order(self) -> None:
        if hasattr(self, "discord"):
            posted = self.posted()
            wanted = [header_of(post) for post in self.recorded]
            assert posted == wanted[: len(posted)]

    def teardown(self) -> None:
        if not hasattr(self, "discord"):
            return
        for _ in range(6):
            self.run(self.archive.posts.repair(self.channel, self.clock.now()))
            self.clock.at += HOUR
            self.deliver()
        assert self.posted() == [header_of(post) for post in self.recorded]

    def posted(self) -> list[str]:
        shown = [message for place in self.discord.messages.values() for message in place]
        return [card.header for _, _, card in sorted(shown, key=lambda message: int(message[0]))]

    def deliver(self) -> None:
        """Start the program, which has nothing but the outbox, and let it run to its end or its death."""
        with suppress(KilledError):
            self.run(Delivery(cast("PostStore", self.mortal), self.discord, self.clock).deliver(self.channel))

    def run(self, work: Any) -> None:
        self.runner.run(work)


@pytest.fixture(scope="module")
def world() -> Iterator[type[_World]]:
    """The machine over one archive for all examples: each has a channel of its own."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        _World.runner = runner
        _World.archive = runner.run(Archive.open(f"sqlite:///{folder}/archive.sqlite3"))
        yield _World
        runner.run(_World.archive.close())


def test_whatever_happens_each_is_posted_once_and_in_order(world: type[_World]) -> None:
    machine = world.TestCase
    machine.settings = settings(max_examples=25, stateful_step_count=25)
    machine("runTest").runTest()
