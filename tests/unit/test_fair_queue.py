"""Fair turns, on a clock that the tests move: whoever floods waits behind whoever asks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BusyError
from bot.fair_queue import FairQueue, Requester, current_requester, work_for, working_for

FIFTH = Requester("fifth", background=False)


def person(number: int) -> Requester:
    return Requester(f"person {number}", background=False)


class Desk:
    """A pool of places over :class:`FairQueue`: jobs last as long as they say, on a clock of its own."""

    def __init__(self, places: int, **how: float | int | None) -> None:
        self.now = 0.0
        self.turns = FairQueue(places, **{"waiting": 1_000, **how}, clock=lambda: self.now)  # type: ignore[arg-type]
        self.tasks: list[asyncio.Task[None]] = []
        self.ends: list[tuple[float, asyncio.Event]] = []
        self.done: list[tuple[str, float]] = []
        self.began: list[tuple[str, float]] = []
        self.places: dict[str, list[int]] = {}

    def ask(self, requester: Requester, seconds: float, *, long: bool = False) -> asyncio.Task[None]:
        with working_for(requester):
            task = asyncio.create_task(self._work(requester.name, seconds, long=long))
        self.tasks.append(task)
        return task

    async def _work(self, name: str, seconds: float, *, long: bool) -> None:
        async with self.turns.turn(long=long) as turn:
            self.began.append((name, self.now))
            self.places.setdefault(name, []).append(turn.place)
            over = asyncio.Event()
            self.ends.append((self.now + seconds, over))
            await over.wait()
        self.done.append((name, self.now))

    async def settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    async def run(self, until: float = 1e9) -> None:
        """Let time pass from one end of a job to the next, to ``until`` at most."""
        await self.settle()
        while self.ends and min(self.ends, key=lambda end: end[0])[0] <= until:
            end = min(self.ends, key=lambda end: end[0])
            self.ends.remove(end)
            self.now = max(self.now, end[0])
            end[1].set()
            await self.settle()
        self.now = max(self.now, until) if until < 1e9 else self.now

    def time_of(self, name: str) -> float:
        return next(at for one, at in self.done if one == name)


@asynccontextmanager
async def opened(desk: Desk) -> AsyncIterator[Desk]:
    yield desk
    for task in desk.tasks:
        task.cancel()
    await asyncio.gather(*desk.tasks, return_exceptions=True)


async def test_the_fifth_waits_for_one_job_and_not_for_the_flood() -> None:
    async with opened(Desk(1)) as desk:
        for flooder in range(4):
            for _ in range(20):
                desk.ask(person(flooder), 1.0)
        await desk.run(until=8.5)
        desk.ask(FIFTH, 1.0)
        await desk.run(until=11.0)
        assert desk.time_of("fifth") == 10.0, "after the job under way"


async def test_a_spare_place_is_free_for_who_has_used_little() -> None:
    async with opened(Desk(2, spare=1)) as desk:
        for flooder in range(4):
            for _ in range(20):
                desk.ask(person(flooder), 4.0)
        await desk.run(until=20.0)
        desk.ask(FIFTH, 0.5)
        await desk.run(until=21.0)
        assert desk.time_of("fifth") == 20.5, "at once, as if alone"
        assert desk.places["fifth"] == [1]


async def test_long_work_and_background_take_no_spare_place() -> None:
    async with opened(Desk(2, spare=1)) as desk:
        desk.ask(person(1), 5.0, long=True)
        desk.ask(person(2), 5.0, long=True)
        desk.ask(Requester("feed"), 5.0)
        await desk.run(until=1.0)
        assert [name for name, _ in desk.began] == ["person 1"]
        desk.ask(FIFTH, 0.1)
        await desk.run(until=2.0)
        assert desk.time_of("fifth") == 1.1


async def test_shares_are_of_time_and_not_of_turns() -> None:
    async with opened(Desk(1)) as desk:
        for _ in range(50):
            desk.ask(person(1), 4.0)
            desk.ask(person(2), 0.5)
        await desk.run(until=24.0)
        slow, quick = (sum(1 for one, _ in desk.done if one == f"person {number}") for number in (1, 2))
        assert (slow, quick) == (3, 24)


async def test_people_and_background_have_half_each() -> None:
    async with opened(Desk(1)) as desk:
        for feed in range(100):
            desk.ask(Requester(f"feed {feed}"), 1.0)
        desk.ask(FIFTH, 1.0)
        desk.ask(FIFTH, 1.0)
        await desk.run(until=6.0)
        assert sum(1 for name, _ in desk.done if name == "fifth") == 2, "a hundred feeds count as one beside people"


async def test_who_rested_has_saved_nothing_up() -> None:
    async with opened(Desk(1)) as desk:
        for _ in range(40):
            desk.ask(person(1), 1.0)
        await desk.run(until=20.0)
        for _ in range(10):
            desk.ask(person(2), 1.0)
        await desk.run(until=30.0)
        assert sum(1 for name, at in desk.done if name == "person 1" and at > 21.0) >= 4


async def test_one_has_so_many_places_and_so_many_waiting() -> None:
    async with opened(Desk(4, share=2, queue=3)) as desk:
        tasks = [desk.ask(person(1), 1.0) for _ in range(6)]
        await desk.settle()
        assert [name for name, _ in desk.began] == ["person 1"] * 2
        with pytest.raises(BusyError, match="of your requests"):
            await tasks[5]
        await desk.run()
        assert len(desk.done) == 5


async def test_where_too_many_wait_the_longest_queue_loses_its_newest() -> None:
    async with opened(Desk(1, waiting=4)) as desk:
        flood = [desk.ask(person(1), 1.0) for _ in range(5)]
        await desk.settle()
        fifth = desk.ask(FIFTH, 1.0)
        await desk.settle()
        with pytest.raises(BusyError, match="busy"):
            await flood[4]
        assert not fifth.done()
        others = [desk.ask(person(number), 1.0) for number in range(2, 6)]
        await desk.settle()
        assert sum(isinstance(task.exception(), BusyError) for task in [*flood, *others] if task.done()) == 5
        await desk.run()
        assert ("fifth", 2.0) in desk.done


async def test_a_cancelled_wait_costs_nothing_and_a_cancelled_turn_is_given_on() -> None:
    async with opened(Desk(1)) as desk:
        first, second, third = (desk.ask(person(number), 1.0) for number in range(3))
        await desk.settle()
        second.cancel()
        first.cancel()
        await desk.settle()
        assert [name for name, _ in desk.began] == ["person 0", "person 2"]
        await desk.run()
        assert third.done()
        assert desk.turns.idle


async def test_what_was_used_counts_where_it_is_told_and_not_how_long_it_took() -> None:
    async with opened(Desk(2, spare=1, quick=1.0)) as desk:
        with working_for(FIFTH):
            async with desk.turns.turn() as turn:
                desk.now += 5.0  # a worker was slow to start
                turn.cost = 0.1
        desk.ask(person(1), 4.0)
        desk.ask(FIFTH, 0.1)
        await desk.run(until=5.5)
        assert desk.places["fifth"] == [1], "it is still one who used little"


async def test_a_turn_costs_the_same_however_many_came_before(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(1)
    for number in range(500):
        with working_for(person(number)):
            async with desk.turns.turn():
                desk.now += 0.001
    kind = desk.turns._kinds[False]
    seen: list[str] = []

    class Watched(dict[str, Any]):
        def values(self) -> Any:
            seen.extend(self)
            return super().values()

    monkeypatch.setattr(kind, "accounts", Watched(kind.accounts))
    with working_for(person(0)):
        async with desk.turns.turn():
            desk.now += 0.001
    assert seen == []


async def test_many_who_never_come_again_are_forgotten() -> None:
    desk = Desk(1)
    for number in range(3_000):
        with working_for(person(number)):
            async with desk.turns.turn():
                desk.now += 0.001
    assert len(desk.turns._kinds[False].accounts) < 2_000


async def test_on_whose_behalf_goes_on_in_tasks_that_are_started_there() -> None:
    async def tell() -> Requester:
        return current_requester()

    work_for(FIFTH)
    assert await asyncio.create_task(tell()) == FIFTH
    with working_for(person(1)):
        inside = asyncio.create_task(tell())
    assert await inside == person(1)
    assert current_requester() == FIFTH


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 4),
    st.integers(0, 1),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from([0.0, 0.1, 1.0, 7.0]), st.booleans()), max_size=40),
)
async def test_all_that_was_asked_is_done_once_and_every_place_comes_back(
    places: int, spare: int, asked: list[tuple[int, float, bool]]
) -> None:
    async with opened(Desk(places, spare=min(spare, places - 1))) as desk:
        for who, seconds, flag in asked:
            desk.ask(Requester(f"person {who}", background=flag and who > 3), seconds, long=flag)
        await desk.run()
        assert len(desk.done) == len(asked)
        assert desk.turns.idle
        assert desk.turns._free == set(range(places))
