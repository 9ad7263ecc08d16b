"""A made-up call of two ministers, told by two ministries, each in its own language: digest and two sides."""

import re
from datetime import UTC, datetime

import pytest

from bot.digests.story_digest import compose_story_digest
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.briefing import StoryReadings, date_reading
from bot.domain.text import Span
from bot.i18n.language import Language, set_language
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document_cards import render_cards
from bot.render.terminal import Screen, show

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
HARPER = Speaker("Daniel Harper", "Secretary of State", "United States")
TOLD = {
    "en": (
        Outlet("State Department", "state.example", "United States"),
        HARPER,
        "Harper spoke on Tuesday with the foreign minister of Russia. He warned Russia that sanctions would follow.",
        [(Act.WARNS, "warned", "that sanctions would follow")],
    ),
    "ru": (
        Outlet("МИД России", "mid.example", "Russia"),
        Speaker("Виктор Карелин", "министр иностранных дел", "Russia"),
        "Карелин говорил по телефону с госсекретарём США. Он заявил, что экипаж траулера здоров. "
        "Он отверг утверждения о нейтральных водах.",
        [
            (Act.SAYS, "заявил", "что экипаж траулера здоров"),
            (Act.REJECTS, "отверг", "утверждения о нейтральных водах"),
        ],
    ),
    "ar": (
        Outlet("وزارة الخارجية المصرية", "mfa.example", "Egypt"),
        Speaker("سامح الدالي", "وزير الخارجية", "Egypt"),
        "تحدث سامح الدالي هاتفيا مع وزير الخارجية الأمريكي. وقال إن سلامة الطاقم هي أولوية مصر.",
        [(Act.SAYS, "قال", "سلامة الطاقم هي أولوية مصر")],
    ),
    "zh": (
        Outlet("外交部", "mfa-cn.example", "China"),
        Speaker("林文", "外长", "China"),
        "林文同美国国务卿通电话。林文表示，中方愿意接收船员。",
        [(Act.SAYS, "表示", "中方愿意接收船员")],
    ),
}


def account(language: str) -> Reading:
    """The call as one ministry tells it."""
    outlet, speaker, text, said = TOLD[language]

    def find(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    article = Article(text, f"Call {language}", f"https://{outlet.domain}/call", outlet, None, AT, language)
    statements = tuple(
        Attribution((find(words),), None, find(cue), Kind.INDIRECT, act, speaker, confidence=0.9)
        for act, cue, words in said
    )
    analysis = Analysis(
        article.text_sha256, "by hand 1", (find(re.split(r"(?<=[.。])\s*", text)[0]),), statements, language
    )
    return Reading(reading_id(article), article, analysis)


@pytest.mark.parametrize(("language", "side"), [("ru", "Russia"), ("ar", "Egypt"), ("zh", "China")])
def test_each_ministry_has_its_column_in_its_own_words(language: str, side: str) -> None:
    sides = compose_two_sides(account("en"), account(language))
    assert {sides.a.label, sides.b.label} == {"United States", side}
    told = {one.reading.article.language: one.words for row in sides.rows for one in (*row.a, *row.b)}
    assert set(told) == {"en", language}
    assert told[language] in account(language).article.text


@pytest.mark.parametrize(
    ("reader", "mark"),
    [("en", "Russian"), ("fr", "russe"), ("es", "ruso"), ("ar", "الروسية"), ("zh", "俄语")],
)
def test_the_language_of_an_account_is_named_in_the_readers(reader: str, mark: str) -> None:
    set_language(Language(reader))
    shown = show(Screen(zone=UTC), compose_columns(compose_two_sides(account("en"), account("ru"))))
    assert f"({mark})" in shown


def test_a_reader_of_russian_sees_the_english_account_marked() -> None:
    set_language(Language.RUSSIAN)
    shown = show(Screen(zone=UTC), compose_columns(compose_two_sides(account("en"), account("ru"))))
    assert "State Department (английский)" in shown
    assert "МИД России (" not in shown


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_links_open_both_sources(language: str) -> None:
    cards = render_cards(compose_columns(compose_two_sides(account("en"), account(language))))
    shown = "\n".join(map(str, cards))
    for one in ("en", language):
        assert f"https://{TOLD[one][0].domain}/call" in shown


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_a_storys_digest_hears_both_sides(language: str) -> None:
    readings = (account("en"), account(language))
    digest = compose_story_digest(StoryReadings(tuple(date_reading(one, AT) for one in readings)))
    heard = {one.reading.article.language for side in digest.sides for voice in side.voices for one in voice.lines}
    assert heard == {"en", language}
