"""What filters are told of an item, before and after its article was read."""

import pytest

from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article
from bot.domain.feed import Entry
from bot.domain.filter import find_rejection, parse_filter
from bot.errors import UsageError
from bot.services.filter_fields import find_early_filter_fields, find_filter_fields, read_filter
from tests.cogs.invented import TEXT, URL, analyse_by_hand

ENTRY = Entry(title="Two harbours, one call", summary="Oslo and Reykjavík talk.", link=URL)


def read(text: str = TEXT) -> Reading:
    article = Article(text, title="Trawler held", url=URL)
    return Reading(reading_id(article), article, analyse_by_hand(article))


@pytest.mark.parametrize(
    "rule",
    [
        "harbours",
        "trawler held",
        '"catch logs"',
        "speaker:Haugseth",
        'speaker:"Icelandic foreign minister"',
        "country:Norwegian",
        "country:reykjavik",
        "country:Iceland",
        "language:en",
    ],
)
def test_a_read_item_is_known_by_entry_text_and_speakers(rule: str) -> None:
    assert find_rejection(read_filter(rule), find_filter_fields(ENTRY, read())) is None


@pytest.mark.parametrize("rule", ["speaker:Batman", "country:France", "batman", "not:trawler", "language:fr"])
def test_what_it_does_not_have_rejects_it(rule: str) -> None:
    assert (
        str(find_rejection(parse_filter(rule), find_filter_fields(ENTRY, read()))).split(":")[-1]
        == rule.rsplit(":", maxsplit=1)[-1]
    )


def test_a_country_that_only_speaks_counts() -> None:
    silent = Entry(title="One call")
    assert find_rejection(parse_filter("country:Norway"), find_filter_fields(silent, read())) is None
    assert find_rejection(parse_filter("country:Norway"), find_filter_fields(silent, None))


def test_without_an_article_title_and_summary_decide() -> None:
    facts = find_filter_fields(ENTRY, None)
    assert find_rejection(parse_filter("harbours talk country:Oslo"), facts) is None
    assert str(find_rejection(parse_filter("speaker:Haugseth"), facts)) == "speaker:Haugseth"
    assert str(find_rejection(parse_filter("trawler"), facts)) == "all:trawler"


def test_before_it_is_read_the_rest_is_open() -> None:
    facts = find_early_filter_fields(ENTRY, language="no")
    assert facts.text is None
    assert find_rejection(parse_filter("trawler speaker:Haugseth country:France"), facts) is None
    assert str(find_rejection(parse_filter("language:en"), facts)) == "language:en"


def test_a_country_that_is_none_is_told() -> None:
    read_filter("country:moscow,nato,Russians talks")
    with pytest.raises(UsageError, match="Atlantis is not a country"):
        read_filter("country:Russia,Atlantis")
