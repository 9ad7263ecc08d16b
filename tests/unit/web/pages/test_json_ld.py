import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from trafilatura.utils import load_html

from bot.web.pages.json_ld import LinkedData, parse_date, parse_linked_data
from tests.unit.web.invented_pages import article_page


def read(*scripts: Any) -> LinkedData:
    head = "".join(
        f"<script type='application/ld+json'>{s if isinstance(s, str) else json.dumps(s)}</script>" for s in scripts
    )
    tree = load_html(article_page(head=head))
    assert tree is not None
    return parse_linked_data(tree)


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Border to open",
    "datePublished": "2031-05-06T09:26:00+02:00",
    "author": {"@type": "Person", "name": "Mara Quist"},
}


@pytest.mark.parametrize(
    "wrapped",
    [
        ARTICLE,
        [{"@type": "WebSite", "name": "The Daily Quill"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "Person", "name": "No One"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "ReportageNewsArticle"]},
    ],
)
def test_the_article_is_found_however_it_is_wrapped(wrapped: object) -> None:
    found = read(wrapped)
    assert found.headline == "Border to open"
    assert found.byline == "Mara Quist"
    assert found.published_at == datetime(2031, 5, 6, 9, 26, tzinfo=timezone(timedelta(hours=2)))
    assert found.free


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Mara Quist", "Mara Quist"),
        ([{"name": "Mara Quist"}, {"name": "Jon Ake"}, {"name": "Mara Quist"}], "Mara Quist; Jon Ake"),
        ([{"name": ["Mara Quist"]}, "https://quill.example/staff/7", {}, None, 7], "Mara Quist"),
        ([], None),
        (None, None),
    ],
)
def test_authors_in_all_their_shapes(author: object, byline: str | None) -> None:
    assert read({**ARTICLE, "author": author}).byline == byline


@pytest.mark.parametrize(
    ("value", "free"), [(False, False), ("False", False), ("false", False), (True, True), ("x", True)]
)
def test_paid_articles_say_so(value: object, free: bool) -> None:
    assert read({**ARTICLE, "isAccessibleForFree": value}).free is free


def test_broken_scripts_are_passed_over() -> None:
    assert read("{not json", "[" * 100_000, '{"a":' * 50_000, "", ARTICLE).headline == "Border to open"


def test_articles_that_a_page_only_lists_are_not_its_own() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE | {"headline": "Other"}}]}
    assert read(listed) == LinkedData()
    assert read([listed, ARTICLE]).headline == "Border to open"


def test_a_page_without_any_is_empty() -> None:
    assert read() == LinkedData()
    assert read({"@type": "Recipe", "name": "Soup"}) == LinkedData()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-06", datetime(2031, 5, 6, tzinfo=UTC)),
        ("2031-05-06T09:26:11Z", datetime(2031, 5, 6, 9, 26, 11, tzinfo=UTC)),
        ("2031-05-06T09:26", datetime(2031, 5, 6, 9, 26, tzinfo=UTC)),
        ("Tue, 06 May 2031 09:26:00 GMT", datetime(2031, 5, 6, 9, 26, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(value: str | None, expected: datetime | None) -> None:
    assert parse_date(value) == expected
