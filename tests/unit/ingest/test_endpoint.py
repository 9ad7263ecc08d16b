"""The endpoint over a socket: every status, and every way of being rude to it."""

import asyncio
import hmac
import json
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.domain.feed import ItemState, SubscriptionOptions
from bot.errors import SettingsError
from bot.ingest.endpoint import Endpoint, ReceiveLimits
from bot.ingest.server import Bounds, serve
from bot.services.push_sources import NewSource, add_source, renew_token
from tests.unit.ingest.conftest import ARTICLE, GUILD, NOW, OTHER, TEXT, Door, Moment

pytestmark = pytest.mark.sqlite_only(
    "tests/unit/archive/test_push_sources.py tests what is stored; this, what is answered"
)


async def test_an_article_is_taken_and_waits_to_be_read(door: Door, archive: Archive, source: NewSource) -> None:
    sent = ARTICLE | {"outlet": "The Example", "published_at": "2026-03-01T09:30:00+01:00"}
    answer = await door.send(json=sent)
    assert answer.status == 202
    item = await archive.feeds.load_item(int(answer.body["id"]))
    assert item
    assert (item.state, item.retry_at) == (ItemState.NEW, NOW)
    assert (item.entry.title, item.entry.link) == ("Bridge stays open", "https://press.example/bridge")
    assert (item.entry.content, item.entry.media_type, item.entry.outlet) == (TEXT, "text/plain", "The Example")
    assert item.entry.published_at is not None
    assert item.entry.published_at.isoformat() == "2026-03-01T08:30:00+00:00"
    assert [one.id for one in await archive.feeds.waiting(item.id)] == [source.subscription.id]
    assert await archive.feeds.due_items(NOW, limit=9) == (item.id,)
    assert door.ordered == [item.id]


async def test_html_stays_as_it_came(door: Door, archive: Archive) -> None:
    html = f"<article><p>{TEXT}</p></article>"
    answer = await door.send(json={"html": html})
    item = await archive.feeds.load_item(int(answer.body["id"]))
    assert item
    assert (item.entry.content, item.entry.media_type, item.entry.link) == (html, "text/html", None)


@pytest.mark.parametrize("again", [ARTICLE, {"text": TEXT}, {"html": f"<p>{TEXT}</p>"}])
async def test_the_same_again_is_the_same(door: Door, archive: Archive, again: dict[str, str]) -> None:
    answers = [await door.send(json=again) for _ in range(3)]
    assert [answer.status for answer in answers] == [202] * 3
    assert len({answer.body["id"] for answer in answers}) == 1
    assert len(await archive.feeds.why(GUILD, 1)) == 1


@pytest.mark.parametrize(
    ("body", "sentence"), [(b"{", "not JSON"), (b'{"a":' * 100_000, "too deeply"), (b"{}", "either as text or as html")]
)
async def test_what_is_no_article_is_answered_with_the_reason(door: Door, body: bytes, sentence: str) -> None:
    answer = await door.send(data=body, headers={"Content-Type": "application/json"})
    assert (answer.status, list(answer.body), door.ordered) == (400, ["error"], [])
    assert sentence in answer.body["error"]


_VALUES = st.none() | st.integers() | st.text() | st.text(min_size=60) | st.lists(st.text(), max_size=3)
_FIELDS = st.sampled_from(["title", "url", "outlet", "published_at", "text", "html"])
_BODIES = st.binary() | st.dictionaries(_FIELDS, _VALUES).map(json.dumps).map(str.encode)


@pytest.mark.parametrize("limits", [ReceiveLimits(burst=1_000)])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=_BODIES, content_type=st.sampled_from(["application/json", "application/json;charset=utf-8"]))
async def test_no_body_breaks_anything(door: Door, body: bytes, content_type: str) -> None:
    answer = await door.send(data=body, headers={"Content-Type": content_type})
    assert answer.status in {202, 400}
    assert list(answer.body) == ["id" if answer.status == 202 else "error"]


async def test_a_text_with_a_better_title_is_the_same(door: Door, archive: Archive) -> None:
    answers = [await door.send(json={"text": TEXT, "title": title}) for title in ("Bridge", "The bridge")]
    assert answers[0].body == answers[1].body
    item = await archive.feeds.load_item(int(answers[0].body["id"]))
    assert item
    assert item.entry.title == "The bridge"


async def test_an_article_sent_at_once_by_several_is_one(door: Door, archive: Archive) -> None:
    answers = await asyncio.gather(*(door.send(json=ARTICLE) for _ in range(8)))
    assert {answer.status for answer in answers} == {202}
    assert len({answer.body["id"] for answer in answers}) == 1
    assert len(await archive.feeds.why(GUILD, 1)) == 1


