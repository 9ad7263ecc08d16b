"""Fair queueing for shared resources: fetching, parsing, analysing, answering questions.

The rules, for every shared pool:

- A requester is a person who waits for an answer, or a source processed in the background: a feed's site, a server's
  push source. It is set once, where work starts, in a context variable, and read where a turn is taken.
- People together and the background together get equal shares, and so does each requester among its kind. A share is of
  time, not of turns: whoever has used most waits longest (start-time fair queueing, Goyal, Vin and Cheng 1996).
- A requester has at most ``share`` concurrent turns and at most ``queue`` waiting ones. If too many wait in all, the
  longest queue loses its newest entry, so that nobody is refused because of what others request.
- The last ``spare`` places are reserved for short work of people: those who used more than ``quick`` seconds recently
  do not get them, so that long work, even of all others together, leaves a place free.
"""

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from bot.errors import BusyError
from bot.i18n.messages import translatable

LATELY: Final = 60.0
"""Seconds after which used time counts a third (1/e)."""
_LEAST: Final = 0.01  # minimum seconds charged for a turn, so that turns of zero length alternate too
_TIDY_ABOVE: Final = 1_024  # requesters


@dataclass(frozen=True, slots=True)
class Requester:
    """Whose work it is: ``name`` ("discord:<user id>", a feed's site), and whether it is a person."""

    name: str
    background: bool = True


_NOBODY: Final = Requester("")
_requester: ContextVar[Requester] = ContextVar("requester", default=_NOBODY)


def current_requester() -> Requester:
    """The requester of the current task."""
    return _requester.get()


def work_for(requester: Requester) -> None:
    """Set the requester of this task and of all tasks that it starts."""
    _requester.set(requester)


@contextmanager
def working_for(requester: Requester) -> Iterator[None]:
    """Set the requester within the context."""
    token = _requester.set(requester)
    try:
        yield
    finally:
        _requester.reset(token)


@dataclass(slots=True, eq=False)
class Turn:
    """A turn at ``place``. Its duration is charged, unless ``cost`` is set to what was used of the shared resource."""

    place: int
    cost: float | None = None
    _charged: float = 0.0


@dataclass(slots=True, eq=False)
class _Waiter:
    requester: Requester
    long: bool
    turn: asyncio.Future[Turn]


@dataclass(slots=True)
class _Account:
    """A requester's usage: ``tag`` in its kind's virtual time, ``lately`` with exponential decay up to ``faded_at``."""

    tag: float = 0.0
    lately: float = 0.0
    faded_at: float = 0.0
    running: int = 0
    waiting: deque[_Waiter] = field(default_factory=deque)

    @property
    def idle(self) -> bool:
        return not self.running and not self.waiting

    def used_lately(self, now: float) -> float:
        """``lately`` as of ``now``."""
        self.lately *= math.exp((self.faded_at - now) / LATELY)
        self.faded_at = now
        return self.lately


@dataclass(slots=True)
class _Kind:
    """People, or the background: its accounts, its own ``tag``, and the virtual time of its accounts.

    ``turns`` counts those that run or wait; ``queues`` are the accounts with turns that wait.
    """

    tag: float = 0.0
    reached: float = 0.0
    turns: int = 0
    accounts: dict[str, _Account] = field(default_factory=dict)
    queues: dict[str, _Account] = field(default_factory=dict)


