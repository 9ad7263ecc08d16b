"""Finds attributions in texts in other languages than English, from the multilingual tagger's links."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.text import Span
from bot.nlp.attributions import FLOOR, estimate_confidence
from bot.nlp.lang.denials import is_denied, is_supposed
from bot.nlp.lang.lexicon import Lexicon, load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.relays import find_relay
from bot.nlp.lang.speakers import Answer, resolve_speakers
from bot.nlp.lang.statements import find_statements, names_document
from bot.nlp.lang.turns import attribute_turns, find_turns, outside_turns
from bot.nlp.structure.quotations import classify_kind
from bot.nlp.structure.unattributed_quotations import split_paragraphs
from bot.nlp.tagger.model import DEFAULT_FOLDER
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText
from bot.nlp.tagger.tagger import Tagger
from bot.nlp.tagger.tokens import tokenize_multilingual

FOLDER = DEFAULT_FOLDER / "multilingual"
_OPEN, _CLOSED, _EITHER = "«„「『《", "»”」』》", '"“'
_SINGLE, _REVERSED = "'‘", "”"
_DASHES = ("—", "–")
"""Dashes that open a line of a dialogue; a hyphen may open a list."""
_WITH_VERB = ("auxiliaries", "pronouns.objects", "adverbs")
STATEMENT = 0.45
"""Below this probability of reporting a statement, an attribution is an attitude."""


@lru_cache(maxsize=1)
def load_multilingual_tagger() -> Tagger:
    """The released multilingual tagger, loaded and checked once per process, when a text first needs it."""
    return Tagger.load(FOLDER, tokenize_multilingual)


def find_attributions(text: str, tagging: TaggedText, code: str) -> tuple[Attribution, ...]:
    """All attributions of ``text``, in text order. ``tagging`` is what the multilingual tagger found in it."""
    page = Page(text, load_lexicon(code), tagging.names)
    links = find_statements(page, tagging.links)
    turns = find_turns(page, links)
    links = outside_turns(links, turns)
    answers = resolve_speakers(page, links)
    found = [(link, _attribution(page, link, answer)) for link, answer in zip(links, answers, strict=True)]
    relays = {one.content: one.relayed_by for _, one in found if one.relayed_by is not None}
    found = [(link, _relayed(one, relays.get(one.content))) for link, one in found]
    said = ((link, one) for link, one in found if not names_document(page, link))
    likely = [one for link, one in said if one.confidence >= FLOOR or _is_likely(link)]
    spoken = attribute_turns(page, turns, [answer.speaker for answer in answers if answer.speaker is not None])
    kept = sorted((*likely, *spoken), key=lambda one: one.content[0]) if spoken else likely
    parts = ((one, part) for one in kept for part in split_paragraphs(text, one))
    return tuple(part if part is one else replace(part, kind=_kind(page, part.content)) for one, part in parts)


def _relayed(one: Attribution, relay: str | None) -> Attribution:
    """An attribution with the relay of another one with the same words."""
    own = one.speaker is None or one.speaker.name == relay
    return one if relay is None or own else replace(one, relayed_by=relay)


def _is_likely(link: AttributionLink) -> bool:
    """Whether an attribution is likely enough to be kept, whoever the speaker is."""
    return estimate_confidence(link.score, link.statement, 0.5) >= FLOOR


def _attribution(page: Page, link: AttributionLink, answer: Answer) -> Attribution:
    kind = Kind.DIRECT if _is_dialogue(page, link) else _kind(page, link.content)
    cue = link.cue.of(page.text) if link.cue else None
    act = _act(page.lexicon, cue, link.statement)
    spoken = kind is Kind.DIRECT and any(page.quotation(piece.start) in page.spoken for piece in link.content)
    if act is Act.ATTITUDE and spoken:
        act = Act.SAYS
    statement = 0.5 if act is Act.ATTITUDE else link.statement
    beliefs = (link.score, statement, answer.confidence if answer.speaker else None)
    verb = None
    if link.cue is not None:
        sentence = page.sentences[page.sentence(link.cue.start)]
        verb = (page.text, page.lexicon, sentence, link.source, link.cue)
    return Attribution(
        content=link.content,
        source=link.source,
        cue=link.cue,
        kind=kind,
        act=act,
        speaker=answer.speaker,
        relayed_by=_relay(page, link, answer),
        confidence=round(estimate_confidence(*beliefs), 4),
        negated=_is_negated(page, link) or (verb is not None and is_denied(*verb)),
        conditional=_holds(page, link, "conditions") or (verb is not None and is_supposed(*verb)),
    )


def _relay(page: Page, link: AttributionLink, answer: Answer) -> str | None:
    """Who passes a statement on, if that is somebody else than the speaker."""
    relay = find_relay(page, link) if answer.speaker is not None else None
    own = answer.speaker is not None and relay is not None and relay in answer.speaker.name
    return None if own else relay


def _kind(page: Page, content: Sequence[Span]) -> Kind:
    if _is_in_marks(page.text, content):
        return Kind.DIRECT
    return classify_kind(page.text, content, page.quotations)


def _is_dialogue(page: Page, link: AttributionLink) -> bool:
    """Whether a dash opens the line of a statement and its verb follows: "— The port is open, he replies"."""
    first = link.content[0]
    line = page.paragraph(first.start)
    begun = page.text[line.start : first.start].strip() or page.text[first.start]
    return link.cue is not None and first.end <= link.cue.start < line.end and begun in _DASHES


def _is_in_marks(text: str, content: Sequence[Span]) -> bool:
    """Whether all the words are in quotation marks.

    Quotations may nest, and close after an interruption: "A, - said Venn. - B".
    """
    said, depth, before = " ".join(piece.of(text) for piece in content), 0, " "
    for at, sign in enumerate(said):
        opens = not before.isalnum() and said[at + 1 : at + 2].isalnum()
        first = not depth and not at  # with a space after it, or a single one
        if sign in _OPEN or (sign in _EITHER and (opens or first)) or (first and sign in _SINGLE + _REVERSED):
            depth += 1
        elif sign in _CLOSED or sign in _EITHER:
            depth = max(0, depth - 1)
        elif sign.isalnum() and not depth:
            return False
        before = sign
    return bool(said)


def _act(lexicon: Lexicon, cue: str | None, statement: float) -> Act:
    found = lexicon.act(cue) if cue else None
    if found is not None:
        return found
    return Act.SAYS if statement >= STATEMENT else Act.ATTITUDE


def _is_negated(page: Page, link: AttributionLink) -> bool:
    """Whether a negation stands in or before the cue, with only what belongs to the verb between."""
    if link.cue is None or not page.lexicon.writing.cased:
        return _holds(page, link, "negations")
    lists, start = page.lexicon.lists, link.cue.start
    if any(word.forms[0] in lists["negations"].whole for word in page.words(link.cue)):
        return True
    for word in page.words_before(start):
        if page.text[word.span.end : start].strip("'’ \xa0"):
            return False
        if word.forms[0] in lists["negations"].whole:
            return True
        if not page.lexicon.has(word, *_WITH_VERB):
            return False
        start = word.span.start
    return False


def _holds(page: Page, link: AttributionLink, words: str) -> bool:
    """Whether the cue, or the word right before it, is on a list."""
    if link.cue is None:
        return False
    if page.lexicon.writing.unspaced:
        around = page.text[max(0, link.cue.start - 2) : link.cue.end]
        return page.lexicon.pattern[words].search(around) is not None
    inside = page.words(link.cue)
    before = page.lexicon.words(page.text, max(0, link.cue.start - 12), link.cue.start)[-1:]
    return any(word.forms[0] in page.lexicon.lists[words].whole for word in (*before, *inside))
