"""Quotations by construction: words are only ever slices of an article, and what is shown is checked once more.

Two rules govern this module. Words come from the text by slicing, never by copying or rebuilding. Marks that we set
stand around whole slices of direct speech, or complete a quotation that the article opened and the slice cut.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.attribution import POINTING, Attribution, Kind
from bot.domain.text import Span, trimmed
from bot.errors import NotVerbatimError
from bot.i18n.bidi import ISOLATES
from bot.i18n.messages import translatable

ELLIPSIS = "…"
ODD_MARKS = 40
"""Marks without sense that are left out of an excerpt one by one; what has more is no prose, and is not shown."""

# Each opening mark with those that close it. German closes with the English opener, Swedish opens with the English
# closer, Danish turns the guillemets.
_CLOSERS = {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›", "'": "'", '"': '"'}
_ALWAYS_OPEN = frozenset("“„«‘‚‹")
_SINGLE = frozenset("‘’‚'‹›")
_MARK = re.compile("[“”„«»‘’‚‹›'\"\n…]")
_ANY_MARK = re.compile(r"[“”„«»‘‚‹›\"]|(?<!\w)['’]|['’](?!\w)")
_PARTNER = {"“": "”", "„": "“", "«": "»", "»": "«", "”": "“", '"': '"'}
_BEFORE_OPENING = frozenset("([{—–-/“„«»‘\"'")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A slice of an article between quotation marks of ours; ``cut``: an ellipsis belongs after ``after``."""

    before: str
    words: str
    after: str
    cut: bool

    def marked(self, escape: Callable[[str], str] = str) -> str:
        """Words with marks; ``escape`` guards the words against the markup of the place where they are shown."""
        return f"{self.before}{escape(self.words)}{self.after}"


def excerpt(text: str, span: Span, limit: int, *, quoted: bool = False) -> Excerpt:
    """The words of ``span``, at most ``limit`` characters of them, cut at a word's end.

    A quotation that the article opens or closes outside of the slice is completed. ``quoted`` adds marks of ours
    around words that carry none: only for direct speech. Marks that make no sense are left out with what is on their
    shorter side, so that the excerpt can stand anywhere. Raises ``ValueError`` when ``span`` is beyond the text.
    """
    whole = _without_stray_ends(text, span)
    kept: Span | None = _cut(text, whole, limit)
    for _ in range(ODD_MARKS):
        if kept is None or not (words := kept.of(text)).strip():
            break
        for before, after in _markings(words, quoted=quoted):
            if _stands_alone(f"{before}{words}{after}", text):
                return Excerpt(before, words, after, cut=kept != whole)
        kept = _without_odd_mark(text, kept)
    return Excerpt("", "", "", cut=True)


def quote_span(text: str, span: Span, limit: int, escape: Callable[[str], str] = str) -> str:
    """At most ``limit`` characters of ``span`` as shown, with an ellipsis where it was cut."""
    piece = excerpt(text, span, limit)
    return piece.marked(escape) + (f" {ELLIPSIS}" if piece.cut else "")


def snippet(text: str, attribution: Attribution, limit: int) -> str:
    """The beginning of a statement on one line, at most ``limit`` characters of the article."""
    first, *more = _statement_span(text, attribution)
    line = trimmed(text, first) or first
    line_end = text.find("\n", line.start, line.end)
    kept = Span(line.start, line_end) if line_end > line.start else line
    piece = excerpt(text, kept, limit, quoted=attribution.kind is Kind.DIRECT)
    whole = not piece.cut and kept == line and not more
    return piece.marked() + ("" if whole else f" {ELLIPSIS}")


def shorten(words: str, limit: int) -> str:
    """A name or title of the article on one line, in at most ``limit`` UTF-16 code units, quotations in it complete."""
    words = " ".join(words.split())
    if not words:
        return ""
    room = limit - 4 if words.isascii() or max(words) <= "\uffff" else limit // 2 - 4
    piece = excerpt(words, Span(0, len(words)), room)
    return piece.marked() + (f" {ELLIPSIS}" if piece.cut else "")


def without_marks(words: str) -> str:
    """A name that people gave (a topic, a feed's title) without quotation marks: nobody is quoted by it."""
    return " ".join(_ANY_MARK.sub(" ", words).split())


def check_verbatim(shown: str, *sources: str) -> None:
    """Raise ``NotVerbatimError`` unless every string in quotation marks in ``shown`` is a substring of a source.

    ``shown`` is what a person reads, without the escapes of a markup. ``sources`` are the stored text and what else
    of the article is shown (its title). A quotation that is never closed is held to run to the end of its line.
    """
    for quotation in find_quotations(shown.translate(ISOLATES)):
        if not any(quotation in source for source in sources):
            raise NotVerbatimError(translatable("start-not-verbatim"), resource=quotation)


def find_quotations(shown: str) -> Iterator[str]:
    """Every string in quotation marks (straight, curly, guillemets, German, Swedish), nested ones as well."""
    pairs, unclosed, _ = _pair(shown)
    for start, end in pairs:
        yield shown[start + 1 : end]
    for start in unclosed:
        yield shown[start + 1 :].split("\n", 1)[0]


