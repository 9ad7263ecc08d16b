"""The network's last layer learns which words are of persons' names. Needs the extra ``train``."""

from typing import Any, cast

import numpy as np
import pytest

pytest.importorskip("onnx", reason="the extra 'train' is not installed")

from bot.domain.text import Span
from training.name_words import Floats, LastLayer, Sample, area_under_curve, fit, sample

TEXT = "La ministra Ana Ruiz dijo que el puerto abre. La Fiscalía calló. Ruiz volverá."
GOLDS: list[dict[str, Any]] = [
    {"speaker": "Ana Ruiz", "role": "ministra", "source": [0, 20]},
    {"speaker": "Fiscalía", "role": None, "source": None},
]


class Words:
    """A network whose last layer is the number of the word."""

    def words(self, text: str) -> tuple[list[Span], Floats]:
        spans, at = [], 0
        for word in text.replace(".", " .").split():
            at = text.index(word, at)
            spans.append(Span(at, at + len(word)))
            at += len(word)
        return spans, np.arange(len(spans), dtype=np.float32)[:, None]


def test_words_of_a_persons_name_are_parted_from_those_that_are_surely_none() -> None:
    network = Words()
    spans, _ = network.words(TEXT)
    found = sample(TEXT, GOLDS, "es", cast("LastLayer", network), 1)
    rows = {spans[int(row)].of(TEXT): named for row, named in zip(found.layer[:, 0], found.named, strict=True)}
    assert {word for word, named in rows.items() if named} == {"Ana", "Ruiz"}
    assert "Fiscalía" not in rows, "a speaker without an office may be a body or a person"
    assert {"La", "el"}.isdisjoint(rows), "articles teach nothing"
    assert "ministra" in rows


def test_what_a_first_fit_takes_for_a_name_is_left_out_of_the_second() -> None:
    random = np.random.default_rng(1)
    named = np.arange(400) < 200
    layer = random.normal(0, 0.3, (400, 2)).astype(np.float32)
    layer[named, 0] += 2
    hidden = layer.copy()
    hidden[200:215, 0] += 2  # names of persons whom nobody annotated
    weights = fit([Sample("es", hidden, named)])
    assert area_under_curve((layer @ weights[:-1]).astype(np.float32), named) > 0.99
    assert float(hidden[200] @ weights[:-1] + weights[-1]) > 0


def test_how_often_a_word_of_a_name_scores_higher() -> None:
    scores = np.array([0.1, 0.9, 0.5, 0.4], dtype=np.float32)
    assert area_under_curve(scores, np.array([False, True, False, True])) == pytest.approx(0.75)
