"""Corrects statements in relative clauses: they begin with their antecedent and end with their clause.

"She cited the fire, which pilots blamed on the port, and the flood".

The comma that closes the clause ends the statement. None of 41 such clauses in annotated articles (PolNeAR, State
Department, Wikinews) has words of the speaker beyond it, except short additions ("…, in Wales in 2014"). A list that
the clause interrupted continues after it, with its own speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span, number_at
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations, quotation_at
from bot.nlp.tagger.tagged_text import AttributionLink

_OPENING = re.compile(r",\s(?:which|whom|who)\s$")
_REACH = len(", which ")
_COMMA = re.compile(r",\s(?=[^\W\d])")
_ADDING = re.compile(
    r"(?:and|or|but|nor|as|at|by|for|from|in|into|like|of|off|on|over|to|under|up|with|without|within|after|before|since|"
    r"until|despite|during|if|when|where|while|because|although|though|unless|who|which|whom|whose|that|than|such|"
    r"including|especially|particularly|mostly|mainly|even|only|not|[a-z]+ing|[a-z]+ly)\b",
    re.IGNORECASE,
)
"""The beginning of an addition to the words before a comma."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|he|she|it|they|who|which|that|"
    r"sa(?:id|ys)|[a-z]+ed)\b"
)


_PRONOUN = re.compile(r"(?P<comma>,?)\s(?:which|whom?|that)\s\Z")
_DETERMINER = re.compile(
    r"(?:the|an?|this|these|those|its|his|her|their|our|some|several|many|two|three|four|five|all|another|[A-Z][\w-]*['’]s?)\Z"
)
_PREPOSITION = frozenset(
    "in on at to for from with by about over into against between among near under as than".split()
)
_STOP = re.compile(
    r"[a-z]+(?:ed|ing)|and|or|but|that|which|who|is|are|was|were|has|have|had|will|would|could|not|after|before"
    r"|.*(?:[,;:”\"—–]|[^\W\d_]{3}\.)|-+"
)
"""A word at which a noun phrase ends, searching backwards."""
_WHEN = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|night|morning|evening|week|month|year|last|this|next"
)
_FAR = 120
"""How many characters before a clause are searched for its antecedent."""
_MOST = 9
"""Maximum words of an antecedent."""


def name_antecedents(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in order, with antecedents in place of relative pronouns: "a boat, which Dahl said was lost".

    If the antecedent is unclear, as after "a boat in Oslo, which", the pronoun stays.
    """
    return [_with_antecedent(text, link) for link in links]


def _with_antecedent(text: str, link: AttributionLink) -> AttributionLink:
    pronoun, *said = link.content
    if not said or link.source is None or not pronoun.end < link.source.start <= pronoun.end + 2:
        return link
    opening = _PRONOUN.search(text, max(0, pronoun.start - 2), pronoun.end + 1)
    if opening is None or opening.end() != pronoun.end + 1:
        return link
    about = _noun_phrase_before(text, opening.start(), close=not opening["comma"])
    if about is None or _disagree(about.of(text), text[said[0].start : said[0].end].partition(" ")[0]):
        return link
    return replace(link, content=(about, *said))


def _disagree(about: str, verb: str) -> bool:
    """Whether a noun phrase and a verb disagree in number."""
    noun = about.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    plural = noun.islower() and noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return verb in ("is", "was", "has") if plural else verb in ("are", "were", "have") and noun.islower()


def _noun_phrase_before(text: str, end: int, *, close: bool) -> Span | None:
    """The noun phrase that ends at ``end``; with ``close``, even one governed by a preposition."""
    begun = max(text.rfind("\n", max(0, end - _FAR), end) + 1, end - _FAR)
    words = list(re.finditer(r"\S+", text[begun:end]))
    while words and _WHEN.fullmatch(words[-1][0]):
        words.pop()
    first = len(words)
    while first and len(words) - first < _MOST:
        word = words[first - 1][0]
        owned = first < len(words) and words[first][0] == "of"
        if not owned and (word in _PREPOSITION or _STOP.fullmatch(word)):
            break
        first -= 1
        if _DETERMINER.match(word) and not (first and words[first - 1][0] == "of"):
            break
    before = words[first - 1][0] if first else ""
    if first == len(words) or (not close and before in _PREPOSITION):
        return None
    if not _DETERMINER.match(words[first][0]):
        named = (n for n in range(first, len(words)) if words[n][0][0].isupper())
        first = next(named, len(words) - 1)  # "to withdraw taxes": the word before a bare noun may be a verb
    return Span(begun + words[first].start(), begun + words[-1].end())


def end_relative_clauses(text: str, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links`` in order; statements in relative clauses are cut at the end of the clause."""
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
        if quotation_at(quotations, comma.start()) is None:
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