def _statement_span(text: str, attribution: Attribution) -> tuple[Span, ...]:
    """The words that tell a statement: its content, and all of "Oslo denies it", whose content tells nothing alone."""
    [*_, last] = attribution.content
    whole = attribution.span
    points_back = len(attribution.content) == 1 and last.of(text).lower() in POINTING and last.end == whole.end
    return (whole,) if points_back and "\n" not in whole.of(text) else attribution.content


def _markings(words: str, *, quoted: bool) -> Iterator[tuple[str, str]]:
    """Marks of ours to set before and after ``words``, the wanted ones first."""
    pairs, unclosed, unopened = _pair(words)
    before = "".join(_PARTNER[words[i]] for i in reversed(unopened))
    after = "".join(_PARTNER[words[i]] for i in reversed(unclosed))
    if quoted and not before and 0 not in unclosed and all(start != 0 for start, _ in pairs):
        yield "“", f"{after}”"
    yield before, after


def _stands_alone(marked: str, text: str) -> bool:
    """Whether every quotation in ``marked`` is complete and the article's, whatever stands around it."""
    _, unclosed, unopened = _pair(f" {marked} ")
    return not unclosed and not unopened and all(quotation in text for quotation in find_quotations(marked))


def _without_odd_mark(text: str, span: Span) -> Span | None:
    """The longer side of the first mark in ``span`` that has no partner (or else of its first mark); None for none."""
    words = span.of(text)
    _, unclosed, unopened = _pair(f" {words} ")
    marks = sorted(i - 1 for i in (*unclosed, *unopened)) or [i for i, char in enumerate(words) if char in _PARTNER]
    if not marks:
        return None
    sides = [(span.start, span.start + marks[0]), (span.start + marks[0] + 1, span.end)]
    start, end = max(sides, key=lambda side: side[1] - side[0])
    return trimmed(text, Span(start, end)) if start < end else None


def _cut(text: str, span: Span, limit: int) -> Span:
    """``span`` shortened to at most ``limit`` characters (at least one), at the end of a word where there is one."""
    if len(span) <= limit:
        return span
    end = span.start + max(limit, 1)
    space = next((i for i in range(end, span.start, -1) if text[i].isspace()), end)
    return _without_stray_ends(text, Span(span.start, space))


def _without_stray_ends(text: str, span: Span) -> Span:
    """``span`` without the end of the quotation before it and the beginning of the one after it, nor white space."""
    span = trimmed(text, span) or span
    while len(span) > 1 and text[span.start] in "”»" and not text[span.start + 1].isalnum():
        span = trimmed(text, Span(span.start + 1, span.end)) or span
    while len(span) > 1 and text[span.end - 1] in "“„«" and not text[span.end - 2].isalnum():
        span = trimmed(text, Span(span.start, span.end - 1)) or span
    return span


def _pair(shown: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Positions of paired marks, of marks that open and never close, and of marks that close what never opened.

    A mark inside a word or behind a number (an apostrophe, inches) is none. A single mark closes before the end of
    its line and the next ellipsis, or opened nothing: an apostrophe at the start of a word looks the same.
    """
    pairs: list[tuple[int, int]] = []
    unopened: list[int] = []
    stack: list[int] = []
    for match in _MARK.finditer(shown):
        i, char = match.start(), match[0]
        if char in {"\n", ELLIPSIS}:
            stack = [j for j in stack if shown[j] not in _SINGLE]
            continue
        before, after = shown[i - 1 : i], shown[i + 1 : i + 2]
        if char in _SINGLE and before.isalnum() and after.isalnum():
            continue
        opener = next((k for k in range(len(stack) - 1, -1, -1) if char in _CLOSERS[shown[stack[k]]]), None)
        ends = not after or after.isspace()  # "until I buy a car.' ", set with a space between two marks
        if opener is not None and ((before and not before.isspace()) or char in "»›" or (ends and char in '”"')):
            pairs.append((stack[opener], i))
            del stack[opener:]
        elif _opens(char, before, after) or _opens_after_letter(shown, i):
            stack.append(i)
        elif char in '”»"' and before and (ends or not before.isspace()) and not before.isdigit():
            unopened.append(i)
    return sorted(pairs), [i for i in stack if shown[i] not in _SINGLE], unopened


def _opens(char: str, before: str, after: str) -> bool:
    """Whether a mark between these two characters opens a quotation."""
    if char not in _CLOSERS or not after or (after.isspace() and char not in "«‹"):
        return False
    return char in _ALWAYS_OPEN or not before or before.isspace() or before in _BEFORE_OPENING


def _opens_after_letter(shown: str, i: int) -> bool:
    """Whether a straight mark stands between a letter that is a word and another word, as after an Arabic "and"."""
    return (
        shown[i] == '"'
        and shown[i - 1 : i].isalpha()
        and not shown[max(0, i - 2) : i - 1].isalnum()
        and shown[i + 1 : i + 2].isalnum()
    )
