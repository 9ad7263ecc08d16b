"""Chooses the lines of a page: the best wording of each statement, then the statements an editor would print. Pure.

A linear model chooses among a statement's wordings; another chooses among statements, by features of the statement, of
its speaker and of its rivals (``weights.json``; ``training.lines`` fits both on pages that editors made). The most
probable line comes first, then the next that repeats none before it, with speakers without a line before others; a
denial follows the line that it answers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.digests.lines.answers import Worded, may_answer, order_lines
from bot.digests.lines.features import Describer, holds, relate
from bot.digests.lines.meaning import REPEATED, SIMILAR, likeness, part_of
from bot.digests.lines.model import LineModel, load_model
from bot.digests.lines.page import Page
from bot.digests.lines.vocabulary import count_negations, words_of
from bot.digests.lines.weighing import ANSWERING, FEW, FEWEST, FIRST_PAGE, NEW_SPEAKER_FACTOR, raise_odds
from bot.digests.lines.wording import Start, Wording, find_wordings
from bot.domain.analysis import Reading
from bot.domain.attribution import DENIALS, Act, Attribution, Kind, Speaker
from bot.domain.folding import fold_words
from bot.domain.line import Line
from bot.domain.text import hull
from bot.nlp.lang import LANGUAGES
from bot.nlp.linear_model import probability
from bot.nlp.reporting_verbs import find_acts
from bot.nlp.structure.transcript_turns import is_questioner
from bot.nlp.summary.sentence_filters import is_courtesy, is_furniture
from bot.nlp.summary.tokenizer import find_stop_words

_LED = 80
"""Characters before an attitude in which its auxiliary is sought: "will attend the fair to promote"."""
_QUESTION = re.compile(r"\?[\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that may become a line: its place among the attributions, its wording, and the features of both."""

    place: int
    wording: Wording
    features: dict[str, float]

    @property
    def worded(self) -> Worded:
        """What is shown of it."""
        return Worded(self.place, self.wording.pieces)


def compose_lines(reading: Reading, limit: int = FIRST_PAGE, model: LineModel | None = None) -> tuple[Line, ...]:
    """The lines of ``reading``, at most ``limit``, the most important first."""
    model = model or load_model()
    return tuple(line for line, _ in compose_scored_lines(reading, limit, model, model.threshold))


def compose_scored_lines(
    reading: Reading, limit: int, model: LineModel | None = None, threshold: float = 0.0
) -> tuple[tuple[Line, float], ...]:
    """As :func:`compose_lines`, each with the probability that an editor prints it, even below the threshold."""
    if not reading.analysis.attributions:
        return ()
    if reading.analysis.language in LANGUAGES:
        from bot.digests.lines.other_languages import compose_other_lines  # noqa: PLC0415 - English needs none of it

        attributions = sorted(reading.analysis.attributions, key=lambda one: one.span)
        lines = compose_other_lines(reading, limit)
        return tuple((line, attributions[line.attributions[0]].confidence) for line in lines)
    model = model or load_model()
    page = Page(reading)
    describer = Describer(page)
    candidates = find_candidates(describer, model)
    if not candidates:
        return ()
    scores = model.choice.score([one.features for one in candidates])
    chances = [round(probability(score), 6) for score in scores]  # the same words have the same value in every article
    chosen = choose(describer, candidates, chances, threshold, limit)
    known = {(candidates[n].place, candidates[n].wording.pieces): chances[n] for n in chosen}
    lines = order_lines(page, describer.meaning, [candidates[n].worded for n in chosen])
    return tuple((line, known[line.attributions[0], line.pieces]) for line in lines)


def find_candidates(describer: Describer, model: LineModel) -> list[Candidate]:
    """Every part of every statement in its best wording, with features."""
    parts = find_parts(describer)
    scores = model.wording.score([row for part in parts for row in part.rows])
    found: list[Candidate] = []
    first = 0
    for part in parts:
        own = scores[first : first + len(part.rows)]
        first += len(part.rows)
        found.append(word(describer, part, int(own.argmax()), float(own.max())))
    compare(describer, found)
    return found


