"""The cost of /said in an archive of a million statements: storing, searching, suggesting names, on one core.

The archive is made by the code that stores articles, from invented words and names with frequencies by Zipf's law (a
few are in most statements, most are in a few), over five years. It stays in a temporary folder for the next run; an
interrupted run continues. For comparison, the same questions are asked in the same file with SQLite's full-text search
sorted by date, as one would without thinking, and with a plain LIKE scan.

    python -m benchmarks.said [--statements 1000000] [--folder FOLDER]
"""

import argparse
import asyncio
import itertools
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.archive.index_terms import IndexQuery, compose_query
from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.statement_search import StatementQuery, parse_about
from bot.domain.text import Span

T = TypeVar("T")

STATEMENTS_OF_ARTICLE = 20
ARTICLES_OF_BATCH = 50
VOCABULARY = 60_000
PEOPLE = 30_000
COUNTRIES = (
    "Norway Iceland Denmark Sweden Finland Estonia Latvia Lithuania Poland Germany France Spain Portugal Italy Greece "
    "Turkey Egypt Kenya India China Japan Brazil Chile Peru Mexico Canada Australia Ukraine Russia Georgia"
).split()
ROLES = ("Foreign Minister", "Prime Minister", "spokesperson", "President", "Defence Minister", "Ambassador", "")
START = datetime(2021, 1, 1, tzinfo=UTC)
MINUTES = 5 * 365 * 24 * 60
ASKERS = frozenset({"discord:1", "discord:guild:2"})
_SYLLABLES = "ba ke lo mi nu ra se ti vo da fe go hi ju la ne po qui ro sa te ul va we xa yo zi bre cla dro".split()


@dataclass(frozen=True)
class World:
    """Invented words and people, the frequent ones first."""

    words: Sequence[str]
    word_weights: Sequence[float]
    people: Sequence[Speaker]
    people_weights: Sequence[float]


def zipf(count: int, exponent: float) -> list[float]:
    """Cumulative weights of ranks 1 to ``count``."""
    return list(itertools.accumulate(1 / (rank + 2.7) ** exponent for rank in range(count)))


def invent_world() -> World:
    """The same in every run."""
    chance = random.Random(5)  # noqa: S311 - the same figures in every run
    spelt = [
        "".join(part)
        for size in (2, 3, 4)
        for part in itertools.islice(itertools.product(_SYLLABLES, repeat=size), 40_000)
    ]
    chance.shuffle(spelt)
    words = list(dict.fromkeys(spelt))[:VOCABULARY]
    surnames = [f"{word.capitalize()}sen" for word in words[:12_000]]
    given = [f"{word.capitalize()}" for word in words[12_000:12_800]]
    people = []
    for number in range(PEOPLE):
        name = f"{chance.choice(given)} {surnames[number % len(surnames)]}"
        people.append(Speaker(name, chance.choice(ROLES) or None, chance.choice(COUNTRIES)))
    return World(words, zipf(len(words), 1.05), people, zipf(len(people), 1.0))


def invent_batch(world: World, number: int) -> list[Reading]:
    """The articles of one batch, in random order of dates within some weeks."""
    chance = random.Random(number)  # noqa: S311 - as above
    return [_invent_article(world, chance, number, place) for place in range(ARTICLES_OF_BATCH)]


def _invent_article(world: World, chance: random.Random, batch: int, place: int) -> Reading:
    said = [
        " ".join(chance.choices(world.words, cum_weights=world.word_weights, k=chance.randint(8, 40)))
        for _ in range(STATEMENTS_OF_ARTICLE)
    ]
    text, found, at = "", [], 0
    speakers = chance.choices(world.people, cum_weights=world.people_weights, k=6)
    for words in said:
        speaker = chance.choice(speakers)
        lead = f"{speaker.name} said: “"
        source = Span(at, at + len(speaker.name))
        content = Span(at + len(lead), at + len(lead) + len(words))
        act = chance.choice(tuple(Act))
        found.append(
            Attribution((content,), source, None, Kind.DIRECT, act, speaker, confidence=chance.uniform(0.3, 1))
        )
        text += f"{lead}{words}”.\n"
        at = len(text)
    published = START + timedelta(minutes=(batch * 7919 * ARTICLES_OF_BATCH + chance.randrange(60_000)) % MINUTES)
    article = Article(
        text,
        title=f"Article {batch}-{place}",
        url=f"https://news{place % 9}.example/{batch}/{place}",
        outlet=Outlet(f"Outlet {place % 9}"),
        published_at=published,
        language="en",
    )
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "invented 1", (), tuple(found), "en"))


