"""One document, several back ends: the same words in each, and none that an article does not have."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from bot.digests.article_digest import compose_digest
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet
from bot.domain.text import Span
from bot.errors import NotVerbatimError
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.card import TEXT_LIMIT, Action, ComponentAction
from bot.render.cards.article_card import compose_summary
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document import Block, Columns, Document, Heading, OutletPart, Quote, Speaker, StrangerText, Text
from bot.render.document_cards import render_cards, render_markdown
from bot.render.line_text import markdown_of
from bot.render.markdown import plain, units
from bot.render.statements import quote_sentence
from bot.render.terminal import Screen, show
from tests.unit.render.articles import LIND, TEXT, two_voices

SENTENCE = "word " * 60 + "end."
LONG = Article(" ".join([SENTENCE] * 40))


def sentences(count: int) -> tuple[Quote, ...]:
    return tuple(quote_sentence(LONG, Span(n * 305, n * 305 + 304)) for n in range(count))


@pytest.mark.parametrize("compose", [compose_summary, lambda base: compose_whosaid(compose_digest(base))])
def test_cards_and_terminal_show_the_same_words(compose: Callable[[Reading], Document]) -> None:
    document = compose(two_voices())
    (card,) = render_cards(document)
    on_card, printed = plain("\n".join(card.texts)), show(Screen(), document)
    quotes = [block for block in document.blocks if isinstance(block, Quote)]
    assert quotes
    for quote in quotes:
        words = quote.words(600, str)
        assert words in on_card
        assert words in printed


def test_words_of_another_article_are_refused_everywhere() -> None:
    columns = compose_columns(compose_two_sides(two_voices()))
    whosaid = compose_whosaid(compose_digest(two_voices()))
    first = next(block for block in whosaid.blocks if isinstance(block, Quote))
    other = Article(TEXT.replace("the door is open", "the door is shut"))
    stolen = replace(first, articles=(other,))
    document = replace(whosaid, blocks=(stolen,))
    for render in (
        render_cards,
        partial(show, Screen()),
        partial(show, Screen(80)),
        partial(render_markdown, limit=600),
    ):
        with pytest.raises(NotVerbatimError):
            render(document)
    (block,) = (block for block in columns.blocks if isinstance(block, Columns))
    forged = replace(block, rows=tuple(replace(row, a=(stolen,)) for row in block.rows))
    with pytest.raises(NotVerbatimError):
        compose_sides_drawings(replace(columns, blocks=(forged,)))


def test_one_page_leaves_out_lines_of_ours_before_words_of_an_article() -> None:
    ours = Text(tuple((f"line {n} {'x' * 500}",) for n in range(6)))
    document = Document(("Title",), (*sentences(5), ours), one_page=True)
    (card,) = render_cards(document)
    assert all(SENTENCE in plain(block) for block in card.blocks[:1])
    assert "line 0" in card.blocks[-1]
    assert "line 5" not in card.blocks[-1]
    assert sum(map(units, card.texts)) <= TEXT_LIMIT


def test_one_page_shows_less_of_each_quote_before_it_shows_fewer() -> None:
    (card,) = render_cards(Document(("Title",), sentences(20), one_page=True))
    assert card.blocks[0].count("\n\n") == 19
    assert "…" in card.blocks[0]


def test_a_speaker_is_named_again_on_the_next_page() -> None:
    speaker = Speaker((StrangerText(LIND.name),), articles=(Article(TEXT, LIND.name),))
    turn = ComponentAction(Action.STATEMENTS, "0" * 20)
    pages = render_cards(Document(("Title",), (speaker, *sentences(30)), turn=turn))
    assert len(pages) > 1
    assert all(page.blocks[0].startswith("**Ada Lind**\n> word") for page in pages)
    assert [button.label for button in pages[0].buttons] == ["Next ›"]


def test_a_section_that_fits_a_page_is_not_torn() -> None:
    heads = [Heading((f"Story {n}",), ((f"fact {n}",),), again=(f"Story {n} again",)) for n in range(4)]
    blocks: list[Block] = []
    for head in heads:
        blocks += (head, *sentences(6))
    pages = render_cards(Document(("Title",), tuple(blocks), whole=True))
    assert [page.blocks[0].partition("\n")[0] for page in pages] == [f"**Story {n}**" for n in (0, 1, 2, 3)][
        : len(pages)
    ]
    assert pages[0].footer == f"Part 1 of {len(pages)}"
    assert pages[1].header.endswith("continued")
    (long,) = (Document(("Title",), (heads[0], *sentences(20)), whole=True),)
    assert render_cards(long)[1].blocks[0].startswith("-# Story 0 again\n\n> word")


def test_an_outlet_is_written_for_where_it_stands() -> None:
    article = Article(TEXT, url="https://www.news.example/a", outlet=Outlet("The *News*", state="state-funded"))
    part = OutletPart(article, (Article(TEXT, url="https://news.example/b"),))
    assert markdown_of((part,)) == (
        "[The \\*News\\*](<https://www.news.example/a>) [2](<https://news.example/b>) (news.example, state-funded)"
    )
    assert markdown_of((replace(part, longest=10, others=()),)) == "The \\*News\\* (news.example, state-funded)"
    assert show(Screen(), Document((part,), ())) == "The *News* (state-funded)\n"
    assert markdown_of((OutletPart(Article(TEXT, url="https://news.example/b")),)) == (
        "[news.example](<https://news.example/b>)"
    )
