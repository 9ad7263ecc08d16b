"""Parses pasted text into an article without address and outlet."""

from bot.domain.article import Article
from bot.domain.text import normalise_text
from bot.errors import TooLargeError, UsageError
from bot.i18n.messages import translatable
from bot.web.pages.boilerplate_patterns import remove_hover_cards
from bot.web.pages.stated_date import find_stated_date

MAX_TEXT = 400_000  # characters: a book; one analysis of it finishes within its time limit
FEWEST_CHARACTERS = 40  # shorter texts have no statement and no summary

_LONGEST_TITLE = 200  # characters
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", '."', ".”", ",”", "!”", "?”")


def parse_text(text: str) -> Article:
    """The article in a pasted ``text``, dated by the day that it gives for itself at its head.

    A first line that looks like a headline is its title, and stays in the text.

    Raises ``UsageError`` if the text is too short, ``TooLargeError`` over ``MAX_TEXT`` characters.
    """
    check_length(len(text))
    normal = remove_hover_cards(normalise_text(text))
    if sum(map(str.isalnum, normal)) < FEWEST_CHARACTERS:
        raise UsageError(translatable("sources-text-short"))
    return Article(normal, title=find_title(normal), published_at=find_stated_date(normal))


def find_title(text: str) -> str | None:
    """The first line if it looks like a headline: alone in its paragraph, no sentence end, more text after it."""
    first, _, rest = text.partition("\n\n")
    if not rest.strip() or "\n" in first or len(first) > _LONGEST_TITLE or first.endswith(_SENTENCE_ENDS):
        return None
    return first.lstrip("# ") or None


def check_length(characters: int) -> None:
    """Raise ``TooLargeError`` if a text is longer than ``MAX_TEXT``."""
    if characters > MAX_TEXT:
        raise TooLargeError(translatable("sources-text-long", characters=characters, limit=MAX_TEXT))
