"""From trafilatura's tree of an article's body to its paragraphs.

Its own plain text parts paragraphs by one line end, as it does the lines within one; the reader needs to tell the two
apart, and gets an empty line between paragraphs.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINE = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n\s*(?=\S)")  # in preformatted text: trafilatura closes up all other
_AROUND_BREAK = re.compile(r"(?<! ) *+\n *+")
_BORDER = "\n\n"
_BLOCKS = frozenset({"p", "head", "quote", "div", "item", "list", "table", "row", "ab", "body", "code"})


def find_paragraphs(body: _Element) -> list[str]:
    """The paragraphs of a trafilatura body in text order; each item of a list and each row of a table is one.

    Two line breaks in a row end a paragraph too: many ministries' pages know no other.
    """
    text = _AROUND_BREAK.sub("\n", "".join(_pieces(body)))
    return [paragraph for piece in re.split(r"\n{2,}", text) if (paragraph := piece.strip())]


def _pieces(element: _Element) -> Iterator[str]:
    """Texts and borders in document order. The parser bounds the depth (256 levels)."""
    border = _BORDER if element.tag in _BLOCKS else ""
    yield border
    if element.tag == "row" and len(element) > 1:
        yield " | ".join(cell for cell in (" ".join("".join(_pieces(child)).split()) for child in element) if cell)
    else:
        yield _collapse(element.text)
        for child in element:
            yield from ("\n",) if child.tag == "lb" else _pieces(child)
            yield _collapse(child.tail)
    yield border


def _collapse(text: str | None) -> str:
    return _BORDER.join(_SPACE.sub(" ", part) for part in _EMPTY_LINE.split(text or ""))
