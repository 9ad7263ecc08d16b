"""The tagger: reads a text with the loaded network. The only entry to this package."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from bot.domain.text import Span
from bot.nlp.tagger.decoding import ENTITY_KINDS, FloatArray, Run, decode_labels, find_runs, softmax
from bot.nlp.tagger.linking import LinkedSpans, Vectors, find_speakers, link_spans
from bot.nlp.tagger.model import PERSON_COLUMN, SLICES, SPEAKER_COLUMNS, Model, load_model
from bot.nlp.tagger.tagged_text import AttributionLink, EntityMention, TaggedText
from bot.nlp.tagger.tokens import IntArray, TokenizedText, tokenize_text
from bot.nlp.tagger.windows import Window, plan_windows

_LEAST = 0.004
"""The least probability of a word that it names the speaker that is passed on."""
_LEAST_OF_NAME = 0.02
"""The same, that it is of a person's name."""
Tokenize = Callable[[str, Tokenizer], TokenizedText]
"""Makes words of a text for a tokenizer."""


class Tagger:
    """Finds who said what. Holds one network; use it from one thread at a time.

    Example: ``Tagger.load().read("“We agree,” the minister said.").links``
    """

    def __init__(self, model: Model, tokenize: Tokenize = tokenize_text) -> None:
        self._model = model
        self._tokenize = tokenize
        self._leaning = model.leanings.labels

    @classmethod
    def load(cls, folder: Path | None = None, tokenize: Tokenize = tokenize_text) -> "Tagger":
        """The tagger of the model in ``folder`` (the released English one by default). Raises ``ModelError``."""
        return cls(load_model(folder), tokenize)

    @property
    def version(self) -> str:
        """The model's version, stored with its results."""
        return self._model.version

    def read(self, text: str, *, pause: Callable[[], None] | None = None) -> TaggedText:
        """All attributions and entities of ``text``, in its order.

        Memory and time are linear: the network sees one window after the other. ``pause`` is called before each window
        (some 50 ms apart); an exception from it ends the call.
        """
        words = self._tokenize(text, self._model.tokenizer)
        links: list[AttributionLink] = []
        mentions: list[EntityMention] = []
        names: list[tuple[Span, float]] = []
        for window in plan_windows(words, find_sentence_ends(text, words), self._model.limits):
            if pause is not None:
                pause()
            numbers = self._see(words, window)
            place = _Territory(words, window.first)
            links += self._links(numbers, place)
            if self._model.entities:
                mentions += _mentions(numbers, place)
            if self._model.names:
                names += _name_words(numbers, place)
        return TaggedText(tuple(links), tuple(mentions), tuple(names) if self._model.names else None)

    def _see(self, words: TokenizedText, window: Window) -> FloatArray:
        """The network's output for the words of the window's territory."""
        part = slice(window.start, window.stop)
        numbers = self._model.run(words.pieces[part], words.features[part])
        first_pieces = words.piece[window.first : window.last] - window.start
        # only a word wider than a whole window can begin beyond its end
        territory: FloatArray = numbers[np.minimum(first_pieces, len(numbers) - 1)]
        return territory

    def _links(self, numbers: FloatArray, place: "_Territory") -> list[AttributionLink]:
        scores = numbers[:, SLICES["labels"]]
        labels = decode_labels(scores + self._leaning)
        vectors = Vectors(
            query=numbers[:, SLICES["query"]],
            key=numbers[:, SLICES["key"]],
            no_source=numbers[:, SLICES["no_source"]][:, 0],
            no_content=numbers[:, SLICES["no_content"]][:, 0],
            source_bias=self._model.source_bias,
            content_bias=self._model.content_bias,
            none_leaning=self._model.leanings.no_source,
        )
        sources, cues, contents = (find_runs(labels, kind) for kind in range(3))
        joined = link_spans(sources, cues, contents, vectors)
        if not joined:
            return []
        sure = np.log(softmax(scores)[np.arange(len(labels)), labels] + 1e-6)
        statement = numbers[:, SLICES["statement"]][:, 0]
        calibration = self._model.calibration
        return [
            AttributionLink(
                source=None if one.source is None else place.span(one.source),
                cue=place.span(one.cue),
                content=tuple(place.span(run) for run in one.content),
                score=self._score(evidence(one, sure)),
                statement=_logistic(calibration.statement, (float(statement[slice(*one.cue)].mean()),)),
                named=self._named(one, numbers, place),
            )
            for one in joined
        ]

    def _named(self, one: LinkedSpans, numbers: FloatArray, place: "_Territory") -> tuple[tuple[Span, float], ...]:
        """Words that may name the speaker, neighbours together."""
        if self._model.speaker_bias is None:
            return ()
        query, key, none = (numbers[:, SLICES[name]] for name in SPEAKER_COLUMNS)
        told = find_speakers(one.cue, query, key, none[:, 0], self._model.speaker_bias)[:-1]
        runs: list[Run] = []
        for at in np.flatnonzero(told >= _LEAST).tolist():
            if runs and runs[-1][1] == at:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
        return tuple((place.span(run), round(float(told[slice(*run)].sum()), 4)) for run in runs)

    def _score(self, values: tuple[float, ...]) -> float:
        """The calibrated probability for ``evidence``."""
        return _logistic(self._model.calibration.score, values)


