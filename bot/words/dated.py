"""Days and moments in sentences that are kept: each language writes them its own way when it says them."""

from datetime import datetime

from bot.words.speech import Translatable, translatable


def message_day(at: datetime) -> Translatable:
    """The day of ``at`` and its month: "05 March"."""
    return translatable("dates-day", day=at.day, month=at.month)


def message_time(at: datetime) -> Translatable:
    """``at`` (aware UTC) to the minute: "05 March, 14:05 UTC"."""
    return translatable("dates-moment", day=message_day(at), time=f"{at:%H:%M}")
