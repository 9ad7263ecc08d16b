"""Sparse vectors against the same computed densely."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlp.summary.sentence_vectors import SentenceVectors
from bot.nlp.summary.tokenizer import summary_words


@given(st.lists(st.lists(st.sampled_from("abcdefg"), max_size=8), min_size=1, max_size=8))
def test_products_equal_those_of_dense_unit_vectors(sentences: list[list[str]]) -> None:
    words = sorted({word for sentence in sentences for word in sentence} - {"g"})
    dense = np.zeros((len(sentences), len(words)))
    for row, sentence in enumerate(sentences):
        for column, word in enumerate(words):
            if n := sentence.count(word):
                spread = sum(word in other for other in sentences)
                dense[row, column] = (1 + math.log(n)) * (1 + math.log(len(sentences) / spread))
    length = np.linalg.norm(dense, axis=1, keepdims=True)
    dense = np.divide(dense, length, out=np.zeros_like(dense), where=length > 0)
    vectors = SentenceVectors(sentences, {"g"})
    centroid = dense.sum(axis=0)
    if words:
        assert vectors.centrality() == pytest.approx(dense @ centroid / np.linalg.norm(centroid))
    for number in range(len(sentences)):
        assert vectors.likeness(number) == pytest.approx(dense @ dense[number])


def test_words() -> None:
    assert summary_words("Noor’s “U.S.-led” plan, 3.5% of it: don't!") == (
        "noor's", "u", "s", "led", "plan", "3", "5", "of", "it", "don't",
    )  # fmt: skip
    assert summary_words("边境开放 Straße") == ("边", "境", "开", "放", "strasse")
    assert summary_words("… — “”") == ()
