"""The peers of the benchmark of five languages: the regular expression that needs no environment of its own."""

from pathlib import Path

import pytest

from benchmarks.languages import CASES, write_gold
from benchmarks.readers import SYSTEMS


@pytest.mark.parametrize(
    ("language", "text", "source", "cue"),
    [
        ("es", "“Cerraremos el puente mañana”, declaró Ana Reyes a la prensa.", "Ana Reyes a la prensa", "declaró"),
        ("fr", "Jon Ek a dit : « Le quai ferme demain soir. »", "Jon Ek a", "dit"),
        ("zh", "林远说：“我们愿意与各方对话。”", "林远", "说"),
    ],
)
def test_a_quotation_is_given_to_whom_the_verb_stands_beside(language: str, text: str, source: str, cue: str) -> None:
    [one] = SYSTEMS[f"patterns-{language}"]()(text)
    assert text[one["source"]["start"] : one["source"]["end"]] == source
    assert text[one["cue"]["start"] : one["cue"]["end"]] == cue


def test_a_quotation_without_a_verb_is_left_out() -> None:
    assert SYSTEMS["patterns-es"]()("El libro “Puentes del norte” es nuevo.") == []


@pytest.mark.skipif(not CASES.is_dir(), reason="the annotated articles stay outside the repository")
def test_the_open_articles_of_a_language_are_laid_out(tmp_path: Path) -> None:
    write_gold("fr", tmp_path / "gold", cases=True)
    assert len(list((tmp_path / "gold").glob("*.gold.json"))) == 2
