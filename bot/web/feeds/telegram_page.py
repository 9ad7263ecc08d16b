"""Parses the page of a Telegram channel (t.me/s/NAME): posts with words, each titled by its first line."""

from collections.abc import Iterator

from lxml import etree

from bot.web.feeds.plain_text import parse_html, plain_text
from bot.web.feeds.raw_feed import MAX_READ, RawEntry, RawFeed, RawText

MARK = b"tgme_widget_message"
"""Stands in every such page that has posts."""
_POST = "tgme_widget_message"
_TITLE = 120  # characters of a post's first line


def parse_telegram_page(data: bytes) -> RawFeed | None:
    """The posts of the page ``data`` in UTF-8, newest first; None if it is no such page."""
    if MARK not in data:
        return None
    root = parse_html(data)
    if root is None:
        return None
    found = _find(root, "div", _POST)
    # posts stand in no other: else each would be read with all that it holds
    posts = [post for post in found if not any(_is(above, _POST) for above in post.iterancestors("div"))]
    entries = [entry for post in posts[:MAX_READ] if (entry := _read(post))]
    if not posts:
        return None
    title = next(_find(root, "div", "tgme_channel_info_header_title"), None)
    named = _words(title) if title is not None else None
    return RawFeed(title=RawText(named, markup=False) if named else None, entries=entries[::-1])


def _read(post: etree._Element) -> RawEntry | None:
    name = post.get("data-post")
    body = next(_find(post, "div", "tgme_widget_message_text", without="js-message_reply_text"), None)
    if not name or body is None:
        return None
    for line in body.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    words = "".join(map(str, body.itertext())).strip()
    if not words:
        return None
    date = next(_find(post, "a", "tgme_widget_message_date"), None)
    time = next(date.iter("time"), None) if date is not None else None
    title = plain_text(words.partition("\n")[0], markup=False, limit=_TITLE)
    return RawEntry(
        guid=f"telegram:{name}",
        link=(date.get("href") if date is not None else None) or f"https://t.me/{name}",
        title=RawText(title, markup=False) if title else None,
        summary=RawText(words, markup=False),
        content=RawText(words, markup=False),
        published=time.get("datetime") if time is not None else None,
    )


def _find(root: etree._Element, tag: str, name: str, without: str = "") -> Iterator[etree._Element]:
    """The elements of class ``name`` within ``root``, or itself."""
    return (element for element in root.iter(tag) if _is(element, name) and not (without and _is(element, without)))


def _is(element: etree._Element, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
