"""The positions of the sources to resolve, how they are nested, and which people in a source it refers to."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text import Span, hull
from bot.gazetteer.office_words import HEADS, SPEECH_NOUNS
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.offices import without_principal
from bot.nlp.speakers.organisations import DETERMINER
from bot.nlp.speakers.people import Person

ASIDE = 800
"""Maximum characters of a nested report; a longer one frames the text, and its speakers continue outside."""


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """The position of an attribution: the input of the resolver. Fields are as in a link of the tagger."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]

    @property
    def anchor(self) -> Span:
        """The words that identify the speaker: the source, else the cue, else the content."""
        return self.source or self.cue or self.content[0]

    @property
    def place(self) -> Span:
        """The position of the act of speaking: the cue, else the content."""
        return self.cue or self.content[0]

    @property
    def hull(self) -> Span:
        """From its first to its last character."""
        return hull(s for s in (self.source, self.cue, *self.content) if s is not None)

    def reports(self, other: "SourceSpan") -> bool:
        """Whether ``other`` is within the content of this one."""
        return other is not self and any(c.contains(other.place) for c in self.content)


def find_outer(sources: Sequence[SourceSpan]) -> tuple[frozenset[int], ...]:
    """For each source, the indices of those that report it, without frames longer than ``ASIDE``."""
    pieces = sorted((c.start, c.end, i) for i, one in enumerate(sources) for c in one.content if len(one.hull) < ASIDE)
    found = []
    for i, one in enumerate(sources):
        place, outer = one.place, set()
        at = bisect_right(pieces, (place.start, len(pieces) and pieces[-1][1] + place.end, 0))
        while at > 0 and pieces[at - 1][0] > place.start - ASIDE:
            at -= 1
            start, end, owner = pieces[at]
            if owner != i and start <= place.start and place.end <= end:
                outer.add(owner)
        found.append(frozenset(outer))
    return tuple(found)


_OF_NAME = re.compile(r"\b(?:of|for|to|with|from|under|by|about|against)\s+(?:[\w.’'-]+\s+){0,5}$")

_GOES_ON = re.compile(
    r"\s+(?!(?:and|or|of|in|at|on|from|to|for|with|by|as|who|whose|which|this|that|last|late|early|earlier|later|then|now|"
    r"himself|herself|also|along|after|before|when|while|both|alone|meanwhile|(?!family|assembly)\w{3,}ly|\w+ing|\w+ed|said|says)\b)[a-z][\w-]+(?!,)"
)
"""A noun after a name, which makes the name its modifier."""
_BESIDE = re.compile(r"\s(?:[A-Z][a-z]{1,4}\.\s){0,2}")
"""Between an office and a name: a rank at most, as in "Chairman of the Joint Chiefs of Staff Gen. Orla Venn"."""
_OF_TITLED = re.compile(r"\w\s(?:for|to)\s(?:[A-Z][\w.-]*\s)?(?:[A-Z][\w.-]*['’]s?\s)?$")
_LISTED = re.compile(r",?\s(?:and\s)?")
"""Separators between the names of a list."""
_OF_BODY = re.compile(r",?\s+(?:of|from|at|with|for)\s(?:(?!\band\b|&)[^,;]){0,40}$")


def find_heads(
    context: DocumentContext, span: Span, mentions: Sequence[tuple[NameMention, Person]]
) -> list[tuple[NameMention, Person]] | None:
    """The people that a source is about, without owners and modifiers ("the Venn campaign"). None: it is a body."""
    text = context.text
    heads: list[tuple[NameMention, Person]] = []
    for mention, person in mentions:
        after = text[mention.span.end : span.end]
        before = text[span.start : _office_start(text, mention)]
        whole = not re.search(r"\w", after) and not re.search(r"\w", DETERMINER.sub("", before))
        listed = heads and len(mention.words) > 1 and _LISTED.fullmatch(text, heads[-1][0].span.end, mention.span.start)
        if not person.sure and not whole and not listed:
            continue  # an uncertain capitalised word in a longer phrase
        if mention.possessive and (rest := re.match(r"['’]s?\s+(.+)", after, re.DOTALL)):
            last = re.findall(r"[\w-]+", rest[1].lower())
            if last and (last[-1] in SPEECH_NOUNS or last[0] in SPEECH_NOUNS):
                heads.append((mention, person))
            continue
        if heads and _OF_BODY.match(text, heads[-1][0].span.end, mention.span.start):
            continue  # "Orla Venn, from Norway's Tam Roe University"
        titled = _office_start(text, mention) < mention.span.start and _OF_TITLED.search(before)
        if titled or (_OF_NAME.search(before) and _governed(before)):
            continue
        if _GOES_ON.match(after):
            continue  # "the Trump administration": the name is only a modifier
        heads.append((mention, person))
    return heads if heads or any(p.sure for _, p in mentions) else None


def _office_start(text: str, mention: NameMention) -> int:
    """The start of a name, with its office if that ends in a body: "Ambassador to the United Nations Orla Venn"."""
    role, start = mention.role, mention.span.start
    if role is None or len(mention.words) < 2 or _BESIDE.fullmatch(text, role.end, start) is None:
        return start
    if without_principal(role.of(text)) != role.of(text):
        return start  # "spokesman for President Orla Venn" is somebody else
    return role.start


def foremost(group: list[tuple[NameMention, Person]]) -> Person:
    """Of adjacent names, the one with an office right before it, else the last of the surest.

    If an office follows the first, the rest belongs to it: "Orla Venn, the mayor of Selm, Port Roe".
    """
    first, person = group[0]
    if first.role is not None and first.role.start > first.span.start and person.sure:
        return person
    return max(enumerate(group), key=lambda item: (item[1][0].role is not None, item[1][1].sure, item[0]))[1][1]


def _governed(before: str) -> bool:
    """Whether a name after ``before`` depends on a noun there: "associates of", "spokesperson for"."""
    noun = re.search(
        r"(?<![\w-])([\w-]++)\s++(?:of|for|to|with|from|under|by|about|against)\s+(?:[\w.’'-]+\s+){0,5}$", before
    )
    return (
        noun is not None
        and not before[: noun.start()].strip().endswith(",")
        and noun[1].lower() not in SPEECH_NOUNS
        and (noun[1].islower() or noun[1].lower().rstrip("s") in HEADS or not before[: noun.start()].strip())
        and noun[1].lower() not in ("secretary", "minister", "chief", "chiefs", "head", "representative")
    )
