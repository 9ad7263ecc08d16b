"""What remote calls carry: every value that a call takes or gives comes back, and nothing else is read."""

import base64
import json
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from dbos._serialization import DefaultSerializer
from hypothesis import given
from hypothesis import strategies as st

from bot import errors
from bot.domain.article import Article, Outlet
from bot.domain.feed import Entry, FeedDocument, FeedLink, OutlineFeed
from bot.domain.text import Span
from bot.errors import AttacheError, FetchError, ParseError, ThrottledError
from bot.i18n.messages import translatable
from bot.jobs.rpc import RpcResult
from bot.jobs.rpc_codec import JsonSerializer
from bot.pictures.drawing import Drawing, Theme
from bot.web.feeds.identity import IdentifiedEntry
from bot.web.parsers import FeedSnapshot
from tests.cogs.invented import analyse_by_hand
from tests.unit.jobs.forged import Bomb

JSON = JsonSerializer()
AT = datetime(2026, 3, 2, 6, 30, tzinfo=timezone(timedelta(hours=1)))
ARTICLE = Article("“It stays,” she said. \ud800", "Bridge", "https://quill.example/1", Outlet("Quill"), None, AT, "en")
ENTRY = Entry(guid="1", content="<p>é</p>", published_at=AT.astimezone(UTC), day_only=True)


@pytest.mark.parametrize(
    "value",
    [
        {"args": ("item", "7"), "kwargs": {}},
        {"args": (b"\x00\xff", 1, 1.5, float("inf"), None, True, [1, ("a",)]), "kwargs": {"now": AT}},
        ["tuple", [1]],
        {"dict": ["bytes", "AA=="]},
        (Span(0, 3), Span(4, 5)),
        analyse_by_hand(replace(ARTICLE, text="Minister Ana Brod spoke. “It stays,” she said.")),
        RpcResult(ARTICLE),
        FeedSnapshot(FeedDocument("Quill", None, ()), (IdentifiedEntry("guid:1", "f", ENTRY),)),
        (FeedLink("https://quill.example/rss"), OutlineFeed("https://quill.example/rss", folders=("a", "b"))),
        (Drawing("timeline", "{}", "A picture.", "timeline"), Theme.DARK),
    ],
)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    back = JSON.deserialize(JSON.serialize(value))
    assert back == value
    assert type(back) is type(value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    )
)
def test_any_plain_value_comes_back(value: Any) -> None:
    assert JSON.deserialize(JSON.serialize(value)) == value


@pytest.mark.parametrize(
    "error",
    [
        ParseError(translatable("sources-no-article"), resource="https://quill.example/"),
        FetchError("It broke.", "Try again.", status=500),
        ThrottledError(
            translatable("sources-redirected", thing="page", why=translatable("sources-no-site")), retry_after=2.5
        ),
        *(
            kind("It broke.", "Try.")
            for kind in vars(errors).values()
            if isinstance(kind, type) and kind is not AttacheError and issubclass(kind, AttacheError)
        ),
    ],
)
def test_an_error_comes_back_with_all_that_it_says(error: AttacheError) -> None:
    back = JSON.deserialize(JSON.serialize(RpcResult(error=error))).error
    assert type(back) is type(error)
    assert vars(back) == vars(error)
    assert str(back) == str(error)


def test_a_strange_error_comes_back_in_words() -> None:
    back = JSON.deserialize(JSON.serialize(ZeroDivisionError("by the test")))
    assert isinstance(back, RuntimeError)
    assert str(back) == "ZeroDivisionError: by the test"


@pytest.mark.parametrize("value", [object(), {1: 2}, {1}, Path("a"), print, RpcResult])
def test_what_is_not_known_is_not_written(value: Any) -> None:
    with pytest.raises(TypeError):
        JSON.serialize(value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gASVJAAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAlpZCA+IC90bXCUhZRSlC4=",
        "{}",
        "[]",
        '["os.system","id"]',
        '["Path",[["path","a"]]]',
        '["Act","no such act"]',
        '["Span",[["start",3],["end",1]]]',
        '["Span",[["start",3],["end",4],["more",1]]]',
        '["Article",3]',
        '["ParseError",[1]]',
        '["bytes","?"]',
        "[" * 100_000,
    ],
)
def test_what_is_not_known_is_not_read(written: str) -> None:
    with pytest.raises((ValueError, TypeError, RecursionError)):
        JSON.deserialize(written)


def test_dbos_unpickles_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        DefaultSerializer().deserialize(base64.b64encode(pickle.dumps(Bomb(tmp_path / "ran"))).decode())
    assert not (tmp_path / "ran").exists()


def test_rows_are_ascii_json() -> None:
    written = JSON.serialize(RpcResult("é\x00\ud800"))
    assert written.isascii()
    assert "\x00" not in written
    json.loads(written)
