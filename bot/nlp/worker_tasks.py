"""What a reading process is asked to do. Kept apart, so that such a process imports the reader and little else."""

from bot.domain.analysis import Analysis
from bot.domain.attribution import Attribution
from bot.domain.text import Span


def load_analyser() -> None:
    """Load all that reading needs by reading a sentence."""
    analyse_text("The minister said that the talks would go on.", "en")


def analyse_text(text: str, language: str | None) -> Analysis:
    """The reading of ``text``, whose language is ``language`` where it cannot be told."""
    from bot.nlp.analyse import analyse  # noqa: PLC0415 - the program that asks need not load the reader

    return analyse(text, language=language)


def choose_key_sentences(text: str, count: int, attributions: tuple[Attribution, ...] = ()) -> tuple[Span, ...]:
    """At most ``count`` key sentences of ``text``, in its order; ``attributions`` tell who says what in it."""
    from bot.nlp.sentences import find_sentences  # noqa: PLC0415 - as above
    from bot.nlp.summary.ranked_sentences import rank_sentences  # noqa: PLC0415

    return tuple(sorted(rank_sentences(text, find_sentences(text), attributions, count)))
