"""What the Tab key offers."""

from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.console.line_input import CommandCompleter, LineHistory


def offered(before: str) -> list[str]:
    completer = CommandCompleter(lambda: ("Torvald Haugseth", "Birna Steinsdóttir"))
    return [
        before[: len(before) + found.start_position] + found.text
        for found in completer.get_completions(Document(before), CompleteEvent(completion_requested=True))
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("who", ["whosaid"]),
        ("/s", ["/summarize", "/status"]),
        ("whosaid sp", ["whosaid speaker:"]),
        (
            "whosaid https://a.example/x ",
            ["whosaid https://a.example/x article:", "whosaid https://a.example/x speaker:"],
        ),
        ("whosaid speaker:", ["whosaid speaker:Torvald Haugseth", "whosaid speaker:Birna Steinsdóttir"]),
        ("whosaid speaker:stein", ["whosaid speaker:Birna Steinsdóttir"]),
        ("twosides a:Torvald Haugseth b:B", ["twosides a:Torvald Haugseth b:Birna Steinsdóttir"]),
        ("fe", ["feed add", "feed list", "feed why"]),
        ("/feed p", ["/feed pause"]),
        ("feed add url:https://a.example/x de", ["feed add url:https://a.example/x deliver:"]),
        ("feed add deliver:di", ["feed add deliver:digest"]),
        ("digest schedule timezone:europe/ber", ["digest schedule timezone:Europe/Berlin"]),
        ("status ", []),
        ("dance ", []),
    ],
)
def test_offers_what_may_follow(before: str, after: list[str]) -> None:
    found = offered(before)
    assert [one for one in found if one in after] == after
    if not after:
        assert found == []


def test_offers_files(tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text("x")
    assert offered(f"whosaid article:{tmp_path}/ca") == [f"whosaid article:{tmp_path}/call.txt"]


def test_the_history_remembers_commands_and_no_articles(tmp_path: Path) -> None:
    history = LineHistory(str(tmp_path / "history"))
    history.store_string("whosaid speaker:Haugseth")
    history.store_string("A whole article. " * 30)
    assert list(history.load_history_strings()) == ["whosaid speaker:Haugseth"]
