"""Two sides of several articles on cards: each cell sourced, its words a slice of its own article, within limits."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import Side, TwoSides, TwoSidesQuery
from bot.domain.line import LineReference
from bot.domain.text import Span
from bot.errors import NotVerbatimError
from bot.render.card import COLUMN_LIMIT, EMBED_LIMIT, HEADING_LIMIT, Action, ComponentAction
from bot.render.cards.two_sides_card import compose_columns, describe_row
from bot.render.document_cards import render_cards
from bot.render.markdown import plain, units
from bot.render.quotations import find_quotations
from bot.render.terminal import Screen, show
from bot.render.two_sides_buttons import (
    WORD_LIMIT,
    make_two_sides_action,
    make_words_action,
    parse_two_sides_action,
    parse_words_action,
)
from tests.golden import check_golden
from tests.unit.digests.quarrel import facing, trawler
from tests.unit.digests.stories import UNTIL


def sides_of_several() -> TwoSides:
    return compose_two_sides(*trawler())


def test_each_statement_names_its_speaker_outlet_and_date() -> None:
    (card,) = render_cards(compose_columns(sides_of_several()))
    nets = card.columns[0]
    assert nets.note == "The words disagree: Iceland denies"
    stamp = "<t:1773291600:d>"
    assert nets.left == (
        f"**Sigrid Vik**\n[The Fjord Herald](<https://www.fjord.example/nets>), {stamp}\n"
        "> said the trawler had used nets with illegal fine meshes"
    )
    assert "[Geysir State Radio](<https://www.geysir.example/denial>) (state-funded), <t:" in nets.right
    (beds,) = [row for row in card.columns if "Fourteen" in row.left]
    assert beds.heading == "What else each side says"
    assert " · also " in beds.left
    assert "Helga Orms" in beds.right


def test_a_side_that_says_no_more_is_told_from_one_that_says_nothing() -> None:
    sides = sides_of_several()
    rest = replace(sides.rows[-1], b=())
    (card,) = render_cards(compose_columns(replace(sides, rows=(rest,))))
    assert (card.columns[0].heading, card.columns[0].note) == ("What each side says", "Norway")
    assert card.columns[0].right == "*not mentioned in these articles*"
    (card,) = render_cards(compose_columns(replace(sides, rows=(sides.rows[0], rest))))
    assert card.columns[1].right == "*nothing else*"


def test_claims_that_meet_without_a_phrase_of_the_articles_have_a_heading_of_ours() -> None:
    sides = sides_of_several()
    (card,) = render_cards(compose_columns(replace(sides, rows=(replace(sides.rows[0], topic=None),))))
    assert card.columns[0].heading == "Where they differ"


def test_who_answers_is_told() -> None:
    sides = sides_of_several()
    answered = replace(sides.rows[0], clash=None, answer=sides.rows[0].b[0])
    assert describe_row(sides, answered) == "Iceland answers"


def test_the_header_names_every_outlet_and_no_article_alone() -> None:
    (card,) = render_cards(compose_columns(replace(sides_of_several(), about="“the nets”")))
    assert card.header.startswith("### Two sides on the nets\n-# 3 articles · <t:")
    for name in ("The Fjord Herald", "Geysir State Radio", "North Sea Wire"):
        assert name in card.header
    assert "(geysir.example, state-funded)" in card.header
    assert [button.label for button in card.buttons] == ["As a picture"]


def test_what_was_left_out_is_counted() -> None:
    (card,) = render_cards(compose_columns(replace(sides_of_several(), left_out=1204)))
    assert "1,204 older statements left out" in card.footer


def test_a_piece_that_is_not_its_articles_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.line_quotes._words", lambda *_: "“We will burn the harbour”")
    with pytest.raises(NotVerbatimError):
        render_cards(compose_columns(sides_of_several()))


def test_words_of_one_article_are_not_allowed_under_another(monkeypatch: pytest.MonkeyPatch) -> None:
    # what the Herald quotes, shown as the state radio's
    monkeypatch.setattr(
        "bot.render.line_quotes._words",
        lambda *_: "“Fourteen people will sleep in their own beds on Sunday”",
    )
    with pytest.raises(NotVerbatimError):
        render_cards(compose_columns(sides_of_several()))


def test_both_accusing_is_told_of_both() -> None:
    sides = sides_of_several()
    row = replace(sides.rows[0], clash=None)
    accused = [tuple(map(_accusing, cell)) for cell in (row.a, row.b)]
    assert describe_row(sides, replace(row, a=accused[0], b=accused[1])) == "Both sides accuse"
    assert describe_row(sides, replace(row, a=accused[0])) == "Both sides"


def _accusing(one: LineReference) -> LineReference:
    analysis = one.reading.analysis
    acts = tuple(replace(statement, act=Act.ACCUSES) for statement in analysis.attributions)
    return replace(one, reading=replace(one.reading, analysis=replace(analysis, attributions=acts)))


def test_the_terminal_as_it_was_looked_at() -> None:
    page = compose_columns(sides_of_several())
    check_golden("terminal-sides-story-piped.txt", show(Screen(zone=UNTIL.tzinfo), page))
    check_golden("terminal-sides-story-100.txt", show(Screen(100, zone=UNTIL.tzinfo), page))


HOSTILE = st.text("ab .“”\"'’\n\u202e\u05d0\u0627😀*_|`@<>[]()", min_size=1, max_size=1200)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), min_size=2, max_size=6))
def test_whatever_is_said_fits_and_is_the_articles(parts: list[tuple[str, str, str]]) -> None:
    spoken = list(_speeches(parts))
    speakers = [[said.speaker for _, said in spoken[n::2] if said.speaker] for n in (0, 1)]
    a, b = (Side(f"Side {n} “of” \u05d0", tuple(those)) for n, those in enumerate(speakers))
    sides = facing(a, b, spoken[0::2], spoken[1::2])
    try:
        cards = render_cards(compose_columns(sides))
    except NotVerbatimError:
        return  # a name in odd marks: nothing is shown rather than something wrong
    texts = [part for r in sides.readings for part in (r.article.text, r.article.title or "")]
    texts += [r.article.outlet.name for r in sides.readings if r.article.outlet]
    for card in cards:
        assert sum(map(units, card.texts)) <= EMBED_LIMIT
        for row in card.columns:
            assert 0 < units(row.heading) <= HEADING_LIMIT
            assert all(0 < units(cell) <= COLUMN_LIMIT for cell in (row.left, row.right))
            for cell in (row.left, row.right):
                shown = re.sub("[\u2066-\u2069]", "", plain(cell))
                assert all(any(q in text for text in texts) for q in find_quotations(shown))


def _speeches(parts: list[tuple[str, str, str]]) -> Iterator[tuple[Reading, Attribution]]:
    for n, (words, name, title) in enumerate(parts):
        text = f"{n}: {words} end"
        article = Article(
            text, title, f"https://o{n}.example/{n}", Outlet(name.strip() or "O", f"o{n}.example"), None, UNTIL
        )
        speaker = Speaker(f"{n} {name}", None, "Norway")
        content = (Span(3, 3 + len(words)),)
        said = Attribution(content, None, None, Kind.DIRECT, list(Act)[n % 19], speaker)
        yield Reading(reading_id(article), article, Analysis(article.text_sha256, "1", (), (said,))), said


WORDS = st.text("abc é|*\n", max_size=30)


@given(st.booleans(), st.booleans(), WORDS, WORDS, WORDS)
def test_a_button_brings_back_what_it_was_made_of(article: bool, story: bool, a: str, b: str, about: str) -> None:
    wanted = TwoSidesQuery("0123456789abcdef0123" if article else "", story, a, b, about)
    press = make_two_sides_action(wanted, Action.SIDESDARK, 2)
    found = parse_two_sides_action(press)
    assert units(press.detail) <= 60
    assert "\n" not in press.detail
    assert (found.article, found.story) == (wanted.article, wanted.story)
    assert all(len(part) <= WORD_LIMIT for part in (found.a, found.b, found.about))
    assert parse_two_sides_action(make_two_sides_action(found)) == found


def test_buttons_of_earlier_versions_still_ask_for_the_same() -> None:
    ident = "a" * 20
    assert parse_two_sides_action(ComponentAction(Action.TWOSIDES, ident)) == TwoSidesQuery(ident)
    assert parse_two_sides_action(ComponentAction(Action.TWOSIDES, ident, 1, "Norway|Iceland|")) == TwoSidesQuery(
        ident, False, "Norway", "Iceland"
    )


@given(WORDS, WORDS)
def test_a_pair_of_words_comes_back(first: str, second: str) -> None:
    press = make_words_action(Action.POSITION, first, second)
    assert units(press.detail) <= 60
    assert parse_words_action(make_words_action(Action.POSITION, *parse_words_action(press))) == parse_words_action(
        press
    )
