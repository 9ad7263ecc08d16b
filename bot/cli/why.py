"""``analyse --why``: prints how a statement got its speaker, as the rankers weighed it."""

from collections.abc import Iterator

from bot.domain.attribution import Attribution
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate, translate_message
from bot.nlp.analyse import load_tagger
from bot.nlp.explanations import Explanation, RankedCandidate, explain_statement
from bot.nlp.lang import LANGUAGES
from bot.nlp.language_detection import READABLE, detect_language

_ASKED = {
    "pronoun": translatable("cli-why-pronoun"),
    "referent": translatable("cli-why-referent"),
    "certainty": translatable("cli-why-certainty"),
    "stated_office": translatable("cli-why-stated_office"),
    "described_office": translatable("cli-why-described_office"),
    "country": translatable("cli-why-country"),
}
_SHOWN, _FEATURES = 4, 8
"""Candidates of a question, and features of a candidate, that are shown."""


def print_why(text: str, number: int) -> None:
    """Print the candidates, features and weights of statement ``number`` of ``text``. Raises ``UsageError``."""
    count, statement, explanations = _explain(text, number)
    if statement is None:
        raise UsageError(translatable("cli-why-missing", number=number, count=count))
    speaker = statement.speaker
    shown = ", ".join(filter(None, (speaker.name, speaker.role, speaker.country))) if speaker else "?"
    print(f"{shown}: {' … '.join(span.of(text) for span in statement.content)}")
    for explanation in explanations:
        print("\n".join(_lines(explanation)))
    if not explanations:
        print(f"\n{translate('cli-why-nothing')}")


def _explain(text: str, number: int) -> tuple[int, Attribution | None, tuple[Explanation, ...]]:
    language = detect_language(text)
    if language in (None, *READABLE):
        return explain_statement(text, load_tagger().read(text), number)
    if language not in LANGUAGES:
        raise UsageError(translatable("cli-why-unread"))
    from bot.nlp.lang import attributions, explanations

    tagging = attributions.load_multilingual_tagger().read(text)
    return explanations.explain_statement(text, tagging, number, language)


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"\n{translate_message(_ASKED[explanation.question])}"
    for candidate in explanation.candidates[:_SHOWN]:
        yield f"  {candidate.probability:6.1%}  {candidate.name or translate('cli-why-none')}"
        yield from _features(candidate)


def _features(candidate: RankedCandidate) -> Iterator[str]:
    for name, value, weight in candidate.features[:_FEATURES]:
        yield f"          {value * weight:+6.2f} = {value:.2f} x {weight:+.2f}  {name}"
