"""Extracts paragraphs from trafilatura's tree of an article body.

Its plain text separates paragraphs by a single line break, like lines within one; the analysis must distinguish the
two, so paragraphs are separated by an empty line here.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINE = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n\s*(?=\S)")  # in preformatted text; trafilatura removes all others
_AROUND_BREAK = re.compile(r"(?<! ) *+\n *+")
_BORDER = "\n\n"
_BLOCKS = frozenset({"p", "head", "quote", "div", "item", "list", "table", "row", "ab", "body", "code"})


def find_paragraphs(body: _Element) -> list[str]:
    """The paragraphs of a trafilatura body in text order; each list item and each table row is one.

    Two line breaks in a row also end a paragraph: many ministries' pages use nothing else.
    """
    text = _AROUND_BREAK.sub("\n", "".join(_pieces(body)))
    return [paragraph for piece in re.split(r"\n{2,}", text) if (paragraph := piece.strip())]


def _pieces(element: _Element) -> Iterator[str]:
    """Texts and paragraph breaks in document order. The parser bounds the depth (256 levels)."""
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
