"""Briefings: which stories come first, what is told of each, and whose words are whose."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.briefing import compose_briefing
from bot.digests.lines.weighing import FIRST_PAGE
from bot.digests.story_digest import SCREEN, SENTENCES
from bot.domain.analysis import Reading
from bot.domain.article import Outlet
from bot.domain.attribution import THRESHOLD, Act, Kind, Speaker
from bot.domain.briefing import Briefing, BriefingStory, StoryReadings, date_reading, publisher
from tests.unit.digests.quarrel import trawler
from tests.unit.digests.stories import (
    BOATS,
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
    """Side, speaker and their lines."""
    return [
        (side.label, voice.speaker.name, [one.words for one in voice.lines])
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


def test_the_leads_key_sentence_then_what_another_outlet_adds() -> None:
    (told,) = compose(story(*strait())).stories
    assert [(s.reading.article.outlet, s.span.of(s.reading.article.text)[:20]) for s in told.sentences] == [
        (COURIER, "Northland and Southl"),
        (TODAY, "Inspectors of both c"),
    ]
    copy = reading(TODAY, "copy", "Copy", strait()[0].article.text, summary=(
        "Northland and Southland agreed on Friday to reopen the strait to fishing boats.",
    ))  # fmt: skip
    (told,) = compose(story(strait()[0], copy)).stories
    assert [s.reading.article.outlet for s in told.sentences] == [COURIER, COURIER]


@pytest.mark.parametrize("title", ["Ferry waits for the tide", "A late ferry? It waits for the tide"])
def test_no_part_of_a_headline_is_a_key_sentence(title: str) -> None:
    opening = title[: title.find("?") + 1] or title
    one = reading(
        COURIER, "x", title, f"{title}\n\nThe ferry waits in Karr.", summary=(opening, "The ferry waits in Karr.")
    )
    (told,) = compose(story(one)).stories
    assert [s.span.of(s.reading.article.text) for s in told.sentences] == ["The ferry waits in Karr."]


def test_who_said_what_by_side_each_statement_once() -> None:
    (told,) = compose(story(*strait())).stories
    found = words(told)
    assert [(side, name) for side, name, _ in found] == [
        ("Northland", "Ada Lind"),
        ("Southland", "Omar Reyes"),
        ("", "Tomas Weil"),
    ]
    (_, _, lind), (_, _, reyes), (_, _, weil) = found
    assert "accused Southland of having “kept fourteen fishermen as a bargaining chip”" in lind
    assert "denied that Northland had paid for the release of the crew" in lind
    assert reyes == ["replied: “We paid nothing and we promised nothing.”", "warned that patrols would go on"]
    assert weil == ["told reporters that observers had counted forty-one boats waiting"]
    (boats,) = [one for one in told.sides[0].voices[0].lines if "belongs to those who work" in one.words]
    carriers = {one.article.outlet for one in (boats.reading, *boats.also)}
    assert carriers == {COURIER, TODAY, WIRE}
    assert boats.reading.article.outlet != TODAY, "a state's outlet is not the first named where others have it"
    assert told.left_out == 1


def test_a_denial_of_what_the_other_denies_too_answers_nothing() -> None:
    (told,) = compose(story(*strait())).stories
    lines = [one.line for side in told.sides for voice in side.voices for one in voice.lines]
    assert {line.answers for line in lines} == {None}


def test_a_denial_in_one_outlet_answers_the_claim_in_another() -> None:
    readings = [replace(one, analysis=replace(one.analysis, summary=())) for one in trawler()]
    (told,) = compose(story(*readings)).stories
    lines = {one.line.rank: one for side in told.sides for voice in side.voices for one in voice.lines}
    (denial,) = [one for one in lines.values() if one.words.startswith("denied")]
    assert denial.line.answers
    assert "illegal fine meshes" in lines[denial.line.answers].words


def test_every_side_is_heard_before_anybody_speaks_again() -> None:
    names = ("Lind", "Marsh", "Holt")
    north = [
        (Speaker(f"Ada {name}", "Minister", "Northland"), "warned", f"the harbour of {name} would close")
        for name in names
    ]
    said = [*north, (REYES, "promised", "the patrols of Southland would leave the strait")]
    text = " ".join(f"{speaker.name} {cue} that {words} on Monday." for speaker, cue, words in said)
    kinds = [(speaker, Kind.INDIRECT, Act.WARNS, cue, words) for speaker, cue, words in said]
    one = reading(COURIER, "x", "X", text, *kinds, summary=())
    (told,) = compose(story(one)).stories
    assert {side for side, _, _ in words(told)} == {"Northland", "Southland"}
    assert told.only == ""
    (told,) = compose(
        story(replace(one, analysis=replace(one.analysis, attributions=one.analysis.attributions[:3])))
    ).stories
    assert told.only == "Northland"


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
        reading(
            COURIER,
            path,
            path,
            f"{path} Ada Lind said {BOATS}.",
            (LIND, Kind.DIRECT, Act.SAYS, "said", BOATS),
            summary=(),
        )
        for path in ("one", "two")
    )
    (told,) = compose(story(first, second)).stories
    assert told.sides[0].voices[0].lines[0].also == ()
    assert told.left_out == 0


def test_two_people_of_one_surname_are_two_voices() -> None:
    one, two = (
        reading(
            outlet, "x", "X", f"{name} said {words}. Rain.",
            (Speaker(name, "Minister", "Northland"), Kind.DIRECT, Act.SAYS, "said", words), summary=(), hours=hours,
        )
        for outlet, name, words, hours in (
            (COURIER, "Ada Lind", "“We leave the harbour on Monday.”", 2),
            (WIRE, "Omar Lind", "“We stay in the harbour of Karr.”", 1),
        )
    )  # fmt: skip
    told = words(compose(story(one, two)).stories[0])
    assert {(side, name, len(found)) for side, name, found in told} == {
        ("Northland", "Ada Lind", 1),
        ("Northland", "Omar Lind", 1),
    }


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
        shown = [one for side in told.sides for voice in side.voices for one in voice.lines]
        assert len(shown) + len(told.sentences) <= FIRST_PAGE
        assert [one.line.rank for one in sorted(shown, key=lambda one: one.line.rank)] == list(range(1, len(shown) + 1))
        told_words = [*(s.span.of(s.reading.article.text) for s in told.sentences), *(one.words for one in shown)]
        assert sum(map(len, told_words)) <= SCREEN
        for one in shown:
            assert one.statement in one.reading.analysis.attributions
            assert all(piece.end <= len(one.reading.article.text) for piece in one.line.pieces)
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
    assert [said for _, _, said in words(shown)] == [[f"added: {new}"]]
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
