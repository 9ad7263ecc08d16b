"""Lines of a batch: taken apart, or answered with what is wrong."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.batch import BadLineError, Line, parse_line, read_lines, render_failure


def test_a_line_is_an_id_and_a_text_exactly_as_given() -> None:
    assert parse_line(b'{"id": "a", "text": " two\\n\\nlines\\u00a0 "}') == Line("a", " two\n\nlines\xa0 ")
    assert parse_line(b'{"text": "", "id": 7, "more": []}') == Line(7, "")
    assert parse_line(b'\xef\xbb\xbf{"id": "bom", "text": "x"}') == Line("bom", "x")


@pytest.mark.parametrize(
    ("raw", "ident", "words"),
    [
        (b"", None, "This line is empty."),
        (b"nonsense", None, "This line is not JSON."),
        (b'{"id": "a", "text": "cut', None, "This line is not JSON."),
        (b'{"id": NaN, "text": "x"}', None, "This line is not JSON."),
        (b"[" * 100_000, None, "This line is not JSON."),
        (b'{"id": "\xff", "text": "x"}', None, "This line is not UTF-8."),
        (b'["id", "text"]', None, "This line is JSON, but no object."),
        (b'{"text": "x"}', None, 'This line has no "id"'),
        (b'{"id": true, "text": "x"}', None, 'This line has no "id"'),
        (b'{"id": "a"}', "a", 'This line has no "text"'),
        (b'{"id": 3, "text": ["x"]}', 3, 'This line has no "text"'),
        (b"x" * 101, None, "This line is longer than the limit"),
    ],
)
def test_a_bad_line_is_told_what_is_wrong(raw: bytes, ident: str | int | None, words: str) -> None:
    limit = 100 if raw.startswith(b"x") else 10**6
    with pytest.raises(BadLineError) as caught:
        parse_line(raw, limit)
    assert caught.value.id == ident
    answer = json.loads(render_failure(ident, caught.value))
    assert answer["id"] == ident
    assert answer["error"].startswith(words)


def test_empty_lines_count_but_for_the_end() -> None:
    assert list(read_lines(io.BytesIO(b"\na\r\n \n\nb\n\n\r\n"))) == [b"", b"a", b"", b"", b"b"]


def test_the_last_line_needs_no_end() -> None:
    assert list(read_lines(io.BytesIO(b"a\nb"))) == [b"a", b"b"]


def test_a_line_over_the_limit_is_skipped_without_being_held() -> None:
    source = io.BytesIO(b"x" * 95 + b"\n" + b"y" * 10 + b"\n" + b"z" * 11)
    lines = list(read_lines(source, limit=10))
    assert lines == [b"x" * 11, b"y" * 10, b"z" * 11]
    with pytest.raises(BadLineError, match="longer than the limit"):
        parse_line(lines[0], limit=10)


@given(st.lists(st.binary(min_size=1, max_size=30).filter(lambda b: b.strip() and b"\n" not in b and b"\r" not in b)))
def test_every_line_comes_once_and_in_order(lines: list[bytes]) -> None:
    assert list(read_lines(io.BytesIO(b"".join(line + b"\n" for line in lines)), limit=30)) == lines
