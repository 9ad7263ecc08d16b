"""The state of the discourse: who has spoken so far, and what pronouns have revealed about people."""

from dataclasses import dataclass, field

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.speakers.antecedents import ResolvedSource
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.joint_sources import Resolution

MEMORY = 60
"""Number of recent statements that are searched for a speaker."""


@dataclass(slots=True)
class DiscourseState:
    """What has been resolved so far, in text order, to help resolve what follows.

    ``quoted`` are all contents of the text, sorted; ``bodies`` are the speakers that are not people; ``genders`` is
    what pronouns revealed about people whose names show no gender ("m", "f" by name).
    """

    context: DocumentContext
    quoted: tuple[Span, ...]
    spoken: list[ResolvedSource] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> ResolvedSource | None:
        """The last speaker; None at the beginning."""
        return self.spoken[-1] if self.spoken else None

    def remember(self, span: Span, answer: Resolution) -> None:
        """Record that ``answer`` spoke at ``span``."""
        if answer.speaker is None:
            return
        if not answer.people:
            self.bodies.append(answer.speaker)
        self.spoken.append(ResolvedSource(span, answer.people, answer.speaker))

    def sentences_since(self, said: ResolvedSource, at: int) -> int:
        """The number of sentences from that statement to ``at``."""
        return self.context.sentence_of(at) - self.context.sentence_of(said.span.start)
