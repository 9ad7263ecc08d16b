"""What is new of a story: other statements, other words that were not quoted before, and positions that changed."""

from bot.digests.follow_up import FollowUp, compose_follow_up
from bot.domain.analysis import Reading
from bot.domain.attribution import Act, Kind
from bot.domain.briefing import DatedReading, StoryReadings, date_reading
from bot.render.cards.follow_up_card import render_follow_up
from tests.unit.digests.stories import COURIER, LIND, REYES, UNTIL, WIRE, Said, reading

KEY = "0f" * 10
JOINS = "that Northland will sign the convention on fisheries in the strait before the autumn"
REFUSES = "that Northland will not sign the convention on fisheries in the strait before the autumn"
TOLD = reading(
    COURIER,
    "strait",
    "Strait to reopen",
    f"Northland and Southland agreed to reopen the strait. Ada Lind said {JOINS}. Lind called the agreement “a quiet "
    "harbour for both of us” in Northland's parliament.",
    (LIND, Kind.INDIRECT, Act.SAYS, "said", JOINS),
    (LIND, Kind.MIXED, Act.SAYS, "called", "the agreement “a quiet harbour for both of us”"),
    hours=40,
)


def later(text: str, *said: Said, summary: tuple[str, ...] = ()) -> Reading:
    return reading(WIRE, "later", "What followed", text, *said, summary=summary)


def compose(new: Reading) -> FollowUp | None:
    def dated(one: Reading) -> DatedReading:
        return date_reading(one, UNTIL)

    return compose_follow_up(StoryReadings((dated(new),), (dated(TOLD),)))


def shown(follow_up: FollowUp | None) -> str:
    return "\n".join(render_follow_up(follow_up, key=KEY).texts) if follow_up else ""


def test_a_quotation_that_was_told_is_not_new_however_it_is_introduced() -> None:
    words = "the reopening of the strait, welcoming it as “a quiet harbour for both of us”"
    text = f"A day after the talks Ada Lind praised {words} at a reception for the fishermen of Northland."
    assert compose(later(text, (LIND, Kind.MIXED, Act.SAYS, "praised", words))) is None


def test_where_nobody_says_anything_new_there_is_no_follow_up() -> None:
    sentence = "A soldier cleans the cannon of a boat near the harbour wall in the rain of a long Thursday morning."
    assert compose(later(f"{sentence} The strait lies behind him.", summary=(sentence,))) is None


def test_what_is_said_besides_is_told_with_the_time_of_what_was_told() -> None:
    words = "that patrols of Southland would count every boat in the strait from Monday"
    text = f"A day after the talks Ambassador Omar Reyes warned {words}, and that the fee stays as it was."
    told = shown(compose(later(text, (REYES, Kind.INDIRECT, Act.WARNS, "warned", words))))
    assert "patrols of Southland" in told
    assert "New since" in told
    assert "Changed position" not in told


def test_a_position_that_changed_stands_beside_what_was_said_first_and_stands_once() -> None:
    text = f"Foreign Minister Ada Lind said {REFUSES}. The fishermen of Northland had asked for more time."
    follow_up = compose(later(text, (LIND, Kind.INDIRECT, Act.SAYS, "said", REFUSES)))
    assert follow_up
    assert len(follow_up.reversals) == 1
    told = shown(follow_up)
    assert told.count("will not sign the convention") == 1
    assert told.index("will sign the convention") < told.index("will not sign the convention")
    assert "Changed position" in told
