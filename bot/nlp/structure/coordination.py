"""Splits coordinated statements: "stressed the treaty and thanked the crew" is two, though only one was tagged.

A verb of saying after "and" belongs with the cue, shares its subject and begins another statement, unless somebody in
the content may have said it: "that the crew waited and thanked". So the words before it need to be a noun phrase, end
with a quotation, or be a clause in which nobody does anything: "the boats had been searched and demanded an apology".
"""

import re
from dataclasses import replace
from itertools import pairwise

from bot.domain.text import Span, hull
from bot.nlp.reporting_verbs import find_verbs
from bot.nlp.tagger.tagged_text import AttributionLink

_SAID = frozenset(("said", "told", "wrote"))
_PAST = rf"(?:[a-z]+ed|{'|'.join(sorted(_SAID))})"
_AND = re.compile(
    r"(?:,|(?<!\s))\s++(?:and|but)\s++(?:(?:also|then|again|further|once again)\s++)?"
    rf"(?=(?P<verb>{_PAST})\b)"
)
_CLAUSE = re.compile(
    r"\b(?:that|who|which|whose|whether|if|when|where|he|she|they|it|we|i|you|is|are|was|were|be|been|has|have|had|will|"
    r"would|can|could|may|might|must|should|to\s+[a-z]+)\b|[“”\"«»:;]"
)
"""Words that make a clause or a quotation of what precedes, so that the verb may belong to it."""
_DEED = re.compile(rf"(?<!\b(?:was|has|had)\s)(?<!\b(?:were|been|have)\s)(?<!\bbe\s)\b{_PAST}\b")
"""What somebody in the content did, to which the verb may be joined."""
_CUE = re.compile(rf"(?:[a-z]+ly\s+|also\s+|then\s+)*{_PAST}(?:\s+(?:for|on|upon|about|of|to))?", re.IGNORECASE)
_TWO_WORDS = re.compile(r"\s*+\S++\s++\S")
"""Minimum length of a content."""
_BEFORE_COMMA = re.compile(r"[^, ](?=[, ]{0,40}+\Z)")
_COMMAS = 40
"""Characters before the end of a text that are searched for its last character other than spaces and commas."""


class _Marks:
    """Counts quotation marks from ``start`` on, each once, to find out whether all quotations are closed."""

    def __init__(self, text: str, start: int = 0) -> None:
        self._text = text
        self._at = start
        self._open = {"“": 0, "«": 0, '"': 0}

    def any_open(self) -> bool:
        """Whether the text that was read last ends inside a quotation."""
        return any(self._open.values())

    def all_closed_before(self, end: int) -> bool:
        """Whether the text before ``end`` ends by closing its last quotation. ``end`` must not decrease."""
        for opening, closing in (("“", "”"), ("«", "»")):
            self._open[opening] += self._text.count(opening, self._at, end) - self._text.count(closing, self._at, end)
        self._open['"'] = (self._open['"'] + self._text.count('"', self._at, end)) % 2
        self._at = end
        last = _BEFORE_COMMA.search(self._text, max(0, end - _COMMAS), end)
        return not self.any_open() and last is not None and last[0] in '”»"'


def split_coordinated(text: str, link: AttributionLink) -> tuple[AttributionLink, ...]:
    """``link``, or the two or more that it contains; all but the first have no source."""
    gaps = [text[one.end : other.start] for one, other in pairwise(link.content)]
    if link.cue is None or not _CUE.fullmatch(link.cue.of(text)) or any(map(str.strip, gaps)):
        return (link,)
    content = hull(link.content)
    words = content.of(text)
    parts: list[AttributionLink] = []
    start, marks, clause, deed = 0, _Marks(words), _CLAUSE.search(words), _DEED.search(words)
    for match in _AND.finditer(words):
        closed = marks.all_closed_before(match.start())
        in_clause = clause is not None and clause.end() <= match.start() and not closed
        if in_clause and (marks.any_open() or (deed is not None and deed.start() < match.start())):
            continue
        verb, end = match.span("verb")
        enough = _TWO_WORDS.match(words, start, match.start()) and _TWO_WORDS.match(words, end)
        if (match["verb"] in _SAID or match["verb"] in find_verbs()) and enough and words[end : end + 1] == " ":
            parts.append(replace(link, content=(Span(content.start + start, content.start + match.start()),)))
            start = end + 1
            rest = Span(content.start + start, content.end)
            link = replace(link, source=None, cue=Span(content.start + verb, content.start + end), content=(rest,))
            marks = _Marks(words, start)
            if clause is not None and clause.start() < start:
                clause = _CLAUSE.search(words, start)
            deed = _DEED.search(words, start)
    return (*parts, link)
