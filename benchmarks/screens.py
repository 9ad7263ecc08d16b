"""The page of pictures, docs/screens.md, made of benchmarks/screens.toml and of what lies in docs/screens.

    python -m benchmarks.screens > docs/screens.md

The pictures are those of ``benchmarks.cards_png``. Pure but for the reading of the table.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("screens.toml")
LANGUAGES = {"en": "English", "ar": "Arabic"}
THEMES = ("dark", "light")
WIDTH = 240
"""Pixels of a picture on the page; a click shows all of them."""
INTRODUCTION = """\
# Screens

Every card that a person can see, as a telephone of 390 pixels shows it: in English and Arabic, in the dark and in the
light. Ministers, outlets and events are made up. `python -m benchmarks.cards_png` draws them on a simulated Discord,
from the bundled sample, an invented press and an invented desk, in few colours, so that a button may lack its tint;
`python -m benchmarks.screens` makes this page.

Each picture was looked at on 27 November 2026, and what was wrong then was mended. What is still not as it should be:

- In Arabic the preview starts each line from the left; within a line Arabic runs from right to left. A numbered line
  that is broken in two there shows a second dot behind its number.
- A speaker's line runs left to right in Arabic, too: name and office are the article's words.
- A question for two sides names a side and its only speaker one below the other.

Dates are written by Discord, in the language of each reader's app. Names, offices and verbs stay as articles have them.
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """A card: the name of its pictures, and ``alt``, what is on it in words."""

    name: str
    alt: str

    def paths(self) -> Iterator[str]:
        """Its pictures beside the page, in the order of reading."""
        for language in LANGUAGES:
            for theme in THEMES:
                yield f"screens/{language}-{self.name}-{theme}.png"


def load_screens() -> dict[str, tuple[Screen, ...]]:
    """All cards by the title of their group."""
    groups = tomllib.loads(TABLE.read_text("utf-8"))["group"]
    return {one["title"]: tuple(Screen(name, alt) for name, alt in one["cards"].items()) for one in groups}


def compose_page(groups: dict[str, tuple[Screen, ...]]) -> str:
    """The page in Markdown: for each card its four pictures in a row."""
    parts = [INTRODUCTION]
    for title, screens in groups.items():
        parts.append(f"## {title}\n")
        parts += map(_row, screens)
    return "\n".join(parts)


def _row(screen: Screen) -> str:
    """A table of one row under the languages and themes; each picture with words for those who do not see it."""
    heads = [f"{language}, {theme}" for language in LANGUAGES.values() for theme in THEMES]
    cells = [_picture(path, f"{screen.alt} {head}.") for path, head in zip(screen.paths(), heads, strict=True)]
    return f"{screen.alt}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n| {' | '.join(cells)} |\n"


def _picture(path: str, alt: str) -> str:
    return f'<a href="{path}"><img src="{path}" width="{WIDTH}" alt="{alt}"></a>'


if __name__ == "__main__":
    print(compose_page(load_screens()), end="")
