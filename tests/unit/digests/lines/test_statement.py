"""One statement as a line: as on its article's page, with what is around it, or as a whole sentence."""

from dataclasses import replace

import pytest

from bot.digests.lines.choice import find_candidates
from bot.digests.lines.features import Describer
from bot.digests.lines.model import load_model
from bot.digests.lines.page import Page
from bot.digests.lines.statement import AROUND, StatementLine, without_repeated, word_statement
from bot.digests.lines.wording import find_wordings
from bot.domain.analysis import Reading
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from tests.unit.digests.lines.marked import read_marked

VENN, DAHL = Speaker("Orla Venn"), Speaker("Tam Dahl")


def _words(reading: Reading, line: StatementLine) -> str:
    return " … ".join(piece.of(reading.article.text) for piece in line.pieces)


def _word(marked: str, *, after: str = "", about: tuple[tuple[str, ...], ...] = ()) -> str:
    reading = read_marked(marked, after=after)
    [said] = reading.analysis.attributions
    return _words(reading, word_statement(reading.article.text, said, (), language="en", about=about))


def _say(text: str, speaker: Speaker, cue: str, words: str, act: Act = Act.SAYS) -> Attribution:
    start = text.index(words)
    verb = text.rindex(cue, 0, start)
    source = Span(text.rindex(speaker.name, 0, start), text.rindex(speaker.name, 0, start) + len(speaker.name))
    content = (Span(start, start + len(words)),)
    return Attribution(content, source, Span(verb, verb + len(cue)), Kind.INDIRECT, act, speaker, None, 0.95)


def test_what_was_done_to_say_it_stands_before_an_infinitive() -> None:
    marked = "{Orla Venn} took the floor [to insist] that <the harbour stay open to every ship>."
    assert _word(marked) == "took the floor to insist that the harbour stay open to every ship"


def test_it_is_worded_as_on_its_articles_page() -> None:
    text = (
        "Quarrel over the strait\n\nOrla Venn said that Norway would send three ships, and urged Iceland to talk. "
        "Tam Dahl denied that Iceland had laid any mines.\n\nLater, Orla Venn warned that the harbour would be shut."
    )
    said = (
        _say(text, VENN, "said", "Norway would send three ships"),
        _say(text, VENN, "urged", "Iceland to talk", Act.URGES),
        _say(text, DAHL, "denied", "Iceland had laid any mines", Act.DENIES),
        _say(text, VENN, "warned", "the harbour would be shut", Act.WARNS),
    )
    page = Page(_reading(text, said))
    on_page = {one.place: one.wording.pieces for one in find_candidates(Describer(page), load_model())}
    assert {place: word_statement(text, one, said, language="en").pieces for place, one in enumerate(said)} == on_page


def _reading(text: str, said: tuple[Attribution, ...]) -> Reading:
    reading = read_marked("<x>", after=text[1:])
    article = replace(reading.article, text=text)
    return Reading("", article, replace(reading.analysis, text_sha256=article.text_sha256, attributions=said))


def test_it_does_not_run_into_what_is_not_known() -> None:
    text = "Orla Venn said Norway wants the islands back by spring, while Tam Dahl said Iceland would keep them."
    mine = _say(text, VENN, "said", "Norway wants the islands back by spring")
    other = _say(text, DAHL, "said", "Iceland would keep them")
    for others in (None, (mine, other)):
        line = word_statement(text, mine, others, language="en")
        assert " … ".join(piece.of(text) for piece in line.pieces) == "said Norway wants the islands back by spring"