def compare(describer: Describer, candidates: Sequence[Candidate]) -> None:
    """Add to each of ``candidates`` features that compare it with the others."""
    names = [describer.page.speaker_name(one.place) for one in candidates]
    relate([one.features for one in candidates], names, [one.wording.pieces for one in candidates])


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the statement at ``place`` that may become a line: its wordings, and the features of each."""

    place: int
    known: dict[str, float]
    wordings: Sequence[Wording]
    rows: Sequence[dict[str, float]]


def find_parts(describer: Describer) -> list[Part]:
    """All parts that may become lines."""
    page = describer.page
    found = []
    for place in find_printable(page):
        one = page.attributions[place]
        groups = find_wordings(page, one)
        if one.speaker is None:  # a verb needs a name before it
            groups = [kept for group in groups if (kept := [way for way in group if way.start is not Start.VERB])]
        known = describer.statement(place) if groups else {}
        found += [
            Part(place, known, group, [describer.wording(place, way, group) for way in group]) for group in groups
        ]
    return found


def word(describer: Describer, part: Part, best: int, score: float) -> Candidate:
    """A part in its ``best`` wording, with the features for choosing lines: statement, words shown, how worded."""
    row = part.rows[best]
    features = {**part.known, **describer.shown(part.wordings[best]), "wording": score}
    features.update((name, row[name]) for name in _KEPT if name in row)
    return Candidate(part.place, part.wordings[best], features)


_KEPT = (
    "w verb", "w statement", "w earlier", "w later", "w said", "w covers own", "w covers others", "w first",
    "w cue after",
    "w sentences",
)  # fmt: skip
"""Features of a wording that also count in choosing lines."""


def find_printable(page: Page) -> list[int]:
    """The places of all statements that may become lines; a mere attitude only where hardly anybody says anything."""
    places = [place for place in range(len(page.attributions)) if may_be_printed(page, place)]
    said = [place for place in places if _is_voiced(page, page.attributions[place])]
    return said if len(said) >= FEWEST else places


def _is_voiced(page: Page, one: Attribution) -> bool:
    """Whether somebody says it, or shows an attitude by what is done with words: "is keen to welcome"."""
    if one.act is not Act.ATTITUDE:
        return True
    return one.cue is not None and not find_acts(one.cue.of(page.text)) <= {Act.ATTITUDE}


def may_be_printed(page: Page, place: int) -> bool:
    """Whether a statement belongs to the report and has a speaker, and is no headline or teaser of the page."""
    one = page.attributions[place]
    if (one.speaker and names_nobody(page, one.speaker)) or _is_supposed(page, one):
        return False
    anchor = one.cue.start if one.cue else one.content[0].start
    number = page.sentence_at(anchor)
    sentence = page.sentences[number]
    before = page.text[page.sentences[number - 1].end : sentence.start] if number else "\n"
    after = page.text[sentence.end : page.sentences[number + 1].start] if number + 1 < len(page.sentences) else "\n"
    spoken = one.cue is not None and not page.words_in(one.cue.start, one.cue.end)  # a speaker's label
    spoken |= one.cue is not None and sentence.of(page.text).rstrip().endswith(":")  # the words follow
    return spoken or not is_furniture(sentence.of(page.text), alone="\n" in before and "\n" in after)


def _is_supposed(page: Page, one: Attribution) -> bool:
    """Whether a writer only supposes it: nobody's attitude, or one to come: "some believe", "Venn will seek"."""
    if one.act is not Act.ATTITUDE or one.cue is None:
        return False
    if one.speaker is None:
        return True
    start = one.cue.start
    if one.source is not None and one.source.end <= start:
        start = max(one.source.end, start - _LED)
    return not words_of("modals").isdisjoint(page.lower_in(start, one.cue.end))


def names_nobody(page: Page, speaker: Speaker) -> bool:
    """Whether a name consists of words for anybody: "Others", "Some", "Many of them"; but not Mrs May's."""
    if is_questioner(speaker.name):
        return True
    words = fold_words(speaker.name).split()
    if speaker.role or speaker.name.isupper() or not find_stop_words("en").issuperset(words):
        return False
    sources = [one.source for one in page.attributions if one.speaker == speaker and one.source is not None]
    inside = [s for s in sources if page.words_in(page.sentences[page.sentence_at(s.start)].start, s.start)]
    return not any(page.text[source.start].isupper() for source in inside)


