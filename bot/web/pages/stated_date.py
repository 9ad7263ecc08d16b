"""The day that a text without a page gives for itself: in a line of its own at its head, or in its dateline. Pure.

Months are named as in Unicode's CLDR, in the languages of this program. A day needs its year; nothing is guessed.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache

from babel import Locale

from bot.domain.folding import fold_letters
from bot.i18n.language import Language

_LINES = 8
_LONGEST = 120
"""Characters of a line that holds no more than a byline and a date."""
_DATELINE = 80
"""Characters before the dash of a dateline, which begins a paragraph."""
_YEARS = range(1900, 2100)
_SENTENCE_ENDS = (".", "!", "?", "。", "؟", ".”", '."', ".»")
_WORDS = 8
"""Words of a line that ends as a sentence does, up to which it may still be a byline."""
_DASH = re.compile(r"\s[-–—]\s|\s?[–—]")
_NUMBERS = re.compile(r"(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])|(\d{4})年(\d{1,2})月(\d{1,2})日")


def find_stated_date(text: str) -> datetime | None:
    """The first day that is stated at the head of ``text`` (normalised), at midnight UTC; None if there is none.

    The first line is left out, as a headline may tell of another day, unless it begins with its date.
    """
    lines = [line for line in text[:2000].split("\n") if line.strip()][:_LINES]
    for number, line in enumerate(lines):
        long = len(line) > _LONGEST or (line.endswith(_SENTENCE_ENDS) and len(line.split()) > _WORDS)
        head = _DASH.split(line[:_DATELINE], maxsplit=1)[0] if long else line
        found = None if long and head == line[:_DATELINE] else _find_day(head)
        if found and (number or long or found[1] == 0):
            return found[0]
        if long and number:
            break  # the text itself has begun
    return None


def _find_day(head: str) -> tuple[datetime, int] | None:
    """The first day in ``head``, and where it begins."""
    folded = fold_letters(head)
    found = [
        *(
            (match.start(), match["year"], _months()[match["month"]], match["day"])
            for pattern in _patterns()
            for match in pattern.finditer(folded)
        ),
        *(
            (match.start(), match[1] or match[4], int(match[2] or match[5]), match[3] or match[6])
            for match in _NUMBERS.finditer(head)
        ),
    ]
    for start, year, month, day in sorted(found):
        try:
            at = datetime(int(year), month, int(day), tzinfo=UTC)
        except ValueError:
            continue
        if at.year in _YEARS:
            return at, start
    return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Names and short names of months, folded, in all languages."""
    named = {}
    for language in Language:
        months = Locale.parse(language).months
        for form, width in (("format", "wide"), ("format", "abbreviated"), ("stand-alone", "wide")):
            for number, name in months[form][width].items():
                if not any(map(str.isdigit, name)):
                    named[fold_letters(name).rstrip(".")] = number
    return {"sept": 9} | named


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(rf"{day}(?:st|nd|rd|th|er|º|\.)?(?: of| de)? (?P<month>{month})\.?,?(?: de)? {year}"),
        re.compile(rf"(?<!\w)(?P<month>{month})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {year}"),
    )
