"""The lines of a page in another language than English: each statement from its verb, or its words alone. Pure.

What is known of such pages is less, so no model chooses: the surest statements come first, those of key sentences
before others, and none twice. Headlines are no lines.
"""

from collections.abc import Sequence

from bot.digests.lines.meaning import Meaning, likeness
from bot.digests.lines.page import Page
from bot.digests.lines.wording import covered
from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Act, Attribution, Kind
from bot.domain.line import Line
from bot.domain.text import Span, trimmed
from bot.nlp.lang.lexicon import Lexicon, load_lexicon
from bot.nlp.lang.page import count_words
from bot.nlp.summary.sentence_filters import is_furniture, is_question

LONGEST = 60
"""Words of a line, or half as many as its characters without blanks; a longer statement gives its first sentence."""
_LEAST = 3
_BETWEEN = 4
_REPEATED = 0.75
_KEY = 0.3
"""What a key sentence adds to a statement's probability; the later a statement comes, the less."""
_LATER = 0.01
_MARKS = ',;:.()«»“”"،，'
_ASSERTING = frozenset((Act.SAYS, Act.WARNS, Act.ANNOUNCES, Act.CONFIRMS, Act.REITERATES, Act.THREATENS, Act.PLEDGES))


def compose_other_lines(reading: Reading, limit: int) -> tuple[Line, ...]:
    """At most ``limit`` lines of ``reading``, the most important first."""
    page = Page(reading)
    meaning = Meaning(page)
    lexicon = load_lexicon(reading.analysis.language or "")
    worded = [
        (place, pieces)
        for place, one in enumerate(page.attributions)
        if (pieces := word_other_statement(page, one, lexicon))
    ]
    worded.sort(key=lambda pair: -_worth(page, pair[0]))
    chosen: list[tuple[int, tuple[Span, ...]]] = []
    for place, pieces in worded:
        repeats = any(
            likeness(meaning.of(pieces), meaning.of(other)) > _REPEATED
            or any(a.overlaps(b) for a in pieces for b in other)
            for _, other in chosen
        )
        if not repeats and len(chosen) < limit:
            chosen.append((place, pieces))
    return tuple(_line(page, place, pieces, rank) for rank, (place, pieces) in enumerate(chosen, start=1))


def _line(page: Page, place: int, pieces: tuple[Span, ...], rank: int) -> Line:
    one = page.attributions[place]
    others = tuple(other for other in covered(page, pieces) if other != place)
    return Line(rank, one.speaker, pieces, (place, *others), one.relayed_by)


def _worth(page: Page, place: int) -> float:
    one, analysis = page.attributions[place], page.reading.analysis
    ranks = analysis.ranking or tuple(range(1, len(analysis.summary) + 1))
    key = [rank for sentence, rank in zip(analysis.summary, ranks, strict=True) if sentence.overlaps(one.content[0])]
    return one.confidence + (_KEY / key[0] if key else 0.0) - _LATER * place


def word_other_statement(page: Page, one: Attribution, lexicon: Lexicon) -> tuple[Span, ...]:
    """What is printed of a statement; nothing of an attitude, of what is unsure, or of what its words would falsify."""
    told = page.text[one.content[-1].start : one.content[-1].end + 2].rstrip()
    if one.act is Act.ATTITUDE or one.confidence < THRESHOLD or is_question(told) or _in_headline(page, one):
        return ()
    alone = tuple(span for piece in one.content if (span := page.bare(piece.start, piece.end)) is not None)
    words = alone if one.kind is Kind.DIRECT else _from_verb(page, one, lexicon) or _asserted(one, alone, lexicon, page)
    words = _shortened(page, _finished(page, words, lexicon), lexicon)
    fits = words and all(map(page.is_balanced, words)) and _count(page, words) >= _LEAST
    return words if fits else ()


