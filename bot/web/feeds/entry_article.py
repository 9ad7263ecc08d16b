"""The article inside a feed entry: used when its page cannot be read, and for push sources."""

from dataclasses import replace

from bot.domain.article import Article
from bot.domain.feed import Entry
from bot.domain.text import normalise_text
from bot.errors import AttacheError
from bot.gazetteer.outlets import credit
from bot.web.pages.page import parse_page
from bot.web.pages.plaintext import parse_text

_FEWEST_WORDS = 40  # a shorter summary only announces an article


def parse_entry_article(entry: Entry, *, site: str | None = None, source: str | None = None) -> Article | None:
    """The article in the entry's content or long summary, if any, with outlet and address by ``credit``."""
    article = _parse_content(entry) or _parse_summary(entry)
    if article is None:
        return None
    url, outlet = credit(entry, source=source, site=site)
    return replace(
        article,
        title=entry.title or article.title,
        url=url,
        outlet=outlet,
        byline=entry.author or article.byline,
        published_at=entry.published_at or article.published_at,
        language=entry.language or article.language,
        picture=entry.picture,
    )


def _parse_content(entry: Entry) -> Article | None:
    if not entry.content:
        return None
    try:
        if entry.media_type == "text/plain":
            return parse_text(entry.content)
        page = f'<html><head><meta charset="utf-8"></head><body><article>{entry.content}</article></body></html>'
        return parse_page(page.encode(errors="replace"), url=None, headers={"content-type": "text/html; charset=utf-8"})
    except AttacheError:
        return None  # too short, or not an article


def _parse_summary(entry: Entry) -> Article | None:
    text = normalise_text(entry.summary or "")
    return Article(text) if len(text.split()) >= _FEWEST_WORDS else None
