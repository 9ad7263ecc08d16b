"""The cards about an article: what they show, and what they refuse to show."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.digests.article_digest import compose_digest
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.domain.text import Span, normalise_text
from bot.errors import NotVerbatimError, UsageError
from bot.render.card import FOOTER_ROOM, Action, Card, ComponentAction, Tone, verify_text
from bot.render.cards.article_card import compose_summary
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards
from bot.render.markdown import units
from bot.render.reading_cards import render_context, render_reading_action
from tests.unit.render.articles import LIND, REYES, TEXT, attribution, reading, two_voices

HEADER_ROOM = 1300
"""Code units of the longest header of an article."""
NOISY = normalise_text('He “said (*so*) <@1>” and ‘went’ "on"\n\n# and «ещё» 👍 @here said it')


def test_the_header_tells_title_outlet_label_host_date_and_byline() -> None:
    (card,) = render_cards(compose_summary(two_voices()))
    assert card.header == (
        "### [A door \\[and\\] a \\*knock\\*](<https://www.courier.example/a_b?q=%281%29>)\n"
        "-# **The Courier** (state-funded) · courier.example · <t:1773480600:f> · Iris Holm"
    )
    assert card.tone is Tone.STATE


def test_a_summary_is_sentences_word_for_word() -> None:
    given_reading = two_voices()
    sentences = (Span(0, 50), Span(51, 91))
    (card,) = render_cards(compose_summary(given_reading, sentences))
    assert card.blocks == (
        "> Foreign Minister Ada Lind said “the door is open”.\n\n> She added that talks would begin in May.",
    )
    assert [button.label for button in card.buttons] == ["Who said what", "Two sides", "Source"]


def test_who_said_what_has_a_block_for_each_speaker() -> None:
    (card,) = render_cards(compose_whosaid(compose_digest(two_voices())))
    assert card.blocks == (
        "**Ada Lind** — Foreign Minister · Northland\n-# **1** · said · quoted\n> “the door is open”\n\n"
        "-# **2** · added · reported\n> talks would begin in May",
        "**Omar Reyes** — Ambassador · Southland\n-# **3** · replied · quoted\n> “We heard no knock.”\n\n"
        "-# **4** · warned · reported\n> the border stays shut",
    )
    assert card.menu
    assert [(o.label, o.description) for o in card.menu.options][2] == ("3 · Omar Reyes", "“We heard no knock.”")


def test_who_said_what_tells_what_was_left_out_and_what_was_not_meant() -> None:
    base = two_voices()
    uncertain = replace(base.analysis.attributions[0], confidence=0.1)
    negated = replace(base.analysis.attributions[3], negated=True, conditional=True, relayed_by="a spokesman")
    analysis = replace(base.analysis, attributions=(uncertain, negated))
    (card,) = render_cards(compose_whosaid(compose_digest(replace(base, analysis=analysis))))
    assert "-# **1** · warned · negated · conditional · reported · relayed by a spokesman\n" in card.blocks[0]
    assert "1 uncertain left out" in card.footer


def test_nobody_quoted_and_not_read() -> None:
    article = Article(TEXT)
    assert render_cards(compose_whosaid(compose_digest(reading(article))))[0].blocks == (
        "Nobody is quoted in this article.",
    )
    unread = "Attaché reads who said what in English only so far."
    assert render_cards(compose_whosaid(compose_digest(reading(article, unread=unread))))[0].blocks == (unread,)


def test_statements_too_uncertain_to_show_are_not_nobodys() -> None:
    base = two_voices()
    doubtful = tuple(replace(a, confidence=0.1) for a in base.analysis.attributions)
    (card,) = render_cards(
        compose_whosaid(compose_digest(replace(base, analysis=replace(base.analysis, attributions=doubtful))))
    )
    assert card.blocks == ("No statement in this article is certain enough to be shown under a name.",)
    assert "4 uncertain left out" in card.footer


def test_a_speaker_is_found_by_name_office_or_country() -> None:
    digest = compose_digest(two_voices())
    for asked in ("reyes", "ambassador", "SOUTHLAND", "“Omar Reyes”"):
        (card,) = render_cards(compose_whosaid(digest, asked))
        assert len(card.blocks) == 1
        assert card.blocks[0].startswith("**Omar Reyes**")
    with pytest.raises(UsageError, match=r"It quotes Ada Lind, Omar Reyes\."):
        render_cards(compose_whosaid(digest, "nobody"))


def test_the_paragraph_of_a_statement() -> None:
    base = two_voices()
    place = base.analysis.attributions[2].span
    card = render_context(base, f"{place.start}-{place.end}")
    assert card.blocks == (
        "**Omar Reyes** — Ambassador · Southland\n"
        "> Ambassador Omar Reyes replied: **“We heard no knock.”** He warned that the border stays shut.",
    )


@pytest.mark.parametrize("place", ["", "5", "9-3", "0-99999", "a-b", "-1-4"])
def test_a_place_that_is_not_in_the_text(place: str) -> None:
    with pytest.raises(UsageError, match="not in the stored article"):
        render_context(two_voices(), place)


def test_a_long_paragraph_is_shown_around_the_statement() -> None:
    text = "word " * 1000 + "she said that it ends " + "more " * 1000
    found = attribution(text, LIND, Kind.INDIRECT, "said", "it ends")
    card = render_context(reading(Article(text), found), f"{found.span.start}-{found.span.end}")
    assert "\n> … word" in card.blocks[0]
    assert "**it ends**" in card.blocks[0]
    assert card.blocks[0].endswith("more …")


def test_two_sides_say_what_is_not_mentioned() -> None:
    (card,) = render_cards(compose_columns(compose_two_sides(two_voices())))
    assert card.blocks == ("**Northland**: Ada Lind\n**Southland**: Omar Reyes",)
    row = card.columns[0]
    assert (row.left_name, row.right_name) == ("Northland", "Southland")
    assert "*not mentioned in this article*" not in {row.right for row in card.columns}


def test_a_quotation_that_is_not_the_articles_is_refused() -> None:
    base = two_voices()
    with pytest.raises(NotVerbatimError) as refused:
        verify_text("### Ada Lind: “the door is shut”", base.article)
    assert refused.value.resource == "the door is shut"


def test_a_speaker_whose_name_quotes_what_is_not_there_is_refused() -> None:
    base = two_voices()
    forged = Speaker("Ada “I resign” Lind")
    section = SpeakerSection(forged, (replace(base.analysis.attributions[0], speaker=forged),))
    with pytest.raises(NotVerbatimError):
        render_cards(compose_whosaid(Digest(base, (section,))))


def test_a_label_of_a_menu_is_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    base = two_voices()
    monkeypatch.setattr("bot.render.statements.snippet", lambda *_: "“I resign”")
    with pytest.raises(NotVerbatimError):
        compose_whosaid(compose_digest(base))


def test_a_pressed_button_shows_its_page_or_the_last() -> None:
    base = two_voices()
    pressed = render_reading_action(base, ComponentAction(Action.WHOSAID, base.id, 7, "Lind"))
    assert len(pressed.blocks) == 1


def test_a_card_knows_discords_limits() -> None:
    with pytest.raises(ValueError, match="4000"):
        Card(header="x" * 4001)
    with pytest.raises(ValueError, match="too many"):
        Card(header="x", blocks=("y",) * 14)


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40), st.sampled_from(Kind)), min_size=1, max_size=60))
@settings(deadline=None, max_examples=50)
@example([(1, 1, Kind.DIRECT), (21, 1, Kind.DIRECT)])
def test_any_statements_of_a_noisy_text_fit_and_pass(places: list[tuple[int, int, Kind]]) -> None:
    text = "\n\n".join([NOISY] * 3)
    found = []
    for start, length, kind in places:
        where = Span(start, min(start + length, len(text)))
        name = (LIND, REYES, None)[start % 3]
        found.append(replace(attribution(text, name, kind, "said", "said"), content=(where,)))
    article = Article(text, title=text[:300], url="https://x.example/")
    analysis = Analysis(article.text_sha256, "test 1", (Span(0, 60), Span(61, len(text))), tuple(found), "en")
    base = replace(reading(Article(TEXT)), article=article, analysis=analysis)
    for card in all_cards(base):
        assert fits_discord(card)


@pytest.mark.parametrize("filler", ["*", "_\n", "a\n\n", "👍", "“a” ", "word "])
def test_the_longest_and_oddest_article_fits(filler: str) -> None:
    """Escapes double a text, bars beside lines nearly treble it, and every name is as long as names get."""
    text = normalise_text(f"x{filler * 2000}x " * 12)
    step = len(text) // 40
    names = [Speaker(f"{n}{filler * 300}".strip(), filler * 300, filler * 200 + f"land {n % 2}") for n in range(7)]
    found = [
        Attribution(
            (Span(n * step, (n + 1) * step),), Span(n, n + 400), Span(n, n + 20), kind, Act.SAYS, name, filler * 99
        )
        for n, (kind, name) in enumerate(zip([*Kind] * 13, [*names, None] * 5, strict=False))
    ]
    outlet = Outlet(filler * 300, "x.example", None, "state-controlled")
    url = "https://www.x.example/" + "a" * 450
    article = Article(text, filler * 500, url, outlet, filler * 500, datetime(2026, 3, 14, tzinfo=UTC))
    sentences = tuple(Span(n * step, (n + 1) * step) for n in range(15))
    analysis = Analysis(article.text_sha256, "test 1", sentences, tuple(found), "en")
    for card in all_cards(Reading("0" * 20, article, analysis)):
        assert fits_discord(card)


def all_cards(base: Reading) -> Iterator[Card]:
    """Every card about an article."""
    yield from render_cards(compose_summary(base))
    yield from render_cards(compose_whosaid(compose_digest(base)))
    for said in base.analysis.attributions:
        yield render_context(base, f"{said.span.start}-{said.span.end}")
    with suppress(UsageError):
        yield from render_cards(compose_columns(compose_two_sides(base)))


def fits_discord(card: Card) -> bool:
    """Whether Discord takes each part of ``card``; the card itself knows its limits as a whole."""
    menu = card.menu.options if card.menu else ()
    assert all(0 < units(option.label) <= 100 and 0 < units(option.description) <= 100 for option in menu)
    assert len({option.value for option in menu}) == len(menu)
    for row in card.columns:
        assert 0 < units(row.heading) <= 256
        assert 0 < units(row.note) <= 256
        assert max(units(row.left_name), units(row.right_name)) <= 256
        assert 0 < units(row.left) <= 1024
        assert 0 < units(row.right) <= 1024
    return units(card.header) <= HEADER_ROOM and units(card.footer) <= FOOTER_ROOM


def test_many_long_statements_are_paged_in_order() -> None:
    text = " ".join(f"Minister {n} said that {'it is so ' * 60}{n}." for n in range(40))
    found = [
        attribution(text, Speaker(f"Minister {n}"), Kind.INDIRECT, "said", f"Minister {n} said") for n in range(40)
    ]
    long = [replace(a, content=(Span(a.content[0].start, a.content[0].start + 500),)) for a in found]
    pages = render_cards(compose_whosaid(compose_digest(reading(Article(text), *long))))
    assert len(pages) > 1
    numbers = [option.label.split(" · ")[0] for page in pages if page.menu for option in page.menu.options]
    assert numbers == [str(n) for n in range(1, 41)]
    assert [button.label for button in pages[1].buttons][:2] == ["‹ Previous", "Next ›"]
    assert f"Page 2 of {len(pages)}" in pages[1].footer
