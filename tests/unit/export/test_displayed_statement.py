"""What a page shows of a statement: every quotation is the article's, and marks stand around direct speech alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from bot.archive.export_queries import ExportedSpeaker
from bot.domain.analysis import Reading
from bot.domain.attribution import Kind, Speaker
from bot.errors import NotVerbatimError
from bot.export.displayed_statement import UNRESOLVED, UNTITLED, ContextPiece, show, show_source, unmarked
from bot.export.statement import ExportedStatement
from bot.nlp.sentences import find_sentences
from bot.render.quotations import ELLIPSIS, find_quotations
from tests.unit.archive.invented import readings
from tests.unit.export.invented import BRIDGE, BROD, TEXT, reading, said

AT = datetime(2021, 3, 1, 8, 30, tzinfo=UTC)
SENTENCES = find_sentences(TEXT)


def statements(of: Reading = BRIDGE) -> list[ExportedStatement]:
    return [
        ExportedStatement(n, of, one, AT, (ExportedSpeaker("k", "K"),))
        for n, one in enumerate(of.analysis.attributions)
    ]


def test_the_statements_of_an_article() -> None:
    direct, denied, mixed, attitude, _ = (show(one, SENTENCES) for one in statements())
    assert (direct.words, direct.note) == ("said: “The bridge stays open.”", "")
    assert (denied.words, denied.note) == ("denied that talks on the bridge with Iceland had failed", "")
    assert (mixed.words, mixed.note, mixed.relayed_by) == ("called the bridge “a toy”", "", "Jon Ry")
    assert (direct.name, direct.role, direct.country) == ("Ana Brod", "Foreign Minister", "Norway")
    assert attitude.name == "Officials"


def test_the_sentence_around_a_statement() -> None:
    denied = show(statements()[1], SENTENCES)
    assert denied.context == (
        ContextPiece("She denied that ", said=False),
        ContextPiece("talks on the bridge", said=True),
        ContextPiece(" with Iceland ", said=False),
        ContextPiece("had failed", said=True),
        ContextPiece(".", said=False),
    )
    alone = reading(TEXT, said(TEXT, "Officials hope for rain."))
    assert show(statements(alone)[0], SENTENCES).context == ()


def test_nobody_named() -> None:
    nobody = reading(TEXT, said(TEXT, "the bridge"))
    assert show(statements(nobody)[0], SENTENCES).name == UNRESOLVED


def test_direct_speech_without_marks_gets_ours_and_reported_speech_none() -> None:
    text = "BROD: The bridge stays open. I know."
    turn = reading(text, said(text, "The bridge stays open.", speaker=BROD, kind=Kind.DIRECT))
    assert show(statements(turn)[0], find_sentences(text)).words == "“The bridge stays open”"
    told = reading(text, said(text, "The bridge stays open.", speaker=BROD))
    shown = show(statements(told)[0], find_sentences(text))
    assert (shown.words, shown.note) == ("The bridge stays open", "reported")


@given(readings())
def test_every_quotation_is_the_articles(one: Reading) -> None:
    article, sentences = one.article, find_sentences(one.article.text)
    for statement in statements(one):
        shown = show(statement, sentences)
        context = "".join(piece.words for piece in shown.context)
        for quotation in [*find_quotations(shown.words), *find_quotations(context)]:
            assert quotation in article.text
        if statement.attribution.kind is not Kind.DIRECT:
            marks = sum(shown.words.count(mark) for mark in "“”")
            assert not marks or any(mark in article.text for mark in '“”„"«»')
        for piece in shown.context:
            assert not piece.said or piece.words in article.text
        for name in (shown.name, shown.role, shown.country, shown.relayed_by):
            assert not list(find_quotations(name))


@given(readings())
def test_a_source_shows_no_made_up_quotation_and_no_strange_address(one: Reading) -> None:
    try:
        source = show_source(one.article, one.id, AT)
    except NotVerbatimError:
        return
    for quotation in find_quotations(source.title):
        assert quotation in (one.article.title or "") or quotation in one.article.text
    assert source.url is None or source.url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//press.example",
        "https://a@b.example",
        "file:///etc",
        " ",
        "http://",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    source = show_source(replace(BRIDGE.article, url=url), BRIDGE.id, AT)
    assert (source.url, source.host) == (None, "")


def test_untitled_and_undated() -> None:
    source = show_source(replace(BRIDGE.article, title=" ", published_at=None, outlet=None), BRIDGE.id, AT)
    assert (source.title, source.published, source.outlet) == (UNTITLED, False, "")


def test_names_lose_their_marks() -> None:
    assert unmarked('William "Bill"\nBrod') == "William Bill Brod"
    assert unmarked("Steinsdóttir's office") == "Steinsdóttir's office"
    assert unmarked("O’Brod") == "O’Brod"
    assert unmarked("a" * 300) == "a" * 120 + f" {ELLIPSIS}"
    quoted = reading(TEXT, said(TEXT, "the bridge", speaker=Speaker("The “Iron” Brod")))
    assert show(statements(quoted)[0], SENTENCES).name == "The Iron Brod"
