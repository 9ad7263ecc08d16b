"""Resolves links of feeds to absolute http(s) addresses. Links are untrusted."""

import re
from urllib.parse import urljoin, urlsplit

MAX_LINK = 4_096  # characters; longer ones are tracking or attacks, and servers reject them
MAX_BASE = 512  # characters without query: one long base would lengthen hundreds of short links
_PLAIN = re.compile(r"https?://[\w-][\w.-]*(?::\d+)?(?:[/?#][^\s<>\"\x00-\x1f\x7f]*)?")
_AROUND = "".join(map(chr, range(33)))  # stripped from an address, as browsers do
_BREAKS = re.compile(r"[\t\r\n]+\s*")
_UNSAFE = re.compile(r"[\s<>\"\x00-\x1f\x7f]")


def resolve_link(link: str | None, *bases: str | None) -> str | None:
    """``link`` as an absolute http(s) address, resolved against the first valid one of ``bases``; else None.

    A base longer than ``MAX_BASE`` is not valid. ``javascript:``, ``data:``, ``mailto:`` and all other schemes give
    None, as does a link longer than ``MAX_LINK``. Inner spaces are percent-encoded and inner line breaks removed, as in
    browsers.
    """
    if not link:
        return None
    link = link.strip(_AROUND)
    if len(link) > MAX_LINK:
        return None
    if _PLAIN.fullmatch(link):
        return link
    link = _BREAKS.sub("", link)
    whole = link[:6].lower().startswith(("http:", "https:"))  # a resolved "https://" would be the base itself
    base = None if whole else next((base for base in bases if base and _is_base(base)), None)
    try:
        joined = urljoin(base, link) if base else urlsplit(link).geturl()
    except ValueError:
        return None
    joined = _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}" if ord(match[0]) < 128 else "", joined)
    return joined if len(joined) <= MAX_LINK and is_web(joined) else None


def _is_base(address: str) -> bool:
    return len(address.partition("?")[0]) <= MAX_BASE and is_web(address)


def is_web(address: str) -> bool:
    """Whether ``address`` is an absolute http(s) address with a host."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
