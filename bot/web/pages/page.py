"""Parses a page into an article: the text by trafilatura, metadata by what the publisher states.

Pure, and bounded in time: a parsing thread cannot be stopped from outside, so a page that would take more than seconds
is refused after a linear count of its tags. Nesting needs no limit here: the parser (libxml2) drops everything beyond
256 levels.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import trafilatura
from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement
from readability import Document as ReadabilityDocument
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document
from trafilatura.utils import load_html
from yarl import URL

from bot.domain.article import Article
from bot.domain.folding import cap_marks
from bot.domain.text import normalise_text
from bot.errors import AttacheError, ParseError, TooLargeError
from bot.gazetteer.outlets import find_outlet
from bot.gazetteer.sites import find_host
from bot.i18n.messages import translatable
from bot.web.address_guard import parse_address
from bot.web.charset import decode, find_header_charset
from bot.web.media_types import TEXT_TYPES, describe_foreign, find_media_type
from bot.web.pages.boilerplate import find_linked_lines, line_key, remove_boilerplate
from bot.web.pages.json_ld import LinkedData, drop_unfit, parse_date, parse_linked_data
from bot.web.pages.plaintext import check_length, find_title
from bot.web.picture_address import parse_picture_address

MAX_TAGS = 30_000  # nine times the maximum of 181 real news pages (3,229); the slowest page below it takes 4 s

# trafilatura compares its result with justext in time quadratic in the paragraphs; news pages have fewer tags
_MOST_COMPARED = 4_000
# patterns of trafilatura and htmldate are quadratic in a meta tag's value; useful values are short
_LONGEST_STATED = 1_000
_FEWEST_WORDS = 8  # shorter texts are captions or notices
_TEASER = 1_500  # characters of an article that a page behind a paywall shows
_WORD = re.compile(r"[^\W\d_]{2,}")
# exceptions of trafilatura, htmldate and readability on unexpectedly broken pages
_LIBRARY_FAILURES = (LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class _Page:
    html: str
    tree: HtmlElement
    linked: LinkedData
    stated: Document  # what trafilatura reads from meta tags and bylines


def parse_page(body: bytes, *, url: str | None, headers: Mapping[str, str], believed: bool = False) -> Article:
    """The article on the page ``body``, fetched from ``url``; None for a page from a file.

    ``headers`` are the response's. A page from a file may state its address only if it is ``believed``. The text is the
    body only, with empty lines between paragraphs; the headline is the title. Raises ``ParseError`` if there is no
    article, ``TooLargeError`` over the limits of tags or characters.
    """
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), None)
    media_type = find_media_type(content_type)
    if foreign := describe_foreign(media_type, body[:1024]):
        raise ParseError(translatable("sources-foreign-page", what=foreign), resource=url)
    if not body.strip():
        raise ParseError(translatable("sources-empty-page"), resource=url)
    text = cap_marks(decode(body, find_header_charset(content_type)))
    return _read_text(text, url) if media_type in TEXT_TYPES else _read_page(text, url, believed=believed)


def _read_text(text: str, url: str | None) -> Article:
    check_length(len(text))
    normal = normalise_text(text)
    if not _is_article(normal):
        raise _no_article(url)
    return Article(normal, title=find_title(normal), url=url, outlet=find_outlet(url))


def _read_page(html: str, url: str | None, *, believed: bool) -> Article:
    page = _open_page(html, url)
    if page is None:
        raise _no_article(url)
    text = _find_text(page)
    if len(text) < _TEASER and not (page.linked.free and _is_free(page.tree)):
        raise ParseError(translatable("sources-paywall"), resource=url)
    if not _is_article(text):
        raise _no_article(url)
    check_length(len(text))
    address = _find_address(page.stated.url, url, believed=believed)
    return Article(
        text,
        title=_line(page.linked.headline or page.stated.title),
        url=address,
        outlet=find_outlet(address, page.stated.sitename),
        byline=_line(page.linked.byline or page.stated.author),
        published_at=page.linked.published_at or _find_date(page.tree) or parse_date(page.stated.date),
        language=_find_language(page.tree),
        picture=parse_picture_address(page.stated.image, address),
    )


def _open_page(html: str, url: str | None) -> _Page | None:
    """The page's tree and metadata; None if it has no HTML."""
    tags = html.count("<")
    if tags > MAX_TAGS:
        raise TooLargeError(translatable("sources-too-many-tags", tags=tags, limit=MAX_TAGS), resource=url)
    try:
        tree = load_html(html)
        if tree is None:
            return None
        linked = parse_linked_data(tree)
        drop_unfit(tree)
        for meta in tree.iter("meta"):
            if len(content := meta.get("content", "")) > _LONGEST_STATED:
                meta.set("content", content[:_LONGEST_STATED])
        dates = {"original_date": True, "extensive_search": False}  # a guessed date is worse than none
        return _Page(html, tree, linked, extract_metadata(tree, None, dates, extensive=False))
    except _LIBRARY_FAILURES:
        return None