async def fill(archive: Archive, world: World, statements: int) -> None:
    """Store what is missing; print the speed."""
    there = await archive.count_articles()
    first, last = there // ARTICLES_OF_BATCH, statements // STATEMENTS_OF_ARTICLE // ARTICLES_OF_BATCH
    spent = processor = 0.0
    for number in range(first, last):
        batch = invent_batch(world, number)
        begun, used = time.perf_counter(), time.process_time()
        await archive.save_readings(batch)
        spent += time.perf_counter() - begun
        processor += time.process_time() - used
        done = (number + 1 - first) * ARTICLES_OF_BATCH * STATEMENTS_OF_ARTICLE
        if (number + 1) % 50 == 0 or number + 1 == last:
            print(
                f"filed {done:,} statements: {done / spent:,.0f} a second, {done / processor:,.0f} of processor",
                flush=True,
            )


@dataclass(frozen=True)
class Question:
    """A question with its kind."""

    kind: str
    wanted: StatementQuery


def invent_questions(world: World, each: int) -> list[Question]:
    """One to eight words, common, middling, rare and mixed, alone, with a person or country, with dates, with both."""
    chance = random.Random(11)  # noqa: S311 - as above
    ranks = {"common": (0, 50), "middling": (50, 500), "rare": (5000, len(world.words))}
    questions = []
    for count, kind, with_who, with_dates in itertools.product(
        (1, 2, 3, 4, 6, 8), (*ranks, "mixed"), (False, True), (False, True)
    ):
        for _ in range(each):
            if kind == "mixed":
                words = chance.choices(world.words, cum_weights=world.word_weights, k=count)
            else:
                words = chance.sample(world.words[slice(*ranks[kind])], count)
            person = chance.choices(world.people, cum_weights=world.people_weights)[0]
            who = chance.choice((person.name, person.name.split()[-1], person.country or "")) if with_who else ""
            since = START + timedelta(minutes=chance.randrange(MINUTES)) if with_dates else None
            until = since and since + timedelta(days=chance.choice((2, 30, 400)))
            extra = ("who " if with_who else "") + ("dates" if with_dates else "")
            questions.append(
                Question(
                    f"{kind}{' + ' + extra.strip() if extra else ''}",
                    StatementQuery(who, " ".join(words), since, until),
                )
            )
    chance.shuffle(questions)
    return questions


@dataclass(frozen=True)
class Spent:
    """The duration of calls in milliseconds: by the clock, and of the processor in all threads.

    If other programs are running, the first shows how busy the machine was; the second is about what a free core would
    take.
    """

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    async def time(self, call: Awaitable[T]) -> T:
        """Await ``call`` and record its duration."""
        begun, used = time.perf_counter(), time.process_time()
        answer = await call
        self.clock.append(1000 * (time.perf_counter() - begun))
        self.processor.append(1000 * (time.process_time() - used))
        return answer

    def __str__(self) -> str:
        return f"{told(self.clock)}; of processor {told(self.processor)} ({len(self.clock)})"


def told(spent: Sequence[float]) -> str:
    """Median, 95th percentile and longest."""
    ranked = sorted(spent)
    at95 = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return f"p50 {ranked[len(ranked) // 2]:.1f}, p95 {at95:.1f}, longest {ranked[-1]:.1f} ms"


