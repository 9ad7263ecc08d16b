"""The address of a headline picture comes from strangers: it is https, short, and of a public host's name."""

import pytest

from bot.web.feeds.parse import parse_feed
from bot.web.pages.page import parse_page
from bot.web.picture_address import PICTURE_LIMIT, parse_picture_address

GOOD = "https://quill.example/a.jpg"
WORDS = "The strait stays open to every ship that keeps to its lane, the ministers of both coasts said on Monday. " * 3


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (GOOD, GOOD),
        (f" {GOOD}#top ", GOOD),
        ("/a.jpg", GOOD),
        ("//quill.example/a.jpg", GOOD),
        ("http://quill.example/a.jpg", None),
        ("data:image/png;base64,AAAA", None),
        ("javascript:alert(1)", None),
        ("https://user:secret@quill.example/a.jpg", None),
        ("https://127.0.0.1/a.jpg", None),
        ("https://0x7f000001/a.jpg", None),
        ("https://[::1]/a.jpg", None),
        ("https://169.254.169.254/latest", None),
        ("https://localhost/a.jpg", None),
        ("https://quill.example:22/a.jpg", None),
        ("https://[broken/a.jpg", None),
        (f"https://quill.example/{'a' * PICTURE_LIMIT}.jpg", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_public_https_address_is_taken(stated: str | None, found: str | None) -> None:
    assert parse_picture_address(stated, "https://quill.example/news/1") == found


def test_a_page_names_its_picture() -> None:
    head = f'<meta property="og:image" content="{GOOD}"><title>The strait</title>'
    page = f"<html><head>{head}</head><body><article><h1>The strait</h1><p>{WORDS}</p></article></body></html>"
    article = parse_page(page.encode(), url="https://quill.example/1", headers={"content-type": "text/html"})
    assert article.picture == GOOD


@pytest.mark.parametrize("broken", ["", "&nosuchentity;"], ids=["well-formed", "lenient"])
def test_a_feed_names_the_picture_of_an_entry(broken: str) -> None:
    item = f'<item><title>A{broken}</title><guid>1</guid><media:thumbnail url="{GOOD}"/></item>'
    feed = f'<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>{item}</channel></rss>'
    document = parse_feed(feed.encode(), url="https://quill.example/feed", headers={})
    assert [entry.picture for entry in document.entries] == [GOOD]
