"""Stories across languages: accounts of one call are one story, those of two calls never."""

from datetime import timedelta

import pytest

from bot.domain.story import StoryArticle
from bot.stories import StoryClusterer, decode_signature, encode_signature, make_signature
from tests.unit.stories.invented import AT, HARBOUR, QUAKE, article

CALL = {
    "en": (
        "Secretary Harper's Call with Russian Foreign Minister Karelin",
        "Secretary of State Daniel Harper spoke by telephone on March 3 with Russian Foreign Minister Viktor Karelin. "
        "He demanded the release of the 14 crew members of the trawler Merlin by March 15, and warned Karelin of "
        "sanctions.",
    ),
    "ru": (
        "О телефонном разговоре Министра иностранных дел России Виктора Карелина с Госсекретарём США Дэниелом Харпером",
        "3 марта состоялся телефонный разговор Виктора Карелина с Дэниелом Харпером. Россия готова вернуть 14 моряков "
        "траулера «Мерлин» до 15 марта, сказал Виктор Карелин. США предупреждены о последствиях новых санкций.",
    ),
    "fr": (
        "Entretien téléphonique de Viktor Karelin avec Daniel Harper, secrétaire d'État des Etats-Unis",
        "Le ministre russe Viktor Karelin s'est entretenu le 3 mars avec Daniel Harper. La Russie rendra les 14 marins "
        "du chalutier Merlin avant le 15 mars, a dit Karelin aux Etats-Unis.",
    ),
    "ar": (
        "اتصال هاتفي بين وزير الخارجية الروسي فيكتور كاريلين ونظيره الأمريكي دانيال هاربر",
        "أجرى وزير الخارجية الروسي فيكتور كاريلين في 3 مارس اتصالا هاتفيا مع وزير الخارجية الأمريكي دانيال هاربر. وقال "
        "إن روسيا مستعدة لإعادة 14 بحارا قبل 15 مارس.",
    ),
}
SPEAKERS = {"ar": ("فيكتور كاريلين", "دانيال هاربر")}


def tell(code: str, *, hours: float = 0, **changes: str) -> StoryArticle:
    """The call as the ministry of a language tells it, with some words changed for others."""
    title, text = CALL[code]
    for old, new in changes.items():
        title, text = (part.replace(old.replace("_", " "), new) for part in (title, text))
    outlet = f"{code}.example"
    return StoryArticle(code, outlet, outlet, title, text, AT + timedelta(hours=hours), SPEAKERS.get(code, ()), code)


def stories_of(*articles: StoryArticle) -> list[int]:
    """The story of each article, read back from the archive; news of other things come in before them."""
    desk, made = StoryClusterer(), list[int]()
    told = [article("x", HARBOUR, "Carvania to sign treaty"), article("y", QUAKE, "Quake in Tavland"), *articles]
    for number, one in enumerate(told):
        signature = decode_signature(encode_signature(make_signature(one)))
        placed = desk.assign(signature, one.seen_at)
        made.append(number if placed.story is None else placed.story)
        desk.add(f"{number}", made[-1], signature, one.seen_at)
    return made[2:]


@pytest.mark.parametrize("code", ["ru", "fr", "ar"])
@pytest.mark.parametrize("first", [True, False])
def test_two_accounts_of_a_call_in_two_languages_are_one_story(code: str, first: bool) -> None:
    pair = (tell(code), tell("en", hours=3)) if first else (tell("en"), tell(code, hours=3))
    assert len(set(stories_of(*pair))) == 1


def test_accounts_in_three_languages_are_one_story() -> None:
    assert len(set(stories_of(tell("en"), tell("ru", hours=1), tell("fr", hours=2)))) == 1


def test_a_call_on_another_day_is_another_story() -> None:
    other = tell("ru", hours=48, **{"3_марта": "5 марта"})
    assert len(set(stories_of(tell("en"), other))) == 2


def test_a_call_with_somebody_else_is_another_story() -> None:
    other = tell("ru", hours=1, Дэниелом="Джулианом", Харпером="Веббером", США="Великобритании")
    assert len(set(stories_of(tell("en"), other))) == 2


def test_a_meeting_is_no_call() -> None:
    other = tell("ru", hours=1, телефонном_разговоре="встрече", телефонный_разговор="личный разговор")
    assert len(set(stories_of(tell("en"), other))) == 2


def test_of_two_calls_each_account_joins_its_own() -> None:
    others = {"Viktor_Karelin": "Jean Marchand", "Karelin": "Marchand", "Russian": "French", "Merlin": "Corbeau"}
    marchand = tell("en", hours=0.5, **others)
    stories = stories_of(tell("en"), marchand, tell("ru", hours=1))
    assert stories[0] != stories[1]
    assert stories[2] == stories[0]


def test_what_has_no_language_is_compared_by_its_words() -> None:
    told = [StoryArticle(n, n, n, "Carvania to sign harbour treaty", HARBOUR, AT) for n in ("a.example", "b.example")]
    assert len(set(stories_of(*told))) == 1
