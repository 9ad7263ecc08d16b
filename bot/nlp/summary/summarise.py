"""Summarises a text by any method: ours, or one of sumy's eight.

Ours weighs position and centrality (Radev et al. 2004: cosine to the document's centroid) and chooses by maximal
marginal relevance (Carbonell and Goldstein 1998), on sparse vectors: time grows with the words, not with the square of
the sentences. It takes no half quotation and no lone "he".
"""

import sys
import warnings
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from sumy.models.dom import ObjectDocumentModel

from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.nlp.summary.quotation_runs import find_quotation_runs
from bot.nlp.summary.sentence_filters import depends_on_context, is_question
from bot.nlp.summary.sentence_vectors import Floats, SentenceVectors
from bot.nlp.summary.sumy_document import PlacedSentence, build_document
from bot.nlp.summary.tokenizer import find_stop_words

# Even weights rather than the best found: on 100 articles with a reference (lead-3: 41.1) ROUGE-1 stays between 40.8
# and 42.1 for _LEAD from 0.3 to 0.7 with _NOVELTY from 0.15 to 0.5, and the best pair depends on which half is used.
_LEAD = 0.5  # share of position in the score; the rest is centrality
_NOVELTY = 0.5  # the penalty for being identical to a chosen sentence
_SHORT, _LONG = 8, 50  # words; outside, a sentence is a fragment or a list
_PENALTY = 0.5  # the factor for questions, fragments and overlong sentences


class AttacheSummarizer:
    """Called like sumy's summarizers: ``summarizer(document, count)`` gives at most ``count`` sentences in text order.

    ``stop_words`` are ignored. It is not a subclass of sumy's, whose base class loads NLTK and SciPy.
    """

    def __init__(self, stop_words: Collection[str] = frozenset()) -> None:
        self._stop_words = stop_words

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[PlacedSentence, ...]:
        """The chosen sentences of ``document``."""
        sentences: Sequence[PlacedSentence] = document.sentences
        if not sentences:
            return ()
        return tuple(sentences[place] for place in sorted(self._choose(sentences, sentences_count)))

    def _choose(self, sentences: Sequence[PlacedSentence], count: int) -> set[int]:
        vectors = SentenceVectors([sentence.words for sentence in sentences], self._stop_words)
        score = score_sentences(sentences, vectors.centrality())
        runs = find_quotation_runs([str(s) for s in sentences], [s.line for s in sentences])
        starts = np.array([run.places.start for run in runs], dtype=np.intp)
        sizes = np.array([len(run.places) for run in runs])
        whole = np.array([run.whole for run in runs])
        leans = np.array([depends_on_context(str(sentences[start])) for start in starts])
        free = np.ones(len(runs), dtype=bool)
        chosen: set[int] = set()
        known = np.zeros(len(sentences))  # similarity of each sentence to the most similar chosen one
        while len(chosen) < count and free.any():
            follows = np.isin(starts - 1, list(chosen))
            open_to_choice = free & whole & (sizes <= count - len(chosen)) & (follows | ~leans)
            if not open_to_choice.any():
                if chosen:
                    break  # fewer sentences rather than a "he" without a name or half a quotation
                open_to_choice = free
            worth = np.add.reduceat(score - _NOVELTY * known, starts) / sizes
            best = int(np.argmax(np.where(open_to_choice, worth, -np.inf)))
            free[best] = False
            for place in runs[best].places[: count - len(chosen)]:
                chosen.add(place)
                known = np.maximum(known, vectors.likeness(place))
        return chosen


def score_sentences(sentences: Sequence[PlacedSentence], centrality: Floats) -> Floats:
    """How well each sentence represents the whole, 0 to 1, before any is chosen."""
    position = 1.0 / np.sqrt(1.0 + np.arange(len(sentences)))
    score = _LEAD * position + (1 - _LEAD) * centrality / max(float(centrality.max(initial=0.0)), 1e-9)
    weak = [is_question(str(sentence)) or not _SHORT <= len(sentence.words) <= _LONG for sentence in sentences]
    return np.asarray(np.where(weak, _PENALTY * score, score))


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
