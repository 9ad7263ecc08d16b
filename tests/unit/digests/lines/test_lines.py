"""Lines of an article: chosen, worded by slices, in order, each once."""

from dataclasses import replace
from itertools import combinations

import pytest

from bot.digests.lines.choice import compose_lines
from bot.digests.lines.weighing import FIRST_PAGE
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.line import Line
from bot.domain.text import Span
from tests.unit.digests.lines.marked import read_marked

VENN, DAHL = Speaker("Orla Venn", "Foreign Minister", "Norway"), Speaker("Tam Dahl", "Foreign Minister", "Iceland")
HEAD = "Norway and Iceland quarrel over the strait\n\n"


def _reading(text: str, *said: tuple[Speaker, str, str, Act]) -> Reading:
    found = []
    for speaker, cue, content, act in said:
        start = text.index(content)
        verb = text.rfind(cue, 0, start) if text.rfind(cue, 0, start) >= 0 else text.index(cue, start)
        kind = Kind.DIRECT if content.startswith("“") else Kind.INDIRECT
        found.append(
            Attribution(
                (Span(start, start + len(content)),), None, Span(verb, verb + len(cue)), kind, act, speaker, None, 0.95
            )
        )
    article = Article(text)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), tuple(found), "en"))


def _words(reading: Reading, line: Line) -> str:
    return " … ".join(piece.of(reading.article.text) for piece in line.pieces)


def test_a_denial_stands_after_what_it_denies() -> None:
    text = (
        f"{HEAD}Norwegian Foreign Minister Orla Venn accused Iceland of mining the northern strait on Monday. "
        "Icelandic Foreign Minister Tam Dahl denied that Iceland had mined the northern strait."
    )
    reading = _reading(
        text,
        (VENN, "accused", "Iceland of mining the northern strait on Monday", Act.ACCUSES),
        (DAHL, "denied", "Iceland had mined the northern strait", Act.DENIES),
    )
    first, second = compose_lines(reading)
    assert _words(reading, first).startswith("accused Iceland of mining the northern strait")
    assert _words(reading, second) == "denied that Iceland had mined the northern strait"
    assert (first.answers, second.answers) == (None, first.rank)


def test_a_participle_is_printed_with_its_verb() -> None:
    text = (
        f"{HEAD}Foreign Minister Orla Venn called the seizure of the ship piracy, adding that Norway would go to court."
    )
    reading = _reading(
        text,
        (VENN, "called", "the seizure of the ship piracy", Act.CONDEMNS),
        (VENN, "adding", "Norway would go to court", Act.SAYS),
    )
    [line] = compose_lines(reading)
    assert _words(reading, line) == "called the seizure of the ship piracy, adding that Norway would go to court"
    assert set(line.attributions) == {0, 1}


def test_a_line_does_not_run_into_another_speaker() -> None:
    text = f"{HEAD}Orla Venn said Norway wants the islands back by spring, while Tam Dahl said Iceland would keep them."
    reading = _reading(
        text,
        (VENN, "said", "Norway wants the islands back by spring", Act.SAYS),
        (DAHL, "said", "Iceland would keep them", Act.SAYS),
    )
    shown = {line.speaker.name: _words(reading, line) for line in compose_lines(reading) if line.speaker}
    assert "Iceland" not in shown["Orla Venn"]


@pytest.mark.parametrize("more", [", while", "; Oslo"])
def test_a_line_does_not_end_with_the_beginning_of_another_clause(more: str) -> None:
    said = f"the united harbour will stay open{more}"
    reading = _reading(f"{HEAD}Foreign Minister Orla Venn said {said}.", (VENN, "said", said, Act.SAYS))
    assert [_words(reading, line) for line in compose_lines(reading)] == ["said the united harbour will stay open"]


def test_no_headline_and_no_question_is_printed() -> None:
    text = (
        "Venn says Norway will leave the northern accord\n\nShe asked reporters: “Who would sign such a text as this?”"
    )
    reading = _reading(
        text,
        (VENN, "says", "Norway will leave the northern accord", Act.SAYS),
        (VENN, "asked", "“Who would sign such a text as this?”", Act.ASKS),
    )
    assert compose_lines(reading) == ()


def test_the_same_words_are_printed_once() -> None:
    once = "Norway will send three ships to the northern strait in May"
    text = f"{HEAD}Orla Venn said {once}. The embargo stays.\n\nLater, at a dinner in Bergen, she said {once}."
    first = _reading(text, (VENN, "said", once, Act.SAYS))
    [found] = first.analysis.attributions
    start = text.rindex(once)
    again = replace(found, content=(Span(start, start + len(once)),), cue=Span(start - 5, start - 1))
    reading = replace(first, analysis=replace(first.analysis, attributions=(found, again)))
    assert len(compose_lines(reading)) == 1


