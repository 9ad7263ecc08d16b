"""Stories as values."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.story import StoryArticle

AT = datetime(2026, 3, 5, 9, tzinfo=UTC)


def _article(number: int, **changes: object) -> StoryArticle:
    values = {"id": f"a{number}", "outlet": "Anvil Post", "domain": "anvil.example", "title": f"Title {number}",
              "text": "", "seen_at": AT + timedelta(hours=number)} | changes  # fmt: skip
    return StoryArticle(**values)  # type: ignore[arg-type]  # a table of the fields


def test_times_are_aware() -> None:
    with pytest.raises(ValueError, match="time zone"):
        _article(0, seen_at=datetime(2026, 3, 5))  # noqa: DTZ001 - the mistake itself
