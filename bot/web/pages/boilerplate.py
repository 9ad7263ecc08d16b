"""Detects lines of a page that are not the article: links to other articles, appeals, consent, dates, credits, notices.

A line is boilerplate by its shape and the class of its cue, never by its site: it is short, it addresses the reader or
describes the page, or it is a headline that is one link. A quotation is never removed for a cue alone: a lost quotation
is worse than an advertisement that stays.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import islice

from lxml.html import HtmlElement

from bot.web.pages import boilerplate_patterns

LONGEST = 320  # characters; longer lines are prose, or notices recognised by their wording alone


class Boilerplate(StrEnum):
    """Why a line is not part of the article."""

    ELSEWHERE = "points to another article"
    APPEAL = "asks the reader to share, follow, sign up or pay"
    DATE = "says when the page was published or changed"
    ADVERTISEMENT = "marks an advertisement"
    CONSENT = "asks for consent"
    RIGHTS = "claims rights or gives a picture's credit"
    DISCLAIMER = "disclaims the author's opinions"
    CONTROL = "labels a control of the page"


_DOUBLE = re.compile('["“”„«»]')
_SINGLE_OPEN = re.compile(r"(?<!\w)['‘].")
_SINGLE_CLOSE = re.compile(r"['’](?!\w)")
_SENTENCE_END = re.compile("[.!?…][\"”’'»)\\]]*$")

_CUES = (
    (Boilerplate.ADVERTISEMENT, boilerplate_patterns.ADVERTISEMENT),
    (Boilerplate.APPEAL, boilerplate_patterns.APPEAL),
    (Boilerplate.CONSENT, boilerplate_patterns.CONSENT),
    (Boilerplate.RIGHTS, boilerplate_patterns.RIGHTS),
    (Boilerplate.CONTROL, boilerplate_patterns.CONTROL),
)
_EDGE = 3  # lines from either end
_HEADLINE_WORDS = 4  # shorter links are names of people and things
_BLOCKS = frozenset(
    {"p", "div", "li", "td", "th", "dd", "dt", "section", "article", "aside", "blockquote", "figcaption", "body"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)


def classify_boilerplate(line: str, *, linked: bool = False, edge: bool = False) -> Boilerplate | None:
    """Why ``line`` is not part of an article, None if it may be; ``linked``: one link, ``edge``: near an end."""
    if len(line) > 2 * LONGEST:
        return None
    quoted = _is_quoted(line)
    if not quoted and boilerplate_patterns.DISCLAIMER.search(line):
        return Boilerplate.DISCLAIMER
    if len(line) > LONGEST:
        return None
    if _is_elsewhere(line, linked=linked, quoted=quoted):
        return Boilerplate.ELSEWHERE
    if quoted:
        return None
    if (
        boilerplate_patterns.DATE_LINE.match(line)
        and boilerplate_patterns.DATE_POINT.search(line)
        and (edge or boilerplate_patterns.DATE_CUE.match(line))
    ):
        return Boilerplate.DATE
    return next((why for why, pattern in _CUES if pattern.search(line)), None)


def remove_boilerplate(paragraphs: Sequence[str], linked: AbstractSet[str] = frozenset()) -> list[str]:
    """``paragraphs`` without boilerplate. ``linked`` is the result of :func:`find_linked_lines`."""
    last = len(paragraphs) - _EDGE
    return [
        boilerplate_patterns.remove_hover_cards(line)
        for i, line in enumerate(paragraphs)
        if not classify_boilerplate(line, linked=line_key(line) in linked, edge=i < _EDGE or i >= last)
    ]


def find_linked_lines(tree: HtmlElement) -> frozenset[str]:
    """Keys (:func:`line_key`) of a page's short lines that are one link; a label ("Read more:") may precede it."""
    linked: set[str] = set()
    for block in dict.fromkeys(map(_find_block, tree.iter("a"))):
        text = _short_text(block)
        first, *more = islice(block.iter("a"), 2)
        link = _short_text(first)
        if more or not link:
            continue
        rest = text.replace(link, " ", 1)
        if (
            not line_key(rest)
            or boilerplate_patterns.LABEL.match(rest)
            or boilerplate_patterns.ALSO_ON_SITE.match(rest)
        ):
            linked |= {line_key(text), line_key(link)}
    return frozenset(linked)


def line_key(line: str) -> str:
    """The letters and digits of ``line``: identifies it after extraction has changed its spaces."""
    return "".join(filter(str.isalnum, line)).casefold()


def _is_elsewhere(line: str, *, linked: bool, quoted: bool) -> bool:
    """Whether a line points to another article."""
    headline = not _SENTENCE_END.search(line)
    if boilerplate_patterns.ALSO_ON_SITE.match(line) and (linked or headline):
        return True
    cue = boilerplate_patterns.ELSEWHERE.match(line)
    if cue and (linked or cue["colon"]):
        return True
    if quoted:
        return False
    return bool(
        (linked and headline and len(line.split()) >= _HEADLINE_WORDS)
        or boilerplate_patterns.LABEL.match(line)
        or (cue and cue["imperative"] and headline)
    )


def _is_quoted(line: str) -> bool:
    """Whether a line has text in quotation marks."""
    opening = _SINGLE_OPEN.search(line)
    single = opening is not None and _SINGLE_CLOSE.search(line, opening.end()) is not None
    return single or _DOUBLE.search(line) is not None


def _find_block(link: HtmlElement) -> HtmlElement:
    """The nearest block element around a link, with inline markup between."""
    return next((parent for parent in link.iterancestors() if parent.tag in _BLOCKS), link)


def _short_text(element: HtmlElement) -> str:
    """The text inside ``element`` with single spaces, "" if it is longer than a line: reading stops there."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > LONGEST:
            return ""
        pieces.append(piece)
    return " ".join("".join(pieces).split())
