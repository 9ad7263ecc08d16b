"""Spans, the one normalisation of an article's text, and its fingerprint."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.text import Span, hull, normalise_text, number_at, text_sha256, trimmed

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Any code points: unassigned ones, lone surrogates and controls with them."""
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (2, 2), (3, 1), (0, 0)])
def test_a_span_that_is_empty_reversed_or_negative_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="bad span"):
        Span(start, end)


def test_a_span_slices_its_text_and_refuses_one_too_short() -> None:
    assert Span(4, 9).of("The envoy left.") == "envoy"
    with pytest.raises(ValueError, match="ends beyond a text of 6 characters"):
        Span(4, 9).of("The en")


@given(SPANS, SPANS)
def test_overlap_and_containment_agree_with_the_sets_of_positions(a: Span, b: Span) -> None:
    of_a, of_b = set(range(a.start, a.end)), set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(of_a & of_b)
    assert a.contains(b) == (of_b <= of_a)
    assert len(a) == len(of_a)


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_the_hull_is_the_smallest_span_that_holds_all(spans: list[Span]) -> None:
    whole = hull(iter(spans))
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull([])


@given(ANY_TEXT, st.data())
def test_trimming_takes_white_space_off_the_ends_and_nothing_else(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    kept = trimmed(text, span)
    assert (kept.of(text) if kept else "") == span.of(text).strip()
    assert kept is None or span.contains(kept)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\r\ntwo\rthree\x0bfour\x0cfive\x85six\u2028seven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("one\u2029two", "one\n\ntwo"),
        ("one\n\n\n \t\n\ntwo", "one\n\ntwo"),
        ("  one  \n  two\t", "one\n  two"),
        ("mi\u00adnis\u200bter\ufeff", "minister"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("a\x00b\x1bc\x9fd", "abcd"),
        ("cafe\u0301", "café"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("“He’s – ‘gone’…” — «oui»", "“He’s – ‘gone’…” — «oui»"),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),  # joiners are letters' business
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        (" \r\n\ufeff ", ""),
    ],
)
def test_how_a_text_is_normalised(raw: str, expected: str) -> None:
    assert normalise_text(raw) == expected


_ROUGH = st.lists(
    st.one_of(st.sampled_from(["\r", "\n", "\r\n", " ", "\u0301", "\u200b", "\u2028", "\u2029", "e", "“"]), ANY_TEXT)
).map("".join)


@given(_ROUGH)
def test_normalising_again_changes_nothing(raw: str) -> None:
    once = normalise_text(raw)
    assert normalise_text(once) == once


@given(_ROUGH)
def test_a_normalised_text_has_no_control_characters_and_one_kind_of_line_end(raw: str) -> None:
    text = normalise_text(raw)
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert "\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    text.encode("utf-8")


@given(_ROUGH)
def test_normalising_keeps_every_letter_and_digit_in_order(raw: str) -> None:
    def letters(text: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFD", text) if c.isalnum()]

    assert letters(normalise_text(raw)) == letters(raw)


def test_the_fingerprint_is_the_sha256_of_the_utf_8_bytes() -> None:
    assert text_sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_sha256("“Non.”") != text_sha256('"Non."')


def test_lone_surrogates_have_fingerprints_of_their_own() -> None:
    assert len({text_sha256(text) for text in ("a\ud800", "a\ud801", "a\udfff", "a\ufffd", "a?")}) == 5


@pytest.mark.parametrize(("position", "number"), [(0, 0), (2, 0), (4, 0), (5, 1), (8, 1), (9, 2), (40, 2)])
def test_the_number_of_what_begins_last_before_a_position(position: int, number: int) -> None:
    assert number_at([Span(2, 4), Span(5, 8), Span(9, 12)], position) == number
    assert number_at([], position) == 0
