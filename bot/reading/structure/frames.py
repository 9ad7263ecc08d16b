"""Frames around a whole text: "attributable to Spokesperson …", and the byline of an official's own statement."""

import re
from dataclasses import dataclass

from bot.domain.text import Span, trimmed
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import head_of
from bot.reading.speakers.scene import Scene

_ATTRIBUTABLE = re.compile(
    r"^[^\n]{0,80}\battribut(?:able|ed)\s+to\s+(?P<who>[^\n:]{3,90})(?::[^\n]{0,12}|\.)?$", re.MULTILINE
)
_BYLINE = re.compile(
    r"(?P<name>[^,\n]{4,50}),\s+(?P<office>(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|and|to|in|&)(?:,?\s+(?:[A-ZÀ-Þ][\w.’'-]*|of|the|for|and|to|in|&)){0,9})"
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my|me)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relay:
    """From ``start`` on, every statement is passed on by ``person``; ``frame`` is the sentence that says so."""

    person: Person
    frame: Span

    @property
    def start(self) -> int:
        """The first position relayed."""
        return self.frame.end


@dataclass(frozen=True, slots=True)
class Bylined:
    """A whole text spoken by the official in its byline: ``name`` in the byline, the paragraphs said."""

    person: Person
    name: Span
    content: tuple[Span, ...]


def find_relay(scene: Scene) -> Relay | None:
    """Who relays the text ("The below is attributable to Spokesperson Ned Price:"), or None."""
    match = _ATTRIBUTABLE.search(scene.text, 0, 2500)
    if match is None:
        return None
    named = scene.mentions_in(Span(*match.span("who")))
    return Relay(named[-1][1], Span(*match.span())) if named else None


def find_byline(scene: Scene, relay: Relay | None) -> Bylined | None:
    """The official who speaks the whole text, where a line of its head names one and his office; else None.

    A text that a spokesperson relays about another ("Secretary … met today") is a readout, not a statement: it must
    not name a third person's office as the subject of its first sentence, unless it speaks in the first person.
    """
    text = scene.text
    lines = list(re.finditer(r"[^\n]+", text[:1500]))[:4]
    for i, line in enumerate(lines[:3]):
        match = _BYLINE.fullmatch(line.group().strip())
        if match is None or line.group().rstrip().endswith((".", "”", '"', "?")) or head_of(match["office"]) is None:
            continue
        offset = line.start() + len(line.group()) - len(line.group().lstrip())
        name = Span(offset + match.start("name"), offset + match.end("name"))
        person = next((p for m, p in scene.mentions_in(name)), None)
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
        if content and _speaks_itself(scene, content[0], person):
            return Bylined(person, name, content)
    return None


def _speaks_itself(scene: Scene, first: Span, person: Person) -> bool:
    opening = first.of(scene.text)[:220]
    others = [
        p
        for m, p in scene.mentions_in(Span(first.start, min(first.end, first.start + 120)))
        if p.role and m.span.start - first.start < 60
    ]
    if any(p is person for p in others):
        return False
    return not others or bool(_FIRST_PERSON.search(opening))
