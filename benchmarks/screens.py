"""Every card as a picture, in English and Arabic, dark and light, on one page to look through.

    python -m benchmarks.screens [FOLDER] [--chromium PATH] [--page-only]

draws all cards with :mod:`benchmarks.cards_png` into FOLDER (``build/screens`` by default, which Git ignores) and
writes FOLDER/index.html. ``--page-only`` writes the page for pictures that are already there. ``screens.toml`` lists
the cards and describes each in words. Exits with status 1 if a listed picture is missing, or one is there that is not
listed.
"""

import argparse
import html
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("screens.toml")
FOLDER = Path("build/screens")
LANGUAGES = {"en": "English", "ar": "Arabic"}
THEMES = ("dark", "light")
WIDTH = 240
"""Width of a picture on the page, in pixels; a click opens it at full size."""
STYLE = "body{font:16px/1.5 sans-serif;margin:2rem;max-width:70rem}td{vertical-align:top}"


@dataclass(frozen=True, slots=True)
class Screen:
    """A card: the name of its pictures, and ``alt``, a description in words."""

    name: str
    alt: str

    def pictures(self) -> Iterator[str]:
        """File names of its pictures, in the order of the page."""
        for language in LANGUAGES:
            for theme in THEMES:
                yield f"{language}-{self.name}-{theme}.png"


Groups = Mapping[str, tuple[Screen, ...]]


def load_screens() -> Groups:
    """All cards, by the title of their group."""
    groups = tomllib.loads(TABLE.read_text("utf-8"))["group"]
    return {one["title"]: tuple(Screen(name, alt) for name, alt in one["cards"].items()) for one in groups}


def compare(groups: Groups, drawn: set[str]) -> tuple[list[str], list[str]]:
    """Names of the listed pictures that were not drawn, and of drawn pictures that are not listed."""
    listed = {picture for screens in groups.values() for screen in screens for picture in screen.pictures()}
    return sorted(listed - drawn), sorted(drawn - listed)


def compose_page(groups: Groups) -> str:
    """The page in HTML: a row of four pictures for each card."""
    parts = [f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>{STYLE}</style>']
    for title, screens in groups.items():
        parts.append(f"<h2>{html.escape(title)}</h2>")
        parts += map(_row, screens)
    return "\n".join(parts) + "\n"


def _row(screen: Screen) -> str:
    heads = [f"{language}, {theme}" for language in LANGUAGES.values() for theme in THEMES]
    cells = [_picture(name, f"{screen.alt} {head}.") for name, head in zip(screen.pictures(), heads, strict=True)]
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<p>{html.escape(screen.alt)}</p><table><tr>{''.join(f'<th>{head}' for head in heads)}<tr>{row}</table>"


def _picture(name: str, alt: str) -> str:
    return f'<a href="{name}"><img src="{name}" width="{WIDTH}" alt="{html.escape(alt)}"></a>'


def main() -> int:
    """Draw the pictures and write the page; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--chromium", help="path of a Chromium or Chrome")
    parser.add_argument("--page-only", action="store_true", help="do not draw")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if not options.page_only:
        browser = ["--chromium", options.chromium] if options.chromium else []
        for language in LANGUAGES:  # a separate process each, because simcord stops the clock of its process
            command = [sys.executable, "-m", "benchmarks.cards_png", str(options.folder), "--language", language]
            subprocess.run([*command, *browser], check=True)
    groups = load_screens()
    page = options.folder / "index.html"
    page.write_text(compose_page(groups), "utf-8")
    missing, unlisted = compare(groups, {path.name for path in options.folder.glob("*.png")})
    for name in missing:
        print(f"not drawn: {name}", file=sys.stderr)
    for name in unlisted:
        print(f"not listed in screens.toml: {name}", file=sys.stderr)
    print(page)
    return 1 if missing or unlisted else 0


if __name__ == "__main__":
    sys.exit(main())
