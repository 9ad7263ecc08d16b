"""What an event is made of is the same in every language."""

from bot.domain.story import StoryArticle
from bot.stories.event_keys import DATE, MOST_KEYS, find_event_keys
from bot.stories.terms import COUNTRY, LEAD, NAME, NUMBER, TITLE
from tests.unit.stories.invented import AT

TEXTS = {
    "en": (
        "Smailov meets Lavrov",
        "On 4 February Alikhan Smailov met Sergey Lavrov of Russia. They spoke of 1,300 ships.",
    ),
    "ru": ("", "4 февраля Алихан Смаилов встретился с Сергеем Лавровым (Россия). Речь шла о 1 300 кораблях."),
    "fr": ("", "Le 4 février Alikhan Smailov a rencontré Sergueï Lavrov, Russie. Il s'agit de 1 300 navires."),
    "es": ("", "El 4 de febrero Alikhan Smailov vio a Serguéi Lavrov en Rusia. Se trata de 1.300 barcos."),
    "ar": ("", "في 4 فبراير التقى سيرغي لافروف وزير الخارجية الروسي بنظيره. وتحدثا عن 1300 سفينة."),
    "zh": ("", "2月4日，俄罗斯外长谢尔盖·拉夫罗夫举行会谈，谈到1300艘船。"),
}


def keys_of(code: str, *speakers: str) -> dict[str, int]:
    title, text = TEXTS[code]
    return find_event_keys(StoryArticle("a", "Outlet", None, title, text, AT, speakers, code))


def test_persons_states_days_and_numbers_are_one_in_six_languages() -> None:
    wanted = {"name lavrov", "country Russia", "day 2-4", "number 1300"}
    for code in TEXTS:
        assert wanted <= set(keys_of(code)), code


def test_a_name_that_no_table_has_is_compared_by_its_consonants_in_any_case() -> None:
    ours = {key for key in keys_of("en") if key.startswith("name *")}
    assert len(ours) >= 2  # Alikhan and Smailov
    assert ours <= set(keys_of("ru"))


def test_who_is_quoted_counts_where_a_script_has_no_capitals() -> None:
    smailov = "name *snlf"
    assert smailov in keys_of("en")
    assert smailov not in keys_of("ar")
    assert smailov in keys_of("ar", "عليخان سمايلوف")


def test_a_key_knows_what_it_is_and_where_it_stands() -> None:
    keys = keys_of("en")
    assert keys["name lavrov"] == NAME | TITLE | LEAD
    assert keys["country Russia"] == COUNTRY | LEAD
    assert keys["day 2-4"] == DATE | LEAD
    assert keys["number 1300"] == NUMBER | LEAD


def test_a_nation_is_no_name_and_a_month_is_none_either() -> None:
    text = "The Russian side spoke in February with the Iranian side. It was in Geneva that Russian envoys met."
    keys = find_event_keys(StoryArticle("a", "Outlet", None, "", text, AT, language="en"))
    assert [key for key in keys if key.startswith("name")] == ["name *knf"]


def test_two_leaders_of_the_same_consonants_are_two() -> None:
    text = "He said that Biden had called and that Putin had answered."
    keys = find_event_keys(StoryArticle("a", "Outlet", None, "", text, AT, language="en"))
    assert {"name biden", "name putin"} <= set(keys)


def test_keys_are_few_however_long_the_text() -> None:
    text = " ".join(f"then {n} came Mr Na{'bcdfgklmnprst'[n % 13] * 2}o{n}rak" for n in range(5_000))
    assert len(find_event_keys(StoryArticle("a", "Outlet", None, "", text, AT, language="en"))) <= MOST_KEYS
