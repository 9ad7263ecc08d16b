"""Words one statement as a line of its own, as in a search, an alert or an export. Pure.

It is worded as on its article's page, by the same model. If every wording would be a fragment or would say something
else than the article does, its whole sentence is shown.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.digests.lines.page import Page
from bot.digests.lines.wording import SPEECH, End, Wording, find_wordings
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.attribution import Attribution
from bot.domain.folding import fold_words, holds_words
from bot.domain.text import Span, hull, trimmed
from bot.nlp.lang import LANGUAGES

AROUND = 1500
"""How many characters before and after a statement are searched for the ends of its paragraphs."""
_GAP = 6
"""Maximum words between two pieces of a statement that are shown with them."""
_WITHIN = (End.STATEMENT, End.EARLIER)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """The slices to show for one statement, in text order. ``whole``: they are the article's sentence about it."""

    pieces: tuple[Span, ...]
    whole: bool = False


def word_statement(
    text: str,
    one: Attribution,
    others: Collection[Attribution] | None = None,
    *,
    language: str | None = None,
    about: Sequence[Sequence[str]] = (),
) -> StatementLine:
    """What is shown of ``one``, a statement of ``text``.

    ``others`` are the statements around it, which its line must not run into; None if they are unknown: then the line
    ends with the statement. ``language`` is that of the text (ISO 639-1). Of a speech, the part that is most ``about``
    something is shown: it contains one of the forms of most terms, as :func:`bot.domain.folding.fold_words` writes
    them.
    """
    window = _find_window(text, one.span)
    near = tuple(other.moved(-window.start) for other in others or () if window.contains(other.span) and other != one)
    mine = one.moved(-window.start)
    article = Article(window.of(text))
    page = Page(Reading("", article, Analysis(article.text_sha256, "", (), (mine, *near), language)))
    line = word_on_page(page, mine, about=about, alone=others is None)
    return replace(line, pieces=tuple(piece.moved(window.start) for piece in line.pieces))


def without_repeated(lines: Sequence[tuple[str, Attribution, StatementLine]]) -> tuple[int, ...]:
    """The places of the ``lines``, each with its article's id, that no other line of their speaker contains."""

    def is_inside(n: int, m: int) -> bool:
        (article, said, line), (other, whose, longer) = lines[n], lines[m]
        if article != other or said.speaker != whose.speaker or (line.pieces == longer.pieces and m > n):
            return False
        return all(any(piece.contains(part) for piece in longer.pieces) for part in line.pieces)

    return tuple(n for n in range(len(lines)) if not any(is_inside(n, m) for m in range(len(lines)) if m != n))


def word_on_page(
    page: Page, one: Attribution, *, about: Sequence[Sequence[str]] = (), alone: bool = False
) -> StatementLine:
    """What is shown of ``one``, a statement of ``page``; ``alone``: the page does not know the others."""
    language = page.reading.analysis.language
    if language in LANGUAGES:
        from bot.digests.lines.other_languages import word_other_statement  # noqa: PLC0415 - English needs none of it
        from bot.nlp.lang.lexicon import load_lexicon  # noqa: PLC0415

        words = word_other_statement(page, one, load_lexicon(language or ""))
        return StatementLine(words) if words else _whole_sentence(page, one)
    groups = [[way for way in group if not alone or way.end in _WITHIN] for group in find_wordings(page, one)]
    parts = [_best(page, one, group) for group in groups if group]
    if not parts:
        return _whole_sentence(page, one)
    return StatementLine(_with_rest(page, one, max(parts, key=lambda part: _count_held(page, part, about))))


def _best(page: Page, one: Attribution, group: Sequence[Wording]) -> tuple[Span, ...]:
    if len(group) == 1:
        return group[0].pieces
    # numpy, which a process that only sends does not load
    from bot.digests.lines.features import describe_wording  # noqa: PLC0415
    from bot.digests.lines.model import load_model  # noqa: PLC0415

    scores = load_model().wording.score([describe_wording(page, one, way, group) for way in group])
    return group[int(scores.argmax())].pieces


def _with_rest(page: Page, one: Attribution, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """``pieces``, to the end of a statement that a few words divide: "denied that talks on the bridge had failed"."""
    first, *more = pieces
    for left, right in pairwise(one.content):
        parted = page.words_in(left.end, right.start)
        if more or first.end != left.end or not parted or len(parted) > _GAP:
            continue
        if page.sentence_at(left.start) != page.sentence_at(right.end - 1) or _is_signalled(
            page, left.end, right.start
        ):
            continue
        whole = page.bare(first.start, right.end)
        if whole is not None and page.is_balanced(whole):
            first = whole
    return (first, *more)


def _is_signalled(page: Page, start: int, end: int) -> bool:
    """Whether somebody is named as speaking, or a statement is signalled, between ``start`` and ``end``."""
    anchors = (span for one in page.attributions for span in (one.source, one.cue) if span is not None)
    return any(start <= anchor.start < end for anchor in anchors)


def _count_held(page: Page, pieces: Sequence[Span], about: Sequence[Sequence[str]]) -> int:
    words = fold_words(" ".join(piece.of(page.text) for piece in pieces)) if about else ""
    return sum(any(holds_words(words, form) for form in forms) for forms in about)


def _whole_sentence(page: Page, one: Attribution) -> StatementLine:
    """The sentence of the statement, or in a very long one its verb and first words."""
    whole = _sentences_at(page, one.span)
    if page.count((whole,)) > SPEECH:
        first = [span for span in (one.source, one.cue) if span is not None]
        whole = _sentences_at(page, hull([*first, Span(one.content[0].start, one.content[0].start + 1)]))
    return StatementLine((trimmed(page.text, whole) or whole,), whole=True)


def _sentences_at(page: Page, span: Span) -> Span:
    return hull((page.sentences[page.sentence_at(span.start)], page.sentences[page.sentence_at(span.end - 1)], span))


def _find_window(text: str, span: Span) -> Span:
    """The paragraphs that contain ``span``, within ``AROUND`` characters."""
    start = text.rfind("\n", max(0, span.start - AROUND), span.start) + 1 or max(0, span.start - AROUND)
    end = text.find("\n", span.end, span.end + AROUND)
    return Span(start, end if end >= 0 else min(len(text), span.end + AROUND))
