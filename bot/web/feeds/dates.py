"""Parses entry dates as feeds write them: RFC 822 with its many errors, ISO 8601, and other formats of feedparser."""

import re
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

_LONGEST = 64  # characters; longer is no date
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_RFC822 = re.compile(
    r"(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?,?[\s-]+(\d{4}|\d{2})"
    r"(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([+-]\d{1,2}:?\d{2}|[a-z]{1,5})(?:\s*\([^)]*\))?)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?", re.IGNORECASE)
_YEARS = range(1970, 2100)  # other years are parse errors
_TIME = re.compile(r"\d:\d\d|T\d\d")
# RFC 822, 5.1, with European summer times that feeds use; other letters count as UTC.
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_ZONES |= {"CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "BST": 1, "JST": 9}


@dataclass(frozen=True, slots=True)
class FeedDate:
    """A feed's date in UTC; ``day_only`` if it has no time of day, or midnight, which many systems write for none."""

    at: datetime
    day_only: bool


def parse_date(value: str | None) -> FeedDate | None:
    """The date in ``value``, None if there is none. A time without a zone is UTC. Never raises."""
    if not value or len(value := value.strip()) > _LONGEST:
        return None
    try:
        found = _parse_known(value) or _parse_rare(value)
        if found is None:
            return None
        at = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if at.year not in _YEARS:
        return None
    midnight = (found.hour, found.minute, found.second) == (0, 0, 0)
    return FeedDate(at, day_only=midnight or not _TIME.search(value))


def _parse_known(value: str) -> datetime | None:
    if _ISO.fullmatch(value):
        try:
            return datetime.fromisoformat(value.replace(" ", "T", 1).replace(" ", ""))
        except ValueError:
            return None
    match = _RFC822.fullmatch(value)
    month = _MONTHS.get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    year = int(match[3])
    if year < 100:
        year += 2000 if year < 70 else 1900
    hour, minute, second = (int(part or 0) for part in match.group(4, 5, 6))
    leap, second = divmod(second, 60)  # second 60 is the next minute
    at = datetime(year, month, int(match[1]), hour, minute, second, tzinfo=_zone(match[7]))
    return at + timedelta(minutes=leap)


def _zone(name: str | None) -> timezone:
    if name is None:
        return UTC
    if name[0] in "+-":
        digits = name[1:].replace(":", "").rjust(4, "0")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    return timezone(timedelta(hours=_ZONES.get(name.upper(), 0)))


def _parse_rare(value: str) -> datetime | None:
    """Parse what else feedparser reads: Korean, Greek and Hungarian feeds, asctime, ISO without dashes. In UTC."""
    from feedparser.datetimes import _parse_date  # noqa: PLC0415 - few feeds need it, and it loads slowly

    parsed = _parse_date(value)
    return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
