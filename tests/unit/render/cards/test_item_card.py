"""The post for one item of a feed, read or not."""

from dataclasses import replace

import pytest

from bot.domain.attribution import Speaker
from bot.domain.feed import Entry
from bot.domain.text import Span
from bot.errors import NotVerbatimError
from bot.render.card import FOOTER_ROOM, Action, ComponentAction, Tone
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.briefing_cards import with_why
from bot.render.cards.item_card import render_bare_item, render_item
from bot.render.markdown import units
from tests.unit.digests.stories import TODAY, UNTIL, short, strait
from tests.unit.render.cards.test_cards import HEADER_ROOM

KEY = "0f" * 10


def test_an_item_shows_sentences_and_statements_under_their_speakers() -> None:
    card = with_why(render_item(strait()[0], "Courier «World»"), KEY)
    assert card.blocks == (
        "> Northland and Southland agreed on Friday to reopen the strait to fishing boats.\n\n"
        "> The agreement takes effect on Monday and ends a dispute that began with the seizure of the trawler Merle.",
        "**Ada Lind** — Foreign Minister · Northland\n"
        "> said “the strait belongs to those who work on it, and from Monday they will be back”\n\n"
        "> denied that Northland had paid for the release of the crew",
        "**Omar Reyes** — Ambassador to Northland · Southland\n"
        "> replied: “We paid nothing and we promised nothing.”\n\n> warned that patrols would go on",
    )
    assert [b.label for b in card.buttons] == ["Summary", "Who said what", "Two sides", "Source", "Why this?"]
    assert card.buttons[-1].press == ComponentAction(Action.WHY, KEY)
    assert card.footer == "From the feed Courier World"
    assert decode_card(encode_card(card)) == card


def test_an_item_does_not_say_again_what_its_sentences_say() -> None:
    one = strait()[0]
    said = next(one for one in one.article.text.split("\n\n") if one.startswith("Ambassador"))
    start = one.article.text.index(said)
    analysis = replace(one.analysis, summary=(Span(start, start + len(said)),))
    card = render_item(replace(one, analysis=analysis), "Courier")
    assert not any("Omar Reyes**" in block for block in card.blocks)
    assert any("Ada Lind**" in block for block in card.blocks)


def test_an_item_in_which_nobody_speaks() -> None:
    card = render_item(short(1), "Ferries")
    assert card.blocks == ("> Ferry 1 was late",)
    assert card.footer == "From the feed Ferries"
    assert [b.label for b in card.buttons][-1] == "Source"


def test_an_item_never_shows_what_is_not_the_articles() -> None:
    one = strait()[0]
    forged = replace(one.analysis.attributions[0], speaker=Speaker("Ada “We surrender” Lind"))
    with pytest.raises(NotVerbatimError):
        render_item(replace(one, analysis=replace(one.analysis, attributions=(forged,))), "x")


def test_an_unread_item_shows_the_feeds_words_as_the_feeds() -> None:
    summary = "She will speak of the “bargain”\n@everyone."
    entry = Entry("g", "https://today.example/x", "Calder to *speak*", summary, author="Iris", published_at=UNTIL)
    reason = "The page “x” is behind a paywall. Open it there."
    card = render_bare_item(entry, "Today", reason, outlet=TODAY)
    assert card.header == (
        "### [Calder to \\*speak\\*](<https://today.example/x>)\n"
        "-# **Southland Today** (state-controlled) · today.example · <t:1773471600:f> · Iris"
    )
    assert card.blocks == (
        "-# the feed’s own words\n> She will speak of the “bargain”\n> \\@everyone.",
        "-# The page x is behind a paywall. Open it there.",
    )
    assert card.tone is Tone.STATE
    assert [b.label for b in card.buttons] == ["Source"]


@pytest.mark.parametrize(
    "entry",
    [
        Entry(),
        Entry(link="javascript:alert(1)", title="  "),
        Entry(title="“" * 5000, summary="“*" * 50_000, link="https://x.example/" + "a" * 3000, author="_" * 999),
        Entry(title="’n’ \x1b[31m", summary="\ud800 “never closed"),
    ],
)
def test_any_entry_fits(entry: Entry) -> None:
    card = render_bare_item(entry, "“*" * 500, "x" * 5000)
    assert units(card.header) <= HEADER_ROOM
    assert units(card.footer) <= FOOTER_ROOM
    assert "javascript" not in card.header
    assert decode_card(encode_card(card)) == card
