"""The tasks of a worker process. Kept apart, so that such a process imports little besides the analysis."""

from bot.domain.analysis import Analysis
from bot.domain.attribution import Attribution
from bot.domain.text import Span


def load_analyser() -> None:
    """Load everything that analysing needs, by analysing a sentence."""
    analyse_text("The minister said that the talks would go on.", "en")


def analyse_text(text: str, language: str | None) -> Analysis:
    """Analyse ``text``; ``language`` is used if detection is unsure."""
    from bot.nlp.analyse import analyse  # noqa: PLC0415 - the calling program need not load the analysis

    return analyse(text, language=language)


def choose_key_sentences(
    text: str, count: int, attributions: tuple[Attribution, ...] = (), language: str | None = None
) -> tuple[Span, ...]:
    """At most ``count`` key sentences of ``text``, in its order; ``attributions`` say who says what in it."""
    from bot.nlp.sentences import find_sentences  # noqa: PLC0415 - as above
    from bot.nlp.summary.ranked_sentences import rank_sentences  # noqa: PLC0415

    return tuple(sorted(rank_sentences(text, find_sentences(text), attributions, count, language=language or "")))
