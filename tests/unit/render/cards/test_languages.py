"""Every card fits Discord's limits in every language, quotes only articles, and says nothing of its own in English."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.digests.article_digest import compose_digest
from bot.digests.position import DatedStatement, compose_position
from bot.digests.reversals import Reversal, ReversalSheet
from bot.digests.search_results import statements_with_articles, word_found
from bot.digests.timeline import compose_timeline
from bot.digests.two_sides import compose_two_sides
from bot.domain.attribution import Act
from bot.domain.briefing import StatementReference
from bot.domain.period import Period
from bot.domain.statement_search import FoundStatements, SearchScope, StatementQuery
from bot.errors import UsageError
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translatable
from bot.pictures.timeline import compose_timeline_drawing
from bot.pictures.two_sides import compose_sides_drawings
from bot.questions.question import Kind, Question
from bot.questions.small_talk import SmallTalkKind
from bot.render.card import Card
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.about_cards import Status, render_help, render_privacy, render_status
from bot.render.cards.article_card import compose_summary
from bot.render.cards.position_cards import compose_position_page, render_position_file
from bot.render.cards.question_cards import render_answer
from bot.render.cards.reversal_cards import compose_reversals_page
from bot.render.cards.search_cards import compose_search_page
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards
from bot.render.reading_cards import render_context
from bot.services.questions import NothingFound, NotUnderstood, SmallTalk, StatementsFound
from bot.services.statement_search import SearchPage
from tests.unit.digests.quarrel import found_in, over_time, trawler
from tests.unit.digests.stories import UNTIL
from tests.unit.render.articles import two_voices

OSLO = ZoneInfo("Europe/Oslo")
MARCH = Period(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
OTHERS = [language for language in Language if language is not Language.ENGLISH]
OURS = (
    "Who said what",
    "not mentioned",
    "newest first",
    "earliest first",
    "quoted",
    "reported",
    "Two sides",
    "statements",
)
"""Words of ours that stand on the English cards."""


def all_cards() -> Iterator[Card]:
    """Every kind of card about articles, what was said, and the bot itself."""
    base = two_voices()
    yield from render_cards(compose_summary(base))
    yield from render_cards(compose_whosaid(compose_digest(base)))
    first = base.analysis.attributions[0].span
    yield render_context(base, f"{first.start}-{first.end}")
    yield from render_cards(compose_columns(compose_two_sides(base)))
    yield from render_cards(compose_columns(compose_two_sides(*trawler(), about="the")))
    found = found_in(*trawler())
    page = FoundStatements(found[:3], older=3, newer=1, total=1204, people=("Sigrid Vik", "Árni Jónsson"))
    said = SearchPage(StatementQuery("Vik", "the trawler", MARCH.since, MARCH.until), page, 1)
    yield from render_cards(compose_search_page(said))
    scope = SearchScope(1204, MARCH.since, MARCH.until)
    norway = [one for one in found if one.person == "Sigrid Vik"]
    sheet = compose_position(norway, country="Norway", topic="the trawler", scope=scope)
    yield from render_cards(compose_position_page(sheet))
    nothing = ReversalSheet("Sigrid Vik", "the trawler", (), 12, scope, StatementQuery("Sigrid Vik", "the trawler"))
    (earlier, later) = (
        DatedStatement(StatementReference(*said), UNTIL, word_found(one))
        for one, said in zip(found[:2], statements_with_articles(found[:2]), strict=True)
    )
    changed = replace(nothing, about="", reversals=(Reversal("trawler", earlier, later, 0.9),) * 7, left_out=True)
    yield from render_cards(compose_reversals_page(nothing))
    yield from render_cards(compose_reversals_page(changed))
    yield Card(render_position_file(sheet, UNTIL, OSLO)[:1000])
    asked = Question(Kind.QUOTE, "Vik", about="cod", acts=frozenset({Act.DENIES, Act.WARNS}), period=MARCH)
    yield render_answer(StatementsFound(asked, OSLO, said))
    earliest = replace(said, wanted=replace(said.wanted, earliest=True), kept="0" * 20)
    yield render_answer(StatementsFound(replace(asked, earliest=True), OSLO, earliest, scope))
    yield render_answer(NothingFound(asked, OSLO, UsageError(translatable("whosaid-nobody")), alike=("Vik",)))
    yield render_answer(NotUnderstood(("Sigrid Vik", "Árni Jónsson")))
    for talk in SmallTalkKind:
        yield render_answer(SmallTalk(talk, ("Sigrid Vik",)))
    yield render_help()
    yield render_privacy()
    yield render_status(Status("1.0", "tagger-1", 12_345, UNTIL))


@pytest.mark.parametrize("language", Language)
def test_every_card_fits_and_can_be_recorded(language: Language) -> None:
    """A card refuses what is over Discord's limits, its record what is over those of its parts."""
    with using_language(language):
        for card in all_cards():
            assert decode_card(encode_card(card)) == card


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_of_ours_is_left_in_english(language: Language) -> None:
    with using_language(Language.ENGLISH):
        english = "\n".join("\n".join((*card.texts, *card.labels)) for card in all_cards())
    with using_language(language):
        shown = "\n".join("\n".join((*card.texts, *card.labels)) for card in all_cards())
    assert [words for words in OURS if words not in english] == []
    assert [words for words in OURS if words in shown] == []


@pytest.mark.parametrize("language", Language)
def test_pictures_are_described_within_their_limit(language: Language) -> None:
    with using_language(language):
        drawings = compose_sides_drawings(compose_columns(compose_two_sides(*trawler())))
        timeline = compose_timeline(over_time(60, 40, speakers=12), since=None, until=UNTIL, zone=OSLO)
        drawings.append(compose_timeline_drawing(timeline, "Sigrid Vik"))
    for drawing in drawings:
        assert f'"language": "{language}"' in drawing.data
        assert ("statements" in drawing.data or "not mentioned" in drawing.data) is (language is Language.ENGLISH)
