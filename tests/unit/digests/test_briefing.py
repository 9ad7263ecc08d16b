"""Briefings: which stories come first, what is told of each, and whose words are whose."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.briefing import compose_briefing
from bot.digests.story_digest import OF_VOICE, SENTENCES, SIDES, STATEMENTS, VOICES
from bot.domain.analysis import Reading
from bot.domain.article import Outlet
from bot.domain.attribution import THRESHOLD, Act, Kind, Speaker
from bot.domain.briefing import Briefing, BriefingStory, StoryReadings, date_reading, publisher
from tests.unit.digests.stories import (
    BOATS,
    CALDER,
    COURIER,
    LIND,
    REYES,
    SINCE,
    TODAY,
    UNTIL,
    WIRE,
    chair,
    reading,
    short,
    story,
    strait,
)


def compose(*stories: StoryReadings, topic: str = "", limit: int = 5, late: timedelta = timedelta(0)) -> Briefing:
    return compose_briefing(stories, since=SINCE, until=UNTIL, now=UNTIL + late, topic=topic, limit=limit)


def titles(stories: tuple[BriefingStory, ...]) -> list[str | None]:
    return [one.lead.article.title for one in stories]


def words(told: BriefingStory) -> list[tuple[str, str, list[str]]]:
    """Side, speaker and the words of their statements."""
    return [
        (side.label, voice.speaker.name, [t.statement.content[0].of(t.reading.article.text) for t in voice.statements])
        for side in told.sides
        for voice in side.voices
    ]


def test_what_more_outlets_carry_comes_first_then_what_is_newer() -> None:
    briefing = compose(story(short(2)), story(chair()), story(*strait()), story(short(1)), limit=2)
    assert titles(briefing.stories) == ["Strait to reopen after nine days of talks", "Harbour commission names a chair"]
    assert titles(briefing.more) == ["Ferry 1 late", "Ferry 2 late"]
    assert (briefing.articles, briefing.outlets, briefing.omitted) == (6, 3, 0)
    assert [one.outlets for one in briefing.stories] == [3, 1]


def test_several_articles_of_one_outlet_count_once() -> None:
    twice = story(reading(WIRE, "a", "One", "It was so. It is."), reading(WIRE, "b", "Two", "It was so. It was."))
    briefing = compose(twice)
    assert briefing.stories[0].outlets == 1
    assert len(briefing.stories[0].accounts) == 2


def test_the_rest_is_counted() -> None:
    briefing = compose(*(story(short(n)) for n in range(20)), limit=3)
    assert (len(briefing.stories), len(briefing.more), briefing.omitted) == (3, 10, 7)


def test_no_state_heads_a_story_that_others_tell() -> None:
    courier, today, _ = strait()
    assert compose(story(today, courier)).stories[0].lead == courier
    assert compose(story(today)).stories[0].lead == today


def test_key_sentences_of_the_head_then_what_others_add() -> None:
    (told,) = compose(story(*strait())).stories
    assert [(s.reading.article.outlet, s.span.of(s.reading.article.text)[:20]) for s in told.sentences] == [
        (COURIER, "Northland and Southl"),
        (COURIER, "The agreement takes "),
        (TODAY, "Inspectors of both c"),
    ]
    copy = reading(TODAY, "copy", "Copy", strait()[0].article.text, summary=(
        "Northland and Southland agreed on Friday to reopen the strait to fishing boats.",
    ))  # fmt: skip
    (told,) = compose(story(strait()[0], copy)).stories
    assert len(told.sentences) == 2


def test_who_said_what_by_side_each_statement_once() -> None:
    (told,) = compose(story(*strait())).stories
    assert words(told) == [
        ("Northland", "Ada Lind", [BOATS, "having “kept fourteen fishermen as a bargaining chip”"]),
        ("Southland", "Omar Reyes", ["“We paid nothing and we promised nothing.”", "that patrols would go on"]),
        ("Southland", "Iris Calder", ["“Our patrols stay where they are,”"]),
        ("", "Tomas Weil", ["observers had counted forty-one boats waiting"]),
    ]
    boats = told.sides[0].voices[0].statements[0]
    assert boats.reading.article.outlet == COURIER
    assert [one.article.outlet for one in boats.also] == [TODAY, WIRE]
    assert told.left_out == 1  # she denied paying: two statements a speaker


def test_every_side_and_then_every_speaker_has_a_turn() -> None:
    north = [(Speaker(f"Ada {name}", None, "Northland"), Kind.DIRECT, Act.DENIES) for name in ("Lind", "Marsh", "Holt")]
    south = [(REYES, Kind.INDIRECT, Act.SAYS), (CALDER, Kind.INDIRECT, Act.SAYS)]
    said = [(*one, "said", f"the number is {n} and nothing else") for n, one in enumerate((*north, *north, *south))]
    text = "They said so. " + " ".join(f"{words}." for *_, words in said)
    (told,) = compose(story(reading(COURIER, "x", "X", text, *said))).stories
    assert [(side, name, len(found)) for side, name, found in words(told)] == [
        ("Northland", "Ada Lind", 2),
        ("Northland", "Ada Marsh", 1),
        ("Northland", "Ada Holt", 1),
        ("Southland", "Omar Reyes", 1),
        ("Southland", "Iris Calder", 1),
    ]
    assert told.left_out == len(said) - 6


def test_what_is_uncertain_thought_or_of_nobody_is_not_told() -> None:
    doubtful = reading(
        COURIER, "x", "X", "Ada Lind said it rains. She hopes so.",
        (LIND, Kind.INDIRECT, Act.SAYS, "said", "it rains"), confidence=THRESHOLD - 0.01,
    )  # fmt: skip
    thought = reading(
        COURIER, "y", "Y", "She hopes it rains. Officials say so.",
        (LIND, Kind.INDIRECT, Act.ATTITUDE, "hopes", "it rains"), (None, Kind.INDIRECT, Act.SAYS, "say", "so"),
    )  # fmt: skip
    for one in (doubtful, thought):
        assert compose(story(one)).stories[0].sides == ()


def test_the_same_outlet_is_not_also() -> None:
    first, second = (
        reading(COURIER, path, path, f"{path} Ada Lind said {BOATS}.", (LIND, Kind.DIRECT, Act.SAYS, "said", BOATS))
        for path in ("one", "two")
    )
    (told,) = compose(story(first, second)).stories
    assert told.sides[0].voices[0].statements[0].also == ()
    assert told.left_out == 0


def test_two_people_of_one_surname_are_two_voices() -> None:
    one, two = (
        reading(
            outlet, "x", "X", f"{name} said {words}. Rain.",
            (Speaker(name, "Minister", "Northland"), Kind.DIRECT, Act.SAYS, "said", words), hours=hours,
        )
        for outlet, name, words, hours in ((COURIER, "Ada Lind", "“We go.”", 2), (WIRE, "Omar Lind", "“We stay.”", 1))
    )  # fmt: skip
    assert (
        words(compose(story(one, two)).stories[0])
        == [
            ("Northland", "Ada Lind", ["“We go.”"]),
            ("Northland", "Omar Lind", ["“We stay.”"]),
        ]
        or words(compose(story(one, two)).stories[0])[0][1] == "Omar Lind"
    )


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("", 2),
        ("STRAIT", 1),
        ("nine days", 1),  # of a title
        ("days nine", 0),
        ("trait", 0),  # a part of a word
        ("Merle, chair", 2),
        ("merlé", 1),
        ("harbour commission", 1),
        ("…", 0),
    ],
)
def test_a_topic_is_words_of_title_or_text(topic: str, found: int) -> None:
    briefing = compose(story(*strait()), story(chair()), topic=topic)
    assert len(briefing.stories) == found
    assert (briefing.articles, briefing.outlets) == (4, 3)


def test_late_when_it_is_noticed() -> None:
    assert not compose(late=timedelta(minutes=9)).late
    assert compose(late=timedelta(minutes=10)).late


def test_an_article_is_dated_by_its_publication_unless_that_is_still_to_come() -> None:
    one = chair()
    published = one.article.published_at
    assert published
    assert date_reading(one, UNTIL).at == published
    assert date_reading(one, published - timedelta(hours=1)).at == published - timedelta(hours=1)
    undated = Reading(one.id, replace(one.article, published_at=None), one.analysis)
    assert date_reading(undated, UNTIL).at == UNTIL


def test_what_tells_outlets_apart() -> None:
    article = chair().article
    assert publisher(article) == "courier.example"
    assert publisher(replace(article, outlet=Outlet("The Quill"))) == "the quill"
    assert publisher(replace(article, outlet=None)) == "courier.example"
    assert publisher(replace(article, outlet=None, url="http://[")) == publisher(
        replace(article, outlet=None, url=None)
    )
    with pytest.raises(ValueError, match="at least one"):
        StoryReadings(())


_READINGS = [*strait(), chair(), *(short(n) for n in range(8))]


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(_READINGS), min_size=1, max_size=6), max_size=12), st.randoms())
def test_the_order_of_what_is_given_does_not_matter(groups: list[list[Reading]], random: object) -> None:
    stories = [story(*group) for group in groups]
    briefing = compose(*stories)
    shuffled = list(stories)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    again = [StoryReadings(tuple(reversed(one.accounts))) for one in shuffled]
    assert compose(*again) == briefing
    assert len(briefing.stories) + len(briefing.more) + briefing.omitted == len(stories)
    ranks = [(-one.outlets, -one.newest_at.timestamp()) for one in (*briefing.stories, *briefing.more)]
    assert ranks == sorted(ranks)
    for told in briefing.stories:
        assert len(told.sentences) <= SENTENCES
        assert len(told.sides) <= SIDES
        assert all(len(side.voices) <= VOICES for side in told.sides)
        shown = [one for side in told.sides for voice in side.voices for one in voice.statements]
        assert len(shown) <= STATEMENTS
        assert all(len(voice.statements) <= OF_VOICE for side in told.sides for voice in side.voices)
        for one in shown:
            assert one.statement in one.reading.analysis.attributions
            assert {r.id for r in (one.reading, *one.also)} <= {account.reading.id for account in told.accounts}


def test_a_story_told_before_shows_only_what_is_new() -> None:
    first, second, third = strait()
    new = "“The crew will be paid”"
    later = reading(
        WIRE,
        "later",
        "Crew to be paid",
        f"Lighthouse keepers celebrated quietly overnight. Ada Lind said {BOATS}. She added: {new}.",
        (LIND, Kind.DIRECT, Act.SAYS, "said", BOATS),
        (LIND, Kind.DIRECT, Act.SAYS, "added", new),
    )
    told = tuple(date_reading(one, UNTIL) for one in (first, second, third))
    (shown,) = compose(replace(story(later), told=told)).stories
    assert [said for _, _, said in words(shown)] == [[new]]
    assert [one.span.of(later.article.text) for one in shown.sentences] == [
        "Lighthouse keepers celebrated quietly overnight"
    ]
    assert shown.told_at == max(one.at for one in told)
    assert shown.left_out == 0


def test_a_story_told_before_of_which_nothing_is_new_is_left_out() -> None:
    first, second, third = strait()
    told = tuple(date_reading(one, UNTIL) for one in (first, second))
    again = replace(story(replace(first, id="f" * 20)), told=told)
    briefing = compose(again, story(short(2)))
    assert titles(briefing.stories) == ["Ferry 2 late"]
    assert (briefing.more, briefing.omitted, briefing.unchanged) == ((), 0, 1)
    assert third.id not in {told.reading.id for told in again.told}
