"""Checks what cards print of real articles: ``python -m benchmarks.cards [--count 200] [--seed 1]``.

Every card of an article is rendered: summary, lines, all statements, two sides, the post of a feed's item, a digest of
one story. Each string that a card prints has to be made of slices of its article, of three words or more, with balanced
marks, once on its card; and Discord has to take the card. Articles (../shared/data/news) stay outside the repository;
those that editors made pages of are left out. ``--show N`` prints the pages of N instead, to be judged by eye.
"""

import argparse
import json
import lzma
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.whosaid import SHARED
from bot.digests.article_digest import compose_digest
from bot.digests.briefing import compose_briefing
from bot.digests.lines.choice import compose_lines
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.briefing import StoryReadings, date_reading
from bot.errors import NotVerbatimError, UsageError
from bot.render.card import COLUMN_LIMIT, HEADING_LIMIT, LABEL_LIMIT, Card
from bot.render.cards.article_card import compose_summary
from bot.render.cards.briefing_cards import render_briefing
from bot.render.cards.item_card import render_item
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards
from bot.render.markdown import plain, units
from bot.render.quotations import ELLIPSIS
from bot.render.terminal import Screen, show

NEWS = SHARED / "data/news/news.jsonl.xz"
EDITOR = SHARED / "data/editor"
LEAST = 3
"""Words of a printed string; fewer tell nothing by themselves."""
_QUOTED = re.compile(r"(?m)^> .*(?:\n> .*)*")
_OURS = "“”„«»\"' "
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a string that a card prints; ``words`` is empty where the card itself is."""

    kind: str
    face: str
    words: str = ""


def load_articles(path: Path = NEWS, without: Collection[str] = ()) -> list[dict[str, Any]]:
    """The articles of ``path``, without those whose texts are among ``without``."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    return [one for one in articles if one["text"].strip() not in without]


def read_article(record: dict[str, Any]) -> Reading:
    """One of them as the engine reads it, with the date and the outlet that it has."""
    from bot.nlp.analyse import analyse  # noqa: PLC0415 - loads the model

    published = datetime.fromisoformat(record["date"]).replace(tzinfo=UTC) if record["date"] else None
    article = Article(record["text"], record["title"], record["url"], Outlet(record["outlet"]), None, published, "en")
    return Reading(reading_id(article), article, analyse(article.text, language="en"))


def draw(reading: Reading) -> dict[str, Callable[[], Iterable[Card]]]:
    """The cards of an article by name."""
    at = reading.article.published_at or datetime.now(UTC)
    story = StoryReadings((date_reading(reading, at),))
    day = timedelta(days=1)
    return {
        "summary": lambda: render_cards(compose_summary(reading)),
        "lines": lambda: render_cards(compose_lines_page(reading, compose_lines(reading))),
        "all statements": lambda: render_cards(compose_whosaid(compose_digest(reading))),
        "two sides": lambda: render_cards(compose_columns(compose_two_sides(reading))),
        "item": lambda: [render_item(reading, "A feed")],
        "digest": lambda: render_briefing(compose_briefing([story], since=at - day, until=at + day, now=at + day), UTC),
    }


def find_printed(card: Card) -> Iterator[str]:
    """The strings of an article that a card prints."""
    for text in card.texts:
        yield from (plain(found[0].replace("\n> ", "\n").removeprefix("> ")) for found in _QUOTED.finditer(text))


def find_faults(face: str, cards: Iterable[Card], text: str) -> Iterator[Fault]:
    """What is wrong with ``cards``, which print an article's ``text``."""
    told = " ".join(text.split())
    for card in cards:
        if not fits(card):
            yield Fault("refused", face)
        printed = list(find_printed(card))
        yield from (Fault("repeated", face, words) for words, count in Counter(printed).items() if count > 1)
        for words in printed:
            parts = [" ".join(part.split()).strip(_OURS) for part in words.split(ELLIPSIS)]
            if not all(part in told for part in parts):
                yield Fault("no slice", face, words)
            if len(re.findall(r"\w+(?:[’'.-]\w+)*", words)) < LEAST:
                yield Fault("fragment", face, words)
            if not is_balanced(words):
                yield Fault("unbalanced", face, words)


def is_balanced(words: str) -> bool:
    """Whether every mark has its other half, which in some papers is a straight one for a curly one."""
    single = abs(words.count("“") - words.count("”"))
    straight = words.count('"') - single
    others = all(words.count(a) == words.count(b) for a, b in _PAIRS if a != "“")
    return straight >= 0 and straight % 2 == 0 and others


def fits(card: Card) -> bool:
    """Whether Discord takes each part of ``card``, which as a whole knows its limits itself."""
    options = card.menu.options if card.menu else ()
    labels = [label for option in options for label in (option.label, option.description)]
    cells = [cell for row in card.columns for cell in (row.left, row.right)]
    names = [name for row in card.columns for name in (row.heading, row.note, row.left_name, row.right_name)]
    return (
        all(0 < units(label) <= LABEL_LIMIT for label in labels)
        and len({option.value for option in options}) == len(options)
        and all(0 < units(cell) <= COLUMN_LIMIT for cell in cells)
        and all(0 < units(name) <= HEADING_LIMIT for name in names)
        and all(0 < units(button.label) <= 80 for button in card.buttons)
    )


def check_article(reading: Reading, printed: Counter[str]) -> list[Fault]:
    """What is wrong with the cards of an article; ``printed`` counts strings by card."""
    faults: list[Fault] = []
    for face, render in draw(reading).items():
        try:
            cards = list(render())
        except UsageError:  # an article of one side has no two
            continue
        except (NotVerbatimError, ValueError) as error:
            faults.append(Fault("refused", face, str(error)))
            continue
        printed[face] += sum(len(list(find_printed(card))) for card in cards)
        faults += find_faults(face, cards, reading.article.text)
    return faults


def main() -> int:
    """Print the counts, and each fault. Exit status 2 without the articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cards", description="Check cards of real articles.")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print the pages of so many of them")
    asked = parser.parse_args()
    if not NEWS.is_file():
        print(f"{NEWS} is not here: the articles stay outside the repository.", file=sys.stderr)
        return 2
    edited = {path.read_text(encoding="utf-8").strip() for path in EDITOR.glob("*.txt")}
    draw_by = random.Random(asked.seed)  # noqa: S311 - a sample, no secret
    chosen = draw_by.sample(load_articles(without=edited), asked.show or asked.count)
    printed: Counter[str] = Counter()
    faults: list[Fault] = []
    for record in chosen:
        reading = read_article(record)
        if asked.show:
            print(show(Screen(), compose_summary(reading), compose_lines_page(reading, compose_lines(reading))))
        else:
            faults += check_article(reading, printed)
    for fault in faults:
        print(f"{fault.kind} · {fault.face} · {fault.words}")
    print(f"{len(chosen)} articles; strings: {dict(printed)}; faults: {dict(Counter(one.kind for one in faults))}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