class _Territory:
    """The words of a window's territory in the text."""

    def __init__(self, words: TokenizedText, first: int) -> None:
        self._words = words
        self._first = first

    def span(self, run: Run) -> Span:
        return Span(int(self._words.start[self._first + run[0]]), int(self._words.end[self._first + run[1] - 1]))


def evidence(one: LinkedSpans, sure: FloatArray) -> tuple[float, ...]:
    """The evidence for an attribution, as natural logarithms of probabilities: of its labels, and of its links.

    In order: the cue's labels, the content's, the source's (means over words), the content's link, the source's.
    """

    def mean(runs: tuple[Run, ...]) -> float:
        return float(np.concatenate([sure[a:b] for a, b in runs]).mean())

    return (
        mean((one.cue,)),
        mean(one.content),
        mean((one.source,)) if one.source else 0.0,
        float(np.log(one.content_probability + 1e-6)),
        float(np.log(one.source_probability + 1e-6)),
    )


def _logistic(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    """``weights``: the constant first, then one per value."""
    total = weights[0] + sum(w * v for w, v in zip(weights[1:], values, strict=True))
    return float(1.0 / (1.0 + np.exp(-total)))


def _mentions(numbers: FloatArray, place: _Territory) -> list[EntityMention]:
    labels = numbers[:, SLICES["entities"]].argmax(axis=1).astype(np.int32)
    found = [
        EntityMention(place.span(run), kind)
        for number, kind in enumerate(ENTITY_KINDS)
        for run in find_runs(labels, number)
    ]
    return sorted(found, key=lambda mention: mention.span)


def _name_words(numbers: FloatArray, place: _Territory) -> list[tuple[Span, float]]:
    chance = 1.0 / (1.0 + np.exp(-numbers[:, PERSON_COLUMN]))
    likely = np.flatnonzero(chance >= _LEAST_OF_NAME).tolist()
    return [(place.span((at, at + 1)), round(float(chance[at]), 3)) for at in likely]


_ENDERS, _AFTER = frozenset(".!?…。！？؟"), frozenset("\"”»’')]」』")


def find_sentence_ends(text: str, words: TokenizedText) -> IntArray:
    """Indices of words that roughly end a sentence, where a line too long for a window may be cut."""
    ends = []
    for number in range(len(words) - 1):
        if text[words.end[number] - 1] in _ENDERS:
            after = number + 1
            while after < len(words) and text[words.start[after]] in _AFTER:
                after += 1
            ends.append(after)
    return np.asarray(ends, dtype=np.int32)
