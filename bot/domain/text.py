"""Spans of text, the one normalisation that an article's text goes through, and its fingerprint.

Everything shown in quotation marks is a slice of a stored text; spans are the coordinates of such slices.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.folding import normalise

UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Kana and Han, written without blanks between words, as a range in a pattern."""
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
_PARAGRAPH_END = re.compile(r"\n{2,}")
# Controls break databases and terminals; direction overrides and zero-width marks can disguise words.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# What a terminal executes, reorders or shows as another line: C0, DEL, C1, separators, direction overrides.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty range ``[start, end)`` of code points in a text. Raises ``ValueError`` for anything else."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"bad span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of ``text`` at this span. Raises ``ValueError`` if it exceeds the text."""
        if self.end > len(text):
            raise ValueError(f"span [{self.start}, {self.end}) ends beyond a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies inside this span (or equals it)."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> "Span":
        """The same characters in a text that has ``by`` more before them."""
        return Span(self.start + by, self.end + by)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of ``spans``. Raises ``ValueError`` if there are none."""
    spans = tuple(spans)
    return spans[0] if len(spans) == 1 else Span(min([s.start for s in spans]), max([s.end for s in spans]))


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without white space at its ends; None if it has nothing else."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    end = span.end - (len(piece) - len(piece.rstrip()))
    return Span(start, end) if start < end else None


def normalise_text(raw: str) -> str:
    r"""The text of an article as stored: normalised once, when it is parsed, and never changed again.

    NFC, with long runs of combining marks cut; one ``\n`` per line end and an empty line between paragraphs; no
    control, zero-width or direction-override characters; no space at line ends. Words, quotation marks and dashes stay
    as they were.
    """
    text = _SURROGATE.sub("\ufffd", raw)
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = normalise("NFC", _INVISIBLE.sub("", text))
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return _PARAGRAPH_END.sub("\n\n", text)


def escape_controls(words: str, *, keep: str = "") -> str:
    r"""``words`` with every control character but those in ``keep`` written out (``\\x1b``): for logs and terminals."""
    if words.isprintable():
        return words
    return _CONTROL.sub(lambda match: match[0] if match[0] in keep else repr(match[0])[1:-1], words)


def text_sha256(text: str) -> str:
    """Hex SHA-256 of the text's UTF-8 bytes. Lone surrogates are encoded as such."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def number_at(spans: Sequence[Span], position: int) -> int:
    """The index of the last of ``spans``, in order, that begins at or before ``position``; 0 if none does."""
    return max(0, bisect_right(spans, position, key=lambda span: span.start) - 1)
