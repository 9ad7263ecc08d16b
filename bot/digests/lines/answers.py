"""Finds denials on a page and puts each right after the line that it answers, with a note. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.digests.lines.meaning import Meaning, likeness, part_of
from bot.digests.lines.page import Page
from bot.digests.lines.vocabulary import words_of
from bot.digests.lines.wording import covered
from bot.domain.attribution import DENIALS, Act
from bot.domain.line import Line
from bot.domain.text import Span
from bot.gazetteer.countries import find_places as find_places_in_english
from bot.gazetteer.office_words import INSTITUTIONS, SPEECH_NOUNS
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.places import find_places

_ANSWERS, _ANSWERS_AFAR = 0.1, 0.22
"""Above this likeness, the page says that a denial answers a statement right before it, or one that is elsewhere."""
_POINTS = 0.1
"""Added to the likeness if a denial that follows only refers back to the statement: "denied that claim"."""
_FOLLOWS = 2
"""Maximum sentences from a statement to its denial, if the statement does not name the person who denies it."""
_FAR = 10
"""Maximum sentences between a statement that names somebody and that person's denial."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The words that are shown for the statement at ``place``."""

    place: int
    pieces: tuple[Span, ...]


def order_lines(
    page: Page, meaning: Meaning, chosen: Sequence[Worded], answering: Collection[Act] = DENIALS
) -> tuple[Line, ...]:
    """The chosen as lines, best first; each with an act among ``answering`` follows the line that it answers."""
    able = [n for n, one in enumerate(chosen) if page.attributions[one.place].act in answering]
    answered = {n: m for n in able if (m := _find_answered(page, meaning, chosen, n)) is not None}
    order: list[int] = []
    for n in range(len(chosen)):
        if n in answered and answered[n] not in order and answered.get(answered[n]) != n:
            continue  # comes after that line
        if n not in order:
            _place_with_answers(n, answered, order)
    order += [n for n in range(len(chosen)) if n not in order]
    rank = {n: place + 1 for place, n in enumerate(order)}
    return tuple(_line(page, chosen[n], rank[n], rank.get(answered.get(n, -1))) for n in order)


def may_answer(page: Page, meaning: Meaning, one: Worded, other: Worded) -> bool:
    """Whether ``one`` may deny or reject what another speaker says in ``other``."""
    return _weigh(page, meaning, one, other) > _ANSWERS


def _place_with_answers(n: int, answered: dict[int, int], order: list[int]) -> None:
    order.append(n)
    for later in sorted(answered):
        if answered[later] == n and later not in order:
            _place_with_answers(later, answered, order)


def _find_answered(page: Page, meaning: Meaning, chosen: Sequence[Worded], n: int) -> int | None:
    """The chosen line that a denial or rejection answers: another speaker's, the most similar, else nearest."""
    alike = [_weigh(page, meaning, chosen[n], other) for other in chosen]
    surely = [
        m
        for m, other in enumerate(chosen)
        if alike[m] > (_ANSWERS if _follows(page, chosen[n], other) else _ANSWERS_AFAR)
    ]
    return max(surely, key=lambda m: (alike[m], -m), default=None)


def _follows(page: Page, one: Worded, other: Worded) -> bool:
    """Whether ``one`` is at most a few sentences after ``other``."""
    return 0 <= _sentences_between(page, other, one) <= _FOLLOWS


def _sentences_between(page: Page, one: Worded, other: Worded) -> int:
    first, last = (page.attributions[worded.place].span.start for worded in (one, other))
    return page.sentence_at(last) - page.sentence_at(first)


def _weigh(page: Page, meaning: Meaning, one: Worded, other: Worded) -> float:
    """How closely ``one`` matches ``other``, if it denies or rejects a statement of another speaker."""
    mine, theirs = page.attributions[one.place], page.attributions[other.place]
    if mine.act not in DENIALS or mine.negated or mine.conditional or theirs.act in DENIALS:
        return 0.0
    if page.speaker_name(one.place) == page.speaker_name(other.place):
        return 0.0
    if mine.act is Act.REJECTS and page.lower_in(mine.content[0].start, mine.content[0].end)[:1] == ["to"]:
        return 0.0  # "has refused to fight"
    follows = _follows(page, one, other)
    if not follows and (abs(_sentences_between(page, one, other)) > _FAR or not _is_named(page, one, other)):
        return 0.0
    words, others = meaning.of(one.pieces), meaning.of(other.pieces)
    points = _POINTS if follows and _points_back(page, one) else 0.0
    return max(likeness(words, others), part_of(words, others) / 2) + points


def _points_back(page: Page, one: Worded) -> bool:
    """Whether a line continues from its verb with a demonstrative: "denied [those] reports", "denied that [claim]"."""
    cue, start = page.attributions[one.place].cue, one.pieces[0].start
    start = max(start, cue.end) if cue is not None and cue.start < one.pieces[0].end else start
    first, second = (*page.lower_in(start, one.pieces[0].end)[:2], "", "")[:2]
    return first in words_of("pointing") and (first != "that" or second in SPEECH_NOUNS)


def _is_named(page: Page, one: Worded, other: Worded) -> bool:
    """Whether ``other`` mentions the speaker of ``one``, by name or by the country represented."""
    speaker = page.attributions[one.place].speaker
    if speaker is None:
        return False
    last = speaker.name.rsplit(maxsplit=1)[-1].lower()
    words = [word for piece in other.pieces for word in page.lower_in(piece.start, piece.end)]
    if last not in INSTITUTIONS and (last in words or speaker.name in "".join(p.of(page.text) for p in other.pieces)):
        return True
    language = page.reading.analysis.language
    if language not in LANGUAGES:
        places = (place for piece in other.pieces for place in find_places_in_english(piece.of(page.text)))
        return any(place.country == speaker.country for place in places)
    return any(
        place.country == speaker.country and any(piece.contains(place.span) for piece in other.pieces)
        for place in find_places(page.text, language)
    )


def _line(page: Page, one: Worded, rank: int, answers: int | None) -> Line:
    attribution = page.attributions[one.place]
    others = tuple(place for place in covered(page, one.pieces) if place != one.place)
    return Line(rank, attribution.speaker, one.pieces, (one.place, *others), attribution.relayed_by, answers)