async def measure_finding(archive: Archive, questions: Sequence[Question]) -> None:
    """Print the cost of pages of ten, by kind of question."""
    by_kind: dict[str, Spent] = {}
    everything, found = Spent(), 0
    for question in questions:
        spent = by_kind.setdefault(question.kind, Spent())
        page = await spent.time(archive.search.find(question.wanted, askers=ASKERS))
        everything.clock.append(spent.clock[-1])
        everything.processor.append(spent.processor[-1])
        found += bool(page.found)
    for kind, spent in sorted(by_kind.items()):
        print(f"find, {kind}: {spent}")
    print(f"find, all, {found} with an answer: {everything} [wanted: p95 at most 50]")


async def measure_suggesting(archive: Archive, world: World, count: int) -> None:
    """Print the cost of suggestions for nothing, one letter and more, up to a name and a half."""
    chance = random.Random(13)  # noqa: S311 - as above
    spent = Spent()
    for person in chance.choices(world.people, cum_weights=world.people_weights, k=count):
        first, last = person.name.split()
        country = person.country or ""
        typed = chance.choice(
            ("", first[:1], last[:2], last[:3], last[:5], f"{first} {last[:2]}", country[:4], country)
        )
        await spent.time(archive.search.suggest_speakers(typed, askers=ASKERS))
    print(f"suggest: {spent} [wanted: p95 at most 20]")


def measure_peers(file: Path, questions: Sequence[Question]) -> tuple[list[float], list[float]]:
    """Milliseconds for the same words by full-text search sorted by date afterwards, and by LIKE over all words."""
    connection = sqlite3.connect(file)
    joined, scanned = [], []
    for question in questions:
        terms = parse_about(question.wanted.about)
        asked = compose_query(IndexQuery(tuple((term,) for term in terms)), "sqlite")
        begun = time.process_time()
        connection.execute(
            "SELECT statements.id FROM said_words JOIN said ON said.key = said_words.rowid "
            "JOIN statements ON statements.id = said.statement_id "
            "JOIN articles ON articles.text_id = statements.text_id "
            "WHERE said_words MATCH ? ORDER BY articles.published_at DESC LIMIT 10",
            [asked],
        ).fetchall()
        joined.append(1000 * (time.process_time() - begun))
        like = " AND ".join("document LIKE ?" for _ in terms)
        begun = time.process_time()
        connection.execute(
            f"SELECT count(*), max(key) FROM said WHERE {like}",  # noqa: S608 - of our own marks alone
            [f"%{' '.join(term.words)}%" for term in terms],
        ).fetchall()
        scanned.append(1000 * (time.process_time() - begun))
    connection.close()
    return joined, scanned


async def run(arguments: argparse.Namespace) -> None:
    """Fill, then measure."""
    file = Path(arguments.folder) / f"attache-said-{arguments.statements}.sqlite3"
    file.parent.mkdir(parents=True, exist_ok=True)
    world = invent_world()
    archive = await Archive.open(f"sqlite:///{file}")
    await fill(archive, world, arguments.statements)
    size = sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*"))
    each = size / arguments.statements
    print(f"file: {size / 1e6:,.0f} MB for {arguments.statements:,} statements, {each:,.0f} bytes each")
    questions = invent_questions(world, arguments.questions)
    await measure_finding(archive, questions)
    await measure_suggesting(archive, world, arguments.suggestions)
    words_alone = [one for one in questions if not one.wanted.who and not one.wanted.since]
    some = words_alone[: arguments.peer_questions]
    spent = Spent()
    for one in some:
        await spent.time(archive.search.find(one.wanted, askers=ASKERS))
    await archive.close()
    own = spent.processor
    joined, scanned = measure_peers(file, some)
    mean = sum(own) / len(own)
    print(f"{len(some)} questions of words alone, of processor, here: {told(own)}; mean {mean:.1f}")
    for name, theirs in (("full text, sorted by date afterwards", joined), ("LIKE over all statements", scanned)):
        times = sum(theirs) / sum(own)
        print(f"the same by {name}: {told(theirs)}; mean {sum(theirs) / len(theirs):.1f}, {times:.1f} times as long")


def main() -> None:
    """Run the benchmark with the numbers given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=10, help="of each of 96 kinds")
    parser.add_argument("--suggestions", type=int, default=400)
    parser.add_argument("--peer-questions", type=int, default=40)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    asyncio.run(run(arguments))


if __name__ == "__main__":
    main()
