"""Reads lists of feeds as people export them: OPML, exports of MonitoRSS in JSON, and addresses in plain text.

MonitoRSS keeps the address of a feed under "url" (today's exports) or "link" (older backups), with a title beside it,
somewhere within servers and channels; other bots' JSON is alike. Everything that is not an address is passed over.
"""

import json
import re
from collections.abc import Iterator

from bot.domain.feed import LIST_BYTES, OutlineFeed
from bot.errors import ParseError, TooLargeError
from bot.i18n.messages import translatable
from bot.web.charset import decode
from bot.web.feeds.links import resolve_link
from bot.web.feeds.opml import MAX_FEEDS, MAX_NAME, parse_opml
from bot.web.feeds.plain_text import plain_text

_ADDRESSES = ("url", "link", "feedUrl", "inputUrl", "xmlUrl", "feed_url")
_NAMES = ("title", "name", "text")
_MOST_VALUES = 200_000
_ADDRESS = re.compile(r"https?://[^\s\"'<>,;|\\]+", re.IGNORECASE)


def parse_feed_list(body: bytes) -> tuple[OutlineFeed, ...]:
    """The feeds of the list ``body``, each address once. Raises ``ParseError`` if empty, ``TooLargeError``."""
    if len(body) > LIST_BYTES:
        raise TooLargeError(translatable("feeds-list-large", limit=LIST_BYTES // 1_000_000))
    text = decode(body).lstrip("\ufeff").strip()
    if text.startswith("<"):
        return parse_opml(body)
    found: dict[str, OutlineFeed] = {}
    for feed in _of_json(text) if text.startswith(("{", "[")) else _of_lines(text):
        found.setdefault(feed.url, feed)
        if len(found) > MAX_FEEDS:
            raise TooLargeError(translatable("feeds-list-long", limit=MAX_FEEDS))
    if not found:
        raise ParseError(translatable("feeds-list-foreign"))
    return tuple(found.values())


def _of_json(text: str) -> Iterator[OutlineFeed]:
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if feed := _of_object(value):
                yield feed
            else:
                waiting += reversed(value.values())


def _of_object(value: dict[str, object]) -> OutlineFeed | None:
    given = next((one for name in _ADDRESSES if isinstance(one := value.get(name), str)), None)
    url = resolve_link(given) if given else None
    if url is None:
        return None
    name = next((one for key in _NAMES if isinstance(one := value.get(key), str) and one.strip()), None)
    return OutlineFeed(url, plain_text(name, markup=False, limit=MAX_NAME))


def _of_lines(text: str) -> Iterator[OutlineFeed]:
    for line in text.splitlines():
        if not line.lstrip().startswith("#") and (match := _ADDRESS.search(line)) and (url := resolve_link(match[0])):
            yield OutlineFeed(url)