def _in_headline(page: Page, one: Attribution) -> bool:
    """Whether a statement stands in a line without a full stop, or in page furniture."""
    sentence = page.sentences[page.sentence_at((one.cue or one.content[0]).start)]
    around = page.text[max(0, sentence.start - 1) : sentence.start], page.text[sentence.end : sentence.end + 1]
    return is_furniture(sentence.of(page.text), alone=all(end in ("", "\n") for end in around))


def _asserted(one: Attribution, alone: tuple[Span, ...], lexicon: Lexicon, page: Page) -> tuple[Span, ...]:
    """Words without their verb, where they say what the speaker holds; else the verb and the words."""
    if one.negated or one.conditional:
        return ()
    if one.act in _ASSERTING or one.cue is None or _is_noun(page, one.cue, lexicon):
        return alone
    return (one.cue, *alone) if alone and one.cue.end <= alone[0].start else ()


def _is_noun(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a cue is "according to" rather than a verb."""
    return any(word.of(lexicon.lists["according"]) for word in lexicon.words(page.text, cue.start, cue.end))


def _from_verb(page: Page, one: Attribution, lexicon: Lexicon) -> tuple[Span, ...]:
    """From the verb to the end of the statement, where it reads on so from a name."""
    if one.cue is None or one.content[0].start < one.cue.end or _is_noun(page, one.cue, lexicon):
        return ()
    if lexicon.writing.unspaced and one.act in _ASSERTING and not one.negated:
        return ()
    if page.sentence_at(one.cue.start) != page.sentence_at(one.content[0].start):
        return ()
    if one.source is not None and one.source.start >= one.cue.end:
        return ()
    start = _verb_start(page, one.source, one.cue, lexicon, negated=one.negated)
    span = trimmed(page.text, Span(start, one.content[-1].end))
    bare = page.bare(span.start, span.end) if span else None
    return (bare,) if bare is not None else ()


def _verb_start(page: Page, source: Span | None, cue: Span, lexicon: Lexicon, *, negated: bool) -> int:
    """Where a line from the verb begins: right after a speaker close before it, else with the verb's auxiliaries."""
    start = cue.start
    if source is not None:
        between = page.text[source.end : start]
        if len(page.words_in(source.end, start)) <= _BETWEEN and not any(mark in between for mark in _MARKS):
            return source.end
    elif negated and (before := page.words_in(max(0, start - 12), start)[-1:]):
        start = before[0].start
    return _with_auxiliaries(page, start, lexicon)


def _with_auxiliaries(page: Page, start: int, lexicon: Lexicon) -> int:
    """Where the verb that begins at ``start`` does so with its auxiliaries and negation."""
    sentence = page.sentences[page.sentence_at(start)]
    belonging = lexicon.lists["auxiliaries"], lexicon.lists["negations"]
    for word in reversed(lexicon.words(page.text, sentence.start, start)):
        if page.text[word.span.end : start].strip() or not any(map(word.of, belonging)):
            break
        start = word.span.start
    return start


def _finished(page: Page, pieces: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """``pieces`` without the words at the end of one after which something more would follow: "and", "of the"."""
    return tuple(span for piece in pieces if (span := _without_end(page, piece, lexicon)) is not None)


def _without_end(page: Page, piece: Span, lexicon: Lexicon) -> Span | None:
    end = piece.end
    for word in reversed(lexicon.words(page.text, piece.start, piece.end)):
        if page.text[word.span.end : end].strip() or not word.of(lexicon.lists["unfinished"]):
            break
        end = word.span.start
    return page.bare(piece.start, end)


def _count(page: Page, pieces: Sequence[Span]) -> int:
    return sum(count_words(page.text, piece) for piece in pieces)


def _shortened(page: Page, pieces: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The first sentence of a statement that is too long for a line."""
    longest = LONGEST * 2 if lexicon.writing.unspaced else LONGEST
    if not pieces or _count(page, pieces) <= longest:
        return pieces
    first = pieces[0]
    end = page.sentences[page.sentence_at(first.start)].end
    bare = page.bare(first.start, min(first.end, end))
    return (bare,) if bare is not None else ()
