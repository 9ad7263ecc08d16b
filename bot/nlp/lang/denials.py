"""Finds what keeps a verb of saying from having been said: a denial, a refusal, a condition before the speaker."""

from bot.domain.attribution import Act
from bot.domain.text import Span
from bot.nlp.lang.lexicon import Lexicon

_DENYING = (Act.DENIES, Act.REJECTS)
_PASSED = ("auxiliaries", "conjunctions", "governing", "infinitives", "negations")
"""Words that may stand between a denial and the verb that it governs: "denied [that he had] said"."""
_MOST_PASSED = 5
_REACH = 200
_REACH_UNSPACED = 24


def find_denial(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> Span | None:
    """The verb that denies or refuses what ``cue`` says: "[denied] having said", "[refused] to say"."""
    if lexicon.writing.unspaced:
        return _find_unspaced(text, lexicon, sentence, source, cue)
    passed = 0
    for word in reversed(lexicon.words(text, max(sentence.start, cue.start - _REACH), cue.start)):
        if source is not None and source.overlaps(word.span):
            continue
        if word.of(lexicon.lists["refusals"]) or lexicon.act(word.text) in _DENYING:
            return word.span
        passed += 1
        if passed > _MOST_PASSED or not any(word.of(lexicon.lists[name]) for name in _PASSED):
            return None
    return None


def _find_unspaced(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> Span | None:
    start = max(sentence.start, cue.start - _REACH_UNSPACED)
    found = lexicon.find_cues(text, start, cue.start)
    if not found or lexicon.act(found[-1].of(text)) not in _DENYING:
        return None
    between = Span(found[-1].end, cue.start) if found[-1].end < cue.start else None
    if between is None or (source is not None and source.contains(between)):
        return found[-1]
    left = lexicon.pattern["auxiliaries"].sub("", between.of(text)).strip()
    return None if left else found[-1]


def is_supposed(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> bool:
    """Whether nobody vouches that it was said: "if Venn had said", "it is unclear whether Venn said"."""
    begin = source.start if source is not None and source.start < cue.start else cue.start
    if begin <= sentence.start:
        return False
    if _is_unproven(text, lexicon, max(sentence.start, begin - _REACH), begin):
        return True
    if lexicon.writing.unspaced:
        return lexicon.pattern["conditions"].search(text, max(sentence.start, begin - 3), begin) is not None
    for word in reversed(lexicon.words(text, max(sentence.start, begin - _REACH), begin)):
        if text[word.span.end : begin].strip():
            return False
        if word.of(lexicon.lists["conditions"]):
            return True
        if not word.of(lexicon.lists["auxiliaries"]):
            return False
        begin = word.span.start
    return False


def _is_unproven(text: str, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the sentence before a speaker says that nobody vouches for it: "there is no evidence that"."""
    cues = lexicon.find_cues(text, start, end)
    if lexicon.writing.unspaced:
        found = {name: lexicon.pattern[name].search(text, start, end) for name in ("evidence", "unclear", "negations")}
        evidence = found["evidence"] if found["negations"] is not None else None
        named = evidence or found["unclear"]
        return named is not None and all(cue.start == named.end() for cue in cues)  # "evidence [shows]"
    words = lexicon.words(text, start, end)
    missing = [word for word in words if word.of(lexicon.lists["evidence"])]
    missing = missing if any(word.of(lexicon.lists["negations"]) for word in words) else []
    missing += [word for word in words if word.of(lexicon.lists["unclear"])]
    return bool(missing) and all(cue == word.span for cue in cues for word in missing[:1])
