"""What a terminal shows: looked at once, kept as golden files; and rules that hold at any width."""

import io
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.digests.article_digest import compose_digest
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.errors import NotVerbatimError, UsageError
from bot.render.cards.article_card import compose_summary
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document import Columns, Document, Fields, Heading, Quote, StrangerText, Text
from bot.render.quotations import find_quotations
from bot.render.terminal import QUOTE_LIMIT, Screen, find_screen, show
from tests.golden import check_golden
from tests.unit.render.conftest import make_reading

OSLO = ZoneInfo("Europe/Oslo")
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def digest(reading: Reading) -> tuple[Document, ...]:
    return compose_summary(reading), compose_whosaid(compose_digest(reading))


@pytest.fixture
def sides(reading: Reading) -> Document:
    return compose_columns(compose_two_sides(reading))


def quotes_of(*documents: Document) -> list[Quote]:
    return [block for document in documents for block in document.blocks if isinstance(block, Quote)]


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("piped", Screen()),
        ("narrow", Screen(48)),
        ("80", Screen(80)),
        ("120", Screen(120)),
        ("80-colour", Screen(80, colour=True)),
    ],
)
def test_looks_as_it_did(name: str, screen: Screen, digest: tuple[Document, ...], sides: Document) -> None:
    there = replace(screen, zone=OSLO)
    check_golden(f"terminal-digest-{name}.txt", show(there, *digest))
    check_golden(f"terminal-sides-{name}.txt", show(there, sides))


@settings(max_examples=40)
@given(width=st.integers(24, 200))
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    reading = make_reading()
    shown = show(Screen(width), compose_summary(reading), compose_whosaid(compose_digest(reading)))
    assert max(map(cell_len, shown.split("\n"))) <= width


def test_wrapping_loses_no_word_of_a_quotation(digest: tuple[Document, ...], reading: Reading) -> None:
    shown = " ".join(show(Screen(40), *digest).split())
    for quote in quotes_of(*digest):
        assert " ".join(quote.words(QUOTE_LIMIT, str).split()) in shown


def test_a_pipe_gets_every_quotation_exactly(digest: tuple[Document, ...], reading: Reading) -> None:
    shown = show(Screen(), *digest)
    quotations = list(find_quotations(shown))
    assert len(quotations) >= 5
    assert all(quotation in reading.article.text for quotation in quotations)
    assert ESCAPE.search(shown) is None


def test_colours_only_where_they_are_wanted(digest: tuple[Document, ...], reading: Reading) -> None:
    coloured = show(Screen(80, colour=True), *digest)
    plain = show(Screen(80), *digest)
    assert ESCAPE.search(coloured)
    bare = "\n".join(line.rstrip() for line in ESCAPE.sub("", coloured).split("\n"))
    assert bare == plain


def test_refuses_a_quotation_that_is_not_the_articles(reading: Reading) -> None:
    invented = Quote(lambda *_: "“We surrender.”", (reading.article,))
    for screen in (Screen(), Screen(80)):
        with pytest.raises(NotVerbatimError):
            show(screen, Document(("Who said what",), (invented,)))


def test_reported_speech_carries_no_marks(digest: tuple[Document, ...]) -> None:
    words = [quote.words(QUOTE_LIMIT, str) for quote in quotes_of(*digest)]
    reported = [one for one in words if one.startswith(("denied", "insisted", "warned"))]
    assert len(reported) > 1
    assert not any(list(find_quotations(one)) for one in reported)


def test_dates_are_the_readers(reading: Reading) -> None:
    lines = show(Screen(zone=ZoneInfo("Asia/Tokyo")), compose_summary(reading)).splitlines()
    assert "The Example (state-funded) · 15 March 2026, 01:20 JST · Ada Invented" in lines


def test_an_empty_cell_denies_nothing(sides: Document) -> None:
    for screen in (Screen(), Screen(48), Screen(100)):
        (columns,) = (block for block in sides.blocks if isinstance(block, Columns))
        bare = replace(columns, rows=tuple(replace(row, b=()) for row in columns.rows))
        shown = show(screen, replace(sides, blocks=(bare,)))
        assert "not mentioned in this article" in " ".join(shown.split())


def test_one_speaker_alone(reading: Reading) -> None:
    lines = show(Screen(), compose_whosaid(compose_digest(reading), "iceland")).splitlines()
    assert "- Birna Steinsdóttir, Icelandic Foreign Minister, Iceland" in lines
    assert not any("Haugseth, Norwegian" in line for line in lines)
    with pytest.raises(UsageError, match=r"It quotes .*Haugseth"):
        compose_whosaid(compose_digest(reading), "Napoleon")


def test_says_when_nobody_is_quoted_and_when_it_could_not_be_read() -> None:
    article = Article("Nothing was said.")
    for unread, words in (
        (None, "Nobody is quoted in this article."),
        ("Read in English only.", "Read in English only."),
    ):
        reading = Reading("0" * 20, article, Analysis(article.text_sha256, "none", (), (), unread=unread))
        assert words in show(Screen(), compose_whosaid(compose_digest(reading))).splitlines()


def test_counts_what_it_withholds(reading: Reading) -> None:
    lines = show(Screen(), compose_whosaid(compose_digest(reading, threshold=0.95))).splitlines()
    assert lines[-1] == "8 uncertain left out"


def test_a_title_cannot_move_the_cursor() -> None:
    article = Article("A text.", title="Red\x1b[31m\nalert")
    reading = Reading("0" * 20, article, Analysis(article.text_sha256, "none", (), ()))
    for screen in (Screen(), Screen(80)):
        shown = show(screen, compose_summary(reading))
        assert "\x1b" not in shown
        assert "alert" in shown.strip().split("\n")[0]


def test_finds_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "93")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert find_screen(io.StringIO()) == Screen()
    assert find_screen(Terminal()) == Screen(93, colour=True)
    monkeypatch.setenv("TERM", "dumb")
    assert find_screen(Terminal()) == Screen(93, colour=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert find_screen(Terminal()) == Screen(93, colour=False)


@pytest.mark.parametrize("screen", [Screen(), Screen(80), Screen(50), Screen(80, colour=True)])
def test_a_strangers_words_cannot_steer_the_terminal(screen: Screen) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\x9b2J\x1b[8mhidden\r\x08\u202e"
    words = StrangerText(hostile)
    heading = Heading((f"Title {hostile}",), (("Outlet ", words),), 1, url=f"https://quill.example/{hostile}")
    blocks = (Text(((hostile,),), small=True), Text(((hostile, words),)), Fields(((hostile, (hostile,)),)))
    shown = show(screen, Document((hostile,), blocks, heading))
    bare = re.sub(r"\x1b\[(?:0|[1-9][0-9]?)(?:;[0-9]+)*m", "", shown) if screen.colour else shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", bare)
    assert "\x1b[8m" not in shown
    assert "hidden" in shown
