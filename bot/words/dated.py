"""Days and moments in sentences that are kept: each language writes them its own way when it says them."""

from datetime import datetime

from bot.words.speech import Wording, worded


def day_of(at: datetime) -> Wording:
    """The day of ``at`` and its month: "05 March"."""
    return worded("dates-day", day=at.day, month=at.month)


def moment_of(at: datetime) -> Wording:
    """``at`` (aware UTC) to the minute: "05 March, 14:05 UTC"."""
    return worded("dates-moment", day=day_of(at), time=f"{at:%H:%M}")
