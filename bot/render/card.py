"""A card: what is posted, within Discord's limits. Texts are escaped Markdown, labels plain text."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from bot.domain.article import Article
from bot.domain.text import normalise_text
from bot.render.markdown import plain, units
from bot.render.quotations import check_verbatim

TEXT_LIMIT = 4000
"""Characters of all texts of a message of components."""
EMBED_LIMIT = 6000
"""Characters of all texts of the embeds of a message."""
COLUMN_LIMIT = 1024
"""Characters of one cell of columns (the value of an embed's field)."""
FOOTER_ROOM = 300
MENTION_ROOM = 30
"""Code units of the mention of a role."""
DESCRIPTION_LIMIT = 300
"""Characters of a picture's alternative text."""
HEADING_LIMIT = 256
BLOCK_LIMIT = 13
"""Blocks of a card: 40 components less container, header, footer, menu and buttons, a line between each two."""
ROW_LIMIT = 9
"""Rows of columns: ten embeds of a message, one a row, less that of the header."""
OPTION_LIMIT = 25
LABEL_LIMIT = 100
DETAIL_LIMIT = 60
NO_READING = "0" * 20
"""Stands in a button that is about no stored reading."""


class Action(StrEnum):
    """What a button or menu asks for; part of its identity on Discord, so that names must stay."""

    SUMMARY = "summary"
    WHOSAID = "whosaid"
    STATEMENTS = "statements"
    TWOSIDES = "twosides"
    SIDESDARK = "sidesdark"
    SIDESLIGHT = "sideslight"
    POSITION = "position"
    POSITIONFILE = "positionfile"
    CHANGED = "changed"
    SAID = "said"
    SAIDFILE = "saidfile"
    FOUND = "found"
    CONTEXT = "context"
    WHY = "why"
    FEEDS = "feeds"
    FATES = "fates"
    SCHEDULES = "schedules"
    CATCHUP = "catchup"
    WATCHES = "watches"
    WATCH = "watch"
    TIMELINE = "timeline"
    UNWATCH = "unwatch"
    FORGET = "forget"
    SPLIT = "split"
    BROWSE = "browse"
    SOURCE = "source"
    FOLLOW = "follow"
    SETUP = "setup"
    TRYOUT = "tryout"
    BEGIN = "begin"
    UNDO = "undo"
    PUBLISH = "publish"
    STORIES = "stories"


class Tone(StrEnum):
    """What a card's colour tells."""

    NEUTRAL = "neutral"
    STATE = "state"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class ComponentAction:
    """What pressing a button asks for: an action on a stored reading, at ``page`` counted from 0.

    Of ``Action.WHY`` and ``Action.UNWATCH``, ``reading`` is the key of the post (:func:`bot.domain.post.post_key`) on
    which the button stands; of ``Action.SAID`` that of a kept question; of ``Action.FOUND`` none, but in ``detail``.
    Of ``Action.BROWSE``, ``detail`` is a filter of the catalogue; of ``Action.SOURCE`` and ``Action.FOLLOW`` a source.
    Of the actions of a setup, ``reading`` is the channel (:mod:`bot.render.cards.setup_cards`); so it is of
    ``Action.PUBLISH``, whose ``detail`` is what to do with the channel's page.
    Of ``Action.STORIES``, ``reading`` is a period and ``detail`` a topic (:mod:`bot.render.cards.story_list_cards`).
    Of ``Action.SPLIT``, ``detail`` is "undo" to put the story of the article together again.
    ``detail`` narrows it (the speaker asked for, the sides, the number of sentences), at most 60 characters; ``turns``
    tells that it is another page of the card on which the button stands.
    """

    action: Action
    reading: str = NO_READING
    page: int = 0
    detail: str = ""
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button with either what it asks for or the web address it opens."""

    label: str
    press: ComponentAction | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.press is None) == (self.url is None):
            raise ValueError("a button either asks or opens")


@dataclass(frozen=True, slots=True)
class Option:
    """A line of a menu; ``value`` is a statement's span ("120-184"); ``chosen`` marks the current setting."""

    label: str
    value: str
    description: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of which one line is chosen."""

    placeholder: str
    press: ComponentAction
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two cells side by side under a heading, each with its own name; ``note`` is plain and tells whose it is."""

    heading: str
    note: str
    left_name: str
    left: str
    right_name: str
    right: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts in reading order."""
        return (self.heading, self.note, self.left_name, self.left, self.right_name, self.right)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at a web address; ``description`` is its plain alternative text."""

    url: str
    description: str


@dataclass(frozen=True, slots=True)
class Card:
    """One message: header, blocks with a line between them (or columns), a plain footer, menu, buttons.

    ``settings`` are menus of one choice each, which stand above those; cards of posts have none. ``role`` is Discord's
    id of the only role that the message mentions, "" for none; ``picture`` stands below the header.
    """

    header: str
    blocks: tuple[str, ...] = ()
    columns: tuple[Columns, ...] = ()
    footer: str = ""
    menu: Menu | None = None
    buttons: tuple[Button, ...] = ()
    tone: Tone = Tone.NEUTRAL
    settings: tuple[Menu, ...] = ()
    role: str = ""
    picture: Picture | None = None

    def __post_init__(self) -> None:
        limit = (EMBED_LIMIT if self.columns else TEXT_LIMIT) - (MENTION_ROOM if self.role else 0)
        if sum(map(units, self.texts)) > limit:
            raise ValueError(f"a card's texts hold at most {limit} characters")
        if len(self.blocks) > BLOCK_LIMIT or len(self.columns) > ROW_LIMIT or len(self.buttons) > 5:
            raise ValueError("too many blocks, rows or buttons for a card")
        if not all(0 < len(menu.options) <= OPTION_LIMIT for menu in self.menus):
            raise ValueError(f"a menu has 1 to {OPTION_LIMIT} options")

    @property
    def menus(self) -> tuple[Menu, ...]:
        """All menus in reading order."""
        return (*self.settings, self.menu) if self.menu else self.settings

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts in Markdown, in reading order, without the plain labels."""
        columns = chain.from_iterable(row.texts for row in self.columns)
        return tuple(text for text in (self.header, *self.blocks, *columns, self.footer) if text)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of menu and buttons: plain text."""
        options = [option for menu in self.menus for option in menu.options]
        words = chain.from_iterable((option.label, option.description) for option in options)
        return (*words, *(button.label for button in self.buttons))


def verify_text(shown: str, *articles: Article) -> str:
    """``shown`` (Markdown), if its quotations are slices of ``articles``. Raises ``NotVerbatimError``."""
    check_verbatim(plain(shown), *(words for article in articles for words in _quotable(article)))
    return shown


def verify_plain(shown: str, *articles: Article) -> str:
    """The same for plain text, as pictures and files show it. Raises ``NotVerbatimError``."""
    check_verbatim(shown, *(words for article in articles for words in _quotable(article)))
    return shown


def _quotable(article: Article) -> tuple[str, ...]:
    """What of an article is shown: text, title, byline, name of the outlet, as they are and on one line."""
    outlet = article.outlet.name if article.outlet else ""
    return article.text, *_named(article.title or "", article.byline or "", outlet)


@lru_cache(maxsize=64)
def _named(*names: str) -> tuple[str, ...]:
    return (*names, *(" ".join(normalise_text(words).split()) for words in names))