def test_of_a_speech_whole_sentences_are_printed() -> None:
    speech = " ".join(
        f"Norway will send ship number {n} to the northern strait before the summer ends." for n in range(20)
    )
    reading = read_marked(f"{{ORLA VENN}}[:] <{speech}>")
    lines = compose_lines(reading)
    assert 1 <= len(lines) <= FIRST_PAGE
    assert all(_words(reading, line).startswith("Norway") and _words(reading, line).endswith("ends") for line in lines)


@pytest.mark.parametrize("limit", [1, 3, 8])
def test_lines_are_slices_that_do_not_meet(limit: int) -> None:
    text = HEAD + " ".join(
        f"Orla Venn said Norway had sent {n} ships, as the port of Bergen{n} reported." for n in range(12)
    )
    said = [(VENN, "said", f"Norway had sent {n} ships", Act.SAYS) for n in range(12)]
    lines = compose_lines(_reading(text, *said), limit)
    assert len(lines) <= limit
    assert [line.rank for line in lines] == list(range(1, len(lines) + 1))
    pieces = [piece for line in lines for piece in line.pieces]
    assert not any(a.overlaps(b) for a, b in combinations(pieces, 2))


def test_nobody_said_anything() -> None:
    assert compose_lines(_reading("A quiet day in Bergen.")) == ()


FAR = (
    "Norwegian Foreign Minister Orla Venn said the northern strait would be open to all ships on Monday. {}"
    "Icelandic Foreign Minister Tam Dahl denied that {} had mined the northern strait."
)


@pytest.mark.parametrize(
    ("denied", "between", "answers"), [("Iceland", 0, True), ("Iceland", 5, False), ("Norway", 5, True)]
)
def test_a_denial_far_away_answers_only_who_names_the_denier(denied: str, between: int, answers: bool) -> None:
    said = "the northern strait would be open to all ships on Monday"
    text = HEAD + FAR.format("It rained for hours in both capitals. " * between, denied)
    if denied == "Norway":  # the statement names the denier
        text = text.replace("the northern strait would be open", "the northern strait that Iceland mined would be open")
        said = "the northern strait that Iceland mined would be open to all ships on Monday"
    reading = _reading(
        text, (VENN, "said", said, Act.SAYS), (DAHL, "denied", f"{denied} had mined the northern strait", Act.DENIES)
    )
    denial = next(line for line in compose_lines(reading) if line.speaker == DAHL)
    assert (denial.answers is not None) == answers


@pytest.mark.parametrize(
    ("denied", "answers"),
    [
        ("that allegation about sailors in a long talk with ministers on two continents", True),
        ("that sailors talk for long with ministers on two continents", False),
    ],
)
def test_that_points_back_only_before_a_noun_of_saying(denied: str, answers: bool) -> None:
    said = "Iceland had opened fire on two trawlers and taken eleven sailors of both ships to an unknown port"
    text = (
        HEAD + f"Norwegian Foreign Minister Orla Venn said {said}. Icelandic Foreign Minister Tam Dahl denied {denied}."
    )
    reading = _reading(text, (VENN, "said", said, Act.SAYS), (DAHL, "denied", denied, Act.DENIES))
    denial = next(line for line in compose_lines(reading) if line.speaker == DAHL)
    assert (denial.answers is not None) == answers


def test_a_denial_far_away_that_shares_one_word_answers_nothing() -> None:
    said = "Norway would give Iceland maps and logs and charts of every reef before both fleets sail north in spring"
    denied = "that Iceland asked for charts"
    far = "It rained for hours in both capitals. " * 5
    text = (
        HEAD
        + f"Norwegian Foreign Minister Orla Venn said {said}. {far}Icelandic Foreign Minister Tam Dahl denied {denied}."
    )
    reading = _reading(text, (VENN, "said", said, Act.SAYS), (DAHL, "denied", denied, Act.DENIES))
    assert next(line for line in compose_lines(reading) if line.speaker == DAHL).answers is None


def test_a_refusal_to_do_something_answers_nobody() -> None:
    text = (
        f"{HEAD}Foreign Minister Orla Venn said Norway will send no ships to clear the northern strait of mines. "
        "Foreign Minister Tam Dahl has refused to clear the northern strait of mines with ships of Iceland."
    )
    reading = _reading(
        text,
        (VENN, "said", "Norway will send no ships to clear the northern strait of mines", Act.SAYS),
        (DAHL, "has refused", "to clear the northern strait of mines with ships of Iceland", Act.REJECTS),
    )
    assert [line.answers for line in compose_lines(reading)] == [None, None]
