"""A message with parts in it: each part in its place, whatever the order of a language, and written by each face."""

import pytest

from bot.i18n.language import Language, using_language
from bot.render.document import ChannelPart, CommandPart, Part, StrangerText, StrongText
from bot.render.line_text import markdown_of, plain_in, translate_parts


def test_parts_stand_in_the_sentence() -> None:
    line = translate_parts(
        "watch-set-up", number=StrongText("1"), interest=StrangerText("*Vale*"), where=translate_parts("watch-direct")
    )
    assert line == ("Watch ", StrongText("1"), " · ", StrangerText("*Vale*"), ", ", "by direct message", ".")
    assert markdown_of(line) == "Watch **1** · \\*Vale\\*, by direct message."
    assert plain_in(None)(line) == "Watch 1 · *Vale*, by direct message."


def test_a_language_has_its_own_order() -> None:
    values: dict[str, Part] = {"number": StrongText("3"), "name": StrangerText("Quill"), "channel": ChannelPart("71")}
    english = translate_parts("follow-no-more", **values)
    with using_language(Language.CHINESE):
        chinese = translate_parts("follow-no-more", **values)
    assert [part for part in english if not isinstance(part, str)] == list(values.values())
    assert markdown_of(chinese) == "第 **3** 号订阅源 · Quill 不再发布于 <#71>。"


def test_a_count_chooses_the_words() -> None:
    assert translate_parts("follow-filtered", count=1, rule=CommandPart("x")) == ("1 is filtered by ", CommandPart("x"))
    assert translate_parts("follow-filtered", count=2, rule=CommandPart("x")) == (
        "2 are filtered by ",
        CommandPart("x"),
    )


def test_a_part_may_stand_in_a_message_within_a_message() -> None:
    state = translate_parts("follow-since", state=translate_parts("follow-failing"), when=StrongText("noon"))
    assert translate_parts("follow-because", state=state, reason=StrangerText("Gone.")) == (
        "⚠ failing",
        " since ",
        StrongText("noon"),
        ": ",
        StrangerText("Gone."),
    )


def test_what_is_typed_runs_left_to_right_in_arabic() -> None:
    with using_language(Language.ARABIC):
        shown = markdown_of(translate_parts("watch-undo", command=CommandPart("watch remove number:1")))
    assert "\u2066`/watch remove number:1`\u2069" in shown


def test_words_of_strangers_make_no_place_for_a_part() -> None:
    line = translate_parts("follow-because", state=StrangerText("\ue001"), reason=StrangerText("\ue000"))
    assert line == (StrangerText("\ue001"), ": ", StrangerText("\ue000"))


def test_what_is_no_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        translate_parts(f"watch-{0}")
