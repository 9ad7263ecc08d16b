"""Finds what keeps a verb of saying from having been said: a denial, a refusal, a condition before the speaker."""

import re

from bot.domain.attribution import DENIALS
from bot.domain.text import Span
from bot.nlp.lang.lexicon import Lexicon

_PASSED = ("auxiliaries", "conjunctions", "governing", "infinitives", "negations")
"""Words that may stand between a denial and the verb that it governs: "denied [that he had] said"."""
_MOST_PASSED = 5
_WITHIN = " \t\n\u00a0'’-"
"""Signs between words that no clause ends with."""
_CLAUSE_END = re.compile(r"[,،，;；:：.。«»“”\"「」『』()（）]|\s[-–—]\s")
_NEXT = 12
_REACH = 200
_REACH_UNSPACED = 24


def is_denied(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> bool:
    """Whether a verb before ``cue`` denies or refuses what it says: "denied having said", "refused to say"."""
    if lexicon.writing.unspaced:
        return _is_denied_unspaced(text, lexicon, sentence, source, cue)
    if _starts_anew(lexicon, cue.of(text)):
        return False
    passed, after, joined = 0, cue.start, False
    for word in reversed(lexicon.words(text, max(sentence.start, cue.start - _REACH), cue.start)):
        if source is not None and source.overlaps(word.span):
            after = word.span.start
            continue
        if text[word.span.end : after].strip(_WITHIN) and not joined:
            return False  # "denied it, saying"; but not "denies, that he said"
        after, joined = word.span.start, word.of(lexicon.lists["conjunctions"])
        if word.of(lexicon.lists["refusals"]) or lexicon.act(word.text) in DENIALS:
            return True
        passed += 1
        if passed > _MOST_PASSED or not lexicon.has(word, *_PASSED):
            return False
    return False


def _starts_anew(lexicon: Lexicon, cue: str) -> bool:
    """Whether a cue goes on from another verb rather than being governed by it: "[saying]", "[and said]"."""
    words = lexicon.words(cue)
    if not words:
        return False
    first, last = words[0], words[-1]
    attached = lexicon.lists["attached_conjunctions"].whole
    front = next((one for one in attached if first.text.startswith(one) and lexicon.act(first.text[len(one) :])), None)
    return front is not None or last.of(lexicon.lists["participles"])


def _is_denied_unspaced(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> bool:
    start = max(sentence.start, cue.start - _REACH_UNSPACED)
    found = lexicon.find_cues(text, start, cue.start)
    if not found or lexicon.act(found[-1].of(text)) not in DENIALS:
        return False
    between = Span(found[-1].end, cue.start) if found[-1].end < cue.start else None
    if between is None or (source is not None and source.contains(between)):
        return True
    left = lexicon.pattern["auxiliaries"].sub("", between.of(text)).strip()
    return not left


def is_supposed(text: str, lexicon: Lexicon, sentence: Span, source: Span | None, cue: Span) -> bool:
    """Whether nobody vouches that it was said: "if Venn had said", "it is unclear whether Venn said"."""
    begin = source.start if source is not None and source.start < cue.start else cue.start
    if begin <= sentence.start:
        return False
    if cue.end < len(text) and lexicon.lists["asking"].entries:
        following = lexicon.words(text, cue.end, min(len(text), cue.end + _NEXT))[:1]
        if following and following[0].of(lexicon.lists["asking"]):
            return True
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
    """Whether the clause before a speaker says that nobody vouches for it: "there is no evidence that"."""
    start = _start_of_clause(text, lexicon, start, end)
    if start >= end:
        return False
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


def _start_of_clause(text: str, lexicon: Lexicon, start: int, end: int) -> int:
    """Where the clause before ``end`` begins; a mark before "that" ends none: "no proof of it, that Venn"."""
    marks = [match.end() for match in _CLAUSE_END.finditer(text, start, end)]
    while marks:
        words = [] if lexicon.writing.unspaced else lexicon.words(text, marks[-1], end)
        if not words or not words[0].of(lexicon.lists["conjunctions"]):
            return marks[-1]
        marks.pop()
    return start
