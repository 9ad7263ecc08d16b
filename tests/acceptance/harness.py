"""One process of the bot between a Discord and sites on loopback, and what people do with it, counted and timed."""

import asyncio
import json
import re
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from simcord import HttpLogEntry

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.interactions import EPHEMERAL, PATIENCE, Asked, Value
from benchmarks.discord_loopback.messages import Message
from benchmarks.discord_loopback.world import Json, Origin
from benchmarks.load.measured import Used, family
from benchmarks.load.program import Program, Running
from bot.i18n.messages import translate
from tests.acceptance.catalogue import move_catalogue
from tests.acceptance.figures import FIGURES
from tests.acceptance.site import Web
from tests.cogs.contract import Contract, command_violations, message_violations, posted_body

WITHIN: Final = 30.0
_LEAST_START: Final = 1.0
"""Seconds that a process takes at least before it identifies."""
"""Seconds in which anything happens that is to happen at once."""
REST: Final = 0.06
"""The share of a core that the bot may use at rest."""
_LOOK: Final = 0.02
_WINDOW: Final = 3.0  # seconds of one look at a process at rest
_LOOKS: Final = 10
_MARKS: Final = re.compile(r"\*\*|`|\[([^\]\n]+)\]\(<[^>\n]+>\)")
"""Markdown that is nothing to read: bold, code, and the addresses of links."""
_IMPORTING: Final = f"### {translate('follow-importing')}"
_UNEXPECTED: Final = re.compile(re.escape(translate("gateway-unexpected", number="*")).replace(r"\*", r"\w+"))