async def test_what_breaks_databases_and_terminals_does_not_get_there(door: Door, archive: Archive) -> None:
    body = json.dumps({"title": "a\x00b\ud83d", "text": "\x00" + TEXT + "\x1b[2J\ud83d", "outlet": "\x00"})
    answer = await door.send(data=body, headers={"Content-Type": "application/json"})
    item = await archive.feeds.load_item(int(answer.body["id"]))
    assert item
    assert (item.entry.title, item.entry.outlet) == ("ab\ufffd", None)
    assert item.entry.content == TEXT + "[2J\ufffd"
    answer = await door.send(json={"html": f"<p>\x00{TEXT}\ud83d</p>"})
    assert answer.status == 202


@pytest.mark.parametrize("token", ["", "attache_wrong", "\udcff", "a" * 5_000])
async def test_without_a_right_token_nothing_is_read(door: Door, token: str) -> None:
    answer = await door.send(token, json=ARTICLE)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert door.ordered == []


@pytest.mark.parametrize("header", ["Basic {}", "Bearer", "{}", "Bearer {}x", "Bearer Bearer {}"])
async def test_a_token_sent_otherwise_is_none(door: Door, header: str) -> None:
    answer = await door.send("", json=ARTICLE, headers={"Authorization": header.format(door.token)})
    assert answer.status == 401


async def test_the_scheme_may_be_written_in_any_case(door: Door) -> None:
    assert (await door.send("", json=ARTICLE, headers={"Authorization": f"bearer  {door.token} "})).status == 202


async def test_the_whole_token_decides_in_constant_time(
    door: Door, archive: Archive, source: NewSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, str]] = []

    def refuse(one: str, other: str) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr(hmac, "compare_digest", refuse)
    assert (await door.send(json=ARTICLE)).status == 401
    assert compared == [(hash_token(source.token), hash_token(source.token))]


async def test_a_token_is_not_kept(archive: Archive, source: NewSource, door: Door) -> None:
    with capture_logs() as logs:
        await door.send(json=ARTICLE)
        await door.send(source.token[:-1], json=ARTICLE)
    assert [entry["event"] for entry in logs] == ["received an article"]
    (followed,) = await archive.feeds.followed(GUILD)
    shown = repr((logs, source, followed))
    assert source.token not in shown
    assert hash_token(source.token) not in shown
    assert TEXT not in shown


async def test_a_new_token_ends_the_old_one(archive: Archive, source: NewSource, door: Door) -> None:
    newer = await renew_token(archive, GUILD, 1)
    assert (await door.send(json=ARTICLE)).status == 401
    assert (await door.send(newer, json=ARTICLE)).status == 202
    await archive.received.save_token(GUILD, 1, None)
    assert (await door.send(newer, json=ARTICLE)).status == 401


async def test_a_removed_source_sends_no_more(archive: Archive, door: Door) -> None:
    await archive.feeds.unfollow(GUILD, 1)
    assert (await door.send(json=ARTICLE)).status == 401


async def test_one_source_never_sees_anothers(archive: Archive, door: Door) -> None:
    other = await add_source(archive, OTHER, SubscriptionOptions("20", "discord:6", name="The Other Desk"), NOW)
    mine = (await door.send(json=ARTICLE)).body["id"]
    theirs = (await door.send(other.token, json=ARTICLE)).body["id"]
    assert mine != theirs, "the same article from another source is another item"
    assert [str(item.id) for item, _ in await archive.feeds.why(GUILD, 1)] == [mine]
    assert [str(item.id) for item, _ in await archive.feeds.why(OTHER, 1)] == [theirs]
    assert [one.owner for one in await archive.feeds.waiting(int(mine))] == [GUILD]


@pytest.mark.parametrize("limits", [ReceiveLimits(size=10_000)])
async def test_a_body_over_the_limit_is_refused(door: Door) -> None:
    whole = json.dumps({"text": TEXT + " " * (10_000 - len(json.dumps({"text": TEXT})))}).encode()
    as_json = {"Content-Type": "application/json"}
    assert len(whole) == 10_000
    assert (await door.send(data=whole, headers=as_json)).status == 202
    answer = await door.send(data=whole + b" ", headers=as_json)
    assert (answer.status, "limit of 0.01 MB" in answer.body["error"]) == (413, True)

    async def endless() -> Any:
        for _ in range(100):
            yield b" " * 1_000

    answer = await door.send(data=endless(), headers=as_json)
    assert (answer.status, "limit of 0.01 MB" in answer.body["error"]) == (413, True)


async def test_a_huge_body_is_refused_before_it_is_sent(door: Door) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(request(door.token, f"Content-Length: {10**12}"))
    assert (await asyncio.wait_for(reader.readline(), 30)).startswith(b"HTTP/1.1 413 ")
    writer.close()


@pytest.mark.parametrize("limits", [ReceiveLimits(seconds=0.2)])
async def test_a_body_that_drips_is_cut_off(door: Door) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(request(door.token, "Content-Length: 1000") + b"{")
    assert (await asyncio.wait_for(reader.readline(), 30)).startswith(b"HTTP/1.1 408 ")
    rest = await asyncio.wait_for(reader.read(), 30)
    assert b"did not arrive within 0.2 seconds" in rest, "and the connection is closed"
    writer.close()


