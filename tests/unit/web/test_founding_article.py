"""The article that this project began with, arriving as pages do. Its text stays outside; the test builds the pages."""

import html
import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.article import Article
from bot.web.pages.page import parse_page

NAME = "rt-2021-02-05-blinken-lavrov"
URL = "https://www.rt.com/russia/514743-washington-moscow-diplomatic-exchange/"


def split_pointer(line: str) -> tuple[str, str]:
    """A label and its headline: "Also on <site>" and the rest."""
    words = line.split()
    return " ".join(words[:3]), " ".join(words[3:])


def in_one_link(line: str) -> str:
    label, headline = split_pointer(line)
    return f'<div class="x1"><a href="/a/1"><strong>{label}</strong> {html.escape(headline)}</a></div>'


def label_then_link(line: str) -> str:
    label, headline = split_pointer(line)
    return f'<p><span>{label}</span> <a href="/a/1">{html.escape(headline)}</a></p>'


def label_apart(line: str) -> str:
    label, headline = split_pointer(line)
    return f'<div class="x1"><div class="x2">{label}</div><a class="x3" href="/a/1">{html.escape(headline)}</a></div>'


def no_link(line: str) -> str:
    return f"<p>{html.escape(line)}</p>"


MARKUPS = [in_one_link, label_then_link, label_apart, no_link]


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((shared / "cases" / f"{NAME}.gold.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def paragraphs(shared: Path) -> list[str]:
    return (shared / "cases" / f"{NAME}.txt").read_text("utf-8").strip().split("\n\n")


@pytest.fixture(params=MARKUPS, ids=lambda markup: markup.__name__)
def article(request: pytest.FixtureRequest, gold: dict[str, Any], paragraphs: list[str]) -> Article:
    title, date, *body = paragraphs
    pointer = request.param
    blocks = [pointer(line) if line.startswith("Also on") else f"<p>{html.escape(line)}</p>" for line in body]
    published = json.dumps(
        {"@type": "NewsArticle", "headline": title, "datePublished": gold["published"] + ":00+00:00"}
    )
    page = (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{html.escape(title)} — RT</title>"
        f"<meta property='og:site_name' content='RT International'>"
        f"<script type='application/ld+json'>{published}</script></head><body>"
        "<nav><ul><li><a href='/news'>World News</a></li><li><a href='/business'>Business</a></li></ul></nav>"
        f"<div class='article'><h1>{html.escape(title)}</h1><div class='date'>{date}</div>"
        f"<div class='article__text text'>{''.join(blocks)}</div></div>"
        "<footer><p>© Autonomous Nonprofit Organization</p></footer></body></html>"
    )
    return parse_page(page.encode(), url=URL, headers={"content-type": "text/html"})


def test_no_line_of_the_site_is_left(article: Article, gold: dict[str, Any]) -> None:
    for line in gold["boilerplate"]:
        assert line not in article.text
        assert split_pointer(line)[1] not in article.text


def test_every_paragraph_of_the_author_is_there(article: Article, gold: dict[str, Any], paragraphs: list[str]) -> None:
    expected = [line for line in paragraphs[2:] if line not in gold["boilerplate"]]
    assert article.text.split("\n\n") == expected


def test_what_is_known_about_it(article: Article, gold: dict[str, Any]) -> None:
    assert article.title == gold["title"]
    assert article.url == URL
    assert article.outlet is not None
    assert (article.outlet.name, article.outlet.state) == ("RT", "state-funded")
    assert article.published_at is not None
    assert article.published_at.isoformat().startswith(gold["published"])