class FairQueue:
    """Gives ``places`` concurrent turns, in the order of the module's rules.

    ``waiting`` more may wait in all, ``queue`` per requester (default: all), who may hold ``share`` places at once. The
    last ``spare`` places take only people's short work, for requesters who used at most ``quick`` seconds recently.
    ``clock`` returns seconds.
    """

    def __init__(
        self,
        places: int,
        *,
        waiting: int,
        share: int | None = None,
        queue: int | None = None,
        spare: int = 0,
        quick: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not 0 <= spare < places:
            raise ValueError(f"{spare} of {places} places cannot be spare")
        self._free = set(range(places))
        self._first_spare = places - spare
        self._most = waiting
        self._share = places if share is None else share
        self._queue = waiting if queue is None else queue
        self._quick = quick
        self._clock = clock
        self._kinds = {False: _Kind(), True: _Kind()}
        self._reached = 0.0
        self._running: dict[int, tuple[_Kind, _Account, Turn]] = {}
        self._charged_at = clock()
        self._waiting = 0

    @property
    def idle(self) -> bool:
        """Whether nobody has a turn or waits for one."""
        return not self._running and not self._waiting

    @property
    def full(self) -> bool:
        """Whether only spare places are free, or none."""
        return not self._free or self.is_spare(min(self._free))

    @asynccontextmanager
    async def turn(self, *, long: bool = False) -> AsyncIterator[Turn]:
        """Wait for a turn and hold it within the context. ``long`` work takes no spare place. Raises ``BusyError``."""
        waiter = self._enter(current_requester(), long=long)
        try:
            turn = await waiter.turn
        except BaseException:
            self._leave(waiter)
            raise
        try:
            yield turn
        finally:
            self._release(turn)

    def is_spare(self, place: int) -> bool:
        """Whether ``place`` is reserved for short work."""
        return place >= self._first_spare

    def _enter(self, requester: Requester, *, long: bool) -> _Waiter:
        self._charge()
        kind = self._kinds[requester.background]
        if len(kind.accounts) > _TIDY_ABOVE:
            self._tidy(kind)
        account = kind.accounts.setdefault(requester.name, _Account(faded_at=self._charged_at))
        if not kind.turns:
            kind.tag = max(kind.tag, self._reached)
        if account.idle:
            account.tag = max(account.tag, kind.reached)
        waiter = _Waiter(requester, long, asyncio.get_running_loop().create_future())
        account.waiting.append(waiter)
        kind.queues[requester.name] = account
        kind.turns += 1
        self._waiting += 1
        self._serve()
        if not waiter.turn.done():
            self._make_room(account, waiter)
        return waiter

    def _make_room(self, account: _Account, waiter: _Waiter) -> None:
        """Refuse a waiter if too many wait: the new one, or the newest of the longest queue."""
        own = len(account.waiting) > self._queue and self._queue < self._most
        refused = waiter if own else None
        if refused is None and self._waiting > self._most:
            accounts = (one for kind in self._kinds.values() for one in kind.queues.values())
            longest = max(accounts, key=lambda one: len(one.waiting))
            refused = longest.waiting[-1] if len(longest.waiting) > len(account.waiting) else waiter
        if refused is not None:
            self._remove(refused)
            words = translatable("reading-your-share") if own else translatable("reading-busy")
            refused.turn.set_exception(BusyError(words))

    def _leave(self, waiter: _Waiter) -> None:
        if waiter.turn.done() and not waiter.turn.cancelled() and waiter.turn.exception() is None:
            self._release(waiter.turn.result())
        else:
            self._remove(waiter)

    def _remove(self, waiter: _Waiter) -> None:
        kind, name = self._kinds[waiter.requester.background], waiter.requester.name
        waiting = kind.accounts[name].waiting
        if waiter in waiting:
            waiting.remove(waiter)
            if not waiting:
                del kind.queues[name]
            kind.turns -= 1
            self._waiting -= 1

    def _release(self, turn: Turn) -> None:
        self._charge()
        kind, account, _ = self._running.pop(turn.place)
        if turn.cost is not None:
            self._put(kind, account, turn.cost - turn._charged)  # noqa: SLF001 - same module
        account.running -= 1
        kind.turns -= 1
        self._free.add(turn.place)
        self._serve()

    def _serve(self) -> None:
        """Give free places to those waiting who have used least; all usage must be charged before."""
        while self._free and self._waiting and (found := self._find_next()):
            kind, account, place = found
            waiter = account.waiting.popleft()
            if not account.waiting:
                del kind.queues[waiter.requester.name]
            self._waiting -= 1
            if waiter.turn.done():  # cancelled, but still listed
                kind.turns -= 1
                continue
            self._reached = max(self._reached, kind.tag)
            kind.reached = max(kind.reached, account.tag)
            kind.tag += _LEAST
            account.tag += _LEAST
            account.running += 1
            self._free.remove(place)
            turn = Turn(place)
            self._running[place] = kind, account, turn
            waiter.turn.set_result(turn)

    def _find_next(self) -> tuple[_Kind, _Account, int] | None:
        place, now = min(self._free), self._charged_at
        for background, kind in sorted(self._kinds.items(), key=lambda item: (item[1].tag, item[0])):
            ready = (one for one in kind.queues.values() if one.running < self._share)
            for account in sorted(ready, key=lambda one: (one.tag, one.used_lately(now))):
                short = not (background or account.waiting[0].long or account.lately > self._quick)
                if short or not self.is_spare(place):
                    return kind, account, place
        return None

    def _charge(self) -> None:
        """Charge the usage since the last call."""
        now = self._clock()
        passed, self._charged_at = now - self._charged_at, now
        if passed <= 0:
            return
        for kind, account, turn in self._running.values():
            turn._charged += passed  # noqa: SLF001 - same module
            self._put(kind, account, passed)

    def _put(self, kind: _Kind, account: _Account, seconds: float) -> None:
        kind.tag += seconds
        account.tag += seconds
        account.lately = max(0.0, account.used_lately(self._charged_at) + seconds)

    def _tidy(self, kind: _Kind) -> None:
        """Forget requesters without relevant usage; all idle ones if that is not enough."""
        now = self._charged_at
        for forgotten in (lambda one: one.tag <= kind.reached and one.used_lately(now) < _LEAST, lambda _: True):
            for name in [name for name, one in kind.accounts.items() if one.idle and forgotten(one)]:
                del kind.accounts[name]
            if len(kind.accounts) <= _TIDY_ABOVE:
                return
