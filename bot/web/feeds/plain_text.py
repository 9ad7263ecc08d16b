"""Titles and summaries as plain text in one paragraph: tags removed, entities decoded once, white space collapsed.

No specification says whether an RSS title is HTML. This follows feedparser (`looks_like_html`): a title is HTML if it
has a closing tag or an entity, and every tag and entity in it is one of HTML's own; void tags such as ``<br>`` count
too.
"""

import re
from contextlib import suppress
from html import unescape
from html.entities import html5
from unicodedata import is_normalized

from lxml import etree
from lxml.html import defs

from bot.domain.text import normalise_text

_RAW_FACTOR = 4  # markup parsed per character of the limit; the rest is cut

_HTML = re.compile(r"</\w+\s*>|&#?\w+;|<(?:br|hr|img|wbr)\b[^<>]*>", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?(\w+)")
_ENTITY_NAME = re.compile(r"&(\w+);")
_BLOCKS = (defs.block_tags | {"br", "hr", "li", "tr", "td", "th", "dt", "dd"}) - {"script", "style"}
_UNSEEN = ("script", "style", "template")
_UNSEEN_TAG = re.compile(rf"<(?:{'|'.join(_UNSEEN)}|[!?])", re.IGNORECASE)
_ATTRIBUTES = r"(?:\s[^<>\"']*(?:\"[^<>\"]*\"[^<>\"']*|'[^<>']*'[^<>\"']*)*)?"
_TAG = re.compile(rf"</?([a-zA-Z][\w:-]*){_ATTRIBUTES}/?>")
# numeric references to C1 controls mean the windows-1252 characters (HTML standard, "numeric character reference")
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_CONTROL = re.compile(r"[\x80-\x9f]")


def parse_html(data: bytes) -> etree._Element | None:
    """The tree of HTML in UTF-8; None for only comments, or tags that libxml2 does not know."""
    try:
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        return etree.fromstring(data, parser)
    except etree.LxmlError:
        return None


def plain_text(value: str | None, *, markup: bool | None, limit: int) -> str | None:
    """``value`` as one paragraph, cut to ``limit`` with an ellipsis; None if empty. ``markup`` as in ``RawText``."""
    if not value:
        return None
    raw = value[: _RAW_FACTOR * limit]
    shown = raw
    if ("<" in raw or "&" in raw) and (looks_like_html(raw) if markup is None else markup):
        shown = _strip(raw)
        if not shown.strip() and not _TAG_NAME.search(raw):
            shown = raw  # it was not markup
    part = shown[: limit + limit // 2]
    folded = " ".join(part.split())
    text = folded[: limit + 1]
    if not text.isascii():
        text = _repair(text)
    if not (text.isprintable() and is_normalized("NFC", text)):
        text = " ".join(normalise_text(text).split())
    if text and (len(folded) > limit or len(value) > len(raw) or len(shown) > len(part)):
        text = text[: limit - 1].rstrip() + "…"
    return text or None


def looks_like_html(value: str) -> bool:
    """Whether a text of undeclared type is HTML; see the module docstring."""
    if not _HTML.search(value):
        return False
    if any(name.lower() not in defs.tags for name in _TAG_NAME.findall(value)):
        return False
    return all(f"{name};" in html5 for name in _ENTITY_NAME.findall(value))


def _strip(value: str) -> str:
    """The text that a browser would show of an HTML fragment."""
    if not _UNSEEN_TAG.search(value):  # the common case, ten times as fast as parsing
        bare = _TAG.sub(lambda tag: " " if tag[1].lower() in _BLOCKS else "", value)
        if "<" not in bare:
            return _unescape(bare)
    if "-->" not in value:  # an unclosed comment would hide everything after it
        value = value.replace("<!--", "<!")
    root = parse_html(value.encode("utf-8", "replace"))
    if root is None:
        return ""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    for block in root.iter(*_BLOCKS):  # separate words of adjacent blocks
        block.text = f" {block.text or ''}"
        block.tail = f" {block.tail or ''}"
    return "".join(map(str, root.itertext()))


def _unescape(value: str) -> str:
    try:
        return unescape(value)
    except ValueError:  # a numeric reference with thousands of digits
        return value


def _repair(value: str) -> str:
    """Repair ``value``: UTF-8 misread as Latin-1 and encoded again, and C1 controls in place of letters."""
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return value.translate(_C1) if _CONTROL.search(value) else value