async def test_a_head_that_never_ends_is_cut_off(archive: Archive) -> None:
    app = Endpoint(archive.received, Moment(), lambda _: asyncio.sleep(0)).make_app()
    async with serve(app, "127.0.0.1", 0, bounds=Bounds(lifetime=0.2)) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /articles HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        assert await asyncio.wait_for(reader.read(), 30) == b""
        writer.close()


async def test_a_body_that_breaks_off_harms_nobody(door: Door) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(request(door.token, "Content-Length: 1000") + b"{")
    await writer.drain()
    writer.transport.abort()
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(request(door.token, "Transfer-Encoding: chunked") + b"zz\r\nno number\r\n")
    assert b" 400 " in await asyncio.wait_for(reader.readline(), 30)
    writer.close()
    assert (await door.send(json=ARTICLE)).status == 202


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "nonsense"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
async def test_another_type_is_refused(door: Door, headers: dict[str, str]) -> None:
    answer = await door.send(data=b"\x1f\x8b", headers=headers)
    assert (answer.status, answer.body["error"].startswith("Articles are sent ")) == (415, True)


async def test_other_methods_and_paths_are_refused(door: Door) -> None:
    answer = await door.send(method="GET")
    assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert (await door.send(method="DELETE")).status == 405
    assert (await door.send(method="HEAD")).status == 405
    for path in ("/", "/articles/", "/articles/1", "/articles.json"):
        assert (await door.send(path=path, json=ARTICLE)).status == 404


@pytest.mark.parametrize("limits", [ReceiveLimits(burst=3, a_minute=6)])
async def test_a_source_that_sends_too_much_is_told_when_to_go_on(door: Door, archive: Archive) -> None:
    other = await add_source(archive, OTHER, SubscriptionOptions("20", "discord:6", name="The Other Desk"), NOW)
    assert [(await door.send(json=ARTICLE)).status for _ in range(3)] == [202] * 3
    answer = await door.send(json=ARTICLE)
    assert (answer.status, answer.headers["Retry-After"]) == (429, "10")
    assert (await door.send(other.token, json=ARTICLE)).status == 202, "others are not disturbed"
    await door.clock.sleep(10)
    assert [(await door.send(json=ARTICLE)).status for _ in range(2)] == [202, 429]


@pytest.mark.parametrize("limits", [ReceiveLimits(wrong_tokens=3)])
async def test_whoever_guesses_is_told_to_wait_and_the_right_token_still_works(door: Door) -> None:
    assert [(await door.send("guess", json=ARTICLE)).status for _ in range(4)] == [401, 401, 401, 429]
    answer = await door.send("", json=ARTICLE)
    assert (answer.status, answer.headers["Retry-After"]) == (429, "20")
    assert (await door.send(json=ARTICLE)).status == 202
    await door.clock.sleep(20)
    assert (await door.send("guess", json=ARTICLE)).status == 401


async def test_an_archive_that_does_not_answer_is_a_503_and_nothing_is_said_of_it(door: Door, archive: Archive) -> None:
    async with archive._engines.writer.begin() as connection:
        await connection.execute(text("DROP TABLE fates"))
    with capture_logs() as logs:
        answer = await door.send(json=ARTICLE)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
    assert answer.body == {"error": "The archive does not answer now. Send it again later."}
    assert door.ordered == []
    assert TEXT not in repr(logs)


async def test_our_own_fault_is_logged_and_not_told(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("hunter2")

    monkeypatch.setattr("bot.ingest.endpoint.identify_article", break_down)
    with capture_logs() as logs:
        answer = await door.send(json=ARTICLE)
    assert (answer.status, answer.body) == (500, {"error": "Something broke here. Send it again later."})
    assert logs[-1]["event"] == "an article could not be received"


async def test_what_is_on_record_is_acknowledged_though_nobody_could_be_told(
    archive: Archive, source: NewSource
) -> None:
    async def fail(_: int) -> None:
        raise RuntimeError

    app = Endpoint(archive.received, Moment(), fail).make_app()
    async with serve(app, "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        with capture_logs() as logs:
            answer = await Door(port, session, Moment(), source.token).send(json=ARTICLE)
    assert answer.status == 202
    assert logs[-1]["event"] == "a received article is read a little later"
    assert await archive.feeds.due_items(NOW, limit=9) == (int(answer.body["id"]),)


async def test_a_place_that_is_taken_is_said(door: Door, archive: Archive) -> None:
    app = Endpoint(archive.received, Moment(), lambda _: asyncio.sleep(0)).make_app()
    with pytest.raises(SettingsError, match=f"Attaché cannot listen at 127.0.0.1:{door.port}"):
        async with serve(app, "127.0.0.1", door.port):
            pass


def request(token: str, *headers: str) -> bytes:
    lines = [
        "POST /articles HTTP/1.1",
        "Host: desk",
        f"Authorization: Bearer {token}",
        "Content-Type: application/json",
    ]
    return "\r\n".join([*lines, *headers, "", ""]).encode()
