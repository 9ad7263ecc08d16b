"""Articles, their outlets and their readings."""

from datetime import UTC, datetime
from itertools import combinations

import pytest

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.digest import QuotedPhrase, TopicRow
from bot.domain.text import Span, text_sha256


def test_a_date_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Article("Text.", published_at=datetime(2031, 3, 14, 8, 0))  # noqa: DTZ001 - the mistake under test
    assert Article("Text.", published_at=datetime(2031, 3, 14, 8, 0, tzinfo=UTC)).published_at is not None


def test_a_reading_joins_an_article_only_with_its_own_analysis() -> None:
    article = Article("One text.")
    own = Analysis(text_sha256("One text."), "invented", (), ())
    assert Reading("0" * 20, article, own).analysis is own
    with pytest.raises(ValueError, match="another text"):
        Reading("0" * 20, article, Analysis(text_sha256("One text"), "invented", (), ()))


def test_an_article_is_identified_by_its_address_and_its_text() -> None:
    articles = [
        Article("A"),
        Article("B"),
        Article("A", url="https://one.test/"),
        Article("A", url="https://two.test/"),
    ]
    ids = [reading_id(article) for article in articles]
    assert all(a != b for a, b in combinations(ids, 2))
    assert all(len(identity) == 20 and int(identity, 16) >= 0 for identity in ids)
    assert reading_id(Article("A", title="other title")) == ids[0]


def test_a_row_of_two_sides_that_neither_speaks_in_is_refused() -> None:
    article = Article("Text.")
    reading = Reading(reading_id(article), article, Analysis(article.text_sha256, "test 1", (), ()))
    with pytest.raises(ValueError, match="at least one side"):
        TopicRow(QuotedPhrase(reading, Span(0, 4)), (), ())