def test_a_statement_in_two_pieces_is_printed_to_its_end() -> None:
    marked = "{Orla Venn} [denied] that <talks on the bridge> with Iceland <had failed>."
    assert _word(marked) == "denied that talks on the bridge with Iceland had failed"


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ("A day passed. <The raid> [was condemned by] {Oslo}. Rain fell.", "The raid was condemned by Oslo."),
        ("{Oslo} [denied] <it>.", "Oslo denied it."),
        ("The dam, which {Oslo} [blamed on] <Bergen>, broke.", "The dam, which Oslo blamed on Bergen, broke."),
    ],
)
def test_where_no_wording_is_safe_the_sentence_is_printed(marked: str, sentence: str) -> None:
    reading = read_marked(marked)
    [said] = reading.analysis.attributions
    line = word_statement(reading.article.text, said, (), language="en")
    assert (_words(reading, line), line.whole) == (sentence, True)


def test_of_a_speech_the_part_about_it_is_printed() -> None:
    speech = " ".join(f"Norway will send ship number {n} to the strait before the summer ends." for n in range(20))
    marked = f"{{ORLA VENN}}[:] <{speech} The herring must be left alone until the ice has gone. {speech}>"
    assert "The herring must be left alone until the ice has gone" in _word(marked, about=(("herring", "herrings"),))
    assert _word(marked).startswith("Norway will send ship number 0")


def test_only_the_paragraphs_around_it_are_read() -> None:
    far = "Rain fell on the harbour of Bergen all day long. " * 200
    marked = "{Orla Venn} did not [say] <whether the port would reopen this year>."
    alone = _word(marked)
    assert alone == "did not say whether the port would reopen this year"
    assert _word(f"{far}\n\n{marked}\n\n", after=far) == alone
    assert _word(f"{far}{marked} ", after=far) == alone, f"a paragraph longer than {AROUND} characters"


def test_another_language_has_its_own_wording() -> None:
    text = "Le ministre Jean Brod a déclaré que le port resterait fermé jusqu’au printemps."
    content = Span(text.index("le port"), len(text) - 1)
    cue = Span(text.index("a déclaré"), text.index("a déclaré") + len("a déclaré"))
    said = Attribution((content,), Span(12, 21), cue, Kind.INDIRECT, Act.SAYS, Speaker("Jean Brod"))
    line = word_statement(text, said, (), language="fr")
    assert line.pieces[0].of(text) == "a déclaré que le port resterait fermé jusqu’au printemps"


def test_what_another_line_of_the_speaker_holds_is_not_repeated() -> None:
    said = read_marked("{Orla Venn} [said] <the port is shut>.").analysis.attributions[0]
    long, short, apart = (StatementLine((span,)) for span in (Span(0, 40), Span(20, 40), Span(50, 60)))
    other = replace(said, speaker=DAHL)
    assert without_repeated([("a", said, short), ("a", said, long), ("a", said, apart)]) == (1, 2)
    assert without_repeated([("a", said, long), ("a", said, long)]) == (0,)
    assert without_repeated([("a", other, short), ("a", said, long), ("b", said, short)]) == (0, 1, 2)


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        (
            "While {Orla Venn} [disputes] <that old and bitter claim>, she has agreed that the port be opened.",
            "disputes that old and bitter claim",
        ),
        (
            "{Orla Venn} [hailed] <the new harbour treaty>, but it is likely to face strong headwinds.",
            "hailed the new harbour treaty",
        ),
        (
            "{Orla Venn} left, [warning] <crews to stay inside or risk their lives>.",
            "left, warning crews to stay inside or risk their lives",
        ),
        (
            "{Orla Venn} left, [warning] <the crews would stay inside for a week>.",
            "the crews would stay inside for a week",
        ),
    ],
)
def test_a_line_ends_with_its_own_clause_and_keeps_a_verb_that_it_needs(marked: str, line: str) -> None:
    assert _word(marked) == line


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        (
            "{Orla Venn} [stressed] <the importance of the harbour>, as she has done since the flood of last spring.",
            "stressed the importance of the harbour",
        ),
        (
            "{Orla Venn} [defended] <her decision not to call a strike>, in contrast to the one of last winter.",
            "defended her decision not to call a strike",
        ),
        (
            "{Orla Venn} [defended] <the old harbour treaty> - but suspicions that it failed led to new talks.",
            "defended the old harbour treaty",
        ),
        (
            "{Orla Venn} [promised] <new harbour rules for ships>, and Rep. Tam Dahl, a critic, spoke of the fleet.",
            "promised new harbour rules for ships",
        ),
        (
            "{Orla Venn} came to the port, [explaining] <exactly how the new rules would keep ships apart>.",
            "came to the port, explaining exactly how the new rules would keep ships apart",
        ),
        (
            "{Orla Venn} [said] on Sunday - one of many talks she gave - <that the harbour is open to ships>.",
            "said on Sunday … that the harbour is open to ships",
        ),
        (
            "{Orla Venn} will meet them privately, [saying] <“there is a wide range of talks,”> a paper wrote.",
            "“there is a wide range of talks,”",
        ),
        ("But <the harbour is expected to stay shut>, {Orla Venn} [said].", "the harbour is expected to stay shut"),
        ("<However, the harbour will stay shut>, {Orla Venn} [said].", "the harbour will stay shut"),
    ],
)
def test_a_line_leaves_out_what_the_reporter_adds(marked: str, line: str) -> None:
    assert _word(marked) == line


