"""Quotation marks: what stands inside them, in every style the press sets, and in text that keeps no style at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Kind
from bot.domain.text import Span
from bot.nlp.structure.quotations import classify_kind, find_quotations


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and "no".', ['"yes"', '"no"']),
        ("She said “yes” and “no”.", ["“yes”", "“no”"]),
        ("Sie sagte „ja“ und „nein”.", ["„ja“", "„nein”"]),
        ("Elle a dit « oui » puis «non».", ["« oui »", "«non»"]),
        ("Sie sagte »ja« und »nein«.", ["»ja«", "»nein«"]),
        ("Hon sade »ja» och »nej».", ["»ja»", "»nej»"]),
        ("彼は「はい」と『いいえ』と言った。", ["「はい」", "『いいえ』"]),
        ("She said ‘yes’ and 'no'.", ["‘yes’", "'no'"]),
        ('She said "yes” and left.', ['"yes”']),
        ("She called it “frank“ and left.", ["“frank“"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister's aides don't think it's Orla Venn’s.",
        "Rock 'n roll of the '90s and the ministers' dinner.",
        "The ministers’ plan, the envoys’ plan and the O’Hare talks.",
        "A table 5 feet by 3' and a ship of 40'.",
        "Nobody said anything.",
        "",
    ],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She told me ‘never’ and left,” he said.", ["“She told me ‘never’ and left,”"]),
        ("\"She told me 'never' and left,\" he said.", ["\"She told me 'never' and left,\""]),
        ("‘She told me “never” and left,’ he said.", ["‘She told me “never” and left,’"]),
        ("'She told me \"never\" and left,' he said.", ["'She told me \"never\" and left,'"]),
        ("„Sie sagte ‚nie‘ und ging“, sagte er.", ["„Sie sagte ‚nie‘ und ging“"]),
        ("«Il a dit “jamais” », dit-elle.", ["«Il a dit “jamais” »"]),
    ],
)
def test_a_quotation_inside_a_quotation_is_not_listed_apart(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_apostrophe_before_a_quotation_does_not_swallow_it() -> None:
    assert quoted("In the '90s Venn called it “a fjord too far” at the ministers' dinner.") == ["“a fjord too far”"]
    assert quoted('The envoys\' note says "no", the ministers\' note "yes".') == ['"no"', '"yes"']


def test_a_quotation_interrupted_by_its_speaker_is_two() -> None:
    assert quoted("“A tide,” the minister noted, “comes in twice a day.”") == ["“A tide,”", "“comes in twice a day.”"]


def test_a_mark_left_open_runs_to_the_end_of_its_paragraph_only() -> None:
    assert quoted("She said: “We wait.\n\nNobody answered.") == ["“We wait."]


def test_a_long_quotation_opens_each_paragraph_and_closes_the_last() -> None:
    text = "“We asked once,” Venn said. “We asked twice.\n\n“We shall not ask again.”\n\nThe hall was empty."
    assert quoted(text) == ["“We asked once,”", "“We asked twice.", "“We shall not ask again.”"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_a_paragraph_ends_at_any_line_end(end: str) -> None:
    assert quoted(f"“We wait.{end}Nobody answered “them”.") == ["“We wait.", "“them”"]


def test_a_lone_mark_at_the_end_quotes_nothing() -> None:
    assert quoted("He waited.”") == []
    assert quoted("He waited “") == []


_MARKS = "\"'“”„‟‘’‚«»「」『』"
_ROUGH = st.lists(
    st.one_of(
        st.sampled_from([*_MARKS, " ", "\n", "\r\n", ".", ", ", "word", "9", "s’ ", "😀", "שלום"]), st.text(max_size=3)
    ),
    max_size=50,
).map("".join)


@given(_ROUGH)
def test_quotations_lie_inside_any_text_in_order_and_apart(text: str) -> None:
    spans = find_quotations(text)
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@given(_ROUGH)
def test_a_quotation_begins_with_a_mark_or_its_line_and_never_crosses_a_line_end(text: str) -> None:
    for span in find_quotations(text):
        assert text[span.start] in _MARKS or text[span.start - 1] in _LINE_ENDS
        assert len(span.of(text).splitlines()) == 1


@given(_ROUGH, st.data())
def test_the_kind_follows_the_share_of_words_inside_the_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    content = Span(start, data.draw(st.integers(start + 1, len(text) + 1)))
    inside = classify_kind(text, [content], find_quotations(text))
    assert classify_kind(text, [content], ()) is Kind.INDIRECT
    whole = classify_kind(text, [content], [Span(0, len(text) + 1)])
    assert whole is (Kind.DIRECT if any(c.isalnum() for c in content_of(text, content)) else whole)
    assert inside in Kind


def content_of(text: str, span: Span) -> str:
    return text[span.start : span.end]


@pytest.mark.parametrize(
    "unit", ['"', "“a” ", "'a' ", "“x” ‘a’ ", "\"a\" 'b' ", "‘a “b", "»", "» a « ", "„", "a' ", "'a\"b' "]
)
def test_ten_thousand_marks_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    spans = find_quotations(text)
    classify_kind(text, [Span(0, len(text))], spans)
    # the slowest of these takes 0.25 s; a search of all spans for each mark takes 40 s
    assert time.process_time() - started < 5


def test_ten_thousand_quotations_are_all_found() -> None:
    assert quoted("“We agree,” " * 10_000) == ["“We agree,”"] * 10_000


CALL = "Venn said the talks were “frank and short” and left. “Nobody wins,” he added, “nobody loses.”"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (["“Nobody wins,”", "“nobody loses.”"], Kind.DIRECT),
        (["“Nobody wins,”"], Kind.DIRECT),
        (["Nobody wins"], Kind.DIRECT),  # the marks need not be part of the content
        (["the talks were “frank and short”"], Kind.MIXED),
        (["the talks were", "“nobody loses.”"], Kind.MIXED),
        (["the talks were"], Kind.INDIRECT),
    ],
)
def test_direct_mixed_and_indirect(content: list[str], kind: Kind) -> None:
    pieces = [Span(CALL.index(words), CALL.index(words) + len(words)) for words in content]
    assert classify_kind(CALL, pieces, find_quotations(CALL)) is kind


def test_content_without_words_is_indirect() -> None:
    assert classify_kind("“…”", [Span(0, 3)], find_quotations("“…”")) is Kind.INDIRECT


def test_a_mark_left_open_is_closed_paragraphs_later() -> None:
    text = "She said:\n\n“We waited.\n\nThe ship came.\n\nWe left.” And it rained.\n\nIt rained “much”."
    assert quoted(text) == ["“We waited.", "The ship came.", "We left.”", "“much”"]


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We waited.\n\nThe ship came.\n\n“We left.”",  # opened again: the press's way
        "She said: “We waited.\n\nThe ship came.\n\nIt rained.",  # never closed
        'She said: "We waited.\n\nThe ship came.\n\nWe left."',  # a straight mark may open
        "She said: “We waited." + "\n\nThe ship came." * 12 + "\n\nWe left.”",  # too long to be one
    ],
)
def test_what_lies_between_other_marks_is_not_quoted(text: str) -> None:
    assert "The ship came." not in quoted(text)


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“The port is open,\" she said. “It is late.\" He left.", ["“The port is open,\"", "“It is late.\""]),
        ("\"The port is open,” she said. \"It is late.”", ["\"The port is open,”", "\"It is late.”"]),
        ("“He said \"no\" to me,” she said.", ["“He said \"no\" to me,”"]),
        ("“He said \"no\" to me. We left.\n“We came back.”", ["“He said \"no\" to me. We left.", "“We came back.”"]),
    ],
)  # fmt: skip
def test_marks_of_two_kinds_pair(text: str, quotations: list[str]) -> None:
    assert [one.of(text) for one in find_quotations(text)] == quotations
