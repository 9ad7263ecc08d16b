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


def row_about(sides: TwoSides, *words: str) -> TopicRow:
    return next(row for row in sides.rows if any(word in row.topic.words for word in words))


def test_each_stands_in_the_column_of_their_country(sides: TwoSides) -> None:
    assert (sides.a.label, sides.b.label) == ("United States", "Russia")
    assert {"Joe Biden", "Antony Blinken"} <= speakers(sides, "a") <= AMERICANS
    assert {"Sergey Lavrov", "Russian authorities"} <= speakers(sides, "b") <= RUSSIANS


def test_the_topics_of_the_call_are_found_and_whose_they_are(sides: TwoSides) -> None:
    treaty = row_about(sides, "New START")
    assert not treaty.a
    assert {one.statement.speaker.name for one in treaty.b if one.statement.speaker} == {"Sergey Lavrov"}
    prisoner = row_about(sides, "Navalny")
    assert prisoner.a
    assert prisoner.b
    election = row_about(sides, "Capitol", "election")
    assert [one.statement.speaker.name for one in election.b if one.statement.speaker].count("Sergey Lavrov") >= 1


def test_every_cell_is_a_piece_of_the_article(sides: TwoSides) -> None:
    (reading,) = sides.readings
    text = reading.article.text
    for row in sides.rows:
        assert row.topic.words in text
        for told in (*row.a, *row.b):
            assert told.reading is reading
            assert all(span.end <= len(text) and span.of(text).strip() for span in told.statement.content)
    assert render_cards(compose_columns(sides)), "rendering checks each quotation once more"
