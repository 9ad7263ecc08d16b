"""Transcripts and label posts: "NAME: …" at the start of a line makes all that follows that person's own words.

A line label counts when it is set in capitals ("SECRETARY BLINKEN:", "QUESTION:"), follows a speech balloon, is a
question's or moderator's, or returns in the same text; a lone "Berlin:" or "Note:" does not.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from bot.domain.text import Span, trimmed

_LABEL = re.compile(
    r"^[ \t]*(?P<balloon>(?:💬|🗨️?|🎙️?|🗣️?|❓|❗️?|🔹|▪️?|[-–—•*])[ \t]*)?"
    r"(?P<label>[^\W\d_][^\n:“”\"?!;]{0,70}?)(?P<note>[ \t]*\([^()\n]{1,40}\))?(?P<colon>:)(?=[ \t]+\S|[ \t]*\n)",
    re.MULTILINE,
)
_ASKING = re.compile(
    r"^(?:question|questions?\s*\(.*\)|q|moderator|interviewer|journalist|reporter|host|operator|presenter|anchor|staff|"
    r"correspondent|участник|вопрос|ведущий)$",
    re.IGNORECASE,
)
_NOT_LABELS = re.compile(
    r"^(?:note|source|sources|read more|photo|video|date|time|location|place|where|when|who|what|why|how|contact|tel|"
    r"email|phone|fax|subject|re|update|updated|related|see also|more|http|https|topics?|tags?|published|background|"
    r"agenda|participants|venue|the (?:below|following).*|.*\battributable to\b.*|.*\bstatement\b.*|.*\bfollows?)$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"^[^a-zа-я]*$")
_STAGE = re.compile(r"^\s*[\[(][^\])]{1,60}[\])]\s*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the label's words (without the colon), the colon, and a span for each paragraph said."""

    label: Span
    colon: Span
    content: tuple[Span, ...]
    asking: bool

    @property
    def span(self) -> Span:
        """From the label to the last word said."""
        return Span(self.label.start, self.content[-1].end)


def find_turns(text: str) -> tuple[Turn, ...]:
    """The labelled turns of ``text`` in order; empty for a text that is not a transcript or a label post."""
    matches = [m for m in _LABEL.finditer(text) if not _NOT_LABELS.match(m["label"].strip())]
    counts = Counter(_key(m) for m in matches)
    labels = [m for m in matches if _is_label(m, counts)]
    turns = []
    for match, following in zip_longest(labels, labels[1:]):
        end = following.start() if following else len(text)
        content = _paragraphs(text, match.end(), end, single=match["balloon"] is not None and len(labels) == 1)
        if content:
            note_end = match.end("note") if match["note"] else match.end("label")
            label = Span(match.start("label"), note_end)
            turns.append(Turn(label, Span(*match.span("colon")), content, bool(_ASKING.match(match["label"].strip()))))
    return tuple(turns)


def _key(match: re.Match[str]) -> str:
    return match["label"].strip().casefold()


def _is_label(match: re.Match[str], counts: Counter[str]) -> bool:
    label = match["label"].strip()
    words = label.split()
    if len(words) > 7:
        return False
    named = all(
        w[0].isupper() or w.lower() in {"of", "the", "de", "van", "von", "al", "bin", "and", "da"} for w in words
    )
    if _ASKING.match(label):
        return True
    if _CAPITALS.match(label) and len(label) > 3:
        return counts[_key(match)] > 1 or len(counts) > 1 or len(words) > 1
    if match["balloon"] is not None:
        return named and len(words) >= 2
    return named and counts[_key(match)] > 1


def _paragraphs(text: str, start: int, end: int, *, single: bool) -> tuple[Span, ...]:
    """A span for each line with words between ``start`` and ``end``; stage directions and hashtag lines left out.

    A ``single`` post ends at a line of hashtags or a new balloon.
    """
    found = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        body = line.group().strip()
        if single and (body.startswith("#") or re.match(r"[💬🔗📹📷👉📰]", body)):
            break
        if not re.search(r"\w", body) or _STAGE.match(body) or re.fullmatch(r"(?:#\w+\s*)+", body):
            continue
        span = trimmed(text, Span(start + line.start(), start + line.end()))
        if span is not None:
            found.append(span)
    return tuple(found)
