"""Our own summarizer, with sumy's interface: position, TF-IDF centrality, diversity; no half quotation, no lone "he".

Diversity is maximal marginal relevance (Carbonell and Goldstein 1998). Centrality is the cosine to the document's
centroid (Radev et al. 2004). Both use sparse vectors, so that time grows with the number of words and not with the
square of the sentences.
"""

from collections.abc import Collection, Sequence

import numpy as np
from sumy.models.dom import ObjectDocumentModel

from bot.nlp.summary.quotation_runs import find_quotation_runs
from bot.nlp.summary.sentence_filters import depends_on_context, is_question
from bot.nlp.summary.sumy_document import PlacedSentence
from bot.nlp.summary.vectors import Floats, SentenceVectors

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
