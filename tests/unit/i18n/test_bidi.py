"""What runs against its line is set apart, and nothing else."""

import pytest

from bot.i18n.bidi import ISOLATES, close_right_to_left, isolate, isolate_code, set_right_to_left
from bot.i18n.language import Language, using_language


def test_a_name_of_another_direction_is_set_apart() -> None:
    assert isolate("عباس عراقچی") == "\u2068عباس عراقچی\u2069"
    assert isolate("Ada Lind") == "Ada Lind"
    with using_language(Language.ARABIC):
        assert isolate("Ada Lind") == "\u2068Ada Lind\u2069"
        assert isolate("عباس عراقچی") == "عباس عراقچی"
        assert isolate("12:30") == "12:30"
        assert isolate("22:00-07:00") == "\u206622:00-07:00\u2069"
        assert isolate("ساعات الهدوء 22:00-07:00") == "ساعات الهدوء 22:00-07:00"
        assert isolate("1: \u2068Ada Lind\u2069 بشأن \u2068grain\u2069").startswith("\u2067")


def test_what_is_set_apart_already_stays() -> None:
    with using_language(Language.ARABIC):
        assert isolate(isolate("Ada Lind")) == "\u2068Ada Lind\u2069"


def test_isolates_leave_the_words_as_they_are() -> None:
    with using_language(Language.ARABIC):
        assert isolate("“We will.”").translate(ISOLATES) == "“We will.”"


def test_what_is_typed_runs_left_to_right_in_arabic() -> None:
    assert isolate_code("انظر `/said` هنا") == "انظر \u2066`/said`\u2069 هنا"
    assert isolate_code("استخدم /feed why الآن") == "استخدم \u2066/feed why\u2069 الآن"
    assert isolate_code("نعم/لا") == "نعم/لا"


def test_the_last_mark_of_an_arabic_sentence_stays_at_its_end() -> None:
    assert close_right_to_left("لا شيء.") == "لا شيء.\u200f"
    assert close_right_to_left("لا شيء") == "لا شيء"
    assert close_right_to_left("7 تصريحات") == "\u200f7 تصريحات"
    assert close_right_to_left("") == ""


def test_a_mixed_arabic_line_runs_right_to_left_behind_what_markdown_wants_first() -> None:
    mixed = "مقتبس · \u2068Quill\u2069"
    assert set_right_to_left(mixed) == f"\u200f\u2067{mixed}\u2069"
    assert set_right_to_left(f"-# {mixed}") == f"-# \u200f\u2067{mixed}\u2069"
    assert set_right_to_left(f"### {mixed}\n- {mixed}") == f"### \u200f\u2067{mixed}\u2069\n- \u200f\u2067{mixed}\u2069"
    assert set_right_to_left(f"-# **3** · {mixed}") == f"-# **3** · \u2067{mixed}\u2069"
    assert set_right_to_left("بشأن \u2068Quill\u2069").startswith("\u200f")
    assert set_right_to_left("\u2068Ada Lind\u2069 بشأن \u2068Quill\u2069").startswith("\u200f")


def test_emphasis_at_the_end_of_a_line_is_closed() -> None:
    assert set_right_to_left("__النرويج__") == "__\u200f\u2067النرويج__"
    assert set_right_to_left("مثلًا *\u2066why?\u2069*").endswith("\u2069*")


def test_what_discord_writes_into_a_line_is_set_apart() -> None:
    assert set_right_to_left("منذ <t:1767171600:f> في <#12>") == (
        "\u200f\u2067منذ \u2068<t:1767171600:f>\u2069 في \u2068<#12>\u2069\u2069"
    )


@pytest.mark.parametrize(
    "line",
    [
        "“We will.”",
        "",
        "> قال: نعم.",
        "```sh\nأمر\n```",
        "**\u2068Ada Lind\u2069** — \u2068minister\u2069 · النرويج",  # a speaker and their country
        "-# **3** · \u2068said\u2069 · مقتبس",
        "[\u2068Quill\u2069](<https://quill.example/>) (ممول من الدولة)",
        "Quoted by \u2068عباس عراقچی\u2069 · **1**",  # an English line
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert set_right_to_left(line) == line