@pytest.mark.parametrize(
    "marked",
    [
        "If that is the case, {Orla Venn} [suggested] <that half of the crews would leave>.",
        "The port, when [asked] <why the crews had left>, told {Orla Venn} nothing.",
    ],
)
def test_what_is_said_only_under_a_condition_or_asked_is_no_line(marked: str) -> None:
    reading = read_marked(marked)
    said = reading.analysis.attributions[0]
    found = replace(said, source=None) if "when" in marked else said
    page = Page(replace(reading, analysis=replace(reading.analysis, attributions=(found,))))
    assert find_wordings(page, found) == []


def test_two_sentences_of_a_quotation_keep_its_marks() -> None:
    marked = "{Orla Venn} [wrote], <“The harbour is open to all ships. Nobody will be turned away by the port.”>"
    reading = read_marked(marked)
    page = Page(reading)
    shown = {
        wording.pieces[0].of(page.text) for group in find_wordings(page, page.attributions[0]) for wording in group
    }
    assert "“The harbour is open to all ships. Nobody will be turned away by the port.”" in shown
    assert "The harbour is open to all ships. Nobody will be turned away by the port" not in shown


@pytest.mark.parametrize(
    "told",
    [
        "{Orla Venn}, speaking later, [said]",
        "{Orla Venn} earlier in the day [said]",
        "Divers who think the wreck was sunk by the storms, and {Orla Venn}, [said]",
        "{Orla Venn}, whose boats were sunk by the storm, [said]",
    ],
)
def test_a_line_begins_with_its_own_verb(told: str) -> None:
    assert _word(f"{told} that <the harbour will open to every ship in May>.").startswith("said that the harbour")


def test_auxiliaries_stay_with_a_verb_that_a_phrase_parts_from_them() -> None:
    marked = "{Orla Venn} has in the past [said] <the harbour will open to every ship in May>."
    assert _word(marked).startswith("has in the past said the harbour")


@pytest.mark.parametrize(
    "joint", [", while Captain ", ", and for his part, ", " - another speaker, ", ", with one diver, "]
)
def test_a_line_does_not_end_with_who_speaks_next(joint: str) -> None:
    text = f"Orla Venn said the harbour was shut{joint}Tam Dahl, warned that the ferries to the islands are full."
    one = _say(text, VENN, "said", "the harbour was shut")
    other = _say(text, DAHL, "warned", "the ferries to the islands are full")
    line = word_statement(text, one, (one, other), language="en")
    assert " … ".join(piece.of(text) for piece in line.pieces).endswith("the harbour was shut")


