"""Pages of the site as HTML. Every value is escaped by the template engine; addresses are web addresses or nothing.

Where a page is follows from what it is about, so that links between two exports of one archive stay.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, FunctionLoader, StrictUndefined

from bot.domain.folding import fold_words
from bot.export.document_html import language_attribute
from bot.export.site_database import SiteEntry
from bot.i18n.language import current_language
from bot.i18n.messages import translate
from bot.render.pagination import page_note

PARTS = ("style.css", "search.js")
"""Files that every site holds as they are."""
_UNSAFE_IN_NAME = re.compile(r"[^a-z0-9]+")
COUNT = "#"
"""Stands in the words of the search for a number, which the browser counts."""
_SLUG = 40  # characters of a name that its page's name begins with


class Pages:
    """Makes pages. ``version`` is this program's; nothing else in a page depends on when or where it is made."""

    def __init__(self, version: str) -> None:
        environment = Environment(
            loader=FunctionLoader(_read_template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.globals |= {"version": version, "page_note": page_note}
        environment.filters |= {
            "day": show_day,
            "moment": show_moment,
            "number": lambda number: f"{number:,}",
            "lang": language_attribute,
            "speaker_href": speaker_href,
            "story_href": story_href,
            "groupby_day": group_by_day,
        }
        self._environment = environment

    def render(self, template: str, *, root: str = "", **values: object) -> str:
        """The page of a template; ``root`` leads from its folder to the site's ("../")."""
        language = current_language()
        frame = {"language": language, "direction": "rtl" if language.right_to_left else "ltr", "words": _frame_words()}
        return self._environment.get_template(template).render(root=root, **frame, **values)


@lru_cache(maxsize=4096)
def speaker_href(key: str, number: int = 1) -> str:
    """Where the ``number``-th page of a speaker is, from the site's folder. ASCII, whatever the name."""
    slug = _UNSAFE_IN_NAME.sub("-", fold_words(key))[:_SLUG].strip("-")
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"speakers/{f'{slug}-' if slug else ''}{mark}{_page(number)}.html"


def story_href(key: str, number: int = 1) -> str:
    """Where the ``number``-th page of a story is, from the site's folder."""
    return f"stories/{_UNSAFE_IN_NAME.sub('-', key)}{_page(number)}.html"


def list_href(name: str, number: int = 1) -> str:
    """Where the ``number``-th page of a list is."""
    return f"{name}{_page(number)}.html"


def read_part(name: str) -> bytes:
    """A file of ``PARTS``."""
    return files("bot.export").joinpath("static", name).read_bytes()


def show_day(at: str) -> str:
    """The day of an ISO time as people write it; in UTC, as all times of an export."""
    time = datetime.fromisoformat(at)
    return f"{time.day} {time:%B %Y}"


def show_moment(at: str) -> str:
    """Day and time, with the zone."""
    time = datetime.fromisoformat(at)
    return f"{show_day(at)}, {time:%H:%M} UTC"


def group_by_day(entries: Iterable[SiteEntry]) -> Iterator[tuple[str, tuple[SiteEntry, ...]]]:
    """Entries of one day after another, as they stand: (day as ISO date, entries)."""
    for day, group in groupby(entries, key=lambda entry: entry.source.at[:10]):
        yield day, tuple(group)


def render_marker(record: dict[str, object]) -> str:
    """The file by which a folder is known to be an export."""
    return json.dumps(record, indent=2) + "\n"


def _frame_words() -> dict[str, str]:
    """Our own words around a page, in the current language."""
    return {
        "title": translate("whosaid-title"),
        "skip": translate("export-page-skip"),
        "site": translate("export-page-site"),
        "foot": translate("export-page-foot"),
        "search": translate("export-page-search"),
        "placeholder": translate("export-page-placeholder"),
        "found": translate("export-page-found", count=COUNT),
        "more": translate("export-page-found-more", count=COUNT),
        "first": translate("export-page-found-first", count=COUNT),
        "none": translate("export-page-found-none"),
        "noscript": translate("export-page-noscript"),
        "pages": translate("export-page-pages"),
        "previous": translate("article-previous"),
        "next": translate("article-next"),
    }


def _page(number: int) -> str:
    return "" if number == 1 else f"-{number}"


def _read_template(name: str) -> str:
    return files("bot.export").joinpath("templates", name).read_text("utf-8")
