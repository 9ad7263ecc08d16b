"""Ends statements with their relative clause: "she cited the fire, which pilots blamed on the port, and the flood".

The comma that closes the clause ends the statement. None of 41 such clauses in annotated articles (PolNeAR, State
Department, Wikinews) has words of the speaker beyond it, except short additions ("…, in Wales in 2014"). A list that
the clause interrupted continues after it, with its own speaker.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span, number_at
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_OPENING = re.compile(r",\s(?:which|whom)\s$")
_REACH = len(", which ")
_COMMA = re.compile(r",\s(?=[^\W\d])")
_ADDING = re.compile(
    r"(?:and|or|but|nor|as|at|by|for|from|in|into|like|of|off|on|over|to|under|up|with|without|within|after|before|since|"
    r"until|despite|during|if|when|where|while|because|although|though|unless|who|which|whom|whose|that|than|such|"
    r"including|especially|particularly|mostly|mainly|even|only|not|[a-z]+ing|[a-z]+ly)\b",
    re.IGNORECASE,
)
"""How an addition to the words before a comma begins."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|he|she|it|they|who|which|that|"
    r"sa(?:id|ys)|[a-z]+ed)\b"
)


def end_relative_clauses(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in their order; none in a relative clause extends beyond it."""
    found = list(links)
    if not any(_clause_start(text, link) for link in links):
        return found
    sentences, quotations = find_sentences(text), find_quotations(text)
    for number, link in enumerate(links):
        opened = _clause_start(text, link)
        content = link.content[-1]
        closed = opened and _closing(text, content, quotations)
        if not closed:
            continue
        found[number] = replace(link, content=(*link.content[:-1], Span(content.start, closed)))
        rest = text[closed : sentences[number_at(sentences, content.start)].end]
        interrupted = _interrupted(found, number, opened) if _is_list(rest) else None
        if interrupted is not None:
            outer = found[interrupted]
            going_on = Span(closed + 2, closed + len(rest.rstrip(" \n.")))
            if not any(span.overlaps(going_on) for one in found for span in one.spans):
                found[interrupted] = replace(outer, content=(*outer.content, going_on))
    return found


def _clause_start(text: str, link: AttributionLink) -> int:
    """The position of the comma that opens the relative clause of ``link``; 0 if there is none."""
    if link.source is None or link.cue is None or not link.source.end <= link.cue.end <= link.content[-1].start:
        return 0
    opening = _OPENING.search(text, max(0, link.source.start - _REACH), link.source.start)
    return opening.start() if opening else 0


def _closing(text: str, content: Span, quotations: Sequence[Span]) -> int:
    """The position in ``content`` of the comma that closes its clause; 0 if there is none."""
    for comma in _COMMA.finditer(text, content.start + 1, content.end):
        at = bisect_right(quotations, comma.start(), key=lambda q: q.start)
        if at and comma.start() < quotations[at - 1].end:
            continue
        return 0 if _ADDING.match(text, comma.end()) else comma.start()
    return 0


def _is_list(rest: str) -> bool:
    """Whether ``rest`` of a sentence continues a list rather than a clause: ", the flood, and the price of ice"."""
    return re.search(r"\band\b", rest) is not None and not _FINITE.search(rest)


def _interrupted(links: Sequence[AttributionLink], inner: int, opened: int) -> int | None:
    """The index of the only link whose content ends where the clause of ``inner`` was ``opened``."""
    numbers = [
        number
        for number, link in enumerate(links)
        if number != inner and link.cue and link.cue.end <= link.content[0].start
        and opened <= link.content[-1].end <= opened + 1
    ]  # fmt: skip
    return numbers[0] if len(numbers) == 1 else None
