"""What a search and an alert show of a statement: it reads on from the name, and never tells another thing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.digests.lines.statement import StatementLine
from bot.digests.watch_matching import WatchedArticle
from bot.domain.analysis import Reading
from bot.domain.line import LineReference
from bot.domain.statement_search import FoundStatement, FoundStatements, StatementQuery
from bot.domain.text import Span
from bot.domain.watch import Interest, Watch
from bot.errors import NotVerbatimError
from bot.i18n.messages import translate
from bot.render.cards.search_cards import compose_search_page
from bot.render.cards.watch_cards import AlertEvent, render_alert
from bot.render.document_cards import render_cards
from bot.render.statement_lines import quote_line, quote_reference
from bot.render.statements import source_of
from bot.services.statement_search import SearchPage
from tests.unit.digests.lines.marked import read_marked
from tests.unit.digests.quarrel import as_line, trawler

NETS = trawler()[0]
SAID, ADDED, DEMANDED = sorted(NETS.analysis.attributions, key=lambda one: one.span)
AT = datetime(2026, 3, 14, tzinfo=UTC)
NAME = "Orla Venn"
SENTENCES = [
    (
        "{Oslo} [had not announced] <any plans to remove the troops>.",
        "had not announced any plans to remove the troops",
    ),
    (
        "{Oslo} had not, as of Friday, [announced] <any plans to remove the troops>.",
        "had not, as of Friday, announced any plans to remove the troops",
    ),
    ("{Oslo} did not [say] <whether the port would reopen>.", "did not say whether the port would reopen"),
    ("{Oslo} [refused to say] <whether the port would reopen>.", "refused to say whether the port would reopen"),
    ("{Oslo} [stopped short of calling] <the raid an act of war>.", "stopped short of calling the raid an act of war"),
    (
        "{Oslo} [has yet to respond to] <the allegation that it lied>.",
        "has yet to respond to the allegation that it lied",
    ),
    ("{Oslo} never [promised] <that the treaty would be signed>.", "never promised that the treaty would be signed"),
    ("{Oslo} did not [deny] <that it had sent arms>.", "did not deny that it had sent arms"),
    ("{Oslo} [denied] <that it had sent arms>.", "denied that it had sent arms"),
    ("{Oslo} [rejected as false] <a report that it would leave>.", "rejected as false a report that it would leave"),
    ("{Oslo} [failed to condemn] <the attack on the embassy>.", "failed to condemn the attack on the embassy"),
    ("{Neither Oslo nor Bergen} [has confirmed] <the arrest of the captain>.", None),
    ("{Nobody in Oslo} [has called for] <a boycott of the games>.", None),
    ("{Few ministers} [support] <the plan to close the border>.", None),
    ("<The strike> [was condemned by] {Oslo} <as a breach of the truce>.", None),
    ("<Responsibility for the blast> [was claimed by] {the Northern Front}.", None),
    ("<The plan to close the border> [is opposed by] {Oslo}.", None),
    ("The dam, which {Oslo} [blamed on] <negligence in Bergen>, broke in March.", None),
    ("<The fleet had left its base>, which {Oslo} [denied].", None),
    ("If Iceland pays, {Oslo} [said], <the harbour will open>.", None),
    ("If Iceland pays, {Oslo} [said], <“we will open the harbour.”>", None),
    ("It is not true, {Oslo} [said], <that it armed the rebels>.", None),
    ("Not once did {Oslo} [mention] <the missing fishermen in May>.", None),
    (
        "{Oslo} [said] <it would sign> unless the text was changed.",
        "said it would sign unless the text was changed",
    ),
    ("If the fleet sails, <Oslo will answer>, {Oslo} [warned].", "If the fleet sails, Oslo will answer"),
    (
        "{Oslo} [would support] <a truce if the captains were freed>.",
        "would support a truce if the captains were freed",
    ),
    (
        "{Oslo} [noted] <the envoy's statement that nobody had been hurt>.",
        "noted the envoy's statement that nobody had been hurt",
    ),
    ("{Oslo} [denied] <saying that the treaty was dead>.", "denied saying that the treaty was dead"),
    ("{Oslo} [said] <Iceland had not denied the raid>.", "said Iceland had not denied the raid"),
    ("{Oslo} did not [call] <the seizure “an act of war.”>", "did not call the seizure “an act of war.”"),
]
"""Each with what is shown under the speaker's name; None for the whole sentence."""
LABELS = ("quoted", "negated", "conditional")


def _search(reading: Reading) -> str:
    [said] = reading.analysis.attributions
    found = FoundStatement(1, reading.id, said, reading.article, AT, 1, language="en", beside=())
    page = SearchPage(StatementQuery(who=NAME), FoundStatements((found,), total=1))
    [card] = render_cards(compose_search_page(page))
    return "\n".join(card.texts)


