import json
from datetime import UTC, datetime

import pytest

from bot.domain.article import Article, Outlet
from bot.errors import ParseError, TooLargeError
from bot.web.pages.page import MAX_TAGS, parse_page
from tests.unit.web.invented_pages import PARAGRAPHS, article_page, page

URL = "https://www.daily-quill.example/world/7-border"
TEXT = "\n\n".join(PARAGRAPHS)


def parse(html: str | bytes, *, url: str | None = URL, content_type: str = "text/html; charset=utf-8") -> Article:
    body = html if isinstance(html, bytes) else html.encode()
    return parse_page(body, url=url, headers={"Content-Type": content_type})


def linked_data(**fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def test_a_page_becomes_its_article() -> None:
    head = (
        linked_data(headline="Border to open", datePublished="2031-05-06T09:26:00Z", author={"name": "Mara Quist"})
        + "<title>Border to open | The Daily Quill</title><meta property='og:site_name' content='The Daily Quill'>"
        + "<meta name='author' content='The Desk'><meta property='article:published_time' content='2030-01-01'>"
    )
    assert parse(article_page(head=head)) == Article(
        text=TEXT,
        title="Border to open",
        url=URL,
        outlet=Outlet("The Daily Quill", "daily-quill.example"),
        byline="Mara Quist",
        published_at=datetime(2031, 5, 6, 9, 26, tzinfo=UTC),
        language="en",
    )


def test_without_linked_data_the_page_s_own_marks_count() -> None:
    head = "<meta property='article:published_time' content='2031-05-06T09:26:00+00:00'>"
    article = parse(article_page(head=head, lang="en-GB"))
    assert article.title == "Arvonia and Belmark to open their border"
    assert article.published_at == datetime(2031, 5, 6, 9, 26, tzinfo=UTC)
    assert article.language == "en"
    assert article.byline is None


def test_a_page_that_states_no_date_gets_none() -> None:
    assert parse(article_page()).published_at is None


def test_lines_of_the_site_are_gone_and_all_paragraphs_are_there() -> None:
    after = (
        "<div class='more'>Also on daily-quill.example <a href='/b'>Farmers block the customs road</a></div>"
        "<p><a href='/c'>Harbour treaty sealed after nine years of talks</a></p>"
        "<p>If you like this story, share it with your colleagues!</p><p>Advertisement</p>"
    )
    assert parse(article_page(after=after)).text == TEXT


def test_reader_comments_are_not_the_article() -> None:
    comments = (
        f"<div id='comments' class='comments'><h2>Comments</h2>{'<p>Nobody believes the minister.</p>' * 9}</div>"
    )
    assert "Nobody" not in parse(article_page().replace("<footer>", comments + "<footer>")).text


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("https://daily-quill.example/world/7-border?amp=0", "https://daily-quill.example/world/7-border?amp=0"),
        ("https://www.reuters.com/world/7-border", URL),
        ("https://www.daily-quill.example/", URL),
        ("javascript:alert(1)", URL),
        ("https://reader@www.daily-quill.example/world/7-border", URL),
        ("https://www.daily-quill.example:99999/world/7-border", URL),
    ],
)
def test_a_page_names_its_own_address_only_on_its_own_site(canonical: str, address: str) -> None:
    article = parse(article_page(head=f"<link rel='canonical' href='{canonical}'>"))
    assert article.url == address
    assert article.outlet == Outlet("daily-quill.example", "daily-quill.example")


def test_plain_text_is_an_article_too() -> None:
    article = parse(TEXT, content_type="text/plain")
    assert (article.text, article.url, article.title) == (TEXT, URL, None)


def test_a_wrong_charset_in_the_header_does_no_harm() -> None:
    assert parse(article_page(), content_type="text/html; charset=iso-8859-1").text == TEXT
    assert parse(article_page().encode("cp1252", "ignore"), content_type="text/html; charset=utf-8").text == TEXT


def test_the_body_in_linked_data_stands_in_where_the_page_builds_its_text_by_program() -> None:
    html = page(
        "<div id='app'></div><script>render()</script>",
        head=linked_data(headline="H", articleBody="\n".join(PARAGRAPHS)),
    )
    assert parse(html).text == TEXT


def test_a_teaser_before_a_paywall_is_not_sold_as_the_article() -> None:
    with pytest.raises(ParseError, match="behind a paywall"):
        parse(article_page(head=linked_data(isAccessibleForFree=False)))
    with pytest.raises(ParseError, match="behind a paywall"):
        parse(article_page(head="<meta property='article:content_tier' content='locked'>"))
    assert parse(article_page(head="<meta property='article:content_tier' content='metered'>")).text == TEXT
    whole = article_page(head=linked_data(isAccessibleForFree=False), after=f"<p>{'The commission meets. ' * 90}</p>")
    assert parse(whole).text.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", "This page is empty."),
        (" \n ", "This page is empty."),
        (page(""), "No article was found"),
        (page("<p>Too short.</p>"), "No article was found"),
        (page("<nav><a href='/'>Home</a></nav><form><input></form>"), "No article was found"),
        ("{}", "No article was found"),
        ("\x00\x01", "No article was found"),
    ],
)
def test_a_page_without_an_article_says_so(html: str, words: str) -> None:
    with pytest.raises(ParseError, match=words) as caught:
        parse(html)
    assert caught.value.resource == URL


@pytest.mark.parametrize(
    ("body", "content_type", "words"),
    [
        (b"%PDF-1.7 ...", "text/html", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "an image"),
        (b"words", "application/pdf", "a PDF document"),
    ],
)
def test_other_media_are_named(body: bytes, content_type: str, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        parse(body, content_type=content_type)


def test_too_many_tags_and_too_long_texts_say_their_limits() -> None:
    with pytest.raises(TooLargeError, match="30,000"):
        parse(page("<b>" * MAX_TAGS))
    with pytest.raises(TooLargeError, match="the limit is 400,000"):
        parse(page(f"<p>{'long ' * 100_000}</p>"))
