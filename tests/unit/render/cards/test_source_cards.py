"""Pages of the catalogue: every source fits a card in every language, and filters survive in buttons."""

import pytest

from bot.domain.feed import Entry, FeedDocument
from bot.gazetteer.source_catalogue import Pack, SourceFilter, SourceKind, package_catalogue
from bot.i18n.language import Language, using_language
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.source_cards import (
    PER_PAGE,
    SourcePage,
    SourcePreview,
    decode_filter,
    encode_filter,
    render_source,
    render_sources,
    report_sources,
)
from bot.render.terminal import Screen, show

ALL = SourcePage(SourceFilter(), package_catalogue().sources)
LAST = (len(ALL.sources) - 1) // PER_PAGE


@pytest.mark.parametrize("language", Language)
def test_every_page_fits_in_every_language(language: Language) -> None:
    with using_language(language):
        cards = [render_sources(ALL, number) for number in range(LAST + 1)]
    shown = "\n".join(text for card in cards for text in card.texts)
    assert all(source.name in shown.replace("\\", "") for source in ALL.sources)
    assert [card for card in cards if decode_card(encode_card(card)) != card] == []
    assert sum(len(card.menu.options) for card in cards if card.menu) == len(ALL.sources)


@pytest.mark.parametrize("language", Language)
def test_every_source_can_be_looked_at(language: Language) -> None:
    entries = tuple(
        Entry(title=None, summary="Talks resume. " * 30, link="https://news.example.org/1") for _ in range(9)
    )
    document = FeedDocument("Ministry", None, entries)
    with using_language(language):
        for source in ALL.sources:
            card = render_source(SourcePreview(source, document))
            assert decode_card(encode_card(card)) == card
            assert "Talks resume" in "\n".join(card.texts)


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert render_sources(ALL, 999).texts == render_sources(ALL, LAST).texts


def test_only_a_pack_can_be_followed_whole() -> None:
    labels = [button.label for button in render_sources(ALL, 0).buttons]
    assert labels == ["Next ›"]
    pack = SourceFilter(pack=Pack.COUNCIL)
    members = package_catalogue().filter(pack)
    page = SourcePage(pack, members, len(members))
    assert f"Follow all {len(page.sources)}" in [button.label for button in render_sources(page, 0).buttons]


@pytest.mark.parametrize(
    "wanted",
    [
        SourceFilter(),
        SourceFilter("harbour | news", "Bosnia and Herzegovina", "ar", SourceKind.BROADCASTER, Pack.MINISTRIES),
        SourceFilter("words " * 30),
    ],
)
def test_a_filter_survives_in_a_button(wanted: SourceFilter) -> None:
    detail = encode_filter(wanted)
    assert len(detail) <= 60
    found = decode_filter(detail)
    assert (found.country, found.language, found.kind, found.pack) == (
        wanted.country,
        wanted.language,
        wanted.kind,
        wanted.pack,
    )
    assert wanted.words.replace("|", " ").startswith(found.words)


@pytest.mark.parametrize("detail", ["", "a|b", "en|nothing|||", "x" * 60])
def test_a_foreign_button_is_refused(detail: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        decode_filter(detail)


def test_a_terminal_lists_them_with_the_command_to_type() -> None:
    wanted = SourceFilter(words="iaea")
    text = show(Screen(80), report_sources(SourcePage(wanted, package_catalogue().filter(wanted))))
    assert "IAEA" in text
    assert "feed add url:IAEA" in text


def test_nothing_found_shows_how_to_see_all() -> None:
    text = show(Screen(80), report_sources(SourcePage(SourceFilter(words="zzzz"), ())))
    assert "No source of the catalogue fits this filter." in text
    assert "To see all sources: feed browse" in text
