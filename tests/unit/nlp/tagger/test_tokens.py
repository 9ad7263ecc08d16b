import itertools
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from bot.nlp.tagger.model import DEFAULT_FOLDER
from bot.nlp.tagger.tokens import PLAIN, case_of, features_of, show_line, tokenize_text

# the tokenizer is part of the released model; no network is run here
TOKENIZER = DEFAULT_FOLDER / "tokenizer.json"


@pytest.fixture(scope="module", name="tokenizer")
def _tokenizer() -> Tokenizer:
    return load_tokenizer()


@cache
def load_tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(TOKENIZER))


def words_of(text: str, tokenizer: Tokenizer) -> list[str]:
    words = tokenize_text(text, tokenizer)
    return [text[s:e] for s, e in zip(words.start, words.end, strict=True)]


def test_punctuation_and_marks_are_words_of_their_own(tokenizer: Tokenizer) -> None:
    assert words_of("“We agree,” Élise said.", tokenizer) == ["“", "We", "agree", ",", "”", "Élise", "said", "."]


def test_lines_are_numbered_and_parted_by_one_piece_whatever_ends_them(tokenizer: Tokenizer) -> None:
    for end in ("\n", "\r\n", "\n\n", "\u2028", "\x85"):
        words = tokenize_text(f"One{end}two", tokenizer)
        assert words.line.tolist() == [0, 1]
        assert len(words.pieces) == 3
        assert words.features.tolist()[1] == PLAIN


def test_a_word_of_several_pieces_counts_once(tokenizer: Tokenizer) -> None:
    words = tokenize_text("Kastellorizo spoke", tokenizer)
    assert len(words) == 2
    assert words.piece[1] > 1
    assert set(words.features[1 : words.piece[1]].tolist()) == {PLAIN}


def test_guillemets_look_like_curly_marks_to_the_network(tokenizer: Tokenizer) -> None:
    assert tokenize_text("«No»", tokenizer).pieces.tolist() == tokenize_text("“No”", tokenizer).pieces.tolist()


def test_single_marks_quote_where_there_are_no_double_ones() -> None:
    assert show_line("‘We don’t agree,’ he said.") == "“We don’t agree,” he said."
    assert show_line("“It was ‘nothing’,” he said.") == "“It was ‘nothing’,” he said."
    assert show_line("The ministers’ car, rock ’n’ roll, ’tis") == "The ministers’ car, rock ’n’ roll, ’tis"
    assert show_line("«Non», dit-il. „Nein“, sagte sie.") == "“Non”, dit-il. “Nein”, sagte sie."


def test_case() -> None:
    assert [case_of(w) for w in ("said", "Said", "UN", "I", "2021", "“", "Ünal")] == [0, 1, 2, 1, 3, 0, 1]


def test_quotation_state() -> None:
    words = ["he", "said", "“", "we", "”", "and", '"', "they", '"', "left"]
    assert features_of(words, [0] * len(words)) == [0, 0, 2, 1, 2, 0, 2, 1, 2, 0]


def test_an_open_quotation_ends_with_its_line_unless_the_next_begins_with_a_mark() -> None:
    words = ["“", "we", "they", '"', "we"]
    assert features_of(words, [0, 0, 1, 2, 2]) == [2, 1, 0, 2, 1]


@given(st.text(max_size=300))
def test_words_lie_inside_the_text_in_order(text: str) -> None:
    words = tokenize_text(text, load_tokenizer())
    spans = list(zip(words.start.tolist(), words.end.tolist(), strict=True))
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert words.piece.tolist() == sorted(set(words.piece.tolist()))
    assert len(words.pieces) == len(words.features)