def minute_ahead() -> datetime:
    """The first whole minute that is ahead for as long as a command may take."""
    return (datetime.now(UTC) + timedelta(seconds=WITHIN + 60)).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one interaction, when nothing more of it was to come."""

    asked: Asked

    @property
    def messages(self) -> list[Json]:
        """The messages that stand, oldest first; the pressed one, where it was changed in its place."""
        if self.asked.callback in {6, 7} and self.asked.pressed is not None:
            return [self.asked.pressed, *self.asked.answers.values()]
        return list(self.asked.answers.values())

    @property
    def text(self) -> str:
        """All that a person reads of it."""
        return "\n".join(map(text_of, self.messages))

    @property
    def private(self) -> bool:
        """Whether nobody else sees any of it."""
        return all(message["flags"] & EPHEMERAL for message in self.messages)

    @property
    def choices(self) -> list[Json]:
        """What was suggested."""
        choices: list[Json] = self.asked.said[-1].get("choices") or []
        return choices

    @property
    def files(self) -> list[Json]:
        """What is attached."""
        return [file for message in self.messages for file in message["attachments"]]


@dataclass(slots=True)
class Harness:
    """The parts, within :func:`open_harness`. ``expected`` are errors of the log that a test has provoked."""

    discord: Loopback
    web: Web
    program: Program
    process: Running
    expected: list[re.Pattern[str]] = field(default_factory=list)
    excused: set[str] = field(default_factory=set)
    """Interactions that were made to go wrong, by their id."""
    used: set[tuple[str, str]] = field(default_factory=set)
    """Commands and their options that were used."""

    async def use(self, origin: Origin, path: str, /, **options: Value) -> Answer:
        """Use a command, and wait for all of its answer. An option "as" is given as ``as_``."""
        given = {name.rstrip("_"): value for name, value in options.items()}
        self.used |= {(path, ""), *((path, name) for name in given)}
        with self.step(f"/{path}"):
            return await self.settled(await self.discord.use(origin, path, given))

    async def suggest(self, origin: Origin, path: str, typing: str, words: str = "", /, **options: Value) -> list[Json]:
        """What is suggested to who is typing ``words`` for an option."""
        self.used.add((path, f"{typing} (typing)"))
        with self.step(f"/{path} {typing}…"):
            return (
                await self.settled(await self.discord.use(origin, path, options | {typing: words}, typing=typing))
            ).choices

    async def choose(self, origin: Origin, name: str, message: Message) -> Answer:
        """Choose a menu of a message."""
        self.used.add((name, ""))
        with self.step(f"menu {name}"):
            return await self.settled(await self.discord.choose(origin, name, message.tell()))

    async def press(self, origin: Origin, message: Json, custom_id: str, *values: str) -> Answer:
        """Press a button, or choose of a menu."""
        with self.step(f"press {custom_id.partition(':')[2].partition(':')[0]}"):
            return await self.settled(await self.discord.press(origin, message, custom_id, *values))

    async def say(
        self, origin: Origin, content: str, *, files: Sequence[Json] = (), mention: bool = False, answers: int = 1
    ) -> list[Json]:
        """Write to the bot, and wait for so many messages of it."""
        with self.step("mention" if mention else "direct message"):
            before = len(self.discord.messages.of(origin.channel_id))
            await self.discord.write(origin, content, files=files, mention=mention)
            return await self.posted(origin.channel_id, before + answers)

    async def posted(self, channel: str, count: int, *, within: float = WITHIN) -> list[Json]:
        """The messages after the first ones of that channel, once there are ``count`` in all."""
        await self.until(lambda: len(self.discord.messages.of(channel)) >= count, within=within)
        return [message.tell() for message in self.discord.messages.of(channel)]

    async def settled(self, asked: Asked) -> Answer:
        """Wait until an interaction is answered, and nothing more of it comes."""
        await self.until(lambda: asked.acknowledged_at is not None, within=PATIENCE + 1)
        if asked.kind.endswith("(typing)"):
            assert asked.callback == 8
            return Answer(asked)
        await self.until(lambda: _is_whole(asked))
        said = -1
        while said != len(asked.said) or not _is_whole(asked):  # a digest comes in several messages
            said = len(asked.said)
            await asyncio.sleep(0.06)
        answer = Answer(asked)
        assert not _UNEXPECTED.search(answer.text), answer.text
        return answer

    async def until(self, reached: Callable[[], Any], *, within: float = WITHIN) -> None:
        """Wait until it is so. Fails when it takes too long, or the process ends."""
        end = time.monotonic() + within
        while not reached():
            assert time.monotonic() < end, f"not within {within:g} s; the log ends: {self.log_lines()[-8:]}"
            self.program.check()
            await asyncio.sleep(_LOOK)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count and time one step."""
        began = time.monotonic()
        yield
        FIGURES.steps += 1
        FIGURES.slowest = max(FIGURES.slowest, (time.monotonic() - began, name))

    @contextmanager
    def scenario(self, name: str) -> Iterator[None]:
        """Record the processor time that the bot spends on it."""
        process, before = self.process, self.process.used().seconds
        yield
        if self.process is process:
            FIGURES.scenarios[name] = process.used().seconds - before

    def poll(self, site: int) -> None:
        """Have a site's feed asked now. The shortest interval is five minutes, and tests do not wait that long."""
        with closing(sqlite3.connect(self.database, timeout=10)) as database, database:
            now = f"{datetime.now(UTC) - timedelta(seconds=1):%Y-%m-%d %H:%M:%S.%f}"
            changed = database.execute(
                "UPDATE feeds SET next_poll_at = ? WHERE url = ?", (now, self.web.url(site, "feed"))
            )
            assert changed.rowcount == 1

    async def collect(self, site: int, name: str, article: tuple[str, str]) -> None:
        """Bring an article on a story that was posted, and wait until it waits for the story's follow-up."""
        self.web.publish(site, name, *article)
        self.poll(site)
        waiting = "SELECT 1 FROM fates JOIN items ON items.id = item_id WHERE fate = 'followup' AND title = ?"
        await self.until(lambda: self.read(waiting, article[0]))

    def hasten_follow_ups(self) -> None:
        """Have follow-ups told now; the first comes after six hours, and tests do not wait that long."""
        with closing(sqlite3.connect(self.database, timeout=10)) as database, database:
            now = f"{datetime.now(UTC) - timedelta(seconds=1):%Y-%m-%d %H:%M:%S.%f}"
            changed = database.execute("UPDATE posts SET follow_up_at = ? WHERE follow_up_at IS NOT NULL", (now,))
            assert changed.rowcount == 1

    def read(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the archive."""
        with closing(sqlite3.connect(self.database, timeout=10)) as database:
            return database.execute(query, values).fetchall()

    @property
    def database(self) -> Path:
        """The archive's file."""
        return self.program.folder / "attache.sqlite3"

    async def start(self) -> None:
        """Start the process again, and wait until it is connected."""
        shards = len(self.discord.gateway.opened)
        gateway = self.discord.gateway
        await asyncio.sleep(gateway.identifies.wait(gateway.clock()) - _LEAST_START)  # Discord's limit
        self.process = await self.program.start()
        await self.until(lambda: len(self.discord.gateway.opened) > shards, within=60)
        with self.step("the first command"):
            await self.settled(await self.discord.use(Origin(), "help"))

    async def kill(self) -> None:
        """End the process as a loss of power does; nothing of it may stay behind."""
        started = family(self.process.process.pid)
        # Python's own helper clears up after a process that could not
        self.expected.append(re.compile("resource_tracker|leaked semaphore|warnings.warn"))
        await self.process.kill()
        await _ended(started)

    async def stop(self) -> None:
        """End the process as an operator does."""
        started = family(self.process.process.pid)
        with self.step("SIGTERM"):
            await self.process.stop()
        assert self.process.process.returncode == 0
        await _ended(started)

    async def rest(self) -> float:
        """Wait until the bot rests; the share of a core that it then uses. Fails for one that spins."""
        share = 1.0
        for _ in range(_LOOKS):
            before, began = Used.by(self.process.process.pid).seconds, time.monotonic()
            await asyncio.sleep(_WINDOW)
            share = (Used.by(self.process.process.pid).seconds - before) / (time.monotonic() - began)
            if share < REST:
                FIGURES.rests.append(share)
                return share
        raise AssertionError(f"{share:.1%} of a core at rest")

    def log_lines(self) -> list[str]:
        """All lines that the bot has logged, of all its starts."""
        return [line for one in self.program.running for line in one.log.read_text("utf-8").splitlines()]

    def faults_logged(self) -> list[str]:
        """Lines of errors, tracebacks, and what is no line of the log, unless they are expected."""
        found = [line for line in self.log_lines() if _tells_of_fault(line)]
        return [
            line.replace("\\n", "\n") for line in found if not any(pattern.search(line) for pattern in self.expected)
        ]

    def unanswered(self) -> list[str]:
        """Interactions that were acknowledged too late or never, or whose person still waits."""
        asked = [one for one in self.discord.interactions.by_token.values() if one.ident not in self.excused]
        FIGURES.waits += [one.waited for one in asked if one.waited is not None]
        return [one.kind for one in asked if one.late or one.acknowledged_at is None or one.thinking]

    def violations(self, contract: Contract | None) -> list[str]:
        """What Discord would refuse of all requests; with its specification, where that is here."""
        found = []
        requests = self.discord.rest.kept or []
        FIGURES.requests += len(requests)
        for request in requests:
            entry = HttpLogEntry(request.method, request.path, {}, request.body, None)
            if contract is not None:
                found += contract.violations(entry)
                FIGURES.validated += 1
            if body := posted_body(entry):
                found += message_violations(body)
            if request.method == "PUT" and request.path.endswith("/commands"):
                found += command_violations(request.body)
        return sorted(set(found))

    def broken_rules(self) -> list[str]:
        """Rules of Discord's that were broken, and requests that nobody knows."""
        told = [f"{name}: {count}" for name, count in self.discord.gateway.violations.items() if count]
        told += [f"limit of {name} overrun: {count}" for name, count in self.discord.limits.exceeded.items()]
        return told + [f"unknown: {name}" for name in self.discord.rest.unknown]

    def pressable(self) -> Iterator[tuple[Origin, Json, str, tuple[str, ...]]]:
        """Every button and menu line that stands anywhere, with who may press it, in which message."""
        for asked in list(self.discord.interactions.by_token.values()):
            for message in list(asked.answers.values()):
                yield from ((asked.origin, message, *one) for one in presses_of(message))


def open_origin(person: int, **settings: Any) -> Origin:
    """A person in direct messages."""
    return Origin(person, None, **settings)


def text_of(message: Json) -> str:
    """All text of a message, plain: content, components, embeds, and then the labels of its buttons."""
    texts = [message.get("content") or ""]
    texts += [part["content"] for part in parts_of(message) if part.get("type") == 10]
    for embed in message.get("embeds") or ():
        fields = [field_[key] for field_ in embed.get("fields", ()) for key in ("name", "value")]
        author, footer = (embed.get(key) or {} for key in ("author", "footer"))
        texts += [author.get("name"), embed.get("title"), embed.get("description"), *fields, footer.get("text")]
    texts += [part.get("label") for part in parts_of(message) if part.get("type") == 2]
    return _MARKS.sub(r"\1", "\n".join(filter(None, texts)))


def parts_of(message: Json) -> Iterator[Json]:
    """All components of a message, nested ones too."""
    for part in message.get("components") or ():
        yield part
        yield from parts_of(part)


def presses_of(message: Json) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The custom ids of a message's buttons and menus; of a menu with its first line chosen."""
    for part in parts_of(message):
        if "custom_id" in part:
            options = part.get("options") or ()
            yield part["custom_id"], tuple(option["value"] for option in options[:1])


def find_press(message: Json, label: str) -> str:
    """The custom id of the button with that label."""
    found = [part["custom_id"] for part in parts_of(message) if part.get("label") == label and "custom_id" in part]
    assert found, f"no button {label} in {text_of(message)}"
    return str(found[0])


def _is_whole(asked: Asked) -> bool:
    """Whether an answer stands that is no sign of one to come."""
    if asked.answered_at is None or asked.thinking:
        return False
    told = [text_of(message) for message in asked.answers.values()]
    return not any(text == "…" or text.startswith(_IMPORTING) for text in told)


def _tells_of_fault(line: str) -> bool:
    try:
        told = json.loads(line)
    except ValueError:
        return True
    return told.get("level") in {"error", "critical"} or "exception" in told


async def _ended(processes: list[int]) -> None:
    end = time.monotonic() + 15
    while left := [pid for pid in processes if Path(f"/proc/{pid}/cmdline").exists() and not _is_dead(pid)]:
        assert time.monotonic() < end, f"left behind: {left}"
        await asyncio.sleep(0.1)


def _is_dead(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


async def open_harness(folder: Path, **settings: str) -> AsyncIterator[Harness]:
    """All parts started, and the bot connected."""
    async with Loopback(Form(guilds=3, channels=8, forums=1)) as discord, Web().open() as web:
        discord.rest.kept = []
        program = Program(folder, discord, allowed=web.allowed, settings=settings)
        move_catalogue(folder, web)
        async with program:
            harness = Harness(discord, web, program, await program.start())
            await harness.until(lambda: discord.gateway.opened and "help" in discord.interactions.commands, within=60)
            await discord.gateway.wait_for(1)
            with harness.step("the first command"):
                await harness.settled(await discord.use(Origin(), "help"))
            yield harness
