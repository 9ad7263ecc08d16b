"""What of a tagger's finds is held to be rejected by our annotators."""

from typing import cast

import pytest

from bot.domain.text import Span
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText
from bot.nlp.tagger.tagger import Tagger
from training.documents import Document, Gold, Pair

pytest.importorskip("torch", reason="the extra 'train' is not installed")

from training.prepare import find_rejected, with_finds

TEXT = "Quill said the port, which Marsh called old, was open. Selm plans a pier. MARSH: I hope that Selm agrees."


def at(part: str) -> Pair:
    return TEXT.index(part), TEXT.index(part) + len(part)


def link(source: str, cue: str, content: str) -> AttributionLink:
    return AttributionLink(Span(*at(source)), Span(*at(cue)), (Span(*at(content)),), 0.5, 0.5)


FINDS = (
    link("Quill", "said", "the port"),
    link("Marsh", "called", "old"),
    link("Selm", "plans", "a pier"),
    link("I", "hope", "Selm agrees"),
)


class FakeTagger:
    def read(self, text: str) -> TaggedText:
        return TaggedText(FINDS if text == TEXT else (), ())


TAGGER = cast("Tagger", FakeTagger())
GOLD = (
    Gold(at("Quill"), at("said"), (at("the port, which Marsh called old, was open"),), "statement"),
    Gold(at("MARSH"), at(":"), (at("I hope that Selm agrees."),), "statement"),
)


def cues(golds: tuple[Gold, ...] | None) -> list[str]:
    return [TEXT[slice(*gold.cue)] for gold in golds or () if gold.cue]


def test_what_is_said_inside_an_annotated_content_is_left_open_but_not_inside_a_turn() -> None:
    assert cues(find_rejected(Document("one", "own", "train", TEXT, GOLD), TAGGER)) == ["plans", "hope"]


def test_finds_in_an_unlabelled_text_become_its_links() -> None:
    assert cues(with_finds(Document("one", "unlabelled", "train", TEXT), TAGGER).gold) == [
        "said",
        "called",
        "plans",
        "hope",
    ]


def test_polnear_stays_as_it_is() -> None:
    document = Document("one", "polnear", "train", TEXT, GOLD)
    assert with_finds(document, TAGGER) is document
