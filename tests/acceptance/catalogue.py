"""The package's catalogue of sources on loopback: the same names, at addresses of the sites of the acceptance run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.loopback import article_page, feed_item
from bot.gazetteer.source_catalogue import OWN_SOURCES, CatalogueSource, package_catalogue
from tests.acceptance.site import SITES, Page, Web, split_paragraphs

NAMED = {source.name: number for number, source in enumerate(package_catalogue().sources)}


def source_address(web: Web, name: str) -> str:
    """Where that source is during the run."""
    number = NAMED[name]
    return web.url(number % SITES, f"source{number}")


def move_catalogue(folder: Path, web: Web) -> None:
    """Write the table of those who run the bot: no source of the package is asked at its true address."""
    rows = [_row(source, source_address(web, source.name)) for source in package_catalogue().sources]
    (folder / OWN_SOURCES).write_text("".join(rows), "utf-8")


def publish_source(web: Web, name: str, *titles: str) -> str:
    """Let a source carry items with ``titles``; its address."""
    site, path, now = NAMED[name] % SITES, f"source{NAMED[name]}", datetime.now(UTC)
    items = [
        feed_item(web.url(site, f"{path}/{number}"), title, now - timedelta(minutes=number))
        for number, title in enumerate(titles)
    ]
    body = f"<rss version='2.0'><channel><title>{name}</title>{''.join(items)}</channel></rss>"
    return web.put(site, path, Page(body.encode(), "application/rss+xml"))


def publish_articles(web: Web, name: str, *articles: tuple[str, str]) -> None:
    """Let a source carry articles, each with title and text, on pages of their own."""
    publish_source(web, name, *(title for title, _ in articles))
    for number, (title, text) in enumerate(articles):
        page = article_page(title, split_paragraphs(text), name)
        web.put(NAMED[name] % SITES, f"source{NAMED[name]}/{number}", page)


def _row(source: CatalogueSource, feed: str) -> str:
    facts = (source.name, source.kind, source.country, source.language, source.outlet, source.form, feed)
    return "\t".join((*facts, " ".join(source.packs), source.found, f"{source.evidence} {source.on}")) + "\n"
