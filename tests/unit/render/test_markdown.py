"""Article text pings nobody and breaks nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import normalise_text
from bot.render.markdown import (
    block_quote,
    escape,
    host,
    inline,
    link,
    plain,
    timestamp,
    units,
    web_address,
)

TEXTS = st.one_of(st.text("a1.#-+> \n*_~|`[]()<>@:/\\&!t0"), st.text()).map(normalise_text)


@given(TEXTS)
def test_what_is_read_is_what_the_article_says(text: str) -> None:
    assert plain(escape(text)) == text


@given(TEXTS)
def test_the_bar_beside_words_changes_nothing(text: str) -> None:
    assert plain(block_quote(escape(text))) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everyone", "\\@everyone"),
        ("<@1> <@&2> <#3> </cmd:4>", "\\<\\@1\\> \\<\\@&2\\> \\<#3\\> \\</cmd:4\\>"),
        ("<t:0:R> <:smile:1>", "\\<t:0:R\\> \\<:smile:1\\>"),
        ("[bank](https://evil.example)", "\\[bank\\](https\\://evil.example)"),
        ("**b** _i_ ~~s~~ ||x|| `c`", "\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`"),
        ("# big\n-# small\n- item\n1. one\n> bar", "\\# big\n\\-# small\n\\- item\n1\\. one\n\\> bar"),
        ("C# and 1.5 - so", "C# and 1.5 - so"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markup_is_shown_as_written(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_our_own_markup_is_not_read() -> None:
    assert plain("### [A \\[b\\]](<https://x.example>)\n-# **RT** · <t:1:f>\n> \\*c\\*") == "A [b]\nRT · \n*c*"


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://user:pw@x.example/", "https://[x"],
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert web_address(url) is None
    assert link("Title", url) == "Title"
    assert host(url) == ""


def test_a_link_cannot_be_broken_out_of() -> None:
    url = "https://www.x.example/a)](https://evil.example) >"
    assert link("T](x)", url) == "[T\\](x)](<https://www.x.example/a%29]%28https://evil.example%29%20%3E>)"
    assert host(url) == "x.example"


def test_a_time_is_in_the_readers_zone() -> None:
    assert timestamp(datetime(2026, 3, 14, 9, 30, tzinfo=UTC)) == "<t:1773480600:f>"


def test_lengths_are_counted_as_the_stricter_count_does() -> None:
    assert units("a👍") == 3


def test_inline_stays_on_its_line() -> None:
    assert inline("Minister\nof *State*") == "Minister of \\*State\\*"
