"""Words for the multilingual network: without their blanks, marks alone, a word for each piece of Han."""

from importlib import resources

import pytest
from tokenizers import Tokenizer

from bot.nlp.tagger.tokens import tokenize_multilingual

FILE = resources.files("bot") / "models" / "multilingual" / "tokenizer.json"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    if not FILE.is_file():
        pytest.skip("no model in bot/models/multilingual")
    return Tokenizer.from_str(FILE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Порт открыт, — сказал он.", ["Порт", "открыт", ",", "—", "сказал", "он", "."]),
        ("« Non », dit-elle", ["«", "Non", "»", ",", "dit", "-", "elle"]),
        ("قال الوزير:", ["قال", "الوزير", ":"]),
    ],
)
def test_a_word_is_a_slice_without_its_blank(text: str, words: list[str], tokenizer: Tokenizer) -> None:
    found = tokenize_multilingual(text, tokenizer)
    assert [text[a:b] for a, b in zip(found.start, found.end, strict=True)] == words


def test_han_is_cut_into_words_that_cover_it(tokenizer: Tokenizer) -> None:
    text = "外交部发言人说：“我们愿意对话。”"
    found = tokenize_multilingual(text, tokenizer)
    words = [text[a:b] for a, b in zip(found.start, found.end, strict=True)]
    assert "".join(words) == text
    assert len(words) > 6


@pytest.mark.parametrize(("opening", "closing"), ["“”", "«»", "「」", "„“"])
def test_words_between_the_marks_of_any_habit_are_inside(opening: str, closing: str, tokenizer: Tokenizer) -> None:
    text = f"Он сказал: {opening}да{closing} сегодня"
    found = tokenize_multilingual(text, tokenizer)
    words = [text[a:b] for a, b in zip(found.start, found.end, strict=True)]
    places = dict(zip(words, (found.features[found.piece] % 3).tolist(), strict=True))
    assert (places["да"], places["сегодня"]) == (1, 0)


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800", "a\u2028b", "▁", "  "])
def test_odd_texts_give_words_or_none(text: str, tokenizer: Tokenizer) -> None:
    found = tokenize_multilingual(text, tokenizer)
    assert all(a < b for a, b in zip(found.start, found.end, strict=True))
