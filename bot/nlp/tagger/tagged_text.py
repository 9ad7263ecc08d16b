"""The tagger's output for a text: linked attributions and entity mentions, as spans."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.text import Span

MentionKind = Literal["PERSON", "ORG", "GPE", "NORP", "LOC", "OTHER"]


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """An attribution: who (``source``), how (``cue``) and what (``content``, in text order, never empty).

    ``score`` is the calibrated probability that content, cue and source are right. ``statement`` is the probability
    that it reports a statement, rather than an attitude, an action or nothing. ``relay`` is who passes it on.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    score: float
    statement: float
    relay: Span | None = None
    named: tuple[tuple[Span, float], ...] = ()
    """Words that name the speaker, here or elsewhere in the text, with probabilities; none from a network that has not
    learned it."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans: content, cue and source, if present."""
        return (*self.content, *filter(None, (self.cue, self.source)))


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A named entity, or a nationality or group (NORP); kinds as in OntoNotes."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class TaggedText:
    """Everything that the tagger found in a text, in text order."""

    links: tuple[AttributionLink, ...]
    mentions: tuple[EntityMention, ...]
    names: tuple[tuple[Span, float], ...] | None = None
    """Words that may be of a person's name, with probabilities; None from a network that has not learned it."""
