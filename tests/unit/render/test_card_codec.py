"""A card comes back from its record exactly, or not at all."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.article_digest import compose_digest
from bot.digests.two_sides import compose_two_sides
from bot.render.card import Action, Button, Card, Columns, ComponentAction, Menu, Option, Picture, Tone
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.article_card import compose_summary
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards
from tests.unit.render.articles import two_voices

WORDS = st.text(max_size=60)
SAID = st.text(min_size=1, max_size=40)
PRESSES = st.builds(
    ComponentAction,
    st.sampled_from(Action),
    st.text("0123456789abcdef", min_size=20, max_size=20),
    st.integers(0, 999),
    st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=30),
    st.booleans(),
)
BUTTONS = st.one_of(
    st.builds(Button, SAID, PRESSES),
    st.builds(
        lambda label: Button(label, url="https://x.example/a?b=(1)".replace("(", "%28").replace(")", "%29")), SAID
    ),
)
MENUS = st.builds(
    Menu, WORDS, PRESSES, st.lists(st.builds(Option, SAID, SAID, SAID), min_size=1, max_size=25).map(tuple)
)
COLUMNS = st.builds(Columns, SAID, SAID, SAID, SAID, SAID, SAID)
CARDS = st.builds(
    Card,
    WORDS,
    st.lists(SAID, max_size=13).map(tuple),
    st.lists(COLUMNS, max_size=9).map(tuple),
    WORDS,
    st.none() | MENUS,
    st.lists(BUTTONS, max_size=5).map(tuple),
    st.sampled_from(Tone),
    role=st.sampled_from(("", "42")),
    picture=st.none() | WORDS.map(lambda words: Picture("https://x.example/a.jpg", words[:150])),
)
WHY = Card(
    "### “Digest”", ("a\nb",), buttons=(Button("Why this?", ComponentAction(Action.WHY, "0f" * 10)),), tone=Tone.STATE
)


@given(CARDS)
def test_a_card_comes_back_as_it_was(card: Card) -> None:
    record = encode_card(card)
    assert record.isascii()
    assert "\n" not in record
    assert decode_card(record) == card


def test_every_card_about_an_article_comes_back() -> None:
    base = two_voices()
    cards = [
        *render_cards(compose_summary(base)),
        *render_cards(compose_whosaid(compose_digest(base))),
        *render_cards(compose_columns(compose_two_sides(base))),
    ]
    assert [decode_card(encode_card(card)) for card in cards] == cards


def test_a_record_is_written_the_same_in_every_version() -> None:
    assert encode_card(WHY) == (
        '{"version":1,"header":"### \\u201cDigest\\u201d","blocks":["a\\nb"],"columns":[],"footer":"","menu":null,'
        '"buttons":[{"label":"Why this?","press":["why","0f0f0f0f0f0f0f0f0f0f",0,"",false],"url":null}],"tone":"state"}'
    )


PRESS = ["why", "0f" * 10, 0, "", False]
BUTTON = {"label": "Why this?", "press": PRESS, "url": None}
MENU = {"placeholder": "", "press": PRESS, "options": [["a", "1-2", "b"]]}


@pytest.mark.parametrize(
    "changed",
    [
        {"version": 2},
        {"version": True},
        {"version": "1"},
        {"header": None},
        {"header": "x" * 4001},
        {"blocks": "ab"},
        {"blocks": [""]},
        {"blocks": ["x"] * 14},
        {"blocks": [["x"]]},
        {"columns": [["a", "b", "c", "d", "e"]]},
        {"columns": [["a", "b", "c", "d", "e", ""]]},
        {"tone": "loud"},
        {"menu": {}},
        {"menu": {**MENU, "options": []}},
        {"menu": {**MENU, "options": [["a", "1-2", "b"]] * 26}},
        {"menu": {**MENU, "options": [["a", "1-2", "b" * 101]]}},
        {"menu": {**MENU, "placeholder": "x" * 151}},
        {"buttons": [BUTTON] * 6},
        {"buttons": [{**BUTTON, "label": ""}]},
        {"buttons": [{**BUTTON, "label": "x" * 81}]},
        {"buttons": [{**BUTTON, "extra": 1}]},
        {"buttons": [{**BUTTON, "press": None}]},
        {"buttons": [{**BUTTON, "url": "https://x.example/"}]},
        {"buttons": [{"label": "x", "press": None, "url": "javascript:alert(1)"}]},
        {"buttons": [{"label": "x", "press": None, "url": "https://a@x.example/"}]},
        {"buttons": [{"label": "x", "press": None, "url": 7}]},
        {"buttons": [{**BUTTON, "press": ["explode", *PRESS[1:]]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0F" * 10, 0, "", False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, -1, "", False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, 1000, "", False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, 0.0, "", False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, 0, "x" * 61, False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, 0, "a\nb", False]}]},
        {"buttons": [{**BUTTON, "press": ["why", "0f" * 10, 0, "", 0]}]},
        {"more": 1},
        {"role": "everyone"},
        {"role": ""},
        {"role": 7},
        {"picture": ["javascript:alert(1)", "words"]},
        {"picture": ["https://a@x.example/a.jpg", "words"]},
        {"picture": ["https://x.example/a.jpg"]},
        {"picture": ["https://x.example/a.jpg", "x" * 301]},
    ],
)
def test_what_no_card_of_ours_can_be_is_refused(changed: dict[str, object]) -> None:
    record = json.loads(encode_card(WHY))
    with pytest.raises(ValueError, match=r"."):
        decode_card(json.dumps({**record, **changed}))


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "7", "{", "[" * 100_000, '{"version":1}', " " * 200_001])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_card(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.sampled_from(sorted(json.loads(encode_card(WHY)))), JSON)
def test_anything_in_any_place_is_a_card_or_refused(place: str, value: object) -> None:
    record = json.loads(encode_card(WHY))
    with suppress(ValueError):
        assert isinstance(decode_card(json.dumps({**record, place: value})), Card)
