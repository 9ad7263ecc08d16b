"""What the tagger says of a text: linked attributions and mentions of entities, as spans of that text."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.text import Span

MentionKind = Literal["PERSON", "ORG", "GPE", "NORP", "LOC", "OTHER"]


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """One attribution: who (``source``), how (``cue``) and what (``content``, in order of the text, never empty).

    ``score`` is the calibrated probability that the attribution is right: content, cue and source. ``statement`` is
    the probability that it reports a statement, rather than an attitude, an action or nothing at all.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float
    statement: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its words: content, cue and source, as far as they stand in the text."""
        return (*self.content, *filter(None, (self.cue, self.source)))


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A named entity, or a nationality or group (NORP); kinds as in OntoNotes."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class TaggedText:
    """All that the tagger found in one text, in order of the text."""

    links: tuple[AttributionLink, ...]
    mentions: tuple[EntityMention, ...]
