"""A message with parts in it: each part in its place, whatever the order of a language, and written by each face."""

import pytest

from bot.render.phrase import phrase
from bot.render.report import Channel, Command, Given, Part, Strong, markdown_of, plain_in
from bot.words.language import Language, speaking


def test_parts_stand_in_the_sentence() -> None:
    line = phrase("watch-set-up", number=Strong("1"), interest=Given("*Vale*"), where=phrase("watch-direct"))
    assert line == ("Watch ", Strong("1"), " · ", Given("*Vale*"), ", ", "by direct message", ".")
    assert markdown_of(line) == "Watch **1** · \\*Vale\\*, by direct message."
    assert plain_in(None)(line) == "Watch 1 · *Vale*, by direct message."


def test_a_language_has_its_own_order() -> None:
    values: dict[str, Part] = {"number": Strong("3"), "name": Given("Quill"), "channel": Channel("71")}
    english = phrase("follow-no-more", **values)
    with speaking(Language.CHINESE):
        chinese = phrase("follow-no-more", **values)
    assert [part for part in english if not isinstance(part, str)] == list(values.values())
    assert markdown_of(chinese) == "第 **3** 号订阅源 · Quill 不再发布于 <#71>。"


def test_a_count_chooses_the_words() -> None:
    assert phrase("follow-filtered", count=1, rule=Command("x")) == ("1 is filtered by ", Command("x"))
    assert phrase("follow-filtered", count=2, rule=Command("x")) == ("2 are filtered by ", Command("x"))


def test_a_part_may_stand_in_a_message_within_a_message() -> None:
    state = phrase("follow-since", state=phrase("follow-failing"), when=Strong("noon"))
    assert phrase("follow-because", state=state, reason=Given("Gone.")) == (
        "⚠ failing",
        " since ",
        Strong("noon"),
        ": ",
        Given("Gone."),
    )


def test_what_is_typed_runs_left_to_right_in_arabic() -> None:
    with speaking(Language.ARABIC):
        shown = markdown_of(phrase("watch-undo", command=Command("watch remove number:1")))
    assert "\u2066`/watch remove number:1`\u2069" in shown


def test_words_of_strangers_make_no_place_for_a_part() -> None:
    line = phrase("follow-because", state=Given("\ue001"), reason=Given("\ue000"))
    assert line == (Given("\ue001"), ": ", Given("\ue000"))


def test_what_is_no_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase(f"watch-{0}")
