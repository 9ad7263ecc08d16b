"""Stories as values."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.story import Story, StoryArticle

AT = datetime(2026, 3, 5, 9, tzinfo=UTC)


def _article(number: int, **changes: object) -> StoryArticle:
    values = {"id": f"a{number}", "outlet": "Anvil Post", "domain": "anvil.example", "title": f"Title {number}",
              "text": "", "seen_at": AT + timedelta(hours=number)} | changes  # fmt: skip
    return StoryArticle(**values)  # type: ignore[arg-type]  # a table of the fields


def test_a_story_knows_outlets_speakers_and_times() -> None:
    story = Story(
        1,
        (
            _article(0, title="", speakers=("Mara Voss",)),
            _article(1, speakers=("Idris Vale", "Mara Voss")),
            _article(2, outlet="Harbour Wire", domain=None),
        ),
    )
    assert story.title == "Title 1"
    assert story.outlets == ("Anvil Post", "Harbour Wire")
    assert story.speakers == ("Mara Voss", "Idris Vale")
    assert (story.first_at, story.last_at) == (AT, AT + timedelta(hours=2))


def test_a_story_is_in_order_and_never_empty() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Story(1, ())
    with pytest.raises(ValueError, match="order"):
        Story(1, (_article(1), _article(0)))


def test_times_are_aware() -> None:
    with pytest.raises(ValueError, match="time zone"):
        _article(0, seen_at=datetime(2026, 3, 5))  # noqa: DTZ001 - the mistake itself
