"""The address of an article's headline picture, which is never fetched here but passes the address guard. Pure."""

from typing import Final
from urllib.parse import urljoin

from bot.errors import AttacheError
from bot.web.address_guard import parse_address

PICTURE_LIMIT: Final = 500
"""Maximum length of an address, in characters."""


def parse_picture_address(stated: str | None, base: str | None = None) -> str | None:
    """The ``stated`` address, relative to ``base``; None unless it is an https address of a public host's name."""
    address = (stated or "").strip()
    if not 0 < len(address) <= PICTURE_LIMIT:
        return None
    try:
        url = parse_address(urljoin(base or "", address))
    except (AttacheError, ValueError):
        return None
    named = url.host is not None and "." in url.host and len(str(url)) <= PICTURE_LIMIT
    return str(url) if url.scheme == "https" and named else None
