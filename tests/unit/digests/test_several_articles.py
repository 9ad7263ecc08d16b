"""Two sides over several articles: names joined, words told once, topics found across outlets, and clashes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.combined_text import CombinedText
from bot.digests.contradictions import find_contradiction
from bot.digests.keywords import Vocabulary
from bot.digests.two_sides import MOST_OF_SIDE, compose_two_sides, name_side
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
    told = (*row.a, *row.b)
    return "\n".join(span.of(one.reading.article.text) for one in told for span in one.statement.content)


def test_the_sides_speak_in_all_articles_under_their_full_names() -> None:
    sides = compose_two_sides(*trawler())
    assert (sides.a.label, sides.b.label) == ("Norway", "Iceland")
    assert [speaker.name for speaker in sides.a.speakers] == ["Sigrid Vik"]
    assert [speaker.name for speaker in sides.b.speakers] == ["Árni Jónsson", "Helga Orms"]
    assert len(sides.readings) == 3


def test_words_that_two_outlets_carry_are_told_once_as_the_first_has_them() -> None:
    sides = compose_two_sides(*trawler())
    (one,) = row_on(sides, "Fourteen people").a
    assert one.reading.article.outlet == FJORD
    assert [reading.article.outlet for reading in one.also] == [NORTH]


def test_a_denial_in_one_outlet_stands_against_the_claim_in_another() -> None:
    row = row_on(compose_two_sides(*trawler()), "illegal fine meshes")
    assert row.clash
    assert row.clash.against.reading.article.outlet == GEYSIR
    assert row.clash.against.statement.speaker == JONSSON
    assert row.clash.claim.statement.speaker == VIK


def test_rows_in_which_the_words_disagree_come_first() -> None:
    clashes = [row.clash is not None for row in compose_two_sides(*trawler()).rows]
    assert clashes == sorted(clashes, reverse=True)
    assert clashes.count(True) == 1


def test_who_denies_what_the_other_denies_too_does_not_disagree() -> None:
    # one denies that they paid, the other says "We paid nothing"
    assert not any(row.clash for row in compose_two_sides(*strait()).rows)


def test_every_statement_stands_in_one_row_or_is_carried_by_one_that_does() -> None:
    for readings in (trawler(), strait()):
        sides = compose_two_sides(*readings)
        told = [one for row in sides.rows for one in (*row.a, *row.b)]
        of_sides = {speaker.name.split()[-1] for side in (sides.a, sides.b) for speaker in side.speakers}
        said = [
            (reading.id, a)
            for reading in readings
            for a in reading.analysis.attributions
            if a.speaker and a.speaker.name.split()[-1] in of_sides
        ]
        assert len(told) + sum(len(one.also) for one in told) == len(said)
        assert all((one.reading.id, one.statement) in said for one in told)


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


def said(text: str, words: str, act: Act, *, negated: bool = False, conditional: bool = False) -> Attribution:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    return Attribution(content, None, None, Kind.INDIRECT, act, VIK, negated=negated, conditional=conditional)


CLAIM, DENIAL, OTHER = "the fleet crossed the border line", "that any fleet crossed the line", "the soup was warm"
NOT_CLAIM = "the fleet never crossed the border line"
TEXT = f"A said {CLAIM}. B denied {DENIAL}. C said {OTHER}. D said {NOT_CLAIM}."


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        (said(TEXT, CLAIM, Act.SAYS), said(TEXT, DENIAL, Act.DENIES), True),
        (said(TEXT, DENIAL, Act.REJECTS), said(TEXT, CLAIM, Act.ACCUSES), True),
        (said(TEXT, CLAIM, Act.ACCUSES), said(TEXT, DENIAL, Act.ACCUSES), True),
        (said(TEXT, CLAIM, Act.SAYS), said(TEXT, DENIAL, Act.SAYS), False),
        (said(TEXT, CLAIM, Act.DENIES), said(TEXT, DENIAL, Act.DENIES), False),
        (said(TEXT, OTHER, Act.SAYS), said(TEXT, DENIAL, Act.DENIES), False),
        (said(TEXT, NOT_CLAIM, Act.SAYS), said(TEXT, DENIAL, Act.DENIES), False),
        (said(TEXT, CLAIM, Act.SAYS), said(TEXT, DENIAL, Act.DENIES, negated=True), False),
        (said(TEXT, CLAIM, Act.SAYS, conditional=True), said(TEXT, DENIAL, Act.DENIES), False),
        (said(TEXT, CLAIM, Act.ASKS), said(TEXT, DENIAL, Act.DENIES), False),
    ],
)
def test_only_verbs_and_shared_words_make_a_clash(a: Attribution, b: Attribution, clashes: bool) -> None:
    vocabulary = Vocabulary(TEXT, frozenset())
    assert (find_contradiction(vocabulary, [a], [b]) is not None) is clashes
    assert (find_contradiction(vocabulary, [b], [a]) is not None) is clashes
    assert find_contradiction(vocabulary, [a], []) is None


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


def test_of_a_story_without_end_the_newest_are_compared_and_the_others_counted() -> None:
    first, second, third = trawler()
    many = [
        Reading(f"{n:020x}", replace(third.article, url=f"https://o{n}.example/"), third.analysis) for n in range(300)
    ]
    sides = compose_two_sides(first, second, *many)
    assert sides.left_out > 0
    told = [one for row in sides.rows for one in (*row.a, *row.b)]
    carried = sum(len(one.also) for one in told)
    assert len(told) + carried <= 2 * MOST_OF_SIDE
    assert any(one.reading.article.outlet == NORTH for one in told)


def test_the_words_carried_are_the_same_in_both_outlets() -> None:
    first, _, third = trawler()
    assert HOME in first.article.text
    assert HOME in third.article.text
