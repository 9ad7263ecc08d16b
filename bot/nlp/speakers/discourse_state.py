"""Who has held the floor of a text so far, and what its pronouns have shown of people."""

from dataclasses import dataclass, field

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.speakers.antecedents import ResolvedSource
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.resolution import Resolution

MEMORY = 60
"""How many statements back somebody is looked for who spoke."""


@dataclass(slots=True)
class DiscourseState:
    """What has been resolved helps what comes after: it is written down here, in the order of the text.

    ``quoted`` are all contents of the text, sorted; ``bodies`` those who spoke and are no people; ``genders`` what
    pronouns showed of people whose names do not tell ("m", "f" by name).
    """

    scene: DocumentContext
    quoted: tuple[Span, ...]
    spoken: list[ResolvedSource] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> ResolvedSource | None:
        """Who spoke last; None at the beginning."""
        return self.spoken[-1] if self.spoken else None

    def remember(self, span: Span, answer: Resolution) -> None:
        """That ``answer`` spoke at ``span``."""
        if answer.speaker is None:
            return
        if not answer.people:
            self.bodies.append(answer.speaker)
        self.spoken.append(ResolvedSource(span, answer.people, answer.speaker))

    def sentences_since(self, said: ResolvedSource, at: int) -> int:
        """How many sentences after that statement ``at`` is."""
        return self.scene.sentence_of(at) - self.scene.sentence_of(said.span.start)
