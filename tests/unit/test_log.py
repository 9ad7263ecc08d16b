import io
import json
import logging

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.log import HIDDEN, redact, silence_logging, start_logging
from bot.settings import Settings

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB"  # noqa: S105 - made up
PASSWORD = 'pass "wörd"/1'  # noqa: S105 - made up
DATABASE = "postgresql://attache:pass%20%22w%C3%B6rd%22%2F1@db.example/attache"


def log_to(**settings: object) -> io.StringIO:
    stream = io.StringIO()
    given = {"discord_token": SecretStr(TOKEN), "database_url": SecretStr(DATABASE), **settings}
    start_logging(Settings.load(given), stream)
    return stream


def test_people_get_a_line_of_text() -> None:
    stream = log_to()
    structlog.get_logger("bot.archive").info("stored", action="save", articles=3)
    line = stream.getvalue()
    assert line.count("\n") == 1
    assert all(part in line for part in ("stored", "action=save", "articles=3", "info", "bot.archive"))
    assert "\x1b" not in line, "no colours where nobody sees them"


def test_machines_get_an_object_a_line() -> None:
    stream = log_to(log_json=True)
    structlog.get_logger("bot.archive").warning("stored", action="save", title="Ünïon")
    known = json.loads(stream.getvalue())
    assert known.pop("timestamp").endswith("Z")
    assert known == {
        "event": "stored", "action": "save", "title": "Ünïon", "level": "warning", "logger": "bot.archive"
    }  # fmt: skip


@pytest.mark.parametrize("as_json", [False, True])
def test_what_libraries_log_comes_the_same_way(as_json: bool) -> None:
    stream = log_to(log_json=as_json)
    logging.getLogger("aiohttp.access").info("from %s", "postgresql://ana:secret1@db.example/x")
    assert "from postgresql://ana:" in stream.getvalue()
    assert "secret1" not in stream.getvalue()


@pytest.mark.parametrize("as_json", [False, True])
def test_no_secret_is_logged_in_a_message_a_value_or_a_traceback(as_json: bool) -> None:
    stream = log_to(log_json=as_json)
    log = structlog.get_logger("bot")
    log.info("token %s", TOKEN, password=PASSWORD, address=DATABASE, nested={"deep": [TOKEN, PASSWORD]})
    try:
        int(f"cannot log in with {TOKEN} and {PASSWORD}")
    except ValueError:
        log.exception("failed")
        logging.getLogger("library").exception("failed too")
    written = stream.getvalue()
    assert written.count("Traceback") == 2
    assert HIDDEN in written
    assert TOKEN not in written
    assert "wörd" not in written
    assert "w%C3%B6rd" not in written


def test_what_is_below_the_level_is_not_logged_and_what_members_write_never() -> None:
    stream = log_to(log_level="WARNING")
    structlog.get_logger("bot").info("quiet")
    assert stream.getvalue() == ""
    stream = log_to(log_level="DEBUG")
    logging.getLogger("discord.gateway").debug("For Shard ID 0: WebSocket Event: a member's words")
    structlog.get_logger("bot").debug("loud")
    assert "member's words" not in stream.getvalue()
    assert "loud" in stream.getvalue()


def test_silence_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    silence_logging()
    structlog.get_logger("bot").error("loud")
    logging.getLogger("library").error("loud")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("at postgresql+psycopg://ana:s3cret@db.example/x", f"at postgresql+psycopg://ana:{HIDDEN}@db.example/x"),
        ("Authorization: Bot abc.def", f"Authorization: {HIDDEN}"),
        ("{'Authorization': 'Bearer abcdef', 'Accept': 'x'}", f"{{'Authorization': '{HIDDEN}', 'Accept': 'x'}}"),
        (f"got {TOKEN}.", f"got {HIDDEN}."),
        ("refused attache_" + "x-_9" * 10 + "abc today", f"refused {HIDDEN} today"),
        ("POST /api/v10/webhooks/12/aW50ZXJhY3Rpb246MTIzNDU2Nzg5 400", f"POST /api/v10/webhooks/12/{HIDDEN} 400"),
        ("https://press.example/a?id=7&api_key=k&x=1", f"https://press.example/a?id=7&api_key={HIDDEN}&x=1"),
        ("https://press.example/a?access_token=k", f"https://press.example/a?access_token={HIDDEN}"),
    ],
)
def test_what_looks_like_a_secret_is_hidden(line: str, shown: str) -> None:
    assert redact(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "https://press.example/2021/02/05/blue-white.html?page=2",
        "the tokens of esteem were exchanged at 08:00",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "mail ana@press.example about https://press.example:8080/a",
    ],
)
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    assert redact(line) == line


@given(st.text(min_size=6, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_a_known_secret_is_never_left(secret: str, before: str, after: str) -> None:
    # a secret that overlaps the mark itself could stand in it
    if any(part in HIDDEN for part in (secret, secret[:3], secret[-3:])):
        return
    shown = redact(before + secret + after, [secret])
    assert shown.count(secret) <= (before + after).count(secret)


HOSTILE = "a\n2026-01-01T00:00:00Z [error    ] forged\r\x1b[31m\x9b2J\x07\u2028b\u202e"


def test_no_strangers_words_make_a_line_or_move_the_cursor_in_a_text_log() -> None:
    stream = log_to()
    structlog.get_logger("bot").info("a title", title=HOSTILE, nested={"deep": [HOSTILE]}, **{HOSTILE: 1})
    structlog.get_logger("bot").info(HOSTILE)
    logging.getLogger("aiohttp.access").warning("from %s", HOSTILE)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 3
    assert not any("\x1b" in line or "\x9b" in line or "\u202e" in line for line in lines)
    assert all("forged" in line for line in lines), "nothing is lost"


def test_a_traceback_keeps_its_lines_and_none_looks_like_the_logs_own() -> None:
    stream = log_to()
    try:
        int(HOSTILE)
    except ValueError:
        structlog.get_logger("bot").exception("it failed")
    first, *others = stream.getvalue().split("\n")
    assert "it failed" in first
    assert len(others) > 3
    assert all(line.startswith(" ") for line in others if line and not line.startswith("Traceback"))
    assert "\x1b" not in stream.getvalue()
