"""The default summary: sentences in the order in which an editor would choose them, given who says what.

A linear model over a sentence's features (``ranking.json``, fitted by ``training.lines`` on editors' pages) gives each
a probability. The best is chosen, then the next that repeats least of it. No half quotation, no lone "he".
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from bot.data_files import read_json
from bot.domain.attribution import DENIALS, Act, Attribution, Kind
from bot.domain.text import Span
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.context import leans_back
from bot.nlp.linear_model import Floats, Linear, from_json
from bot.nlp.summary.quotation_runs import find_quotation_runs
from bot.nlp.summary.sentence_filters import depends_on_context, is_courtesy, is_editors_note, is_question
from bot.nlp.summary.sentence_vectors import SentenceVectors
from bot.nlp.summary.sumy_document import PlacedSentence, build_document
from bot.nlp.summary.tokenizer import find_stop_words

NOVELTY = 0.6
"""The penalty for being identical to a chosen sentence; between .3 and .9 it hardly matters."""
HEARD = 0.9
"""The factor for a sentence whose speaker is in a chosen sentence."""
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_NUMBER = re.compile(r"\d[\d,.]*")
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PAST = re.compile(r"\b(?:earlier|previously|ago|last (?:week|month|year)|in (?:19|20)\d\d|since)\b")
_POSITIONS = frozenset((Act.DENIES, Act.REJECTS, Act.ACCUSES, Act.CONDEMNS, Act.WARNS, Act.THREATENS, Act.DEMANDS))


class Ranking:
    """The sentences of a text that are suitable for a summary, with their features."""

    def __init__(
        self, text: str, sentences: Sequence[Span], attributions: Sequence[Attribution], language: str
    ) -> None:
        self.sentences: Sequence[PlacedSentence] = build_document(text, sentences).sentences
        self._stop_words = find_stop_words(language)
        self.vectors = SentenceVectors([one.words for one in self.sentences], self._stop_words)
        self.runs = find_quotation_runs([str(one) for one in self.sentences], [one.line for one in self.sentences])
        self._run_of = [number for number, run in enumerate(self.runs) for _ in run.places]
        self._within = [
            [a for a in attributions if one.span.start <= (a.cue or a.content[0]).start < one.span.end]
            for one in self.sentences
        ]
        self.speakers = [{a.speaker.name for a in found if a.speaker} for found in self._within]
        self.leans = _find_leaning([str(one) for one in self.sentences], language)
        said = [content for one in attributions for content in one.content]
        self.notes = [
            is_courtesy(str(one)) or (is_editors_note(str(one)) and not any(map(one.span.overlaps, said)))
            for one in self.sentences
        ]
        self._said = Counter(a.speaker.name for a in attributions if a.speaker)
        first = next((s.of(text) for s in sentences), "")
        self._title = {w for w in re.findall(r"\w+", first.lower()) if w not in self._stop_words}
        self._heading = bool(sentences) and (not self.sentences or sentences[0] != self.sentences[0].span)

    def features(self) -> list[dict[str, float]]:
        """The features of each sentence."""
        central = self.vectors.centrality() if self.sentences else np.zeros(0)
        scale = max(float(central.max(initial=0.0)), 1e-9)
        order = central.argsort(kind="stable").argsort(kind="stable")
        return [
            self._features(place, float(central[place]) / scale, float(order[place]) / max(1, len(order) - 1))
            for place in range(len(self.sentences))
        ]

    def _features(self, place: int, central: float, rank: float) -> dict[str, float]:
        one = self.sentences[place]
        words, text = one.words, str(one)
        total = len(self.sentences)
        found = self._within[place]
        alike = self.vectors.likeness(place)
        new_line = place == 0 or self.sentences[place - 1].line != one.line
        row = {
            "place": math.log1p(place),
            "near the top": 1 / math.sqrt(1 + place),
            "first": place == 0,
            "second": place == 1,
            "third": place == 2,
            "part": place / total,
            "last fifth": place / total > 0.8,
            "sentences": math.log1p(total),
            "opens paragraph": new_line,
            "words": len(words) / 20,
            "short": len(words) < 10,
            "brief": len(words) < 16,
            "long": len(words) > 38,
            "central": central,
            "central rank": rank,
            "central top": rank > 0.9,
            "central place": central / math.sqrt(1 + place),
            "title": len(self._title & set(words)) / max(1, len(self._title)) if self._heading else 0.0,
            "leans back": self.leans[place],
            "question": is_question(text),
            "in open quotation": len(self.runs[self._run_of[place]].places) > 1,
            "half quotation": not self.runs[self._run_of[place]].whole,
            "marks": any(mark in text for mark in '“"«'),
            "opens with mark": text[:1] in "“\"«‘'",
            "numbers": min(3, len(_NUMBER.findall(text))),
            "names": min(8, len(_CAPITAL.findall(text[1:]))),
            "day": _DAY.search(text) is not None,
            "past": _PAST.search(text) is not None,
            "told before": float(alike[:place].max(initial=0.0)),
            "told later": float(alike[place + 1 :].max(initial=0.0)),
            "told at the top": float(alike[0]) if place else 0.0,
        }
        row.update(self._said_features(found))
        return {name: float(value) for name, value in row.items()}

    def _said_features(self, found: Sequence[Attribution]) -> dict[str, float]:
        acts = {one.act for one in found}
        spoken = [one for one in found if one.act is not Act.ATTITUDE]
        return {
            "said": bool(spoken),
            "statements": min(4, len(spoken)),
            "thought": bool(found) and not spoken,
            "direct": any(one.kind is Kind.DIRECT for one in spoken),
            "mixed": any(one.kind is Kind.MIXED for one in spoken),
            "reported": any(one.kind is Kind.INDIRECT for one in spoken),
            "position": bool(acts & _POSITIONS),
            "announces": Act.ANNOUNCES in acts,
            "denies": bool(acts & DENIALS),
            "office": any(one.speaker is not None and one.speaker.role is not None for one in spoken),
            "side": any(one.speaker is not None and one.speaker.country is not None for one in spoken),
            "nobody": any(one.speaker is None for one in spoken),
            "sure": max((one.confidence for one in spoken), default=0.0),
            "speaker said": max(
                (math.log1p(self._said[one.speaker.name]) for one in spoken if one.speaker), default=0.0
            ),
            "relayed": any(one.relayed_by for one in spoken),
            "pronoun speaks": any(one.source is not None and len(one.source) < 5 for one in spoken),
        }


def _find_leaning(sentences: Sequence[str], language: str) -> list[bool]:
    """Which sentences need the one before them; the first of another language than English has none to lean on."""
    if language not in LANGUAGES:
        return [depends_on_context(one) for one in sentences]
    return [place > 0 and leans_back(one, language) for place, one in enumerate(sentences)]


def rank_sentences(
    text: str,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    count: int,
    *,
    language: str = "en",
    model: Linear | None = None,
) -> tuple[Span, ...]:
    """At most ``count`` of ``sentences``, the best first; fewer if too few are suitable."""
    ranking = Ranking(text, sentences, attributions, language)
    if not ranking.sentences or not any(one.words for one in ranking.sentences):
        return ()
    scores = (model or load_ranking()).score(ranking.features())
    return tuple(ranking.sentences[place].span for place in choose(ranking, 1 / (1 + np.exp(-scores)), count))


def choose(ranking: Ranking, chances: Floats, count: int) -> list[int]:
    """Indices of the chosen sentences, the best first."""
    runs = ranking.runs
    chosen: list[int] = []
    known = np.zeros(len(chances))
    translate_stored: set[str] = set()
    free = set(range(len(runs)))
    while len(chosen) < count and free:
        fitting = [n for n in free if _may_follow(ranking, n, chosen, count)]
        if not fitting:
            if chosen:
                break  # fewer sentences rather than half a quotation
            fitting = list(free)
        best = max(fitting, key=lambda n: (_score(ranking, n, chances, known, translate_stored), -n))
        free.remove(best)
        for place in runs[best].places[: count - len(chosen)]:
            chosen.append(place)
            known = np.maximum(known, ranking.vectors.likeness(place))
            translate_stored |= ranking.speakers[place]
    return chosen


def _may_follow(ranking: Ranking, number: int, chosen: Sequence[int], count: int) -> bool:
    run = ranking.runs[number]
    before = run.places.start - 1
    leans = ranking.leans[run.places.start]
    if any(ranking.notes[place] for place in run.places):
        return False
    return run.whole and len(run.places) <= count - len(chosen) and (not leans or before in chosen)


def _score(ranking: Ranking, number: int, chances: Floats, known: Floats, translate_stored: set[str]) -> float:
    places = ranking.runs[number].places
    worth = sum(float(chances[p]) * (1 - NOVELTY * float(known[p])) for p in places) / len(places)
    speakers = set().union(*(ranking.speakers[p] for p in places))
    return worth * (HEARD if speakers and speakers <= translate_stored else 1.0)


@lru_cache(maxsize=1)
def load_ranking() -> Linear:
    """The released weights, loaded once per process."""
    return from_json(read_json(__package__, "ranking.json"))
