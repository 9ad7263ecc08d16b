"""Two sides of the article that this project began with, read by the released model. Its text stays outside."""

from pathlib import Path

import pytest

from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Reading, reading_id
from bot.domain.digest import TopicRow, TwoSides
from bot.nlp.analyse import analyse
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document_cards import render_cards
from bot.web.pages.plaintext import parse_text
from tests.unit.nlp.test_analyse import needs_model

AMERICANS = {"Joe Biden", "Antony Blinken", "US analysts"}
RUSSIANS = {"Sergey Lavrov", "Russian authorities", "Vladimir Putin", "Putin"}


@pytest.fixture(scope="module")
def sides(shared: Path) -> TwoSides:
    needs_model()
    article = parse_text((shared / "cases" / "rt-2021-02-05-blinken-lavrov.txt").read_text("utf-8"))
    return compose_two_sides(Reading(reading_id(article), article, analyse(article.text)))


def speakers(sides: TwoSides, which: str) -> set[str]:
    told = [one for row in sides.rows for one in getattr(row, which)]
    return {one.statement.speaker.name if one.statement.speaker else "" for one in told}


def words(row: TopicRow, which: str) -> list[tuple[str, str]]:
    """Who says what in a cell."""
    told = getattr(row, which)
    return [(one.statement.speaker.name if one.statement.speaker else "", one.words) for one in told]


def test_each_stands_in_the_column_of_their_country(sides: TwoSides) -> None:
    assert (sides.a.label, sides.b.label) == ("United States", "Russia")
    assert {"Joe Biden", "Antony Blinken"} <= speakers(sides, "a") <= AMERICANS
    assert {"Sergey Lavrov", "Russian authorities"} <= speakers(sides, "b") <= RUSSIANS


def test_where_the_accounts_differ_is_navalny(sides: TwoSides) -> None:
    (met,) = [row for row in sides.rows if row.meets]
    assert met.topic is not None
    assert "Navalny" in met.topic.words
    assert words(met, "a") == [
        (
            "Joe Biden",
            "added that the activist had been “targeted for exposing corruption” and “should be released immediately "
            "and without condition.”",
        )
    ]
    (lavrov, answer), (authorities, law) = words(met, "b")
    assert (lavrov, authorities) == ("Sergey Lavrov", "Russian authorities")
    assert answer.startswith("“gave detailed explanations about the need to respect the laws")
    assert law.startswith("maintain that Navalny’s three-and-a-half-year jail term is an inevitability")


def test_the_rest_stands_without_an_invented_topic(sides: TwoSides) -> None:
    rest = [row for row in sides.rows if not row.meets]
    assert rest
    assert all(row.topic is None for row in rest)
    russia = "\n".join(line for row in rest for _, line in words(row, "b"))
    for matter in ("New START", "Capitol", "ensure transparency", "ready for cooperation"):
        assert matter in russia


def test_every_cell_is_a_piece_of_the_article(sides: TwoSides) -> None:
    (reading,) = sides.readings
    text = reading.article.text
    for row in sides.rows:
        assert row.topic is None or row.topic.words in text
        for told in (*row.a, *row.b):
            assert told.reading is reading
            assert all(span.end <= len(text) and span.of(text).strip() for span in told.line.pieces)
    assert render_cards(compose_columns(sides)), "rendering checks each quotation once more"
