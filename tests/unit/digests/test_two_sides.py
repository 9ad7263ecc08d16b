"""Two accounts of one event: who the sides are, and which statements are about the same thing."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.two_sides import compose_two_sides
from bot.digests.two_sides_rows import OF_CELL, OF_REST
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import TwoSides
from bot.domain.line import LineReference
from bot.domain.text import Span
from bot.errors import UsageError

HOLM = Speaker("Astrid Holm", "Foreign Minister", "Norland")
BERG = Speaker("Per Berg", "Deputy Minister", "Norland")
SILVA = Speaker("Rui Silva", "Foreign Minister", "Austral")
COURT = Speaker("the Harbour Court")

SAID = (
    (HOLM, "the Kestrel Treaty remains in force"),
    (HOLM, "grain shipments would resume on Monday"),
    (BERG, "three sailors had been released"),
    (SILVA, "the Kestrel Treaty is dead"),
    (SILVA, "no grain shipment had been agreed"),
    (SILVA, "the lighthouse belongs to his people"),
    (COURT, "the hearing is on Friday"),
)
TEXT = "\n\n".join(f"{speaker.name} said that {words}." for speaker, words in SAID)


def attributions(text: str, said: tuple[tuple[Speaker | None, str], ...]) -> tuple[Attribution, ...]:
    found = []
    for speaker, words in said:
        start = text.index(words)
        found.append(Attribution((Span(start, start + len(words)),), None, None, Kind.INDIRECT, Act.SAYS, speaker))
    return tuple(found)


def reading(text: str = TEXT, said: tuple[tuple[Speaker | None, str], ...] = SAID) -> Reading:
    article = Article(text)
    analysis = Analysis(article.text_sha256, "test 1", (), attributions(text, said), "en")
    return Reading(reading_id(article), article, analysis)


def rows_of(sides: TwoSides) -> list[tuple[str, list[str], list[str]]]:
    """Each row as words: topic, the first side's statements, the second's."""

    def words(cell: tuple[LineReference, ...]) -> list[str]:
        return [one.words for one in cell]

    return [(row.topic.words if row.topic else "", words(row.a), words(row.b)) for row in sides.rows]


def test_the_sides_are_the_two_countries_that_say_most() -> None:
    sides = compose_two_sides(reading())
    assert (sides.a.label, sides.a.speakers) == ("Norland", (HOLM, BERG))
    assert (sides.b.label, sides.b.speakers) == ("Austral", (SILVA,))


def test_statements_about_one_thing_stand_in_one_row() -> None:
    rows = rows_of(compose_two_sides(reading()))
    assert ("Kestrel Treaty", ["the Kestrel Treaty remains in force"], ["the Kestrel Treaty is dead"]) in rows
    (grain,) = [row for row in rows if row[0].startswith("grain")]
    assert grain[1:] == (["grain shipments would resume on Monday"], ["no grain shipment had been agreed"])


def test_what_meets_nothing_stands_below_without_a_topic() -> None:
    sides = compose_two_sides(reading())
    [*met, rest] = sides.rows
    assert [row.meets for row in met] == [True, True]
    assert (rest.topic, rest.meets) == (None, False)
    assert rows_of(sides)[-1][1:] == (["three sailors had been released"], ["the lighthouse belongs to his people"])


def test_shared_common_words_are_no_topic() -> None:
    said = (
        (HOLM, "the talks brought wonderful results for political relations"),
        (SILVA, "the results of the political talks were wonderful"),
    )
    text = "\n\n".join(f"{speaker.name} said that {words}." for speaker, words in said)
    assert [row.topic for row in compose_two_sides(reading(text, said)).rows] == [None]


def test_nobody_stands_on_the_side_of_a_state_that_they_do_not_speak_for() -> None:
    rebel = Speaker("Olav Dahl", "associate of the jailed opposition leader", "Norland")
    paper = Speaker("the Norland Daily", "newspaper", "Norland")
    said = (*SAID, (rebel, "the treaty is a fraud upon the voters"), (paper, "the treaty is a triumph of patience"))
    text = "\n\n".join(f"{speaker.name} said that {words}." for speaker, words in said)
    sides = compose_two_sides(reading(text, said))
    shown = {one.statement.speaker for row in sides.rows for one in (*row.a, *row.b)}
    assert shown == {HOLM, BERG, SILVA}


def test_one_state_by_several_names_is_one_side() -> None:
    us = [Speaker(name, None, "United States") for name in ("US", "the United States", "United States government")]
    said = tuple(
        (speaker, f"the {thing} would be inspected in spring")
        for speaker, thing in zip(us, ("dam", "quay", "mine"), strict=True)
    )
    said = (*said, (SILVA, "nobody would inspect the quay in spring"))
    text = "\n\n".join(f"{speaker.name} said that {words}." for speaker, words in said)
    sides = compose_two_sides(reading(text, said))
    assert (sides.a.label, sides.b.label) == ("United States", "Austral")
    assert [speaker.name for speaker in sides.a.speakers] == [speaker.name for speaker in us]


def test_without_countries_the_two_speakers_who_say_most_are_the_sides() -> None:
    said = tuple((replace(speaker, country=None), words) for speaker, words in SAID)
    sides = compose_two_sides(reading(said=said))
    assert (sides.a.label, sides.b.label) == ("Astrid Holm", "Rui Silva")


@pytest.mark.parametrize(
    ("a", "b", "labels"),
    [
        ("harbour", "norland", ("the Harbour Court", "Norland")),
        ("Silva", "Holm", ("Rui Silva", "Astrid Holm")),
        ("deputy", "austral", ("Norland", "Austral")),
    ],
)
def test_sides_that_were_named(a: str, b: str, labels: tuple[str, str]) -> None:
    sides = compose_two_sides(reading(), a=a, b=b)
    assert (sides.a.label, sides.b.label) == labels


def test_about_keeps_what_holds_the_word() -> None:
    sides = compose_two_sides(reading(), about="GRAIN")
    (row,) = sides.rows
    assert len(row.a) == len(row.b) == 1


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"a": "Holm", "b": "Batman"}, "Those quoted: Astrid Holm, Per Berg, Rui Silva, the Harbour Court."),
        ({"a": "Holm", "b": "minister"}, "This article does not quote two sides."),
        ({"a": "Holm"}, "Name both a and b, or neither."),
        ({"about": "fish"}, "Neither side mentions fish in this article."),
    ],
)
def test_what_cannot_be_compared_is_told(chosen: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        compose_two_sides(reading(), **chosen)  # type: ignore[arg-type]  # only the words are passed
    assert sentence in str(told.value)


def test_one_side_alone_is_told() -> None:
    with pytest.raises(UsageError, match="Those quoted: Rui Silva"):
        compose_two_sides(reading(said=SAID[3:6]))


def test_nobody_at_all_is_told() -> None:
    with pytest.raises(UsageError, match="No speaker is certain enough to show"):
        compose_two_sides(reading(said=()))


def test_uncertain_statements_thoughts_and_joint_speakers_are_left_out() -> None:
    base = reading()
    holm, *others = base.analysis.attributions
    left_out = (
        replace(holm, confidence=0.2),
        replace(holm, act=Act.ATTITUDE),
        replace(holm, speaker=Speaker("Astrid Holm; Rui Silva", None, "Norland; Austral")),
        replace(holm, speaker=Speaker("the ministers of Norland and Austral", None, "Norland")),
        replace(holm, speaker=None),
    )
    analysis = replace(base.analysis, attributions=(*left_out, *others))
    rows = compose_two_sides(replace(base, analysis=analysis)).rows
    shown = [one.statement for row in rows for one in (*row.a, *row.b)]
    assert not set(shown) & set(left_out)


SENTENCES = st.lists(
    st.tuples(st.sampled_from([HOLM, BERG, SILVA, COURT]), st.text("abc DE.’“\n", min_size=1, max_size=30)),
    min_size=1,
    max_size=8,
)


@given(SENTENCES)
def test_every_piece_is_a_slice_of_the_article_under_its_own_speaker(said: list[tuple[Speaker, str]]) -> None:
    text, found = "", []
    for speaker, words in said:
        text += f"{speaker.name} said "
        found.append(
            Attribution((Span(len(text), len(text) + len(words)),), None, None, Kind.INDIRECT, Act.SAYS, speaker)
        )
        text += f"{words}.\n\n"
    article = Article(text)
    analysis = Analysis(article.text_sha256, "test 1", (), tuple(found), "en")
    try:
        sides = compose_two_sides(Reading(reading_id(article), article, analysis))
    except UsageError:
        return
    placed = list(chain.from_iterable((*row.a, *row.b) for row in sides.rows))
    assert len({one.line.pieces for one in placed}) == len(placed)
    assert all(one.statement in found for one in placed)
    assert all(piece.of(text) and piece.end <= len(text) for one in placed for piece in one.line.pieces)
    assert all(row.topic.words in text for row in sides.rows if row.topic)
    for side, cells in ((sides.a, [row.a for row in sides.rows]), (sides.b, [row.b for row in sides.rows])):
        assert all(one.statement.speaker in side.speakers for one in chain.from_iterable(cells))
        assert sum(len(cell) for cell, row in zip(cells, sides.rows, strict=True) if not row.meets) <= OF_REST
        assert all(len(cell) <= OF_CELL for cell, row in zip(cells, sides.rows, strict=True) if row.meets)
