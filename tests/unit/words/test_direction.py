"""What runs against its line is set apart, and nothing else."""

from bot.words.direction import ISOLATES, closed, isolate, isolate_code
from bot.words.language import Language, speaking


def test_a_name_of_another_direction_is_set_apart() -> None:
    assert isolate("عباس عراقچی") == "\u2068عباس عراقچی\u2069"
    assert isolate("Ada Lind") == "Ada Lind"
    with speaking(Language.ARABIC):
        assert isolate("Ada Lind") == "\u2068Ada Lind\u2069"
        assert isolate("عباس عراقچی") == "عباس عراقچی"
        assert isolate("12:30") == "12:30"


def test_what_is_set_apart_already_stays() -> None:
    with speaking(Language.ARABIC):
        assert isolate(isolate("Ada Lind")) == "\u2068Ada Lind\u2069"


def test_isolates_leave_the_words_as_they_are() -> None:
    with speaking(Language.ARABIC):
        assert isolate("“We will.”").translate(ISOLATES) == "“We will.”"


def test_what_is_typed_runs_left_to_right_in_arabic() -> None:
    assert isolate_code("انظر `/said` هنا") == "انظر \u2066`/said`\u2069 هنا"
    assert isolate_code("استخدم /feed why الآن") == "استخدم \u2066/feed why\u2069 الآن"
    assert isolate_code("نعم/لا") == "نعم/لا"


def test_the_last_mark_of_an_arabic_sentence_stays_at_its_end() -> None:
    assert closed("لا شيء.") == "لا شيء.\u200f"
    assert closed("لا شيء") == "لا شيء"
    assert closed("7 تصريحات") == "\u200f7 تصريحات"
    assert closed("") == ""
