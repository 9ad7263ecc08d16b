"""The first link of a message."""

import pytest

from bot.gateway.message_input import find_link


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("see https://x.example/a.", "https://x.example/a"),
        ("(https://x.example/a)", "https://x.example/a"),
        ("https://x.example/a_(b) too", "https://x.example/a_(b)"),
        ("<https://x.example/?q=1&r=2>", "https://x.example/?q=1&r=2"),
        ("[label](https://x.example/a)", "https://x.example/a"),
        ("HTTPS://X.example", "HTTPS://X.example"),
        ("“https://x.example/a”", "https://x.example/a"),
        ("||https://x.example/a||", "https://x.example/a"),
        ("**https://x.example/a**", "https://x.example/a"),
        ("https://one.example https://two.example", "https://one.example"),
        ("no link, not even ftp://x.example", None),
    ],
)
def test_first_link(words: str, link: str | None) -> None:
    assert find_link(words) == link
