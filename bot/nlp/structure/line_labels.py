"""Tells the label of a line from its first sentence: a dateline, the time of an entry."""

import re

from bot.domain.text import Span

_AGENCY = r"\((?:Reuters|REUTERS|CNN|AP|AFP)\)\s{0,3}(?:(?:--|[–—-])\s{1,3})?"
_LABEL = re.compile(
    r"(?:[A-ZÀ-Þ]{3,30}+[A-ZÀ-Þ .’'/-]{0,20}(?:,\s[A-Z][\w. ]{2,24}?)?\s{0,3}"
    r"(?:\([A-Z][\w ]{1,20}\)\s{0,3})?(?:--|[–—-])\s{1,3}"
    rf"|(?:[A-ZÀ-Þ][\w.’', -]{{2,40}}?\s)?{_AGENCY}"
    r"|\d{1,2}:\d\d\s?[ap]\.?m\.?(?:\s[A-Z]{2,3})?:?\s{1,3})"
)


def without_label(text: str, span: Span) -> Span:
    """``span`` without the label that opens its line: "OSLO (AP) — The harbour" is "The harbour"."""
    if span.start and text[span.start - 1] != "\n":
        return span
    label = _LABEL.match(text, span.start, span.end)
    return Span(label.end(), span.end) if label and label.end() < span.end else span