def _find_text(page: _Page) -> str:
    """The body without headline and boilerplate: by trafilatura, else by readability, else from JSON-LD."""
    paragraphs = _extract(page.tree) or _extract_readable(page.html)
    stated = [line.strip() for line in (page.linked.body or "").splitlines() if line.strip()]
    same = line_key("".join(stated)) == line_key("".join(paragraphs)) and len(stated) > len(paragraphs)
    if stated and (same or not _is_article("\n".join(paragraphs))):
        paragraphs = stated  # trafilatura uses it too, but joins its paragraphs
    if paragraphs and line_key(paragraphs[0]) in _find_titles(page):
        del paragraphs[0]
    return normalise_text("\n\n".join(remove_boilerplate(paragraphs, find_linked_lines(page.tree))))


def _find_titles(page: _Page) -> set[str]:
    """Keys of all headlines that the page states or shows; these may differ."""
    shown = (heading.text_content() for heading in islice(page.tree.iter("h1"), 3))
    return {line_key(title) for title in (page.linked.headline, page.stated.title, *shown) if title}


def _extract(tree: HtmlElement) -> list[str]:
    try:
        fast = sum(1 for _ in islice(tree.iter(), _MOST_COMPARED)) == _MOST_COMPARED
        found = trafilatura.bare_extraction(tree, include_comments=False, fast=fast)
    except _LIBRARY_FAILURES:
        return []
    return find_paragraphs(found.body) if isinstance(found, Document) and found.body is not None else []


def _extract_readable(html: str) -> list[str]:
    try:
        tree = load_html(f"<html><body>{ReadabilityDocument(html).summary(html_partial=True)}</body></html>")
    except _LIBRARY_FAILURES:
        return []
    blocks = tree.iter("p", "li", "h2", "h3", "h4", "blockquote") if tree is not None else ()
    return [line for block in blocks if (line := " ".join(block.text_content().split()))]


def _find_address(stated: str | None, url: str | None, *, believed: bool) -> str | None:
    """The page's canonical address if it is allowed and on the same site, else the address fetched from."""
    try:
        canonical = parse_address(stated or "")
    except AttacheError:
        return url
    if url is None:
        return str(canonical) if believed else None
    same_site = find_host(str(canonical)) == find_host(url)
    same_page = (canonical.path == "/") == (URL(url).path == "/")  # some sites declare their front page for every page
    return str(canonical) if same_site and same_page else url


def _find_date(tree: HtmlElement) -> datetime | None:
    """The publication time that meta tags state to the minute."""
    stated = tree.xpath(
        "//meta[@property='article:published_time' or @itemprop='datePublished']/@content"
        " | //time[@itemprop='datePublished' or @pubdate]/@datetime"
    )
    return next((moment for value in stated if (moment := parse_date(str(value)))), None)


def _is_free(tree: HtmlElement) -> bool:
    """Whether the page is not marked as locked in Facebook's content_tier tag."""
    return not tree.xpath("//meta[@property='article:content_tier' or @name='article:content_tier'][@content='locked']")


def _find_language(tree: HtmlElement) -> str | None:
    code = (tree.get("lang") or "").partition("-")[0].partition("_")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _is_article(text: str) -> bool:
    """Whether the text has enough words; in scripts without spaces a long run counts as many."""
    return sum(1 + len(word) // 20 for word in _WORD.findall(text)) >= _FEWEST_WORDS


def _line(text: str | None) -> str | None:
    return " ".join(normalise_text(text).split()) or None if text else None


def _no_article(url: str | None) -> ParseError:
    return ParseError(translatable("sources-no-article"), resource=url)


_SPACE = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINE = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n\s*(?=\S)")  # in preformatted text; trafilatura removes all others
_AROUND_BREAK = re.compile(r"(?<! ) *+\n *+")
_BORDER = "\n\n"
_BLOCKS = frozenset({"p", "head", "quote", "div", "item", "list", "table", "row", "ab", "body", "code"})


def find_paragraphs(body: _Element) -> list[str]:
    """The paragraphs of a trafilatura body in text order; each list item and each table row is one.

    trafilatura's plain text separates paragraphs by a single line break, like lines within one.
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
