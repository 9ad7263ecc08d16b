"""Answers of the desk: words of strangers escaped, pages within Discord's limits, the same said to a terminal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.render.card import Action, ComponentAction
from bot.render.document import (
    ChannelPart,
    Document,
    Line,
    LinkPart,
    ListEntry,
    Listing,
    StrangerText,
    StrongText,
    TimePart,
    TypedText,
    reply,
)
from bot.render.document_cards import render_cards
from bot.render.markdown import plain
from bot.render.terminal import Screen, show

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PRESS = ComponentAction(Action.FEEDS, "0" * 20)
WORDS = st.text(max_size=400)
PARTS = st.one_of(
    st.builds(StrangerText, WORDS),
    st.builds(StrongText, WORDS),
    st.builds(TypedText, WORDS),
    st.builds(LinkPart, WORDS, st.none() | st.just("https://press.example/a") | WORDS),
    st.builds(TimePart, st.just(AT), st.booleans()),
    st.builds(ChannelPart, st.sampled_from(("71", "console"))),
    st.just("our words"),
)
LINES = st.lists(PARTS, min_size=1, max_size=4).map(tuple)
ENTRIES = st.builds(ListEntry, LINES, st.lists(LINES, max_size=3).map(tuple), st.none() | st.integers(1, 200))
REPORTS = st.builds(
    reply,
    st.just("Feeds · 3"),
    st.lists(LINES, max_size=2).map(tuple),
    st.lists(ENTRIES, max_size=30).map(tuple),
    st.lists(LINES, max_size=1).map(tuple),
)


def shown(*line: object) -> str:
    (card,) = render_cards(reply("Title", (line,)))  # type: ignore[arg-type]  # parts of several kinds
    return card.blocks[0]


def test_each_part_is_written_as_what_it_is() -> None:
    at = int(AT.timestamp())
    assert shown(StrangerText("a *b* <@1> https://x.example")) == "a \\*b\\* \\<\\@1\\> https\\://x.example"
    assert shown(StrongText("3"), " here") == "**3** here"
    assert shown(TypedText("not:`sport`\n*x*")) == "`not:ˋsportˋ *x*`"
    assert (
        shown(LinkPart("A [b]", "https://press.example/a")) == "[A \\[b\\]](<https://press.example/a>) (press.example)"
    )
    assert shown(LinkPart("A", "javascript:alert(1)")) == "A"
    assert shown(TimePart(AT), TimePart(AT, ago=True)) == f"<t:{at}:f><t:{at}:f> (<t:{at}:R>)"
    assert shown(ChannelPart("71"), " ", ChannelPart("console")) == "<#71> console"


def test_a_terminal_says_the_same_in_its_zone() -> None:
    line: Line = (
        StrangerText("a *b*"),
        " · ",
        TypedText("x:y"),
        " · ",
        TimePart(AT, ago=True),
        " · ",
        LinkPart("A", "https://a.example/"),
    )
    report = reply("Title", (line,), (ListEntry(("One",), (("fact",),), 7), ListEntry(("Two",))), (("note",),))
    zone = timezone(timedelta(hours=2), "EET")
    assert show(Screen(zone=zone), report).splitlines() == [
        "Title",
        "",
        "a *b* · x:y · 2026-03-01 14:00 EET · A (a.example)",
        "",
        "7 One",
        "  fact",
        "- Two",
        "",
        "note",
    ]


@given(REPORTS)
def test_any_report_fits_cards_and_loses_no_entry(report: Document) -> None:
    """A card refuses what is over Discord's limits when it is made."""
    cards = render_cards(replace(report, turn=PRESS, one_page=False))
    entries = [entry for block in report.blocks if isinstance(block, Listing) for entry in block.entries]
    numbered = sum(entry.number is not None for entry in entries)
    assert sum(block.startswith("**") or "\n\n**" in block for card in cards for block in card.blocks) >= bool(numbered)
    assert all(card.buttons for card in cards) == (len(cards) > 1)
    alone = render_cards(report)
    assert len(alone) == 1
    assert show(Screen(zone=UTC), report)


def test_pages_hold_every_entry_in_order() -> None:
    entries = tuple(ListEntry((StrangerText(f"Feed {number} " + "x" * 250),), number=number) for number in range(1, 60))
    cards = render_cards(replace(reply("Feeds", entries=entries), turn=PRESS, one_page=False))
    text = plain("\n".join(block for card in cards for block in card.blocks))
    places = [text.index(f"{number} · Feed {number} x") for number in range(1, 60)]
    assert places == sorted(places)
    assert [button.press.page for button in cards[1].buttons if button.press] == [0, 2]
    assert cards[1].footer == f"Page 2 of {len(cards)}"


def test_where_no_page_turns_the_rest_is_counted() -> None:
    entries = tuple(ListEntry((StrangerText("x" * 250),)) for _ in range(30))
    (card,) = render_cards(reply("Feeds", entries=entries))
    assert card.blocks[-1].endswith("-# and 20 more")
