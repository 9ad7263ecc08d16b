"""Summarises a text by any method: ours, or one of sumy's eight."""

import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel

from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.nlp.summary.default_summarizer import AttacheSummarizer
from bot.nlp.summary.sumy_document import build_document
from bot.nlp.summary.tokenizer import find_stop_words

DEFAULT_METHOD = "attache"
DEFAULT_COUNT = 5

# (sentences, words) up to which a method takes about 5 s on one core. sumy compares all sentences, or words, with each
# other in Python; LexRank would take 85 s for 50,000 words.
_LIMITS: Mapping[str, tuple[int, int]] = {
    "edmundson": (3000, 75_000),
    "kl": (160, 5_000),
    "lex-rank": (800, 20_000),
    "lsa": (200, 5_000),
    "luhn": (3000, 75_000),
    "reduction": (1000, 20_000),
    "sum-basic": (2000, 50_000),
    "text-rank": (1000, 20_000),
}
METHODS = (DEFAULT_METHOD, *_LIMITS)
"""The methods of :func:`summarise`, the default first; the others are sumy's."""


def summarise(
    text: str,
    sentences: Sequence[Span],
    *,
    count: int | None = None,
    fraction: float | None = None,
    method: str = DEFAULT_METHOD,
    language: str | None = "en",
) -> tuple[Span, ...]:
    """The most representative sentences of ``text``: whole, in text order, without repetitions.

    ``sentences`` are the spans of all sentences in text order; without words there is no summary. At most ``count`` are
    chosen (default 5), or the share ``fraction`` of all, rounded down but at least one; fewer if too few are suitable.
    ``method`` is one of ``METHODS``; ``language`` (ISO 639-1) only selects stop words. Raises ``UsageError`` for an
    unknown method, a count below 1, a fraction outside (0, 1], both count and fraction, or a text too long for the
    method.
    """
    wanted = _decide_count(len(sentences), count, fraction)
    if method not in METHODS:
        raise UsageError(translatable("reading-no-method", method=method, names=", ".join(METHODS)))
    document = build_document(text, sentences)
    if not document.words:
        return ()
    _refuse_overlong(document, method)
    summarizer = _make_summarizer(method, language or "")
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # LSA warns about texts with few words; the result is valid
        # LSA chooses nothing if every word is a stop word: then the lead is the summary
        chosen = summarizer(document, wanted) or document.sentences[:wanted]
    return tuple(sorted(sentence.span for sentence in chosen))


def _refuse_overlong(document: ObjectDocumentModel, method: str) -> None:
    most_sentences, most_words = _LIMITS.get(method, (sys.maxsize, sys.maxsize))
    if len(document.sentences) > most_sentences or len(document.words) > most_words:
        raise UsageError(
            translatable(
                "reading-method-slow",
                method=method,
                sentences=most_sentences,
                words=most_words,
                instead=DEFAULT_METHOD,
            )
        )


def _decide_count(total: int, count: int | None, fraction: float | None) -> int:
    if count is not None and fraction is not None:
        raise UsageError(translatable("reading-count-or-share"))
    if fraction is not None:
        if not 0 < fraction <= 1:
            raise UsageError(translatable("reading-no-share", share=f"{fraction:g}"))
        return max(1, int(total * fraction))
    if count is not None and count < 1:
        raise UsageError(translatable("reading-no-sentences", count=count))
    return DEFAULT_COUNT if count is None else count


def _make_summarizer(method: str, language: str) -> Any:
    if method == DEFAULT_METHOD:
        return AttacheSummarizer(find_stop_words(language))
    from bot.nlp.summary.sumy_methods import make_summarizer  # noqa: PLC0415 - 80 MB that most processes never need

    return make_summarizer(method, language)