def _alert(reading: Reading) -> str:
    interest = Interest(NAME)
    watch = Watch(1, 1, "discord:1", interest, "dm:1", AT)
    [match] = WatchedArticle(reading).find(interest)
    return "\n".join(render_alert([AlertEvent(watch, reading, match, ())], "0" * 20).texts)


@pytest.mark.parametrize(("marked", "line"), SENTENCES)
def test_a_statement_alone_is_never_turned_round(marked: str, line: str | None) -> None:
    reading = read_marked(marked)
    shown = [_search(reading)]
    if WatchedArticle(reading).find(Interest(NAME)):
        shown.append(_alert(reading))
    for text in shown:
        assert f"**{NAME}**" in text
        assert f"\n> {line or reading.article.text}" in text
        assert ("the article’s sentence" in text) == (line is None)
        assert not any(label in text for label in LABELS)


def test_most_are_tried_in_an_alert_too() -> None:
    assert sum(bool(WatchedArticle(read_marked(marked)).find(Interest(NAME))) for marked, _ in SENTENCES) >= 20


def test_words_that_no_article_has_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.statement_lines.write_pieces", lambda *_: "“I never said this”")
    reading = read_marked(SENTENCES[0][0])
    with pytest.raises(NotVerbatimError):
        _search(reading)
    with pytest.raises(NotVerbatimError):
        _alert(reading)


def test_words_with_neither_verb_nor_marks_are_reported_and_a_second_hand_is_named() -> None:
    reading = read_marked("<The fleet never left its base>, {Oslo} [said].")
    assert "reported\n> The fleet never left its base" in _search(reading)


def from_verb(line: LineReference) -> LineReference:
    """``line`` from its verb."""
    cue = line.statement.cue
    assert cue is not None
    return replace(line, line=replace(line.line, pieces=(Span(cue.start, line.line.pieces[-1].end),)))


def test_a_line_of_a_story_needs_no_label_from_its_verb() -> None:
    quote = quote_reference(from_verb(as_line(NETS, DEMANDED)))
    assert quote.words(400, str) == "demanded a joint inspection of the cargo hold"
    assert quote.notes == ()
    assert quote.articles == (NETS.article,)


def test_a_line_of_a_story_without_verb_and_marks_is_reported() -> None:
    assert quote_reference(as_line(NETS, SAID)).notes == ((translate("whosaid-reported"),),)
    assert quote_reference(as_line(NETS, ADDED)).notes == (), "the article's marks tell that it is quoted"


def test_who_passes_a_line_on_is_told_after_other_notes() -> None:
    line = from_verb(as_line(NETS, DEMANDED))
    quote = quote_reference(replace(line, line=replace(line.line, relayed_by="the daily")), ("first",))
    assert quote.notes[0] == ("first",)
    assert len(quote.notes) == 2


def test_a_verb_between_two_pieces_is_not_shown() -> None:
    """Direct speech of a transcript then has our marks, and reported speech says that it is."""
    reading = read_marked("<The fleet left>, {Oslo} [said], <and the port shut>.")
    [said] = reading.analysis.attributions
    assert quote_line(reading.article, said, StatementLine(said.content)).notes == ((translate("whosaid-reported"),),)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("<“Steel does not hurry,”> {Ravn} [said].", "“Steel does not hurry”"),
        ('<"Steel does not hurry,"> {Ravn} [said].', '"Steel does not hurry"'),
        ("<“A tide,”> {Ravn} [noted], <“comes in twice a day.”>", "“A tide” … “comes in twice a day.”"),
        ("{Ravn} [said] <“steel, brick,” and glass>.", "“steel, brick,” and glass"),
        (
            '<"They ask, \'How much?\' "> {Ravn} [said], <"and nobody pays.">',
            '"They ask, \'How much?\' " … "and nobody pays."',
        ),
    ],
)
def test_the_comma_before_who_said_it_is_not_printed(marked: str, shown: str) -> None:
    reading = read_marked(marked)
    [said] = reading.analysis.attributions
    assert quote_line(reading.article, said, StatementLine(said.content)).words(200, str) == shown


@pytest.mark.parametrize(("source", "language", "shown"), [("quien", "es", False), ("la ministra", "es", True)])
def test_a_pronoun_is_no_heading_for_whom_nobody_is_known(source: str, language: str, *, shown: bool) -> None:
    text = f"Cerramos hoy, dijo {source}."
    article = replace(NETS.article, text=text)
    said = replace(SAID, speaker=None, source=Span(text.index(source), text.index(source) + len(source)))
    assert bool(source_of(article, said, language)) is shown
