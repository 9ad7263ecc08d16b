"""The lines of a story: which say the same, which are printed, and who carries them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.story_lines import (
    StoryLine,
    StoryPool,
    choose_lines,
    denies,
    find_persons,
    merge_duplicates,
    say_the_same,
    unshown_groups,
)
from bot.domain.analysis import Reading
from bot.domain.article import Outlet
from bot.domain.attribution import Act, Kind, Speaker
from tests.unit.digests.stories import COURIER, LIND, REYES, TODAY, WIRE, reading

OTHER = Outlet("The Karr Gazette", "gazette.example")


def one(
    outlet: Outlet, speaker: Speaker, cue: str, words: str, act: Act = Act.SAYS, kind: Kind = Kind.INDIRECT
) -> Reading:
    """An article with one statement."""
    text = f"{speaker.name} {cue} {words} on Monday. The harbour was calm."
    return reading(outlet, cue, "X", text, (speaker, kind, act, cue, words), summary=())


def lines(*readings: Reading) -> list[StoryLine]:
    return StoryPool(readings, find_persons(readings)).lines


CLAIM = "that the northern fleet had left the harbour of Karr"


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ((LIND, "declared", CLAIM, Act.SAYS), True),
        ((LIND, "repeated", "that the northern fleet left Karr harbour", Act.SAYS), True),
        ((LIND, "said", "that the northern fleet had not left the harbour of Karr", Act.SAYS), False),
        ((LIND, "denied", CLAIM, Act.DENIES), False),
        ((LIND, "said", "that the orchard of Strand needs rain before the summer", Act.SAYS), False),
    ],
)
def test_lines_of_one_speaker_say_the_same(second: tuple[Speaker, str, str, Act], same: bool) -> None:
    speaker, cue, words, act = second
    a, b = lines(one(COURIER, LIND, "said", CLAIM), one(WIRE, speaker, cue, words, act))
    assert say_the_same(a, b) is same
    assert len(merge_duplicates([a, b])) == (1 if same else 2)


def test_the_same_matter_of_two_speakers_is_two_lines() -> None:
    a, b = lines(
        one(COURIER, LIND, "said", CLAIM), one(WIRE, REYES, "claimed", "that the fleet left the harbour of Karr")
    )
    assert len(merge_duplicates([a, b])) == 2


def test_a_line_names_every_outlet_that_carries_it_once() -> None:
    readings = [one(outlet, LIND, "said", CLAIM) for outlet in (TODAY, COURIER, WIRE, COURIER)]
    pool = StoryPool(readings, find_persons(readings))
    (line,) = choose_lines(pool, readings, (), unshown_groups(pool), most=8, room=1200)
    assert [found.article.outlet for found in (line.reading, *line.also)] == [COURIER, TODAY, WIRE]
    assert line.line.speaker == LIND


def test_what_an_earlier_digest_told_is_not_told_again() -> None:
    before, again = one(COURIER, LIND, "said", CLAIM), one(WIRE, LIND, "said", CLAIM)
    new = one(TODAY, REYES, "warned", "that the patrol will stay near Strand", Act.WARNS)
    pool = StoryPool([before, again, new], find_persons([before, again, new]))
    assert [group[0].reading for group in unshown_groups(pool, {before.id})] == [new]


def test_a_denial_denies_what_the_other_asserts() -> None:
    claim, denial, both = lines(
        one(COURIER, LIND, "said", CLAIM),
        one(WIRE, REYES, "denied", "that the northern fleet had left Karr", Act.DENIES),
        one(OTHER, LIND, "added", "that no fleet had left the harbour of Karr"),
    )
    assert denies(denial, claim)
    assert not denies(claim, denial)
    assert not denies(denial, both), "who says that none left does not contradict who denies that one did"


def test_what_a_member_of_parliament_says_is_no_states() -> None:
    senator = Speaker("Ada Marsh", "Senator", "Northland")
    readings = [
        one(COURIER, LIND, "said", CLAIM),
        one(WIRE, senator, "warned", "that the fleet is old and slow", Act.WARNS),
    ]
    pool = StoryPool(readings, find_persons(readings))
    chosen = choose_lines(pool, readings, (), unshown_groups(pool), most=8, room=1200)
    sides = {line.line.speaker.name: line.line.speaker.country for line in chosen if line.line.speaker}
    assert sides == {"Ada Lind": "Northland", "Ada Marsh": None}


WORDS = st.lists(
    st.sampled_from("fleet harbour patrol not never treaty grain 12 Karr “ ” the of".split()), min_size=3, max_size=40
)
SPOKEN = st.tuples(st.sampled_from([LIND, REYES]), st.sampled_from([COURIER, TODAY, WIRE]), WORDS)


@given(st.lists(SPOKEN, min_size=1, max_size=6), st.integers(0, 8), st.integers(0, 600))
def test_limits_are_kept_and_pieces_are_slices(
    spoken: list[tuple[Speaker, Outlet, list[str]]], most: int, room: int
) -> None:
    readings = [one(outlet, speaker, "said", " ".join(words)) for speaker, outlet, words in spoken]
    readings = list({found.id: found for found in readings}.values())
    pool = StoryPool(readings, find_persons(readings))
    chosen = choose_lines(pool, readings, (), unshown_groups(pool), most=most, room=room)
    assert len(chosen) <= most
    assert sum(len(piece) for line in chosen for piece in line.line.pieces) <= room
    assert [line.line.rank for line in chosen] == list(range(1, len(chosen) + 1))
    for line in chosen:
        text = line.reading.article.text
        assert all(piece.of(text) in text and piece.end <= len(text) for piece in line.line.pieces)
        assert line.line.answers is None or line.line.answers <= len(chosen)
