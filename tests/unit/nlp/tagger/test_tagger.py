"""The tagger as a whole, with the released model."""

import json
import shutil
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlp.lang.attributions import load_multilingual_tagger
from bot.nlp.tagger.model import DEFAULT_FOLDER, ModelError, load_model
from bot.nlp.tagger.tagged_text import TaggedText
from bot.nlp.tagger.tagger import Tagger

NEWS = (
    "“The talks were frank,” Foreign Minister Daria Quill told reporters in Lisbon. She said that both sides would "
    "meet again in May.\n\nAccording to the Harbour Ministry, the port of Selm will stay closed until Friday."
)


@cache
def tagger() -> Tagger:
    return Tagger.load()


def assert_sound(text: str, tagging: TaggedText) -> None:
    spans = [mention.span for mention in tagging.mentions]
    for link in tagging.links:
        assert link.content
        assert 0 <= link.score <= 1
        assert 0 <= link.statement <= 1
        spans += [span for span in (link.source, link.cue, *link.content) if span]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(span.of(text).strip() for span in spans)


def test_plain_news() -> None:
    found = {
        (link.source.of(NEWS) if link.source else None, link.cue.of(NEWS) if link.cue else None): [
            span.of(NEWS) for span in link.content
        ]
        for link in tagger().read(NEWS).links
    }
    assert set(found) == {
        ("Foreign Minister Daria Quill", "told"),
        ("She", "said"),
        ("the Harbour Ministry", "According to"),
    }
    assert found["Foreign Minister Daria Quill", "told"] == ["“The talks were frank,”"]
    assert "both sides would meet again in May" in found["She", "said"][0]


def test_entities() -> None:
    found = {(mention.span.of(NEWS), mention.kind) for mention in tagger().read(NEWS).mentions}
    assert ("Daria Quill", "PERSON") in found
    assert ("Lisbon", "GPE") in found


def test_the_english_network_tells_no_words_of_names() -> None:
    assert tagger().read(NEWS).names is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El ministro Rui Tavares dijo en Lisboa que el puerto seguirá abierto.", {"Rui", "Tavares"}),
        ("قال وزير التجارة سامر حداد إن الميناء سيبقى مفتوحا أمام السفن.", {"سامر", "حداد"}),
        ("Министр обороны Антон Долин заявил, что порт останется открытым.", {"Антон", "Долин"}),
    ],
)
def test_the_multilingual_network_tells_words_of_names(text: str, names: set[str]) -> None:
    found = load_multilingual_tagger().read(text)
    assert found.names is not None
    assert {span.of(text) for span, share in found.names if share >= 0.5} == names
    assert found.mentions == ()


@given(st.text(max_size=400))
@settings(max_examples=40, deadline=None)
def test_any_text(text: str) -> None:
    assert_sound(text, tagger().read(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\r\n ",
        "“" * 10_000,
        '"' * 10_000,
        "\ud800 said “hi”.",
        "قال الوزير: «لن نتراجع»، وأضاف أن المحادثات ستستمر.",
        "🇫🇷💬 Minister: “👩‍👩‍👧‍👦 matter,” she said. e\u0301tat\u200b.",
        "[SEP] said that [CLS] [MASK] [unused1] agreed.",
        NEWS.replace("\n", "\r\n"),
        "x" * 50_000,
        "a.b" * 5_000,
    ],
    ids=["empty", "blank", "curly", "straight", "surrogate", "arabic", "emoji", "specials", "crlf", "one word", "dots"],
)
def test_odd_texts(text: str) -> None:
    assert_sound(text, tagger().read(text))


def test_line_ends_do_not_matter() -> None:
    plain, windows = tagger().read(NEWS), tagger().read(NEWS.replace("\n", "\r\n"))
    assert [len(link.content) for link in plain.links] == [len(link.content) for link in windows.links]


def test_one_line_of_fifty_thousand_words_is_read_window_by_window_and_can_be_stopped() -> None:
    text = "The envoy said that nothing had been settled yet . " * 5_000
    seen = 0

    class EnoughError(Exception):
        pass

    def pause() -> None:
        nonlocal seen
        seen += 1
        if seen > 5:
            raise EnoughError

    began = time.process_time()
    with pytest.raises(EnoughError):
        tagger().read(text, pause=pause)
    # what comes before the network (words, windows) is linear and quick: seconds at most on the slowest machine
    assert time.process_time() - began < 30


def test_the_network_never_sees_more_than_a_window() -> None:
    model = load_model()
    widths = []

    class Session:
        def run(self, output_names, input_feed):  # type: ignore[no-untyped-def] # as the real one
            widths.append(input_feed["pieces"].shape[1])
            return model.session.run(output_names, input_feed)

    reader = Tagger(type(model)(**{**{name: getattr(model, name) for name in model.__slots__}, "session": Session()}))
    reader.read("The envoy said nothing . " * 400 + "“" * 900 + "\n\n" + NEWS)
    assert max(widths) <= model.limits.window + 2


def copy_of_model(folder: Path) -> Path:
    for name in ("model.json", "tokenizer.json", "tagger.onnx"):
        shutil.copy(DEFAULT_FOLDER / name, folder / name)
    return folder


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    folder = copy_of_model(tmp_path)
    (folder / "tagger.onnx").write_bytes((folder / "tagger.onnx").read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"tagger\.onnx"):
        load_model(folder)


def test_a_missing_or_unreadable_model_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(tmp_path)
    (copy_of_model(tmp_path) / "model.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(tmp_path)


def test_the_version_goes_with_what_was_read() -> None:
    card = json.loads((DEFAULT_FOLDER / "model.json").read_text(encoding="utf-8"))
    assert tagger().version == card["version"]
