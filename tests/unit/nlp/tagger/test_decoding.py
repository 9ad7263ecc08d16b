import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.nlp.tagger.decoding import decode_labels, find_runs, softmax

INSIDE = {2: (1, 2), 4: (3, 4), 6: (5, 6)}


def allowed(labels: tuple[int, ...]) -> bool:
    before = (0, *labels[:-1])
    return all(label not in INSIDE or last in INSIDE[label] for last, label in zip(before, labels, strict=True))


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=7, max_size=7), min_size=n, max_size=n)
    )
)
def test_the_best_of_all_allowed_rows_is_found(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = decode_labels(scores)
    assert allowed(tuple(found))
    best = max(
        sum(rows[i][label] for i, label in enumerate(labels))
        for labels in itertools.product(range(7), repeat=len(rows))
        if allowed(labels)
    )
    assert sum(rows[i][label] for i, label in enumerate(found)) == best


def test_runs_of_each_kind() -> None:
    labels = [1, 2, 3, 5, 6, 6, 0, 5, 5, 6]
    assert find_runs(labels, 0) == [(0, 2)]
    assert find_runs(labels, 1) == [(2, 3)]
    assert find_runs(labels, 2) == [(3, 6), (7, 8), (8, 10)]


def test_nothing_decodes_to_nothing() -> None:
    assert decode_labels(np.zeros((0, 7), dtype=np.float32)) == []
    assert find_runs([], 0) == []


def test_softmax_of_large_scores_stays_finite() -> None:
    assert softmax(np.array([[1000.0, 0.0]], dtype=np.float32)).tolist() == [[1.0, 0.0]]
