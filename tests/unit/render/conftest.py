from datetime import UTC, datetime

import pytest

from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.text import normalise_text
from tests.cogs.invented import TEXT, URL, analyse_by_hand


def make_reading() -> Reading:
    """The invented article with everything known about it."""
    article = Article(
        normalise_text(TEXT),
        title="Two harbours, one call",
        url=URL,
        outlet=Outlet("The Example", "example.org", "Norway", "state-funded"),
        byline="Ada Invented",
        published_at=datetime(2026, 3, 14, 16, 20, tzinfo=UTC),
        language="en",
    )
    return Reading(reading_id(article), article, analyse_by_hand(article))


@pytest.fixture
def reading() -> Reading:
    return make_reading()
