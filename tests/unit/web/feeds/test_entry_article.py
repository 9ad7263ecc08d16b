"""The article that an entry carries itself, and who is said to have published it."""

from datetime import UTC, datetime

import pytest

from bot.domain.article import Outlet
from bot.domain.feed import Entry
from bot.web.feeds.entry_article import parse_entry_article

WORDS = (
    "Delegates in Merrow Bay agreed overnight to release wheat from three silos that a lawsuit had sealed. "
    "“Hungry people cannot eat a verdict,” trade commissioner Idris Vale said. Insurers remain doubtful, since "
    "premiums for the southern strait doubled last month and two shipowners want written guarantees from the admiralty."
)
HTML = f"<p>{WORDS}</p><p>Share this with a friend.</p>"
AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def test_an_entrys_html_is_read_like_a_page() -> None:
    entry = Entry(link="https://quill.example/1", title="Wheat sails", content=HTML, author="Bo Cid", published_at=AT)
    article = parse_entry_article(entry, site="The Quill", source="https://feeds.quill.example/rss")
    assert article
    assert article.text.startswith("Delegates in Merrow Bay")
    assert "<p>" not in article.text
    assert (article.title, article.url, article.byline, article.published_at) == (
        "Wheat sails",
        "https://quill.example/1",
        "Bo Cid",
        AT,
    )
    assert article.outlet == Outlet("The Quill", "quill.example")


def test_plain_text_stays_as_it_is() -> None:
    words = f"{WORDS}\n\nThe rule is that a <tariff> stays below 5 & above 2."
    article = parse_entry_article(Entry(content=words, media_type="text/plain"))
    assert article
    assert article.text == words


def test_a_long_summary_is_an_article_and_a_short_one_announces_it() -> None:
    article = parse_entry_article(Entry(summary=WORDS, language="en"))
    assert article
    assert (article.text, article.language) == (WORDS, "en")
    assert parse_entry_article(Entry(summary=" ".join(WORDS.split()[:39]))) is None


@pytest.mark.parametrize("content", ["", "<p></p>", "<script>x</script>", "\ud800", "<p>Read more.</p>"])
def test_where_there_is_no_article_there_is_none(content: str) -> None:
    assert parse_entry_article(Entry(title="Wheat sails", content=content)) is None


def test_content_that_holds_nothing_leaves_the_summary() -> None:
    article = parse_entry_article(Entry(content="<p>Read more.</p>", summary=WORDS))
    assert article
    assert article.text == WORDS


@pytest.mark.parametrize(
    ("link", "said", "outlet"),
    [
        (None, "Harbour Wire", Outlet("Harbour Wire")),
        ("https://cms.example.net/1", "Harbour Wire", Outlet("Harbour Wire", "cms.example.net")),
        ("https://cms.example.net/1", None, Outlet("cms.example.net", "cms.example.net")),
        (None, None, None),
        # what the table knows by its address is what it is
        ("https://www.rt.com/1", "Harbour Wire", Outlet("RT", "rt.com", "Russia", "state-funded")),
        # and whoever goes by the name of a state outlet has its label
        (None, "rt", Outlet("RT", "rt.com", "Russia", "state-funded")),
        ("https://cms.example.net/1", "RT", Outlet("RT", "cms.example.net", None, "state-funded")),
    ],
)
def test_a_newsroom_says_who_it_is(link: str | None, said: str | None, outlet: Outlet | None) -> None:
    article = parse_entry_article(
        Entry(link=link, content=WORDS, media_type="text/plain", outlet=said), site="Wire feed"
    )
    assert article
    assert article.outlet == outlet


def test_words_that_link_elsewhere_are_the_feeds_own() -> None:
    """A feed that links an agency's missing page, and carries a text of its own, speaks for itself."""
    entry = Entry(link="https://www.reuters.com/world/1", title="War", content=HTML, origin="https://attacker.example/")
    article = parse_entry_article(entry, site="Reuters", source="https://attacker.example/rss")
    assert article
    assert article.outlet == Outlet("attacker.example", "attacker.example")
    assert article.url == "https://attacker.example/"
