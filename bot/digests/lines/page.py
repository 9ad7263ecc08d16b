"""An article prepared for composing lines: its words, sentences and quotations, looked up by position."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.text import UNSPACED, Span, trimmed
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:[’'.-][^\W_{UNSPACED}]+)*")
_SHORT_FORM = re.compile(r"\b[^\W\d_]{1,2}\.[^\W\d_]{1,2}\.$")
MOST = 300
"""Maximum attributions that are considered: they are compared with one another, and no first page needs more."""
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_NEAR = 60
"""Maximum characters between a clause's beginning, its subject and its verb."""
_JOINT = re.compile(
    r"(?:[,;]|\s[–—-]{1,2})\s(?:and|but|while|whereas|although|with)\s[^,;\n“”\"–—]{0,60}(?:,\s)?\Z"
    r"|\s[–—-]{1,2}\s[^,;\n“”\"–—]{1,30},\s\Z"
)
"""What joins a clause to the one before, up to its subject: ", and on Friday, ", " - another, "."""


class Page:
    """The text of ``reading`` with its lookup tables. Made once for all lines of an article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.attributions = sorted(reading.analysis.attributions, key=lambda one: one.span)[:MOST]
        self.sentences = find_sentences(self.text)
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self.quotations = find_quotations(self.text)
        self._quotation_starts = [quotation.start for quotation in self.quotations]
        self._marked = _with_pairs(self.text, self.quotations)
        self.words = [Span(*match.span()) for match in _WORD.finditer(self.text)]
        self._starts = [word.start for word in self.words]
        lower = self.text.lower().replace("’", "'")
        whole = lower if len(lower) == len(self.text) else None  # "İ" gets longer in lower case
        self.lowers = [whole[w.start : w.end] if whole is not None else self.lower(w) for w in self.words]
        self.vocabulary = frozenset(self.lowers)
        self.verb_starts: dict[tuple[Span | None, Span | None], int | None] = {}
        self.spans = [one.span for one in self.attributions]
        self._subjects = self._find_subjects()
        self.sources = Counter(one.source for one in self.attributions)
        self._cue_starts = sorted(one.cue.start for one in self.attributions if one.cue is not None)

    def _find_subjects(self) -> list[Span]:
        """The speakers right before their verbs, each from the beginning of its clause; none overlaps another."""
        found: list[Span] = []
        for one in sorted(self.attributions, key=lambda one: one.cue or one.span):
            if one.source is None or one.cue is None or not 0 <= one.cue.start - one.source.end < _NEAR:
                continue
            if one.content[0].start < one.source.start:
                continue  # "the harbour is open, with two ports shut, Dahl said"
            begun = self.sentences[self.sentence_at(one.source.start)].start
            joint = _JOINT.search(self.text, max(begun, one.source.start - _NEAR), one.source.start)
            start = joint.start() + 1 if joint else one.source.start
            if not found or start >= found[-1].end:
                found.append(Span(start, one.cue.start))
        return found

    def ends_in_subject(self, span: Span) -> bool:
        """Whether ``span`` ends with the subject of a statement whose verb follows it: ", while Dahl"."""
        found = bisect_left(self._subjects, span.end, key=lambda subject: subject.end)
        return found < len(self._subjects) and span.start < self._subjects[found].start < span.end

    def counts_cues(self, start: int, end: int) -> int:
        """How many signals of statements begin at or after ``start`` and before ``end``."""
        return bisect_left(self._cue_starts, end) - bisect_left(self._cue_starts, start)

    def speaker_name(self, place: int) -> str:
        """The speaker of the statement at ``place``; "" if nobody is named."""
        speaker = self.attributions[place].speaker
        return speaker.name if speaker else ""

    def is_of_issuer(self, one: Attribution) -> bool:
        """Whether those who issue the text speak: "we" of a joint statement or a ministry, "both sides" of states."""
        if one.speaker is None or one.source is None:
            return False
        states = one.speaker.name.split("; ") if one.speaker.name == one.speaker.country else []
        source = self.lower(one.source)
        return source == "we" or (len(states) > 1 and not any(state.lower() in source for state in states))

    def words_in(self, start: int, end: int) -> list[Span]:
        """The words that begin at or after ``start`` and before ``end``."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def lower_in(self, start: int, end: int) -> list[str]:
        """The words that begin at or after ``start`` and before ``end``, in lower case."""
        return self.lowers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def places(self, span: Span) -> range:
        """The numbers of the words in ``span``."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def count(self, spans: Sequence[Span]) -> int:
        """The number of words in ``spans``."""
        return sum([len(self.places(span)) for span in spans])

    def lower(self, span: Span) -> str:
        """The characters of ``span``, in lower case and with plain apostrophes."""
        return self.text[span.start : span.end].lower().replace("’", "'")

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that contains ``position``."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def quotation_at(self, position: int) -> Span | None:
        """The quotation that contains ``position``, its marks included; None outside."""
        found = bisect_right(self._quotation_starts, position)
        return self.quotations[found - 1] if found and position < self.quotations[found - 1].end else None

    def is_balanced(self, span: Span) -> bool:
        """Whether ``span`` cuts no quotation and no bracket: each is inside it, contains it, or is outside."""
        first, last = self.quotation_at(span.start), self.quotation_at(span.end - 1)
        if first is not None and first.start < span.start and first.end < span.end:
            return False
        if last is not None and last.end > span.end and last.start > span.start:
            return False
        words = self._marked[span.start : span.end]
        return all(words.count(a) == words.count(b) for a, b in _PAIRS) and words.count('"') % 2 == 0

    def bare(self, start: int, end: int) -> Span | None:
        """The slice without stops, commas and spaces at its ends, and without half a pair of quotation marks."""
        text = self.text
        for _ in range(4):
            span = trimmed(text, Span(start, end)) if start < end else None
            if span is None:
                return None
            start, end = span.start, span.end
            while start < end and (text[start] in ",;:—–-" or text[start].isspace()):
                start += 1
            while end > start and (text[end - 1] in ",;:—–-" or text[end - 1].isspace()):
                end -= 1
            if end > start and text[end - 1] == "." and not _is_short_form(text, start, end):
                end -= 1
            if start >= end:
                return None
            words = self._marked[start:end]
            if words[0] in "“«" and words.count(words[0]) > words.count("”»"["“«".index(words[0])]):
                start += 1
            elif words[-1] in "”»" and words.count(words[-1]) > words.count("“«"["”»".index(words[-1])]):
                end -= 1
            elif words.count('"') % 2 and words[0] == '"':
                start += 1
            elif words.count('"') % 2 and words[-1] == '"':
                end -= 1
            else:
                return Span(start, end + (text[end : end + 1] == "." and _is_short_form(text, start, end + 1)))
        return None


def _with_pairs(text: str, quotations: Sequence[Span]) -> str:
    """``text``, where quotations that open with one kind of mark and close with another have two of a kind."""
    mixed = [one for one in quotations if text[one.start] + text[one.end - 1] in ('"”', '“"')]
    signs = list(text) if mixed else []
    for one in mixed:
        signs[one.start], signs[one.end - 1] = "“", "”"
    return "".join(signs) if mixed else text


def _is_short_form(text: str, start: int, end: int) -> bool:
    """Whether the stop at ``end`` belongs to a word: "U.S.", "a.m."."""
    return _SHORT_FORM.search(text, max(start, end - 12), end) is not None
