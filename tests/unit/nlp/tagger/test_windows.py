import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.nlp.tagger.tokens import IntArray, TokenizedText
from bot.nlp.tagger.windows import WindowLimits, plan_windows

LIMITS = WindowLimits(window=40, territory=30, context=20)


def words_with(lines: list[list[int]]) -> TokenizedText:
    """Words of the given numbers of pieces, a list a line."""
    piece, line, count = [], [], 0
    for number, sizes in enumerate(lines):
        count += bool(count)
        for size in sizes:
            piece.append(count)
            line.append(number)
            count += size
    n = len(piece)
    columns = (range(n), range(1, n + 1), piece, line, [0] * count, [0] * count)
    return TokenizedText(*(np.array(list(column), dtype=np.int32) for column in columns))


def ends(*numbers: int) -> IntArray:
    return np.array(numbers, dtype=np.int32)


def test_whole_lines_share_a_territory_as_long_as_they_fit() -> None:
    windows = plan_windows(words_with([[1] * 12, [1] * 12, [1] * 12]), ends(), LIMITS)
    assert [(w.first, w.last) for w in windows] == [(0, 24), (24, 36)]


def test_a_line_too_long_is_cut_at_the_last_sentence_that_fits() -> None:
    windows = plan_windows(words_with([[1] * 50]), ends(10, 22, 45), LIMITS)
    assert [(w.first, w.last) for w in windows] == [(0, 22), (22, 50)]


def test_a_line_too_long_without_sentences_is_cut_where_it_must_be() -> None:
    windows = plan_windows(words_with([[1] * 70]), ends(), LIMITS)
    assert [(w.first, w.last) for w in windows] == [(0, 30), (30, 60), (60, 70)]


def test_context_fills_the_window_from_both_sides() -> None:
    middle = plan_windows(words_with([[1] * 25, [1] * 25, [1] * 25]), ends(), LIMITS)[1]
    assert (middle.first, middle.last) == (25, 50)
    assert middle.stop - middle.start <= LIMITS.window
    assert middle.start < 26
    assert middle.stop > 51


def test_no_words_make_no_windows() -> None:
    assert plan_windows(words_with([]), ends(), LIMITS) == []


@given(st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=40), max_size=12), st.sets(st.integers(1, 200)))
def test_territories_tile_the_words_and_windows_never_exceed_the_limit(lines: list[list[int]], cuts: set[int]) -> None:
    words = words_with(lines)
    windows = plan_windows(words, ends(*sorted(c for c in cuts if c < len(words))), LIMITS)
    assert [w.first for w in windows] + [len(words)] == [0] * bool(windows) + [w.last for w in windows] or not lines
    for window in windows:
        assert window.first < window.last
        assert 0 < window.stop - window.start <= LIMITS.window
        assert window.start <= words.piece[window.first]
