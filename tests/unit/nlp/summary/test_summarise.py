"""Summaries: whole sentences in order, none that dangles, none with half a quotation, by every method."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.summarise import METHODS, summarise

ARTICLE = """Arlen and Brock reopen border after six years

Tuesday, 3 May 2022

Arlen and Brock agreed on Tuesday to reopen their border after six years of closure. Foreign Minister Ada Noor of \
Arlen and her counterpart Ben Tarn signed the border accord in the harbour town of Orlan.

“The border belongs to the people who live on both sides of it,” Noor told reporters. “They have waited long enough. \
They will not wait another summer.” She thanked the mediators of the Lake Council for their patience.

Also on example.com Lake Council marks forty years

However, the accord leaves the question of customs open. Will trade follow? Tarn said Brock would send a delegation on \
customs to Arlen in June. He called the accord “a beginning”.

The Lake Council has mediated between Arlen and Brock since the border closed in 2016.

Read more: The long road to Orlan
"""


def summary(text: str, **options: object) -> list[str]:
    return [span.of(text) for span in summarise(text, find_sentences(text), **options)]  # type: ignore[arg-type]


def test_sumy_has_its_eight_beside_ours() -> None:
    assert METHODS == (
        "attache", "edmundson", "kl", "lex-rank", "lsa", "luhn", "reduction", "sum-basic", "text-rank",
    )  # fmt: skip


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("count", [1, 3, 50])
def test_every_method_gives_whole_sentences_in_order(method: str, count: int) -> None:
    sentences = find_sentences(ARTICLE)
    chosen = summarise(ARTICLE, sentences, count=count, method=method)
    assert 1 <= len(chosen) <= count
    assert set(chosen) <= set(sentences)
    assert all(a.end <= b.start for a, b in pairwise(chosen))


@pytest.mark.parametrize("method", METHODS)
def test_no_method_chooses_what_the_page_says_of_itself(method: str) -> None:
    together = " ".join(summary(ARTICLE, count=50, method=method))
    for line in ("reopen border after six years\n", "Tuesday, 3 May 2022", "Also on example.com", "Read more"):
        assert line not in together


@pytest.mark.parametrize("count", range(1, 12))
def test_a_pronoun_or_connective_comes_only_after_its_sentence(count: int) -> None:
    chosen = summary(ARTICLE, count=count)
    for sentence, before in (
        ("However, the accord", "She thanked the mediators"),
        ("He called the accord", "Tarn said Brock"),
        ("She thanked the mediators", "They will not wait"),
    ):
        place = next((n for n, words in enumerate(chosen) if words.startswith(sentence)), None)
        assert place is None or (place > 0 and chosen[place - 1].startswith(before))


@pytest.mark.parametrize("count", range(1, 12))
def test_a_quotation_over_several_sentences_is_taken_whole_or_not_at_all(count: int) -> None:
    together = " ".join(summary(ARTICLE, count=count))
    assert together.count("“") == together.count("”")
    assert ("They have waited" in together) == ("another summer.”" in together)


def test_the_half_of_a_quotation_that_runs_on_in_the_next_paragraph_is_left_out() -> None:
    text = (
        "“The border between Arlen and Brock opens on Monday at noon, said the minister of Arlen.\n"
        "“The border stays open all summer,” said the minister of Arlen in Orlan on Tuesday.\n"
        "Traders from Brock welcomed the news of the border in the harbour."
    )
    assert [words[:20] for words in summary(text, count=3)] == ["“The border stays op", "Traders from Brock w"]


def test_what_is_said_already_gives_way_to_what_is_new() -> None:
    text = (
        "Arlen and Brock agreed on Tuesday to reopen their border after six years. "
        "Arlen and Brock agreed to reopen their border on Tuesday after long years. "
        "Traders in the harbour of Orlan celebrated with fireworks and free tea for everybody. "
        "The border between Arlen and Brock reopened after years."
    )
    assert [words[:16] for words in summary(text, count=2)] == ["Arlen and Brock ", "Traders in the h"]


def test_the_lead_comes_first() -> None:
    assert summary(ARTICLE, count=1) == [
        "Arlen and Brock agreed on Tuesday to reopen their border after six years of closure."
    ]


def test_the_same_words_twice_are_chosen_once() -> None:
    line = "Arlen and Brock agreed on Tuesday to reopen their common border."
    text = f"{line}\n{line.upper()}\n{line}\nThe Lake Council mediated between them for six long years."
    assert summary(text, count=4) == [line, "The Lake Council mediated between them for six long years."]


def test_a_text_of_headlines_only_is_summed_up_all_the_same() -> None:
    assert summary("Border reopens\nCouncil pleased\nTrade to follow", count=2) == ["Border reopens", "Council pleased"]


def test_a_text_that_begins_with_he_is_summed_up_all_the_same() -> None:
    assert summary("He agreed to reopen the border of Arlen.") == ["He agreed to reopen the border of Arlen."]


def test_fraction() -> None:
    total = len(find_sentences(ARTICLE))
    assert len(summary(ARTICLE, fraction=0.2)) == int(0.2 * total)
    assert len(summary(ARTICLE, fraction=0.001)) == 1


def test_five_sentences_when_nothing_is_said() -> None:
    assert len(summary(ARTICLE)) == 5


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", ["", "“", "* * *"])
def test_a_text_without_words_has_an_empty_summary(text: str, method: str) -> None:
    assert summary(text, method=method) == []


@pytest.mark.parametrize("method", METHODS)
def test_a_text_of_small_words_only_is_summed_up_all_the_same(method: str) -> None:
    assert summary("They were there.", method=method) == ["They were there."]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"method": "lexrank"}, "There is no summary method “lexrank”. Choose one of: attache, edmundson, kl,"),
        ({"count": 0}, "A summary of 0 sentences is not possible. Ask for at least 1 sentence."),
        ({"fraction": 1.5}, "1.5 is not a valid share of a text. Give a share above 0 and at most 1."),
        ({"fraction": float("nan")}, "nan is not a valid share of a text."),
        ({"count": 3, "fraction": 0.5}, "A summary has either a number of sentences or a share of the text."),
    ],
)
def test_what_cannot_be_done_is_said(options: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        summary(ARTICLE, **options)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("method", METHODS[1:])
def test_a_text_too_long_for_a_slow_method_is_refused_at_once(method: str) -> None:
    text = " ".join(f"Delegate number {n} spoke of border post {n} for some time." for n in range(4000))
    with pytest.raises(UsageError, match=f"“{method}” is too slow for this text: its limit is"):
        summary(text, method=method)


@pytest.mark.parametrize("language", ["fr", "ru", "xx", None])
def test_other_languages_are_summed_up_too(language: str | None) -> None:
    text = "Les ministres ont signé mardi un accord sur la frontière. La frontière était fermée depuis six ans."
    for method in METHODS:
        assert summary(text, count=1, method=method, language=language)


def test_fifty_thousand_words_take_less_than_two_seconds() -> None:
    names = ("Arlen", "Brock", "Orlan", "Tarn", "Noor", "customs", "border", "council", "treaty", "harbour")
    text = "\n".join(
        f"Delegate {n} of {names[n % 10]} told the {names[n * 7 % 10]} of {names[n * 3 % 9]} that post {n % 97} would"
        f" open to all {names[n % 7]} traders within {n % 31} days of the signing."
        for n in range(2100)
    )
    assert len(text.split()) > 50_000
    sentences = find_sentences(text)
    summarise(ARTICLE, find_sentences(ARTICLE))  # loads the word lists
    started = time.process_time()
    assert len(summarise(text, sentences)) == 5
    assert time.process_time() - started < 2


_PIECES = st.one_of(
    st.sampled_from(
        ["“", "”", '"', "«", "»", "\n", "... ", "。", "边境开放。", "٣ ", "😀 ", "Why? ", "Read more: x\n"]
    ),
    st.sampled_from(["He said no. ", "However, it rained. ", "Arlen signed the treaty with Brock on Monday. "]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), st.integers(1, 8), st.sampled_from(METHODS))
def test_any_text_any_method(text: str, count: int, method: str) -> None:
    sentences = find_sentences(text)
    chosen = summarise(text, sentences, count=count, method=method)
    assert set(chosen) <= set(sentences)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) <= count
    assert bool(chosen) == any(character.isalnum() for character in text)


@pytest.mark.parametrize("title", ["Will the port open?", "Will the port open? Orlan waits for an answer."])
def test_a_headline_that_asks_is_no_key_sentence(title: str) -> None:
    text = f"{title}\n\nThe port of Orlan opens in May. The fleet of Brock waits."
    found = summarise(text, find_sentences(text), count=5)
    assert [one.of(text) for one in found] == ["The port of Orlan opens in May.", "The fleet of Brock waits."]
