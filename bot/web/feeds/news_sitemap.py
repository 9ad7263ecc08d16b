"""Parses news sitemaps, Google's extension of sitemaps.org; one without titles lists a site and is no feed."""

from lxml import etree

from bot.web.feeds.raw_feed import MAX_READ, RawEntry, RawFeed, RawText
from bot.web.feeds.wellformed_parser import make_parser

_MARK = b"sitemap-news/"


def parse_news_sitemap(data: bytes) -> RawFeed | None:
    """The articles of the sitemap ``data`` in UTF-8; None if it is no news sitemap, or not well-formed."""
    if _MARK not in data[:4_000]:
        return None
    try:
        root = etree.fromstring(data, make_parser())
    except etree.XMLSyntaxError:
        return None
    if etree.QName(root).localname != "urlset":
        return None
    found = list(root.iterchildren("{*}url"))
    entries = [entry for url in found[:MAX_READ] if (entry := _read(url))]
    if not entries:
        return None
    return RawFeed(
        title=next((RawText(name, markup=False) for url in found if (name := _text(url, "name"))), None),
        language=next((language for url in found if (language := _text(url, "language"))), None),
        entries=entries,
    )


def find_news_sitemaps(robots: bytes) -> tuple[str, ...]:
    """The addresses in ``robots`` (a robots.txt) that name themselves sitemaps of news, in its order."""
    named = (line.partition(":") for line in robots[:500_000].decode("utf-8", "replace").splitlines())
    addresses = (value.strip() for key, _, value in named if key.strip().lower() == "sitemap")
    return tuple(dict.fromkeys(address for address in addresses if "news" in address.lower()))


def _read(url: etree._Element) -> RawEntry | None:
    title, link = _text(url, "title"), _text(url, "loc")
    if not title or not link:
        return None
    return RawEntry(
        link=link,
        title=RawText(title, markup=False),
        published=_text(url, "publication_date"),
        language=_text(url, "language"),
    )


def _text(parent: etree._Element, name: str) -> str | None:
    return next((value for one in parent.iter(f"{{*}}{name}") if (value := (one.text or "").strip())), None)
