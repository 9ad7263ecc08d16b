"""The message of a setup: it fits Discord in every language, and its buttons and menus carry all of the choice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feed import Entry
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.i18n.language import Language, using_language
from bot.render.card import DETAIL_LIMIT, OPTION_LIMIT, Action, ComponentAction
from bot.render.card_codec import encode_card
from bot.render.cards.setup_cards import (
    decode_choice,
    decode_undo,
    encode_undo,
    render_plan,
    render_welcome,
    report_setup,
    report_undone,
)
from bot.render.terminal import Screen, show
from bot.services.setup import SetupChoice, SetupPlan, SetupPreview, SetupUndo, SetupUndone

NOW = datetime(2026, 11, 30, 6, tzinfo=UTC)
LONGEST = "America/Argentina/ComodRivadavia"
CHOICE = SetupChoice("1456074443980800023", Language.FRENCH, LONGEST, Pack.MINISTRIES, "06:05")
COUNTS = tuple((pack, len(package_catalogue().filter(SourceFilter(pack=pack)))) for pack in Pack)
PLAN = SetupPlan(CHOICE, COUNTS)
PLACES = [(str(1456074443980800023 + number), f"channel-{number}-{'x' * 90}") for number in range(OPTION_LIMIT)]


def preview() -> SetupPreview:
    source = package_catalogue().sources[0]
    entry = Entry(title="Talks resume " * 60, link="https://news.example/" + "a" * 400, published_at=NOW)
    told = tuple((source, replace(entry, published_at=NOW - timedelta(hours=number))) for number in range(8))
    return SetupPreview(told, 14, 19)


@pytest.mark.parametrize("language", Language)
def test_the_message_fits_in_every_language(language: Language) -> None:
    with using_language(language):
        for plan in (PLAN, replace(PLAN, preview=preview()), replace(PLAN, preview=SetupPreview((), 0, 19))):
            card = render_plan(plan, PLACES)
            assert [len(menu.options) for menu in card.settings] == [25, 6, 25, 6, 25]
            assert [sum(option.chosen for option in menu.options) for menu in card.settings] == [1] * 5
            assert len({(menu.press.action, menu.press.page) for menu in card.settings}) == 5
            values = [option.value for menu in card.settings for option in menu.options]
            assert max(map(len, values)) <= 100
            assert all(button.press and len(button.press.detail) <= DETAIL_LIMIT for button in card.buttons)
            text = show(Screen(), report_setup(plan))
            assert "confirm:yes" in text
        assert "/setup" in "\n".join(render_welcome().texts)
        for count in (0, 1, 2, 5, 31):
            assert show(Screen(), report_undone(SetupUndone(count, digest=True)))


def test_where_no_source_answers_nothing_is_promised() -> None:
    text = " ".join(show(Screen(), report_setup(replace(PLAN, preview=SetupPreview((), 0, 19)))).split())
    assert "None of its 19 sources answered now." in text
    assert "from there" not in text


def test_menus_and_buttons_carry_the_choice() -> None:
    card = render_plan(PLAN, PLACES)
    as_options = {
        "channel": CHOICE.channel,
        "language": CHOICE.language,
        "timezone": CHOICE.zone,
        "pack": CHOICE.pack,
        "time": CHOICE.time,
    }
    for button in card.buttons:
        assert button.press
        assert decode_choice(button.press) == as_options
    channels, languages, *_ = card.settings
    pressed = replace(channels.press, detail=channels.options[3].value)
    assert decode_choice(pressed) == as_options | {"channel": PLACES[3][0]}
    pressed = replace(languages.press, detail=languages.options[-1].value)
    assert decode_choice(pressed) == as_options | {"language": Language(list(Language)[-1])}


@pytest.mark.parametrize(
    "detail", ["", "fr", "1|fr|UTC|wires", "x|fr|UTC|wires|08:00", "1|xx|UTC|wires|08:00", "1|fr|UTC|y|08:00", "|" * 60]
)
def test_what_was_not_made_here_is_refused(detail: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_choice(ComponentAction(Action.SETUP, "0" * 20, detail=detail))
    with pytest.raises(ValueError, match=r"."):
        decode_undo(detail)


@pytest.mark.parametrize(
    "undo", [SetupUndo(0, 0, 0, "", ""), SetupUndo(25, 999_901, 999_999, "zh", LONGEST, 4_000_000_000)]
)
def test_an_undo_survives_its_button(undo: SetupUndo) -> None:
    assert len(encode_undo(undo)) <= DETAIL_LIMIT
    assert decode_undo(encode_undo(undo)) == undo


def test_a_button_of_an_earlier_release_undoes_too() -> None:
    assert decode_undo("3|4-41|fr|Asia/Tokyo") == SetupUndo(3, 4, 41, "fr", "Asia/Tokyo")


def test_a_card_with_settings_is_not_kept() -> None:
    with pytest.raises(ValueError, match="settings"):
        encode_card(render_plan(PLAN, PLACES))


def test_without_channels_there_is_no_menu_of_them() -> None:
    assert len(render_plan(PLAN, []).settings) == 4
