"""What a reading process is asked to do. Kept apart, so that such a process imports the reader and little else."""

from bot.domain.analysis import Analysis
from bot.domain.text import Span


def load_reader() -> None:
    """Load all that reading needs by reading a sentence."""
    analyse_text("The minister said that the talks would go on.", "en")


def analyse_text(text: str, language: str | None) -> Analysis:
    """The reading of ``text``, whose language is ``language`` where it cannot be told."""
    from bot.reading.analyse import analyse  # noqa: PLC0415 - the program that asks need not load the reader

    return analyse(text, language=language)


def choose_key_sentences(text: str, count: int) -> tuple[Span, ...]:
    """At most ``count`` key sentences of ``text``, in its order."""
    from bot.reading.sentences import find_sentences  # noqa: PLC0415 - as above
    from bot.reading.summary import summarise  # noqa: PLC0415

    return summarise(text, find_sentences(text), count=count)