def choose(
    describer: Describer, candidates: Sequence[Candidate], chances: Sequence[float], threshold: float, limit: int
) -> list[int]:
    """The numbers of the candidates to show, best first.

    A candidate counts less for what it repeats of its speaker's lines, and more if its speaker has no line yet: every
    party counts.
    """
    page, meaning = describer.page, describer.meaning
    names = [page.speaker_name(one.place) for one in candidates]
    left = {
        n: chances[n]
        for n, one in enumerate(candidates)
        if _says_something(describer, one) and not _holds_another(describer, candidates, n)
    }
    for n in left:
        pieces = candidates[n].wording.pieces
        held = [m for m in left if names[m] == names[n] and holds(pieces, candidates[m].wording.pieces)]
        left[n] = max([chances[n], *(chances[m] + 1e-6 for m in held)])  # the longer of two equally good ones
    chosen: list[int] = []
    heard = {""}
    while left and len(chosen) < limit:
        worth = {
            n: chance if names[n] in heard else raise_odds(chance, NEW_SPEAKER_FACTOR) for n, chance in left.items()
        }
        n = max(worth, key=lambda n: (worth[n], -n))
        del left[n]
        if worth[n] < threshold * FEW and chosen:
            break
        one = page.attributions[candidates[n].place]
        first_hand = one.kind is Kind.DIRECT or page.is_of_issuer(one)
        if worth[n] < threshold and chosen and not (first_hand and len(chosen) < FEWEST):
            continue
        chosen.append(n)
        heard.add(names[n])
        words = meaning.of(candidates[n].wording.pieces)
        for m in list(left):
            others = meaning.of(candidates[m].wording.pieces)
            alike = likeness(words, others)
            told = alike > REPEATED or (alike > SIMILAR and part_of(others, words) > REPEATED)
            copied = told and _reverses_polarity(page, candidates[n]) == _reverses_polarity(page, candidates[m])
            if _meet(candidates[n], candidates[m]) or copied:
                del left[m]
            elif names[m] == names[n]:
                left[m] *= 1.0 - alike
            elif may_answer(page, meaning, candidates[m].worded, candidates[n].worded):
                left[m] = raise_odds(left[m], ANSWERING)
    return chosen


def _says_something(describer: Describer, one: Candidate) -> bool:
    """Whether a line says something by itself, and is no question or courtesy."""
    text = describer.page.text
    if is_courtesy(one.wording.pieces[0].of(text)):
        return False
    last = one.wording.pieces[-1]
    asks = _QUESTION.search(text[last.start : last.end + 2].rstrip()) is not None
    return not asks and len(describer.meaning.of(one.wording.pieces)) >= 2


def _holds_another(describer: Describer, candidates: Sequence[Candidate], n: int) -> bool:
    """Whether a line is mostly another's statement, which is listed under its own speaker."""
    page, one = describer.page, candidates[n]
    whole, content, name = hull(one.wording.pieces), describer.hulls[one.place], page.speaker_name(one.place)
    for other in candidates:
        span, inner = describer.hulls[other.place], page.attributions[other.place]
        said = page.spans[other.place] if content.contains(page.spans[other.place]) else span  # with speaker and verb
        if not content.contains(span) or content == span or not whole.overlaps(span) or 2 * len(said) <= len(content):
            continue
        if inner.speaker is not None and inner.act is not Act.ATTITUDE and inner.speaker.name != name:
            return True
    return False


def _reverses_polarity(page: Page, one: Candidate) -> bool:
    """Whether a line reverses its words, by a denial or by a negation; then it repeats no assertion."""
    words = [word for piece in one.wording.pieces for word in page.lower_in(piece.start, piece.end)]
    return (page.attributions[one.place].act in DENIALS) != (count_negations(words) % 2 == 1)


def _meet(one: Candidate, other: Candidate) -> bool:
    return any(a.overlaps(b) for a in one.wording.pieces for b in other.wording.pieces)
