"""Fair turns at what everybody shares: fetching, parsing, reading, answering questions.

The rules, which hold for every shared pool:

- A requester is a person who waits for an answer, or a source that is worked on in the background: a feed's site, a
  server's own source. It is set once, at the edge, in a context variable, and read where a turn is taken.
- People together and the background together have equal shares; so has each requester among its own kind. A share is
  of time, not of turns: whoever used most waits longest (start-time fair queueing, Goyal, Vin and Cheng 1996).
- A requester has at most ``share`` turns at once, and at most ``queue`` that wait. Where too many wait in all, the
  longest queue loses its newest, so that nobody is refused for what others ask.
- The last ``spare`` places are for people's short work alone: of those who used more than ``quick`` seconds lately
  none is let in there, so that long work, even of all others together, leaves a place free.
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
"""Seconds after which the time that somebody has used weighs a third (1/e) of what it did."""
_LEAST: Final = 0.01  # seconds that a turn costs at least, so that turns of no length alternate, too
_TIDY_ABOVE: Final = 1_024  # requesters


@dataclass(frozen=True, slots=True)
class Requester:
    """On whose behalf something is done: ``name`` ("discord:<user id>", a feed's site) among people or not."""

    name: str
    background: bool = True


_NOBODY: Final = Requester("")
_requester: ContextVar[Requester] = ContextVar("requester", default=_NOBODY)


def current_requester() -> Requester:
    """On whose behalf this task works."""
    return _requester.get()


def work_for(requester: Requester) -> None:
    """Work on behalf of ``requester`` from now on in this task, and in all that it starts."""
    _requester.set(requester)


@contextmanager
def working_for(requester: Requester) -> Iterator[None]:
    """Work on behalf of ``requester`` inside of ``with``."""
    token = _requester.set(requester)
    try:
        yield
    finally:
        _requester.reset(token)


@dataclass(slots=True, eq=False)
class Turn:
    """A turn at ``place``. It costs as long as it lasts, unless ``cost`` is set: to what was used of what is shared."""

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
    """What one requester has used: ``tag`` in its kind's virtual time, ``lately`` with older use fading."""

    tag: float = 0.0
    lately: float = 0.0
    running: int = 0
    waiting: deque[_Waiter] = field(default_factory=deque)

    @property
    def idle(self) -> bool:
        return not self.running and not self.waiting


@dataclass(slots=True)
class _Kind:
    """People, or the background: its accounts, its own ``tag`` beside the other's, and how far its accounts are."""

    tag: float = 0.0
    reached: float = 0.0
    accounts: dict[str, _Account] = field(default_factory=dict)


class FairQueue:
    """``places`` turns at a time, given in the order that the module's rules say.

    ``waiting`` more may wait in all, ``queue`` of each requester (all, where left out), who may have ``share`` places
    at once. The last ``spare`` places take only people's work that is not called long, of those who used at most
    ``quick`` seconds lately. ``clock`` tells seconds.
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
        """Whether no place is free but spare ones."""
        return not self._free or self.is_spare(min(self._free))

    @asynccontextmanager
    async def turn(self, *, long: bool = False) -> AsyncIterator[Turn]:
        """Wait for a turn and have it inside of ``async with``. ``long`` work takes no spare place.

        Raises ``BusyError`` where too much waits already.
        """
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
        """Whether ``place`` is one that is kept for short work."""
        return place >= self._first_spare

    def _enter(self, requester: Requester, *, long: bool) -> _Waiter:
        self._charge()
        kind = self._kinds[requester.background]
        if len(kind.accounts) > _TIDY_ABOVE:
            self._tidy(kind)
        account = kind.accounts.setdefault(requester.name, _Account())
        if account.idle:
            if all(one.idle for one in kind.accounts.values()):
                kind.tag = max(kind.tag, self._reached)
            account.tag = max(account.tag, kind.reached)
        waiter = _Waiter(requester, long, asyncio.get_running_loop().create_future())
        account.waiting.append(waiter)
        self._waiting += 1
        self._serve()
        if not waiter.turn.done():
            self._make_room(account, waiter)
        return waiter

    def _make_room(self, account: _Account, waiter: _Waiter) -> None:
        """Refuse somebody where too many wait: the newcomer, or the newest of who has most waiting."""
        own = len(account.waiting) > self._queue and self._queue < self._most
        refused = waiter if own else None
        if refused is None and self._waiting > self._most:
            longest = max((one for kind in self._kinds.values() for one in kind.accounts.values()), key=_length)
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
        waiting = self._account_of(waiter.requester).waiting
        if waiter in waiting:
            waiting.remove(waiter)
            self._waiting -= 1

    def _release(self, turn: Turn) -> None:
        self._charge()
        kind, account, _ = self._running.pop(turn.place)
        if turn.cost is not None:
            self._put(kind, account, turn.cost - turn._charged)  # noqa: SLF001 - ours
        account.running -= 1
        self._free.add(turn.place)
        self._serve()

    def _serve(self) -> None:
        """Give free places to who has used least, as long as there is somebody who may have one.

        All that has been used must be charged before.
        """
        while self._free and (found := self._find_next()):
            kind, account, place = found
            waiter = account.waiting.popleft()
            self._waiting -= 1
            if waiter.turn.done():  # cancelled, and not taken out yet
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
        place = min(self._free)
        for background, kind in sorted(self._kinds.items(), key=lambda item: (item[1].tag, item[0])):
            ready = (one for one in kind.accounts.values() if one.waiting and one.running < self._share)
            for account in sorted(ready, key=lambda one: (one.tag, one.lately)):
                short = not (background or account.waiting[0].long or account.lately > self._quick)
                if short or not self.is_spare(place):
                    return kind, account, place
        return None

    def _charge(self) -> None:
        """Put what has been used since the last time on the accounts."""
        now = self._clock()
        passed, self._charged_at = now - self._charged_at, now
        if passed <= 0:
            return
        fading = math.exp(-passed / LATELY)
        for kind in self._kinds.values():
            for account in kind.accounts.values():
                account.lately *= fading
        for kind, account, turn in self._running.values():
            turn._charged += passed  # noqa: SLF001 - ours
            self._put(kind, account, passed)

    def _put(self, kind: _Kind, account: _Account, seconds: float) -> None:
        kind.tag += seconds
        account.tag += seconds
        account.lately = max(0.0, account.lately + seconds)

    def _tidy(self, kind: _Kind) -> None:
        """Forget requesters of whom nothing is to be remembered; all that are idle, where that does not help."""
        for forgotten in (lambda one: one.tag <= kind.reached and one.lately < _LEAST, lambda _: True):
            for name in [name for name, one in kind.accounts.items() if one.idle and forgotten(one)]:
                del kind.accounts[name]
            if len(kind.accounts) <= _TIDY_ABOVE:
                return

    def _account_of(self, requester: Requester) -> _Account:
        return self._kinds[requester.background].accounts[requester.name]


def _length(account: _Account) -> int:
    return len(account.waiting)
