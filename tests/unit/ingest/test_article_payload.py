"""What newsrooms send: taken as it is, or refused with the reason, and never anything else."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.patterns.measure import seconds_of
from bot.domain.feed import Entry
from bot.errors import AttacheError
from bot.ingest.article_payload import parse_article

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "Foreign Minister Ana Brod said: “The bridge stays open.” She denied that the talks with Orland had failed."
ARTICLE = {"title": "Bridge stays open", "url": "https://press.example/bridge", "text": TEXT}


BAD: list[tuple[Any, str]] = [
    (b"", "not JSON"),
    (b"{", "not JSON (line 1, column 2)"),
    (b"[]", "not a JSON object"),
    (b"7", "not a JSON object"),
    (b"NaN", "not JSON"),
    (b"\xff\xfe{\x00}\x00", "not UTF-8"),
    (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
    (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    (b'{"text": ' + b"9" * 5_000 + b"}", "not JSON"),
    ({}, "either as text or as html"),
    (ARTICLE | {"html": TEXT}, "either as text or as html"),
    ({"text": 7}, 'field "text" is not a string'),
    ({"text": "Too short."}, "too short"),
    ({"text": "\x00" * 5_000}, "too short"),
    ({"text": "a" * 400_001}, "the limit is 400,000"),
    ({"html": "<>" * 100}, "too short"),
    (ARTICLE | {"publishedAt": "2026-03-01"}, 'no field "publishedAt"'),
    (ARTICLE | {"\x1b[2J" * 50: 1}, "no field"),
    (ARTICLE | {"title": "a" * 501}, "501 characters; the limit is 500"),
    (ARTICLE | {"outlet": "a" * 101}, "the limit is 100"),
    (ARTICLE | {"title": ["a"]}, 'field "title" is not a string'),
    (ARTICLE | {"url": "javascript:alert(1)"}, "http:// or https://"),
    (ARTICLE | {"url": "file:///etc/passwd"}, "http:// or https://"),
    (ARTICLE | {"url": "https://ana:hunter2@press.example/"}, "user name or a password"),
    (ARTICLE | {"url": "http://169.254.169.254/"}, "does not contact"),
    (ARTICLE | {"url": "https://press.example/" + "a" * 2_000}, "longer than"),
    (ARTICLE | {"published_at": "yesterday"}, "is not a time"),
    (ARTICLE | {"published_at": "2026-03-01T08:30:00"}, "names no time zone"),
    (ARTICLE | {"published_at": "2026-03-01"}, "names no time zone"),
    (ARTICLE | {"published_at": "0001-01-01T00:00:00+14:00"}, "is not a time"),
    (ARTICLE | {"published_at": "2026-03-03T08:30:00Z"}, "more than a day ahead"),
    (ARTICLE | {"published_at": 1_772_000_000}, "is not a string"),
]


@pytest.mark.parametrize(("sent", "sentence"), BAD)
def test_what_is_no_article_is_refused_with_the_reason(sent: Any, sentence: str) -> None:
    with pytest.raises(AttacheError) as caught:
        parse_article(sent if isinstance(sent, bytes) else json.dumps(sent).encode(), NOW)
    assert sentence in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_private_host_may_be_allowed() -> None:
    body = json.dumps(ARTICLE | {"url": "http://10.0.0.1/bridge"}).encode()
    assert parse_article(body, NOW, allow={"10.0.0.1"}).link == "http://10.0.0.1/bridge"
    with pytest.raises(AttacheError, match="private network"):
        parse_article(body, NOW)


def test_what_is_null_or_blank_is_absent() -> None:
    body = json.dumps({"text": TEXT, "html": None, "title": " ", "url": "", "outlet": None, "published_at": ""})
    entry = parse_article(body.encode(), NOW)
    assert (entry.title, entry.link, entry.outlet, entry.published_at) == (None, None, None, None)


def test_a_first_line_that_is_a_headline_is_the_title() -> None:
    assert parse_article(json.dumps({"text": f"Bridge\n\n{TEXT}"}).encode(), NOW).title == "Bridge"


def test_a_byte_order_mark_is_no_harm() -> None:
    assert parse_article(b"\xef\xbb\xbf" + json.dumps(ARTICLE).encode(), NOW).content == TEXT


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
_TIMES = st.datetimes().map(datetime.isoformat) | st.datetimes(timezones=st.timezones()).map(datetime.isoformat)
_ADDRESSES = st.text().map("http://{}".format) | st.from_regex(r"\A[a-z]{1,6}://[^ ]{0,20}\Z")
_OBJECTS = st.fixed_dictionaries(
    {},
    optional={
        "title": _JSON | st.text(),
        "url": _JSON | _ADDRESSES,
        "outlet": _JSON | st.text(),
        "published_at": _JSON | _TIMES | st.text(),
        "text": _JSON | st.text(min_size=40),
        "html": _JSON | st.text(min_size=40),
    },
)


@given(st.binary() | _JSON.map(json.dumps).map(str.encode) | _OBJECTS.map(json.dumps).map(str.encode))
def test_any_body_is_an_article_or_a_refusal_in_words(body: bytes) -> None:
    with suppress(AttacheError):
        check_storable(parse_article(body, NOW))


@given(st.text(min_size=60), st.text(max_size=100), st.booleans())
def test_any_text_can_be_stored(text: str, title: str, html: bool) -> None:
    body = json.dumps({"html" if html else "text": text + TEXT, "title": title}).encode()
    check_storable(parse_article(body, NOW))


def check_storable(entry: Entry) -> None:
    for value in (entry.guid, entry.link, entry.title, entry.outlet, entry.content):
        assert "\x00" not in (value or "")
        (value or "").encode()  # no half of a surrogate pair
    assert entry.link is None or entry.link.startswith(("http://", "https://"))
    assert entry.content
    assert (entry.guid is None) != (entry.link is None)
    assert entry.published_at is None or entry.published_at.tzinfo is UTC


@pytest.mark.parametrize("field", ["title", "outlet", "url", "published_at"])
@pytest.mark.parametrize("unit", ["\u0301\u0316", "a", " "])
def test_a_field_that_is_too_long_is_refused_before_anything_is_done_with_it(field: str, unit: str) -> None:
    body = json.dumps(
        {"text": "The harbour stays open until the talks have ended. " * 3, field: unit * 80_000}
    ).encode()

    def send(_: str) -> None:
        with pytest.raises(AttacheError):
            parse_article(body, NOW)

    assert seconds_of(send, "", 2.0) < 0.5  # 22 s before
