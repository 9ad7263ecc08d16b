"""Two accounts of one event: who the sides are, and which statements are about the same thing."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.briefing import StatementReference
from bot.domain.digest import TwoSides
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

    def words(cell: tuple[StatementReference, ...]) -> list[str]:
        return [" ".join(span.of(one.reading.article.text) for span in one.statement.content) for one in cell]

    return [(row.topic.words, words(row.a), words(row.b)) for row in sides.rows]


def test_the_sides_are_the_two_countries_that_say_most() -> None:
    sides = compose_two_sides(reading())
    assert (sides.a.label, sides.a.speakers) == ("Norland", (HOLM, BERG))
    assert (sides.b.label, sides.b.speakers) == ("Austral", (SILVA,))


def test_statements_about_one_thing_stand_in_one_row() -> None:
    rows = rows_of(compose_two_sides(reading()))
    assert ("Kestrel Treaty", ["the Kestrel Treaty remains in force"], ["the Kestrel Treaty is dead"]) in rows
    (grain,) = [row for row in rows if row[0].startswith("grain")]
    assert grain[1:] == (["grain shipments would resume on Monday"], ["no grain shipment had been agreed"])


def test_what_one_side_alone_says_leaves_the_other_cell_empty() -> None:
    rows = rows_of(compose_two_sides(reading()))
    assert ([], ["the lighthouse belongs to his people"]) in [row[1:] for row in rows]
    assert (["three sailors had been released"], []) in [row[1:] for row in rows]


def test_what_both_speak_of_comes_first() -> None:
    both = [bool(row.a and row.b) for row in compose_two_sides(reading()).rows]
    assert both == sorted(both, reverse=True)
    assert any(both)


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
def test_every_statement_of_the_sides_stands_in_exactly_one_row(said: list[tuple[Speaker, str]]) -> None:
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
    placed = [one.statement for one in chain.from_iterable((*row.a, *row.b) for row in sides.rows)]
    of = {*sides.a.speakers, *sides.b.speakers}
    assert sorted(placed, key=lambda s: s.span) == [s for s in found if s.speaker in of]
    assert all(row.topic.words in text for row in sides.rows)
    assert all(one.statement.speaker in sides.a.speakers for row in sides.rows for one in row.a)
