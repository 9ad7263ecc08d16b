"""Finds frames around a whole text: "attributable to Spokesperson …", and the byline of an official's own statement."""

import re
from dataclasses import dataclass

from bot.domain.text import Span, trimmed
from bot.gazetteer.office_words import head_of
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.people import Person

_ATTRIBUTABLE = re.compile(
    r"^[^\n]{0,80}\b[Aa]ttribut(?:able|ed)\s+to\s+(?P<who>[^\n\r:]{3,90})(?P<end>:[^\n\r]{0,12}|\.)?(?=\r?$)",
    re.MULTILINE,
)
# without a colon, only these make a frame: "The fire is attributed to …" is news
_FRAMED = re.compile(r"^\W*(?:statement\s+)?attribut|\bthe (?:below|following|above)\b", re.IGNORECASE)
HEAD = 2500
"""How many characters from the start of a text are searched for a frame."""
_BYLINE = re.compile(
    r"(?P<name>[^,\n]{4,50}),\s+(?P<office>(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|and|to|in|&)(?:,?\s+(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|and|to|in|&)){0,9})"
)
_TOLD = re.compile(r"\b(?:highlights|briefing|summary|minutes|key points|read-?out)\b", re.IGNORECASE)
"""Headings of reports about somebody's words: "Highlights of the noon briefing by"."""
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me)\b")


@dataclass(frozen=True, slots=True)
class Readout:
    """A text whose statements ``person`` relays from ``start`` on; ``frame`` is the sentence that says so."""

    person: Person
    frame: Span

    @property
    def start(self) -> int:
        """The position from which statements are relayed."""
        return self.frame.end


@dataclass(frozen=True, slots=True)
class OwnStatement:
    """A text whose speaker is the official in its byline: ``name`` in the byline, and the spoken paragraphs."""

    person: Person
    name: Span
    content: tuple[Span, ...]


def find_readout(context: DocumentContext) -> Readout | None:
    """The person who relays the text ("The below is attributable to Spokesperson Ned Price:"), or None."""
    for match in _ATTRIBUTABLE.finditer(context.text, 0, HEAD):
        framed = (match["end"] or "").startswith(":") or _FRAMED.search(match.group())
        named = context.mentions_in(Span(*match.span("who"))) if framed else []
        if named:
            return Readout(named[-1][1], Span(*match.span()))
    return None


def find_byline(context: DocumentContext, relay: Readout | None) -> OwnStatement | None:
    """The official who speaks the whole text, if a line at the top gives a name with an office; else None.

    A photograph's caption or a readout also names an official. So the text must not mention the official again, except
    in a signature, nor begin with another official, unless it is in the first person.
    """
    text = context.text
    lines = list(re.finditer(r"[^\n]+", text[:1500]))[:4]
    for i, line in enumerate(lines[:3]):
        if _TOLD.search(line.group()):
            return None
        match = _BYLINE.fullmatch(line.group().strip())
        if match is None or line.group().rstrip().endswith((".", "”", '"', "?")) or head_of(match["office"]) is None:
            continue
        offset = line.start() + len(line.group()) - len(line.group().lstrip())
        name = Span(offset + match.start("name"), offset + match.end("name"))
        person = next((p for m, p in context.mentions_in(name)), None)
        if person is None or i + 1 >= len(lines) or len(match["office"].split()) > 9:
            continue
        start = relay.start if relay is not None else line.end()
        if relay is not None and relay.person is not person:
            continue
        content = tuple(
            span
            for m in re.finditer(r"[^\n]+", text[start:])
            if (span := trimmed(text, Span(start + m.start(), start + m.end()))) and re.search(r"\w", m.group())
        )
        if content and _speaks_itself(context, content, person):
            return OwnStatement(person, name, content)
    return None


def _speaks_itself(context: DocumentContext, content: tuple[Span, ...], person: Person) -> bool:
    """Whether the paragraphs are the person's own words, not news or a readout about them or another official."""
    first, last = content[0], content[-1]
    signed = last if len(last) < 80 and not last.of(context.text).endswith((".", "!", "?", "”", '"')) else None
    later = (m.span for m in person.mentions if m.span.start >= first.start)
    if any(signed is None or not signed.contains(span) for span in later):
        return False
    opening = Span(first.start, min(first.end, first.start + 120))
    others = any(p.role and m.span.start - first.start < 60 for m, p in context.mentions_in(opening))
    return not others or _FIRST_PERSON.search(context.text, first.start, min(first.end, first.start + 220)) is not None
