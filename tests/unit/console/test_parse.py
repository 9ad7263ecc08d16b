"""Typed lines: commands with or without a slash, articles, and what is neither."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.command import Kind, Option
from bot.console.parse import (
    ASK,
    COMMANDS,
    LONG_TEXT,
    READ,
    Request,
    parse_count,
    parse_options,
    parse_request,
    parse_values,
)
from bot.errors import UsageError

ARTICLE_OPTION = (Option("article", Kind.ARTICLE),)
ARTICLE = "status quo in the strait is what both capitals say they want, and neither describes it alike. " * 4


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("help", Request("help")),
        ("/help", Request("help")),
        ("  exit ", Request("quit")),
        ("summarise https://a.example/x", Request("summarize", {"article": "https://a.example/x"})),
        ("whosaid", Request("whosaid")),
        (
            "/whosaid article:https://a.example/x speaker:Sergey Lavrov",
            Request("whosaid", {"article": "https://a.example/x", "speaker": "Sergey Lavrov"}),
        ),
        (
            "/summarize https://a.example/x?article:1 sentences:3",
            Request("summarize", {"article": "https://a.example/x?article:1", "sentences": "3"}),
        ),
        ('whosaid speaker: "Lavrov" article:', Request("whosaid", {"speaker": "Lavrov"})),
        (
            "twosides a:Norway b:Iceland about:fish",
            Request("twosides", {"a": "Norway", "b": "Iceland", "about": "fish"}),
        ),
        ("feed list", Request("feed list")),
        ("/feed   why 3", Request("feed why", {"number": "3"})),
        (
            'feed add url:https://a.example/rss filter:any:sanctions,"New START" speaker:Lavrov deliver:digest',
            Request(
                "feed add",
                {
                    "url": "https://a.example/rss",
                    "filter": 'any:sanctions,"New START" speaker:Lavrov',
                    "deliver": "digest",
                },
            ),
        ),
        ("feed add a.example/rss", Request("feed add", {"url": "a.example/rss"})),
        (
            "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri",
            Request("digest schedule", {"time": "08:00", "timezone": "Europe/Berlin", "days": "mon-fri"}),
        ),
        ("digest now hours:24", Request("digest now", {"hours": "24"})),
        ("help feed", Request("help feed")),
        (
            f"feed the hungry, he said. {ARTICLE}",
            Request(READ, {"article": f"feed the hungry, he said. {ARTICLE}".strip()}),
        ),
        (f"/whosaid {ARTICLE}", Request("whosaid", {"article": ARTICLE.strip()})),
        ("https://a.example/x", Request(READ, {"article": "https://a.example/x"})),
        ("a.example/x", Request(READ, {"article": "a.example/x"})),
        ("notes/call.txt", Request(READ, {"article": "notes/call.txt"})),
        (ARTICLE, Request(READ, {"article": ARTICLE.strip()})),
        ("what did Lavrov say?", Request(ASK, {"question": "what did Lavrov say?"})),
        ("Lavrov?", Request(ASK, {"question": "Lavrov?"})),
        ("latest on Iran", Request(ASK, {"question": "latest on Iran"})),
        ("Two\n\nparagraphs. " * 30, Request(READ, {"article": ("Two\n\nparagraphs. " * 30).strip()})),
    ],
)
def test_lines_are_taken_apart(line: str, request_: Request) -> None:
    assert parse_request(line) == request_


@pytest.mark.parametrize("line", ["", "  ", "\n"])
def test_nothing_asks_for_nothing(line: str) -> None:
    assert parse_request(line) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("wosaid", "Did you mean whosaid?"),
        ("/sumarize https://a.example/x", "Did you mean summarize?"),
        ("oh dear", "Paste a link"),
        ("/watch speaker:Lavrov", "Type one of: watch add, watch list, watch remove."),
        ("forget", "Type one of: forget me."),
        ("feed", "Type one of: feed add, feed browse, feed list,"),
        ("digest tomorrow", "Type one of: digest now, digest preview, digest schedule,"),
        ("status now", "not a command, a question or an article"),
    ],
)
def test_what_is_neither_is_told_the_next_step(line: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_request(line)
    assert words in str(caught.value)


def test_quotation_marks_of_an_article_stay() -> None:
    assert parse_options("“We agree.”", ARTICLE_OPTION) == {"article": "“We agree.”"}
    long = '"' + "We agree. " * 40 + '"'
    assert parse_options(long, ARTICLE_OPTION) == {"article": long}


@pytest.mark.parametrize("value", ["0", "-1", "three", "16", "1e1", "٣", "9" * 30])
def test_counts_have_bounds(value: str) -> None:
    with pytest.raises(UsageError, match="from 1 to 15"):
        parse_count(value, most=15)
    assert parse_count("15", most=15) == 15


@given(st.text(max_size=400))
def test_any_line_is_a_request_or_a_sentence(line: str) -> None:
    with contextlib.suppress(UsageError):
        request = parse_request(line)
        assert request is None or request.command in {READ, ASK, *COMMANDS}


@given(st.text(st.characters(categories=["L"]), min_size=LONG_TEXT, max_size=LONG_TEXT + 50))
def test_a_long_text_is_read_exactly(text: str) -> None:
    assert parse_request(f". {text}") == Request(READ, {"article": f". {text}"})


@pytest.mark.parametrize(
    ("line", "option", "near"),
    [
        ("/said hwo:Lavrov", "hwo", "who"),
        ("whosaid speakr:Lavrov", "speakr", "speaker"),
        ("feed add url:a.example/rss delivr:digest", "delivr", "deliver"),
    ],
)
def test_a_mistyped_option_is_told_and_not_read_as_an_article(line: str, option: str, near: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_request(line)
    assert str(raised.value) == f"{option}: is not an option here. Use {near}: instead."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("watch add topic:Navalny quiet:22:00-07:00", "quiet: is not an option here. Its options: speaker:, topic:"),
        ("watch add Navalny quiet:22:00-07:00", "quiet: is not an option here."),
        ("watch add topic:Navalny deliver=here", "deliver: is not an option here."),
        ("watch add topic:Navalny --speaker Lavrov", "speaker: is not an option here. Use speaker: instead."),
        ("watch add topic:Navalny xyzzy:1", "xyzzy: is not an option here."),
        ("watch add topic:Navalny topic:Lavrov", "topic: is given twice."),
        ("watch add Navalny speaker:Lavrov speaker:Kuleba", "speaker: is given twice."),
        ("said who:Lavrov hours:24", "hours: is not an option here."),
        ("digest now topik:grain", "topik: is not an option here. Use topic: instead."),
        ("feed list now", "feed list takes nothing after it."),
    ],
)
def test_options_of_no_or_another_command_are_told(line: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_request(line)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ('watch add topic:"Navalny quiet:22:00-07:00"', {"topic": "Navalny quiet:22:00-07:00"}),
        ('watch add speaker:"topic:x" topic:Navalny', {"speaker": "topic:x", "topic": "Navalny"}),
        ("watch add speaker:Lavrov topic: New START ", {"speaker": "Lavrov", "topic": "New START"}),
        ('watch add topic:"Navalny" and friends', {"topic": '"Navalny" and friends'}),
        ("watch add topic:fish: the price", {"topic": "fish: the price"}),
    ],
)
def test_a_value_ends_at_the_next_option_unless_it_is_quoted(line: str, options: dict[str, str]) -> None:
    assert parse_request(line) == Request("watch add", options)


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("HELP", Request("help")),
        ("help watch", Request("help", {"command": "watch"})),
        ("help /whosaid", Request("help", {"command": "whosaid"})),
        ("help watch add", Request("help", {"command": "watch add"})),
        ("Feed List", Request("feed list")),
        ("/Watch Add speaker:Lavrov", Request("watch add", {"speaker": "Lavrov"})),
        ("/WHOSAID https://A.example/X", Request("whosaid", {"article": "https://A.example/X"})),
    ],
)
def test_capital_letters_make_no_other_command(line: str, request_: Request) -> None:
    assert parse_request(line) == request_


@pytest.mark.parametrize("length", [256, 290, 400])
def test_a_long_question_is_a_question(length: int) -> None:
    line = "what did Lavrov say about " + "New START and " * 40
    line = line[: length - 1].strip() + "?"
    assert parse_request(line) == Request(ASK, {"question": line})


def test_a_text_that_ends_with_a_question_is_an_article() -> None:
    line = ARTICLE.strip() + " Who would have thought so?"
    assert parse_request(line) == Request(READ, {"article": line})


@pytest.mark.parametrize(
    "line",
    [
        "/whosaid https://a.example/x",
        "/twosides a:Norway about:fish: the price",
        "feed add url:a.example/rss filter:speakr:Lavrov",
        f"/whosaid speakr: {ARTICLE}",
    ],
)
def test_other_colons_are_no_options(line: str) -> None:
    assert parse_request(line) is not None


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("digest now hours:6 topic:fish", {"hours": 6, "topic": "fish"}),
        (
            "feed add a.example/rss deliver:DIGEST edits:On",
            {"url": "a.example/rss", "deliver": "digest", "edits": True},
        ),
        ("timeline who:Vale file:Vale.PNG", {"who": "Vale", "file": Path("Vale.PNG")}),
        ("settings me language:français", {"language": "français"}),
    ],
)
def test_values_are_of_the_kinds_of_their_options(line: str, values: dict[str, object]) -> None:
    request = parse_request(line)
    assert request
    assert parse_values(COMMANDS[request.command], request.options) == values


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("digest now hours:169", "169 is not a number from 1 to 168."),
        ("twosides theme:green", "theme must be dark or light, not green. Type theme:dark or theme:light."),
        ("settings me attitudes:perhaps", "attitudes must be yes or no, not perhaps."),
        ("position Norway file:norway.png", "norway.png is not a type of file that I can write."),
        ("feed filter 1", "feed filter needs filter. Type it as feed filter number:… filter:…"),
        ("watch remove", "watch remove needs number."),
    ],
)
def test_values_of_another_kind_are_told(line: str, words: str) -> None:
    request = parse_request(line)
    assert request
    with pytest.raises(UsageError) as raised:
        parse_values(COMMANDS[request.command], request.options)
    assert words in str(raised.value)
