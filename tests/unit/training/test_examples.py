"""What the network is trained on, made from an invented text."""

import numpy as np
import pytest
from tokenizers import Tokenizer

from bot.nlp.tagger.model import DEFAULT_FOLDER
from bot.nlp.tagger.windows import WindowLimits
from training.documents import Document, Gold, Pair
from training.examples import ALONE, IGNORED, NAMED, NOT_TOLD, Examples, Sizes, make_examples

TEXT = "Daria Quill said the port was open and warned of storms. Perhaps it hoped for more. Selm plans a pier."


def at(part: str) -> Pair:
    return TEXT.index(part), TEXT.index(part) + len(part)


SAID = Gold(at("Daria Quill"), at("said"), (at("the port was open"),), "statement")
WARNED = Gold(None, at("warned of"), (at("storms"),), "statement")
HOPED = Gold(at("it"), at("hoped for"), (at("more"),), "attitude", optional=True)
PLANS = Gold(at("Selm"), at("plans"), (at("a pier"),))


@pytest.fixture(scope="module", name="tokenizer")
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(DEFAULT_FOLDER / "tokenizer.json"))


def examples(tokenizer: Tokenizer, document: Document) -> Examples:
    return make_examples([document], tokenizer, WindowLimits(), Sizes(width=64, cues=4, contents=4), weak_weight=0.1)


def document(gold: tuple[Gold, ...] | None, **more: object) -> Document:
    return Document("one", "own", "train", TEXT, gold, **more)  # type: ignore[arg-type] # test data


def label_row(made: Examples) -> list[int]:
    row: list[int] = made.labels[0][made.place[0] > 0].tolist()
    return row


def test_labels_of_required_optional_and_rejected_attributions(tokenizer: Tokenizer) -> None:
    made = examples(tokenizer, document((SAID, WARNED, HOPED), rejected=(PLANS,)))
    words = TEXT.replace(".", " .").split()
    labels = dict(zip(words, label_row(made), strict=True))
    assert [labels[w] for w in ("Daria", "Quill", "said", "the", "port", "and", "warned", "of")] == [
        1,
        2,
        3,
        5,
        6,
        0,
        3,
        4,
    ]
    assert {labels[w] for w in ("it", "hoped", "for", "more", "Selm", "plans", "a", "pier")} == {IGNORED}


def test_links_and_statements(tokenizer: Tokenizer) -> None:
    made = examples(tokenizer, document((SAID, WARNED, HOPED), rejected=(PLANS,)))
    assert made.cues[0].any(-1).tolist() == [True, True, True, False]
    assert made.source_state[0].tolist() == [NAMED, ALONE, NOT_TOLD, NOT_TOLD]
    assert made.statement[0].tolist() == [1, 1, 0, -1]
    assert made.cue_of[0].tolist() == [0, 1, IGNORED, IGNORED]
    assert made.sources[0, 0].sum() == 2
    assert made.pieces[0][np.flatnonzero(made.contents[0, 1])[0]] == tokenizer.token_to_id("storms")


def test_polnear_tells_statements_by_the_verb_only(tokenizer: Tokenizer) -> None:
    said, plans = Gold(SAID.source, SAID.cue, SAID.content), PLANS
    made = examples(tokenizer, Document("one", "polnear", "train", TEXT, (said, plans)))
    assert made.statement[0, :2].tolist() == [1, 0]
    assert made.statement_weight[0, :2].tolist() == pytest.approx([0.1, 0.1])


def test_what_teachers_found_serves_the_links_and_not_the_labels(tokenizer: Tokenizer) -> None:
    made = examples(tokenizer, Document("one", "unlabelled", "train", TEXT, (PLANS,)))
    assert set(label_row(made)) == {IGNORED}
    assert made.cues[0].any(-1).sum() == 1


def test_entities(tokenizer: Tokenizer) -> None:
    start, end = at("Daria Quill")
    made = examples(tokenizer, document((), entities=((start, end, "PERSON"),)))
    assert made.entities[0][made.place[0] > 0][:3].tolist() == [1, 2, 0]
    assert (examples(tokenizer, document(())).entities == IGNORED).all()


def test_a_cue_asks_for_every_naming_of_its_speaker_in_the_window(tokenizer: Tokenizer) -> None:
    text = "Daria Quill came. “It is open,” she said. Quill left; Mr Quillon stayed."
    start = text.index("It is open")
    gold = Gold(None, None, ((start, start + 10),), "statement", speakers=("Daria Quill", "Quill"))
    spoken = Gold((32, 35), (36, 40), ((start, start + 10),), "statement", optional=True, speakers=("Ana Venn",))
    nobody = Gold(None, (36, 40), ((start, start + 10),))
    made = examples(tokenizer, Document("one", "own", "train", text, (gold, spoken, nobody)))
    places = np.flatnonzero(made.place[0] > 0)
    words = text.replace(",”", " ,”").replace("“", "“ ").replace(".", " .").replace(";", " ;").replace(",", ",").split()
    named = [number for number, at in enumerate(places) if made.speakers[0, 0, at]]
    assert [made.speaker_state[0, n] for n in range(3)] == [NAMED, ALONE, NOT_TOLD]
    assert len(named) == 3
    assert words[named[0]] == "Daria"
    assert made.askers[0, 0].sum() == 3  # a statement without cue asks by its first words
