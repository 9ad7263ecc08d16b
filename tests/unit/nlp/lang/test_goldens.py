"""Ten invented articles in five languages, read by the released model: what is said in them, by whom, and how."""

import json
import time
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from bot.domain.analysis import Analysis
from bot.nlp.analyse import analyse

MODEL = resources.files("bot") / "models" / "multilingual"
GOLDEN = Path(__file__).parents[3] / "golden" / "languages"
GOLD = [
    pytest.param(
        path.stem,
        {key: value for key, value in expected.items() if key != "missed"},
        id=f"{path.stem}-{number}",
        marks=[pytest.mark.xfail(reason=expected["missed"], strict=True)] if "missed" in expected else [],
    )
    for path in sorted(GOLDEN.glob("*.json"))
    for number, expected in enumerate(json.loads(path.read_text("utf-8")))
]


def needs_model() -> None:
    if not all((MODEL / name).is_file() for name in ("model.json", "tagger.onnx", "tokenizer.json")):
        pytest.skip("no model in bot/models/multilingual")


def golden_text(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text("utf-8")


@cache
def reading(name: str) -> Analysis:
    return analyse(golden_text(name))


@pytest.mark.parametrize(("name", "expected"), GOLD)
def test_who_said_what_in_invented_news_of_five_languages(name: str, expected: dict[str, object]) -> None:
    needs_model()
    text = golden_text(name)
    found = [
        one for one in reading(name).attributions if " … ".join(c.of(text) for c in one.content) == expected["words"]
    ]
    assert found, "nobody was found to say this"
    one = found[0]
    assert one.speaker is not None
    assert {
        "words": expected["words"],
        "speaker": one.speaker.name,
        "role": one.speaker.role,
        "country": one.speaker.country,
        "kind": one.kind,
        "act": one.act,
        "negated": one.negated,
    } == expected


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.txt")))
def test_an_article_has_its_language_a_summary_and_no_refusal(name: str) -> None:
    needs_model()
    found, text = reading(name), golden_text(name)
    assert (found.language, found.unread) == (name[:2], None)
    assert found.summary
    assert all(span.of(text).strip() for span in found.summary)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "fr", "es", "ar", "zh"])
def test_a_long_text_is_read_in_bounded_time(language: str) -> None:
    needs_model()
    name = next(path.stem for path in sorted(GOLDEN.glob(f"{language}-*.txt")))
    text = golden_text(name) * 20
    started = time.process_time()
    found = analyse(text)
    assert all(piece.of(text) for one in found.attributions for piece in one.content)
    # 2 to 4 s when this was written
    assert time.process_time() - started < 60