@pytest.mark.parametrize(
    "tail",
    [
        ", raising fears of a long strike in the north",
        " -- marking another quarrel between the islands",
        ", reported the Harbour Post",
        ", but she has been less firm on the ferries",
    ],
)
def test_what_a_reporter_tells_of_the_words_is_none_of_them(tail: str) -> None:
    marked = f"{{Orla Venn}} [has warned] that <the harbour may have to stay shut all winter>{tail}."
    assert _word(marked).endswith("shut all winter")


def test_what_somebody_says_now_stays_beside_what_was_said_before() -> None:
    marked = "{Orla Venn} [had said] <the harbour was shut>, though she has since told us that it is open."
    assert "since told us" in _word(marked)


def test_a_line_does_not_end_with_a_preposition_before_a_comma() -> None:
    marked = "{Orla Venn} [said] <the harbour will not serve, or be the home of>, any ferry."
    assert not _word(marked).endswith("of")


def test_a_line_does_not_end_with_a_preposition() -> None:
    marked = (
        "{Orla Venn} [said] <the harbour needs the old pier, which was built to serve the ferries>, of which two run."
    )
    assert not _word(marked).endswith("of")


@pytest.mark.parametrize(
    "joint", ["And ", "So ", "Well, ", "To the contrary, ", "On the contrary – ", "Now, ", "Indeed, "]
)
def test_what_joins_a_turn_to_the_one_before_is_not_printed(joint: str) -> None:
    assert _word(f"<{joint}we will open the harbour to every ship in May>.").startswith("we will open")


@pytest.mark.parametrize("words", ["So far the harbour is open to every ship", "Nowhere else may a harbour stay open"])
def test_other_first_words_stay(words: str) -> None:
    assert _word(f"<{words}>.").startswith(words)


@pytest.mark.parametrize(
    "opening", ["At first, ", "Originally, ", "If so, ", "In 1987, ", "A year before, in May 1987 "]
)
def test_what_was_said_until_something_else_was_known_is_shown_with_its_sentence(opening: str) -> None:
    text = f"{opening}Orla Venn said the harbour would stay open"
    assert _word(f"{opening}{{Orla Venn}} [said] <the harbour would stay open>.").removesuffix(".") == text


@pytest.mark.parametrize(
    "deed", ["met the crews of the ferries on Monday,", "circulated a letter to the crews", "stepped in on Monday,"]
)
def test_what_somebody_did_saying_it_stands_before_a_participle(deed: str) -> None:
    marked = f"{{Orla Venn}} {deed} [urging] <the islands to keep the harbour open all winter>."
    assert _word(marked) == f"{deed} urging the islands to keep the harbour open all winter"


def test_a_participle_begins_its_line_if_a_verb_before_it_is_printed_by_itself() -> None:
    text = "Orla Venn praised the crews of the ferries, urging the islands to keep the harbour open all winter."
    one = _say(text, VENN, "urging", "the islands to keep the harbour open all winter", Act.URGES)
    other = _say(text, VENN, "praised", "the crews of the ferries", Act.PRAISES)
    line = word_statement(text, one, (one, other), language="en")
    assert line.pieces[0].of(text).startswith("urging")


def test_a_participle_that_opens_a_sentence_is_no_line_beside_its_main_statement() -> None:
    marked = "While [denying] that <the harbour was shut>, {Orla Venn} vowed to keep the ferries running all winter."
    reading = read_marked(marked)
    [one] = reading.analysis.attributions
    assert find_wordings(Page(reading), one)
    other = replace(_say(reading.article.text, VENN, "vowed", "to keep the ferries running"), source=one.source)
    reading = replace(reading, analysis=replace(reading.analysis, attributions=(one, other)))
    assert find_wordings(Page(reading), one) == []
    assert find_wordings(Page(reading), other)


def test_what_needs_its_verb_is_not_printed_alone() -> None:
    marked = "{Orla Venn} [voices] <deep concern about the harbours of the north and the ferries to the islands>."
    assert _word(marked).startswith("voices deep concern")
