"""Parses dates in words: "last week", "since March", "between 3 and 10 May", "im Februar 2021", "30d".

Days begin at midnight in the asker's zone, weeks on Monday. "Last week" is the calendar week; "the last 7 days" count
back from today. A date without a year is the latest that has begun.

The words are in ``date_phrases.toml``. A month or a year alone counts only after a preposition ("in May", "from 2021"):
"may" and "Agenda 2030" are not dates.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from bot.data_files import read_toml
from bot.domain.folding import fold_letters
from bot.domain.period import YEARS, Days, Period, WrittenDate, find_days, find_unit, find_weekday, moved, one_day
from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import quote_input, translatable

LONGEST = 1000
"""Characters that are searched for dates."""
_TOKEN = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?!\w)|\d{1,2}\.\d{1,2}\.\d{4}(?!\w)|\d+|[^\W\d_]+|[–—?!.;:()-]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_ORDINAL = frozenset("st nd rd th er ro e o".split())
_SHORT = re.compile(r"(\d{1,4})\s*(h|d|w|m|mo|y)", re.IGNORECASE)
_SHORT_UNITS = {"h": "hour", "d": "day", "w": "week", "m": "month", "mo": "month", "y": "year"}
_MONTHS = range(1, 13)
_NUMBERED = re.compile(r"(?<![\w.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})(?![\w-])")


class _Token(NamedTuple):
    word: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, dict[str, str]]:
    """For each table, its words with their meaning."""
    tables = read_toml(__package__, "date_phrases.toml")
    return {
        name: {word: meaning for meaning, words in table.items() for word in words.split()}
        for name, table in tables.items()
        if name != "words"
    } | {name: dict.fromkeys(words.split(), name) for name, words in tables["words"].items()}


def date_words(*tables: str) -> frozenset[str]:
    """The folded words of these tables, of all without one."""
    known = _vocabulary()
    return frozenset(word for name in tables or known for word in known[name])


def month_of(word: str, before: str = "") -> int | None:
    """The month, from 1, that the folded ``word`` names, alone or as the mark of the number ``before`` it: "2月"."""
    if month := _vocabulary()["months"].get(word):
        return int(month)
    marked = _vocabulary()["marks"].get(word) == "month" and before.isdecimal() and len(before) < len("100")
    return int(before) if marked and int(before) in _MONTHS else None


def find_period(text: str, now: datetime, zone: tzinfo) -> tuple[Period, tuple[Span, ...]] | None:
    """The first period named in ``text``, as of ``now``, and its place, if any. Reads ``LONGEST`` characters."""
    reader = _Reader(text[:LONGEST], now, zone)
    period, spans = Period(), []
    i = 0
    while i < len(reader.tokens):
        found = reader.clause(i)
        if found is None:
            i += 1
            continue
        new, end = found
        if (new.since and period.since) or (new.until and period.until):
            break
        period = Period(period.since or new.since, period.until or new.until)
        spans.append(Span(reader.tokens[i].start, reader.tokens[end - 1].end))
        i = end
    return (period, tuple(spans)) if spans else None


def find_impossible_date(text: str) -> str | None:
    """The first date in digits that no calendar has, or outside ``YEARS``: "2026-02-31"; None if there is none."""
    for match in _NUMBERED.finditer(text[:LONGEST]):
        parts = list(map(int, re.split(r"[.-]", match[0])))
        if find_days(WrittenDate(*(parts if "-" in match[0] else reversed(parts))), date.min) is None:
            return match[0]
    return None


def parse_since(words: str, now: datetime, zone: tzinfo) -> datetime:
    """The beginning of the period in ``words``: "30d", "2026-10-01", "since last week". Raises ``UsageError``."""
    found = _whole(words, now, zone)
    if found.since is None:
        raise UsageError(translatable("dates-no-beginning", typed=quote_input(words)))
    return found.since


def parse_until(words: str, now: datetime, zone: tzinfo) -> datetime:
    """The end of the period in ``words``, just after its last day: "2026-10-01", "May"; "30d" is so long ago.

    Raises ``UsageError``.
    """
    found = _whole(words, now, zone)
    if found.until is None and found.since is not None and _is_length(words, now, zone):
        return found.since
    return found.until or now


def _is_length(words: str, now: datetime, zone: tzinfo) -> bool:
    """Whether ``words`` are a length of time alone: "30d", "2 weeks"."""
    reader = _Reader(words[:LONGEST], now, zone)
    return bool(_SHORT.fullmatch(words.strip())) or reader.is_length()


def _whole(words: str, now: datetime, zone: tzinfo) -> Period:
    """The period that ``words`` name from first to last. Raises ``UsageError``."""
    reader = _Reader(words[:LONGEST], now, zone)
    if match := _SHORT.fullmatch(words.strip()):
        if since := reader.back(int(match[1]), _SHORT_UNITS[match[2].lower()]):
            return Period(since)
    elif (found := reader.clause(0, alone=True)) and found[1] == len(reader.tokens):
        return found[0]
    raise UsageError(translatable("dates-unknown", typed=quote_input(words)))


def _apart(match: re.Match[str]) -> list[_Token]:
    """The tokens of a word; one in Chinese that is words of dates alone is several: "上周"."""
    word, start = match[0], match.start()
    parts = _unspaced().findall(word) if _HAN.match(word) else []
    if len("".join(parts)) < len(word):
        return [_Token(fold_letters(word), *match.span())]
    ends = accumulate(map(len, parts), initial=start)
    return [_Token(part, at, at + len(part)) for part, at in zip(parts, ends, strict=False)]


@lru_cache(maxsize=1)
def _unspaced() -> re.Pattern[str]:
    words = (word for word in date_words() if _HAN.match(word))
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


class _Reader:
    """Parses dates at the tokens of a text. Methods take a token's index; they return the result and the next index."""

    def __init__(self, text: str, now: datetime, zone: tzinfo) -> None:
        self.tokens = [token for match in _TOKEN.finditer(text) for token in _apart(match)]
        self._now = now.astimezone(zone)
        self._today = self._now.date()
        self._zone = zone

    def is_length(self) -> bool:
        """Whether the text is a number and a unit, "30 days", and nothing else."""
        return len(self.tokens) == 2 and self._length(0) is not None

    def _length(self, i: int) -> tuple[int, str] | None:
        """The number and the unit of "30 days", unless that is "30 days ago"."""
        if not self._ago(i) and (count := self._number(i)) and (unit := self._means(i + 1, "units")):
            return count, unit
        return None

    def clause(self, i: int, *, alone: bool = False) -> tuple[Period, int] | None:
        """A period with its preposition; ``alone`` allows a month, a year or "30 days" without one."""
        if self._is(i, "between") or self._is(i, "from"):
            if spanned := self._range(i + 1):
                return self._bounds(*spanned[0]), spanned[1]
            if not self._is(i, "since"):
                return self._inside(i + 1) if self._is(i, "from") else None
        if (days := self._days(i)) and self._is(days[1], "since_after"):
            return Period(self._midnight(days[0].first)), days[1] + 1
        if self._behind_day_before(i):
            return self._inside(i, bare=not alone)
        for word in ("since", "until", "after", "before"):
            if self._is(i, word) and (found := self._open(word, self._filled(i + 1))):
                return found
        if self._is(i, "in") and (inside := self._inside(i + 1)):
            return inside
        if alone and (length := self._length(i)):
            since = self.back(*length)
            return (Period(since), i + 2) if since else None
        return self._inside(i, bare=not alone)

    def back(self, count: int, unit: str) -> datetime | None:
        """So many units before now: hours to the minute, others from the beginning of their day; None if too many."""
        if unit == "hour":
            return (self._now.astimezone(UTC) - timedelta(hours=count)).astimezone(self._zone)
        try:
            first = moved(self._today, -count, unit)
        except (ValueError, OverflowError):
            return None
        return self._midnight(first) if first.year in YEARS else None

    def _is(self, i: int, meaning: str) -> bool:
        return i < len(self.tokens) and self.tokens[i].word in _vocabulary()[meaning]

    def _means(self, i: int, table: str) -> str | None:
        return _vocabulary()[table].get(self.tokens[i].word) if i < len(self.tokens) else None

    def _filled(self, i: int) -> int:
        """The index after any articles."""
        while self._is(i, "filler"):
            i += 1
        return i

    def _open(self, word: str, i: int) -> tuple[Period, int] | None:
        """The rest after "since", "until", "after", "before"."""
        if word == "since" and (rolling := self._rolling(i)):
            return rolling
        found = self._days(i)
        if found is None:
            return None
        days, end, _ = found
        first, last = self._midnight(days.first), self._midnight(days.end)
        periods = {"since": Period(first), "until": Period(None, last), "after": Period(last)}
        return periods.get(word, Period(None, first)), end + (word == "since" and self._is(end, "since_after"))

    def _inside(self, i: int, *, bare: bool = False) -> tuple[Period, int] | None:
        """A period; ``bare`` has no preposition."""
        if not bare:
            i = self._filled(i)
        if found := self._rolling(i):
            return found
        if spanned := self._range(i, dated=True):
            return self._bounds(*spanned[0]), spanned[1]
        if (single := self._days(i)) and not (bare and single[2]):
            days, end, _ = single
            return Period(self._midnight(days.first), None if days.going else self._midnight(days.end)), end
        return None

    def _rolling(self, i: int) -> tuple[Period, int] | None:
        """ "last 30 days", "30 derniers jours"."""
        counted = (
            i > 0 and self.tokens[i - 1].word == "the"
        )  # "the last week" is seven days, "last week" the calendar week
        if self._is(i, "last") and (counted or self.tokens[i].word == "past") and (unit := self._means(i + 1, "units")):
            since = self.back(1, unit)
            return (Period(since), i + 2) if since else None
        for number, last in ((i + 1, i), (i, i + 1)):
            if self._is(last, "last") and (count := self._number(number)) and (unit := self._means(i + 2, "units")):
                since = self.back(count, unit)
                return (Period(since), i + 3) if since else None
        for pair, last in ((i + 1, i), (i, i + 1)):
            if self._is(last, "last") and (unit := self._means(pair, "pairs")) and (since := self.back(2, unit)):
                return Period(since), i + 2
        if self._is(i, "last") and self._means(i + 1, "numbers") and self._is(i + 2, "filler"):  # a couple of
            unit = self._means(i + 3, "units")
            since = self.back(int(self._means(i + 1, "numbers") or 1), unit) if unit else None
            return (Period(since), i + 4) if since else None
        return None

    def _range(self, i: int, *, dated: bool = False) -> tuple[tuple[Days, Days], int] | None:
        """ "3 and 10 May", "Monday to Friday"; ``dated`` requires a number first, because no "between" precedes it."""
        i = i if dated else self._filled(i)
        first = self._date(i) or self._day_alone(i)
        if first is None or (dated and first[0].day is None):
            return self._range_of_days(i) if not dated else None
        start, j = first
        if not self._is(j, "to"):
            return None
        second = self._date(self._filled(j + 1)) or self._marked_date(self._filled(j + 1), of=start)
        if second is None:
            return None
        stop, end = second
        last = find_days(stop, self._today)
        if last is None:
            return None
        whole = WrittenDate(start.year or (stop.year or None), start.month or stop.month, start.day)
        begun = find_days(whole, last.first)
        return ((begun, last), end) if begun and begun.first <= last.first else None

    def _range_of_days(self, i: int) -> tuple[tuple[Days, Days], int] | None:
        first = self._days(i)
        if first is None or not self._is(first[1], "to"):
            return None
        second = self._days(self._filled(first[1] + 1))
        if second is None:
            return None
        days, last = first[0], second[0]
        if last.first < days.first and self._means(i, "weekdays"):  # in "Monday to Friday" Friday is the latest
            days = one_day(days.first - timedelta(7))
        return ((days, last), second[1]) if days.first <= last.first else None

    def _days(self, i: int) -> tuple[Days, int, bool] | None:
        """Days by date or by name, the next index, and whether it is a month or year alone."""
        if self._is(i, "today"):
            return Days(self._today, self._today + timedelta(1), going=True), self._behind_today(i), False
        if self._is(i, "this") and self._is(i + 1, "daytime"):
            return Days(self._today, self._today + timedelta(1), going=True), i + 2, False
        if self._is(i, "yesterday"):
            return one_day(self._today - timedelta(1)), i + 1 + self._is(i + 1, "daytime"), False
        if end := self._behind_day_before(i):
            return one_day(self._today - timedelta(2)), end, False
        if found := self._named(i) or self._ago(i):
            return *found, False
        if written := self._date(i):
            partial, end = written
            days = find_days(partial, self._today)
            marked = self._marked_date(i) is not None or self.tokens[i].word.endswith(tuple(_vocabulary()["marks"]))
            alone = not marked and partial.day is None and (partial.year is None or partial.month is None)
            return (days, end, alone) if days else None
        return None

    def _behind_day_before(self, i: int) -> int | None:
        """The index after the day before yesterday: "позавчера", "avant-hier", "أول أمس"; None if it is not named."""
        if self._is(i, "day_before_yesterday"):
            return i + 1
        joined = self._is(i, "before") and i + 1 < len(self.tokens) and self.tokens[i + 1].word == "-"
        last = i + 2 if joined else i + 1
        return last + 1 if (joined or self._is(i, "eve")) and self._is(last, "yesterday") else None

    def _behind_today(self, i: int) -> int:
        end = i + 2 if i + 1 < len(self.tokens) and self.tokens[i + 1].word == "hui" else i + 1
        return end + self._is(end, "daytime")

    def _named(self, i: int) -> tuple[Days, int] | None:
        """ "last week", "semana pasada", "this month", "last May", "Monday"."""
        if (weekday := self._means(i, "weekdays")) is not None and not self._is_last_behind(i):
            return find_weekday(int(weekday), self._today), i + 1
        if self._is(i, "of_week_before") and (weekday := self._means(i + 1, "weekdays")) is not None:
            monday = find_unit("week", self._today, back=1).first
            return one_day(monday + timedelta(int(weekday))), i + 2
        for mark, name in ((i, i + 1), (i + 1, i)):
            last, this = self._is(mark, "last"), self._is(mark, "this")
            if not (last or this) or name >= len(self.tokens):
                continue
            if (weekday := self._means(name, "weekdays")) is not None:
                return find_weekday(int(weekday), self._today - timedelta(int(last))), i + 2
            if last and (month := self._means(name, "months")) and mark < name:
                days = find_days(WrittenDate(month=int(month)), self._today.replace(day=1) - timedelta(1))
                return (days, i + 2) if days else None
            if (unit := self._means(name, "units")) and unit != "hour":
                return find_unit(unit, self._today, back=int(last)), i + 2
            if last and self.tokens[name].word == "night":
                return one_day(self._today - timedelta(1)), i + 2
        return None

    def _is_last_behind(self, i: int) -> bool:
        """Whether "last" belongs to the weekday before it: "lundi dernier", not "Monday last week"."""
        return self._is(i + 1, "last") and self._means(i + 2, "units") is None

    def _ago(self, i: int) -> tuple[Days, int] | None:
        """ "three days ago", "vor zwei Wochen": the day, week, month or year of that time."""
        at = i + 1 if self._is(i, "ago_before") else i
        if at > i and (unit := self._means(at, "pairs")):
            return find_unit(unit, self._today, back=2), at + 1
        count, unit = self._number(at), self._means(at + 1, "units")
        if not count or not unit or unit == "hour" or (at == i and not self._is(i + 2, "ago")):
            return None
        try:
            days = find_unit(unit, self._today, back=count)
        except (ValueError, OverflowError):
            return None
        return (days, i + 3) if days.first.year in YEARS else None

    def _date(self, i: int) -> tuple[WrittenDate, int] | None:
        """A written date: 2026-10-01, 1.10.2026, 1 October 2026, October 1st, October 2026, 2026."""
        if i >= len(self.tokens):
            return None
        if marked := self._marked_date(i):
            return marked
        word = self.tokens[i].word
        if "-" in word and word[0].isdigit():
            year, month, *day = map(int, word.split("-"))
            return WrittenDate(year, month, *day), i + 1
        if "." in word and word[0].isdigit():
            day_, month, year = map(int, word.split("."))
            return WrittenDate(year, month, day_), i + 1
        if before := self._day_alone(i):
            partial, j = before
            j = self._filled(j)
            if j < len(self.tokens) and self.tokens[j].word == ".":  # "3. Mai"
                j += 1
            if month_ := self._means(j, "months"):
                year_, end = self._year(j + 1)
                return WrittenDate(year_, int(month_), partial.day), end
        if month_ := self._means(i, "months"):
            if (behind := self._day_alone(i + 1)) and self._year(i + 1)[0] is None:
                year_, end = self._year(behind[1])
                return WrittenDate(year_, int(month_), behind[0].day), end
            year_, end = self._year(i + 1)
            return WrittenDate(year_, int(month_)), end
        year_, end = self._year(i)
        return (WrittenDate(year_), end) if year_ else None

    def _marked_date(self, i: int, of: WrittenDate | None = None) -> tuple[WrittenDate, int] | None:
        """A date with units after its numbers, longest first: 2026年11月12日. A day alone is of the month of ``of``."""
        parts: dict[str, int] = {}
        while (number := self._digits(i)) and (mark := self._means(i + 1, "marks")) and mark not in parts:
            parts[mark] = number
            i += 2
        if of is not None and of.month and "month" not in parts:
            parts |= {"month": of.month} | ({"year": of.year} if of.year else {})
        if not parts or ("day" in parts and "month" not in parts) or parts.get("year", YEARS[0]) not in YEARS:
            return None
        return WrittenDate(**parts), i

    def _digits(self, i: int) -> int | None:
        """A number of up to four digits."""
        word = self.tokens[i].word if i < len(self.tokens) else ""
        return int(word) if word.isdecimal() and len(word) <= 4 else None

    def _day_alone(self, i: int) -> tuple[WrittenDate, int] | None:
        """A number that can be a day, with "st", "nd", "rd", "th"."""
        if i >= len(self.tokens) or not self.tokens[i].word.isdecimal() or not 1 <= int(self.tokens[i].word[:4]) <= 31:
            return None
        joined = i + 1 < len(self.tokens) and self.tokens[i + 1].start == self.tokens[i].end
        return WrittenDate(day=int(self.tokens[i].word)), i + (
            2 if joined and self.tokens[i + 1].word in _ORDINAL else 1
        )

    def _year(self, i: int) -> tuple[int | None, int]:
        """A year within ``YEARS`` at ``i`` or after "de" there, with the next index; None and ``i`` without one."""
        for at in (i, self._filled(i)):
            if at < len(self.tokens) and (word := self.tokens[at].word).isdecimal() and len(word) == 4:
                end = at + 2 if self._means(at + 1, "units") == "year" else at + 1  # "2025 года"
                return (int(word), end) if int(word) in YEARS else (None, i)
        return None, i

    def _number(self, i: int) -> int | None:
        """A count from 1 to 999 in digits or words."""
        if i >= len(self.tokens):
            return None
        word = self.tokens[i].word
        number = int(word) if word.isdecimal() and len(word) <= 3 else int(self._means(i, "numbers") or 0)
        return number or None

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self._zone)

    def _bounds(self, first: Days, last: Days) -> Period:
        return Period(self._midnight(first.first), None if last.going else self._midnight(last.end))
