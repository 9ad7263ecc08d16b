"""The whole reading of a text, with a tagger made by hand, and with the released one where its files are."""

import json
import time
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.analysis import Analysis
from bot.domain.attribution import Attribution
from bot.domain.text import Span, text_sha256
from bot.i18n.messages import translate_stored
from bot.nlp import analyse as analysing
from bot.nlp.analyse import analyse
from bot.nlp.engine_version import RULES, engine_version
from bot.nlp.tagger.tagged_text import TaggedText
from tests.unit.nlp.tagged import tag

MODELS = resources.files("bot") / "models"
GOLDEN = Path(__file__).parents[2] / "golden" / "reading"


@pytest.fixture
def tagger(monkeypatch: pytest.MonkeyPatch) -> "HandTagger":
    """Reading with a tagger that finds what it is told to find."""
    hand = HandTagger()
    monkeypatch.setattr(analysing, "load_tagger", lambda: hand)
    monkeypatch.setattr(analysing, "engine_version", lambda: "hand")
    return hand


class HandTagger:
    """Finds what was marked in the last text given to it, and counts how often it was asked."""

    def __init__(self) -> None:
        self.found = TaggedText((), ())
        self.asked: list[str] = []

    def take(self, marked: str, *names: str) -> str:
        text, self.found = tag(marked, *names)
        return text

    def read(self, text: str) -> TaggedText:
        self.asked.append(text)
        return self.found


NEWS = (
    "The foreign ministers of Iceland and Norway spoke by telephone on Thursday about a trawler held in the harbour. "
    "{Icelandic Foreign Minister Birna Dahl|said} [that the crew was free to go home at any time]. "
    "{She|added}: [“Nobody wins.”]"
)


def test_a_reading_carries_the_text_s_fingerprint_and_the_engine_s_version(tagger: HandTagger) -> None:
    text = tagger.take(NEWS, "Birna Dahl")
    found = analyse(text)
    assert (found.text_sha256, found.engine, found.language, found.unread) == (text_sha256(text), "hand", "en", None)
    assert [one.speaker.name if one.speaker else None for one in found.attributions] == ["Birna Dahl"] * 2
    assert tagger.asked == [text]


def test_the_summary_is_whole_sentences_of_the_text_as_many_as_asked_for(tagger: HandTagger) -> None:
    text = tagger.take(NEWS, "Birna Dahl")
    [first] = analyse(text, sentences=1).summary
    assert first.of(text).endswith(".")
    assert analyse(text, sentences=9).summary == tuple(sorted(analyse(text, sentences=9).summary))


def test_who_said_what_is_not_read_in_another_language(tagger: HandTagger) -> None:
    text = (
        "Die Außenministerin erklärte am Donnerstag, dass der Hafen offen bleibe. Die Mannschaft des Schiffes dürfe "
        "jederzeit nach Hause fliegen, sagte sie vor Journalisten."
    )
    found = analyse(text)
    assert (found.language, found.attributions, tagger.asked) == ("de", (), [])
    assert found.unread is not None
    assert "English" in translate_stored(found.unread)
    assert found.summary


def test_a_language_that_the_text_does_not_tell_is_taken_from_the_page(tagger: HandTagger) -> None:
    assert analyse("Dahl!", language="de").unread is not None
    assert analyse("Dahl!", language="en").unread is None
    assert analyse("Dahl!").unread is None


def test_an_empty_text_has_an_empty_reading(tagger: HandTagger) -> None:
    found = analyse("")
    assert (found.summary, found.attributions, found.unread) == ((), (), None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_any_text_is_read_as_given(tagger: HandTagger, text: str) -> None:
    tagger.found = TaggedText((), ())
    found = analyse(text, language="en")
    assert found.text_sha256 == text_sha256(text)
    assert all(span.of(text).strip() for span in found.summary)


def test_the_engine_s_version_names_model_and_rules() -> None:
    if not (MODELS / "model.json").is_file():
        pytest.skip("no model in bot/models")
    cards = [MODELS / "model.json", MODELS / "multilingual" / "model.json"]
    english, others = (json.loads(card.read_text("utf-8"))["version"] for card in cards)
    assert engine_version() == f"{english}+{others}+rules-{RULES}"


# --- with the released model ---


def needs_model() -> None:
    if not all((MODELS / name).is_file() for name in ("model.json", "tagger.onnx", "tokenizer.json")):
        pytest.skip("no model in bot/models")


def golden_text(name: str) -> str:
    own = GOLDEN / f"{name}.txt"
    return (
        own.read_text("utf-8") if own.is_file() else (resources.files("bot") / f"samples/{name}.txt").read_text("utf-8")
    )


def holding(text: str, words: str, found: Analysis) -> list[Attribution]:
    """The attributions whose content holds ``words``, the narrowest first."""
    span = Span(text.index(words), text.index(words) + len(words))
    return sorted(
        (one for one in found.attributions if any(c.contains(span) for c in one.content)),
        key=lambda one: sum(map(len, one.content)),
    )


GOLD = [
    pytest.param(path.stem, expected, id=f"{path.stem}-{expected['words'][:32]}")
    for path in sorted(GOLDEN.glob("*.json"))
    for expected in json.loads(path.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def read() -> dict[str, Analysis]:
    """Texts already read in this module, by name."""
    return {}


@pytest.mark.parametrize(("name", "expected"), GOLD)
def test_who_said_what_in_invented_news(name: str, expected: dict[str, str | None], read: dict[str, Analysis]) -> None:
    needs_model()
    text = golden_text(name)
    if name not in read:
        read[name] = analyse(text)
    matching = holding(text, str(expected["words"]), read[name])
    assert matching, "nobody was found to say this"
    one = matching[0]
    assert one.speaker is not None
    assert {
        "words": expected["words"],
        "speaker": one.speaker.name,
        "country": one.speaker.country,
        "kind": one.kind,
        "act": one.act,
        "relayed_by": one.relayed_by,
    } == expected


@pytest.mark.slow
def test_ten_thousand_quotation_marks_are_read_in_bounded_time() -> None:
    needs_model()
    text = "Minister Birna Dahl said “no”. " * 1_000 + "“" * 8_000
    started = time.process_time()
    found = analyse(text)
    assert all(span.of(text) for one in found.attributions for span in one.content)
    # 7 s when this was written
    assert time.process_time() - started < 60
