import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.nlp.tagger.linking import assign

TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(-20, 0), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


def best_sum(table: list[list[int]]) -> int:
    rows, columns = len(table), len(table[0])
    if rows > columns:
        return best_sum([list(column) for column in zip(*table, strict=True)])
    return max(
        sum(table[r][c] for r, c in enumerate(chosen)) for chosen in itertools.permutations(range(columns), rows)
    )


@given(TABLES)
def test_the_sum_is_the_greatest_and_no_column_is_given_twice(table: list[list[int]]) -> None:
    given_to = assign(np.array(table, dtype=np.float64))
    used = [column for column in given_to if column >= 0]
    assert len(used) == len(set(used)) == min(len(table), len(table[0]))
    assert sum(table[r][c] for r, c in enumerate(given_to) if c >= 0) == best_sum(table)


def test_nothing_to_assign() -> None:
    assert assign(np.zeros((0, 3))) == []
    assert assign(np.zeros((2, 0))) == [-1, -1]
