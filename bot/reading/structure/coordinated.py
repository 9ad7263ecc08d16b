"""Statements run together: "stressed the treaty and thanked the crew" is two, though one was marked.

A content without a clause of its own, a noun phrase, cannot hold a verb of saying: one that follows "and" there goes
with the cue, has its subject and begins another statement. So does one right after a quotation has ended. An "and" at
such a content's end leads to another statement, and is none of its words.
"""

import re
from dataclasses import replace
from itertools import pairwise

from bot.domain.text import Span, hull
from bot.reading.acts import find_verbs
from bot.reading.attribution.tagging import Link

_AND = re.compile(
    r"(?:,|(?<!\s))\s++(?:and|but)\s++(?:(?:also|then|again|further|once again)\s++)?(?=(?P<verb>[a-z]+ed)\b)"
)
_CLAUSE = re.compile(
    r"\b(?:that|who|which|whose|whether|if|when|where|he|she|they|it|we|i|you|is|are|was|were|be|been|has|have|had|will|"
    r"would|can|could|may|might|must|should|to\s+[a-z]+)\b|[“”\"«»:;]"
)
"""What makes a clause, or somebody's very words, of what stands before: then the verb may be in it."""
_CUE = re.compile(
    r"(?:[a-z]+ly\s+|also\s+|then\s+)*(?:[a-z]+ed|said|told|wrote)(?:\s+(?:for|on|upon|about|of|to))?", re.IGNORECASE
)
_LED_ON = re.compile(r"(?:,|(?<!\s))\s++(?:and|but|or)$")
_LEAST = 2
"""Words that a content has at least."""


def _ends_a_quotation(before: str) -> bool:
    """Whether ``before`` ends with the mark that closes the last quotation in it."""
    bare = before.rstrip(", ")
    paired = bare.count("“") == bare.count("”") and bare.count("«") == bare.count("»") and bare.count('"') % 2 == 0
    return paired and bare.endswith(("”", "»", '"'))


def part_coordinated(text: str, link: Link) -> tuple[Link, ...]:
    """``link``, or the two or more that it holds; the later ones have no source of their own."""
    content = hull(link.content)
    gaps = [text[one.end : other.start] for one, other in pairwise(link.content)]
    if link.cue is None or not _CUE.fullmatch(link.cue.of(text)) or any(map(str.strip, gaps)):
        return (link,)
    for match in _AND.finditer(content.of(text)):
        before, after = text[content.start : content.start + match.start()], text[content.start + match.end("verb") :]
        if _CLAUSE.search(before) and not _ends_a_quotation(before):
            continue
        verb = Span(content.start + match.start("verb"), content.start + match.end("verb"))
        enough = len(before.split()) >= _LEAST and len(text[verb.end : content.end].split()) >= _LEAST
        if match["verb"] in find_verbs() and enough and after[:1] == " ":
            rest = Span(verb.end + 1, content.end)
            first = replace(link, content=(Span(content.start, content.start + match.start()),))
            return (first, *part_coordinated(text, replace(link, source=None, cue=verb, content=(rest,))))
    led_on = _LED_ON.search(content.of(text))
    if led_on is not None and led_on.start() and not _CLAUSE.search(content.of(text)):
        return (replace(link, content=(Span(content.start, content.start + led_on.start()),)),)
    return (link,)
