"""Blanks between the words of Chinese questions, and names in other cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.statement_search import Term
from bot.nlp.lang.word_forms import nominatives, topic_forms
from bot.questions.named_entities import name_words
from bot.questions.unspaced import join_words, space_words

LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x9FFF)


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("拉夫罗夫上周关于纳瓦利内说了什么", "拉夫罗夫 上 周 关于 纳瓦利内 说 了 什么"),
        ("三天前谁否认了协议", "三 天 前 谁 否认 了 协议"),
        ("扎哈罗娃11月12日说了什么", "扎哈罗娃 11 月 12 日 说 了 什么"),
        ("what did Lavrov say", "what did Lavrov say"),
    ],
)
def test_words_are_set_apart(typed: str, spaced: str) -> None:
    assert space_words(typed) == spaced


@given(st.text(LETTERS, max_size=60))
def test_no_letter_is_lost_and_nothing_fails(text: str) -> None:
    spaced = space_words(text)
    assert "".join(spaced.split()) == "".join(text.split())
    join_words(spaced)
    name_words(text)
    for word in text.split()[:3]:
        nominatives(word)
        topic_forms(Term((word,)), name=True)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Что сказала Захарова?", "zakharova"),
        ("о Лаврове", "lavrov"),
        ("拉夫罗夫说了什么", "lavrov"),
        ("قال لافروف", "lavrov"),
    ],
)
def test_names_are_looked_up_in_latin_letters(text: str, begun: str) -> None:
    assert begun in name_words(text)
