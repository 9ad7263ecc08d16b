"""Finds the outlet that passes a statement on: "said Venn, quoted by the agency", "the daily quotes a grower"."""

from itertools import takewhile

from bot.domain.text import Span
from bot.nlp.lang.lexicon import Word
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import PhraseKind, parse_source_phrase
from bot.nlp.tagger.tagged_text import AttributionLink

_FARTHEST = 120
"""Maximum characters between a speaker and the end of the outlet's name."""
_LONGEST, _FEWEST = 6, 2
_OUTLETS = (PhraseKind.BODY, PhraseKind.OTHER, PhraseKind.PERSON)
_MARKS = ',;:.()«»“”"\n،'


def find_relay(page: Page, link: AttributionLink) -> str | None:
    """The name of the outlet that quotes the speaker of a link; None if the text names none."""
    if page.lexicon.writing.unspaced or link.cue is None or link.source is None:
        return None
    between = _named_between(page, link.cue, link.source)
    return between or _named_before(page, link.cue, link.source) or _named_after(page, link, link.source)


def _named_between(page: Page, cue: Span, source: Span) -> str | None:
    """The outlet behind a verb of quoting and before "from", without capitals: "quotes the agency from Venn"."""
    lists = page.lexicon.lists
    if page.lexicon.writing.cased or not any(word.of(lists["cue.relays"]) for word in page.words(cue)):
        return None
    words = page.words(Span(cue.end, source.start)) if cue.end < source.start <= cue.end + _FARTHEST else []
    if len(words) < _FEWEST or words[-1].forms[0] not in lists["cue.source_prepositions"].whole:
        return None
    outlet = Span(words[0].span.start, words[-2].span.end)
    near = page.text[words[-2].span.end : words[-1].span.start].strip(' "»”') == ""
    known = words[0].of(lists["bodies.words"]) and len(words) <= _LONGEST + 1 and near
    return parse_source_phrase(page, outlet).name if known else None


def _named_before(page: Page, cue: Span, source: Span) -> str | None:
    """The subject of a verb of quoting, if the person quoted follows it."""
    if source.start < cue.end or not any(w.of(page.lexicon.lists["relays.quoting"]) for w in page.words(cue)):
        return None
    sentence = page.sentences[page.sentence(cue.start)]
    start = max(sentence.start, cue.start - _FARTHEST)
    words = page.words(Span(start, cue.start))[-_LONGEST:] if start < cue.start else []
    return _outlet(page, _within_marks(page, words[::-1], cue.start, back=True)[::-1])


def _named_after(page: Page, link: AttributionLink, source: Span) -> str | None:
    """The outlet behind "quoted by" after everything else in the sentence."""
    lists, cue = page.lexicon.lists, link.cue or source
    sentence = page.sentences[page.sentence(cue.start)]
    start = max(cue.end, source.end, *(one.end for one in link.content if sentence.contains(one)))
    end = min(sentence.end, start + _FARTHEST)
    words = page.words(Span(start, end)) if start < end else []
    at = next((n for n, word in enumerate(words) if word.of(lists["relays.cited"])), None)
    if at is None or not (_is_behind_comma(page, words[at]) or _is_relative(page, words[at - 1 : at])):
        return None
    by, after = lists["relays.by"].whole, words[at + 1 :]
    if by and (not after or after[0].forms[0] not in by):
        return None
    after = after[1:] if by else after
    return _outlet(page, _within_marks(page, after, words[at].span.end))


def _is_behind_comma(page: Page, word: Word) -> bool:
    return page.text[max(0, word.span.start - 2) : word.span.start].rstrip()[-1:] in (",", "،")


def _is_relative(page: Page, before: list[Word]) -> bool:
    return any(word.forms[0] in page.lexicon.lists["pronouns.relative"].whole for word in before)


def _within_marks(page: Page, words: list[Word], place: int, *, back: bool = False) -> list[Word]:
    """The words next to a position, up to a punctuation mark."""
    kept: list[Word] = []
    for word in words[:_LONGEST]:
        between = page.text[word.span.end : place] if back else page.text[place : word.span.start]
        if any(mark in between.strip('«“"' if not kept else "") for mark in _MARKS):
            break
        kept.append(word)
        place = word.span.start if back else word.span.end
    return kept


def _outlet(page: Page, words: list[Word]) -> str | None:
    """The proper name among words that name a body, without its kind: "Estrella" in "the agency Estrella"."""
    lists = page.lexicon.lists
    common = list(takewhile(lambda word: page.lexicon.has(word, "articles", "bodies.generic"), words))
    named = list(takewhile(lambda word: word.capital or word.of(lists["names.particles"]), words[len(common) :]))
    while named and not named[-1].capital:
        named.pop()
    if not named:
        return None
    span = Span(named[0].span.start, named[-1].span.end)
    known = any(word.of(lists["bodies.generic"]) for word in common)
    return span.of(page.text) if known or parse_source_phrase(page, span).kind in _OUTLETS else None
