"""Two sides over several articles: names joined, words told once, topics found across outlets, and clashes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.account_lines import CombinedText
from bot.digests.two_sides import compose_two_sides, name_side
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import TopicRow, TwoSides
from bot.domain.text import Span
from tests.unit.digests.quarrel import FJORD, GEYSIR, HOME, JONSSON, NORTH, VIK, trawler
from tests.unit.digests.stories import strait


def row_on(sides: TwoSides, word: str) -> TopicRow:
    (row,) = [row for row in sides.rows if word in _words(row)]
    return row


def _words(row: TopicRow) -> str:
    return "\n".join(one.words for one in (*row.a, *row.b))


def test_the_sides_speak_in_all_articles_under_their_full_names() -> None:
    sides = compose_two_sides(*trawler())
    assert (sides.a.label, sides.b.label) == ("Norway", "Iceland")
    assert [speaker.name for speaker in sides.a.speakers] == ["Sigrid Vik"]
    assert [speaker.name for speaker in sides.b.speakers] == ["Árni Jónsson", "Helga Orms"]
    assert len(sides.readings) == 3


def test_words_that_two_outlets_carry_are_told_once_and_both_are_named() -> None:
    sides = compose_two_sides(*trawler())
    (one,) = [one for one in row_on(sides, "Fourteen people").a if "Fourteen" in one.words]
    assert {reading.article.outlet for reading in (one.reading, *one.also)} == {FJORD, NORTH}


def test_a_denial_in_one_outlet_stands_against_the_claim_in_another() -> None:
    row = row_on(compose_two_sides(*trawler()), "illegal fine meshes")
    assert row.clash
    assert row.clash.reading.article.outlet == GEYSIR
    assert row.clash.statement.speaker == JONSSON


def test_rows_in_which_the_words_disagree_come_first() -> None:
    clashes = [row.clash is not None for row in compose_two_sides(*trawler()).rows]
    assert clashes == sorted(clashes, reverse=True)
    assert clashes.count(True) == 1


def test_who_denies_what_the_other_denies_too_does_not_disagree() -> None:
    # one denies that they paid, the other says "We paid nothing"
    assert not any(row.clash for row in compose_two_sides(*strait()).rows)


def test_no_statement_stands_twice() -> None:
    for readings in (trawler(), strait()):
        sides = compose_two_sides(*readings)
        told = [one for row in sides.rows for one in (*row.a, *row.b)]
        said = [(reading.id, a) for reading in readings for a in reading.analysis.attributions]
        shown = [(one.reading.id, one.statement) for one in told]
        assert len(set(shown)) == len(shown)
        assert set(shown) <= set(said)


def test_the_order_of_the_articles_given_changes_nothing() -> None:
    one, two, three = trawler()
    assert compose_two_sides(three, one, two).rows == compose_two_sides(one, two, three).rows


@pytest.mark.parametrize(
    ("words", "label"),
    [("Norway", "Norway"), ("norwegian", "Norway"), ("vik", "Sigrid Vik"), ("foreign minister", "Norway")],
)
def test_a_column_is_headed_by_what_was_asked_for(words: str, label: str) -> None:
    assert name_side([VIK, replace(VIK, name="Vik")], words) == label


def test_nobody_in_common_is_headed_by_the_words_asked_for() -> None:
    assert name_side([VIK, JONSSON], " ministers ") == "ministers"
    assert name_side([], "Blinken") == "Blinken"


WORDS = st.text("abc. \n“”é😀", min_size=1, max_size=40)


@given(st.lists(WORDS, min_size=1, max_size=5, unique=True), st.data())
def test_a_place_in_the_joined_text_leads_back_to_its_article(texts: list[str], data: st.DataObject) -> None:
    readings = []
    for text in texts:
        article = Article(text)
        readings.append(Reading(reading_id(article), article, Analysis(article.text_sha256, "1", (), ())))
    joined = CombinedText(readings)
    reading = data.draw(st.sampled_from(readings))
    length = len(reading.article.text)
    start = data.draw(st.integers(0, length - 1))
    span = Span(start, data.draw(st.integers(start + 1, length)))
    statement = Attribution((span,), span, None, Kind.DIRECT, Act.SAYS, Speaker("A"))
    lifted = joined.shift(reading, statement)
    assert lifted.content[0].of(joined.text) == span.of(reading.article.text)
    assert lifted.source == lifted.content[0]
    assert lifted.cue is None
    found = joined.find(lifted.content[0])
    assert (found.reading, found.span) == (reading, span)


def test_of_a_story_without_end_each_statement_is_told_once() -> None:
    first, second, third = trawler()
    many = [
        Reading(f"{n:020x}", replace(third.article, url=f"https://o{n}.example/"), third.analysis) for n in range(60)
    ]
    sides = compose_two_sides(first, second, *many)
    told = [one for row in sides.rows for one in (*row.a, *row.b)]
    assert len({(one.statement.speaker, one.words) for one in told}) == len(told)
    assert any(one.reading.article.outlet == NORTH for one in told)


def test_the_words_carried_are_the_same_in_both_outlets() -> None:
    first, _, third = trawler()
    assert HOME in first.article.text
    assert HOME in third.article.text
