"""Around a statement: its sentence, what its words point back to, and what it answers."""

import pytest

from bot.digests.statement_context import SPEECH, find_context
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

RAID = "The raid cost nine lives. Rain fell. Oslo armed the rebels, a paper said. "


def _context(text: str, words: str, act: Act = Act.SAYS) -> str:
    start = text.index(words)
    said = Attribution((Span(start, start + len(words)),), None, None, Kind.INDIRECT, act, Speaker("Orla Venn"))
    return " / ".join(span.of(text) for span in find_context(text, said))


def test_the_sentence_that_holds_it_belongs_to_it() -> None:
    text = "Rain fell. Asked about Dahl, Venn “explained the law at length.” Then she left."
    assert _context(text, "“explained the law at length.”") == "Asked about Dahl, Venn “explained the law at length.”"


@pytest.mark.parametrize("words", ["it", "the attack", "this", "such talk"])
def test_words_that_point_back_take_the_sentence_before(words: str) -> None:
    text = f"Rain fell. Nine died in the raid on Bergen. Venn condemned {words}."
    assert _context(text, words, Act.CONDEMNS) == f"Nine died in the raid on Bergen. Venn condemned {words}."


def test_words_that_tell_do_not() -> None:
    text = "Nine died in the raid. Venn condemned the raid on the village of Bergen."
    assert _context(text, "the raid on the village of Bergen") == text.partition(". ")[2]


def test_a_denial_takes_what_it_may_answer() -> None:
    text = f"{RAID}Venn dismissed the claim as groundless. Snow fell."
    assert _context(text, "the claim as groundless", Act.REJECTS) == text.removesuffix(" Snow fell.")
    long = "that Norway had ever armed the rebels in the northern hills or would arm them now"
    assert _context(f"{RAID}Venn denied {long}.", long, Act.DENIES) == (
        f"Oslo armed the rebels, a paper said. Venn denied {long}."
    )


def test_what_opens_its_paragraph_answers_the_one_before() -> None:
    text = f"Snow fell.\n\n{RAID.rstrip()}\n\nVenn denied it."
    assert _context(text, "it", Act.DENIES) == "Oslo armed the rebels, a paper said. / Venn denied it."
    assert _context("Venn denied it.", "it", Act.DENIES) == "Venn denied it."


def test_a_speech_tells_by_itself_what_it_is_about() -> None:
    speech = "Norway will keep the strait open to all. " * (SPEECH // 40 + 1)
    text = f"ORLA VENN: {speech}\n\nShe left."
    assert _context(text, speech.rstrip()) == speech.rstrip()


def test_distant_pieces_take_their_own_sentences() -> None:
    text = "“We keep it,” Venn said. Rain fell on Bergen. “We never sold it.”"
    parts = [
        Span(text.index(words), text.index(words) + len(words)) for words in ("“We keep it,”", "“We never sold it.”")
    ]
    said = Attribution(tuple(parts), None, None, Kind.DIRECT, Act.SAYS)
    assert [span.of(text) for span in find_context(text, said)] == ["“We keep it,” Venn said.", "“We never sold it.”"]
