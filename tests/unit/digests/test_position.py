"""A country's position: by speaker, newest first, each statement once, as cards, a file and in a terminal."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.digests.position import PositionSheet, compose_position
from bot.domain.statement_search import SearchScope
from bot.errors import NotVerbatimError
from bot.render.card import TEXT_LIMIT
from bot.render.cards.position_cards import compose_position_page, name_file, render_position_file
from bot.render.document_cards import render_cards
from bot.render.markdown import plain, units
from bot.render.quotations import find_quotations
from bot.render.terminal import Screen, show
from tests.golden import check_golden
from tests.unit.digests.quarrel import VIK, found_in, over_time, trawler

SCOPE = SearchScope(3, datetime(2026, 3, 12, 5, tzinfo=UTC), datetime(2026, 3, 14, 5, tzinfo=UTC))
OSLO = ZoneInfo("Europe/Oslo")


def norway(topic: str = "the trawler") -> PositionSheet:
    found = [one for one in found_in(*trawler()) if one.person == "Sigrid Vik"]
    return compose_position(found, country="Norway", topic=topic, scope=SCOPE)


def test_a_speaker_is_one_person_and_their_words_are_told_once() -> None:
    sheet = norway()
    (voice,) = sheet.voices
    assert voice.speaker == VIK
    assert sheet.statements == 3
    assert [dated.at for dated in voice.said] == sorted((dated.at for dated in voice.said), reverse=True)
    (carried,) = [dated.told for dated in voice.said if dated.told.also]
    assert {article.outlet.name for article in sheet.articles if article.outlet} == {
        "The Fjord Herald",
        "North Sea Wire",
    }
    assert carried.also


def test_cards_hold_what_discord_takes_and_only_words_of_the_articles() -> None:
    found = over_time(90, 30)
    for sheet in (norway(), compose_position(found, country="Norway", topic="", scope=SCOPE, left_out=True)):
        cards = render_cards(compose_position_page(sheet))
        assert all(sum(map(units, card.texts)) <= TEXT_LIMIT for card in cards)
        texts = [article.text for article in sheet.articles]
        quoted = [q for card in cards for text in card.texts for q in find_quotations(plain(text))]
        assert all(any(q in text for text in texts) for q in quoted)
    assert "the newest" in cards[0].header


def test_the_file_as_it_was_looked_at() -> None:
    shown = render_position_file(norway(), datetime(2026, 3, 14, 7, tzinfo=UTC), OSLO)
    check_golden("position.md", shown)
    assert name_file(norway("Nets & “meshes” / …")) == "position-norway-nets-meshes.md"


def test_the_terminal_as_it_was_looked_at() -> None:
    page = compose_position_page(norway())
    check_golden("terminal-position-piped.txt", show(Screen(zone=OSLO), page))
    check_golden("terminal-position-80.txt", show(Screen(80, zone=OSLO), page))


def test_a_topic_in_quotation_marks_quotes_nobody() -> None:
    sheet = norway("“we surrender”")
    assert "“" not in render_cards(compose_position_page(sheet))[0].header
    assert "“we surrender”" not in render_position_file(sheet, SCOPE.last or SCOPE.first, UTC)  # type: ignore[arg-type]


def test_words_that_no_article_has_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.statement_lines.write_pieces", lambda *_: "“I never said this”")
    with pytest.raises(NotVerbatimError):
        render_cards(compose_position_page(norway()))
    with pytest.raises(NotVerbatimError):
        render_position_file(norway(), datetime(2026, 3, 14, tzinfo=UTC), UTC)
