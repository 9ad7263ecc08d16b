"""The JSON of the command line keeps its contract."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from bot.render.analysis_json import render_json, render_record

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/analysis.schema.json").read_text("utf-8"))


def check(record: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(record)


@pytest.fixture
def record(reading: Reading) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(render_json(render_record(reading.article, reading.analysis)))
    return shown


def test_keeps_the_schema(record: dict[str, Any]) -> None:
    check(record)


def test_has_exactly_the_keys_of_the_contract(record: dict[str, Any]) -> None:
    assert list(record) == ["article", "summary", "digest", "attributions"]
    assert list(record["article"]) == [
        *("title", "url", "outlet", "byline", "published_at", "language", "text", "text_sha256"),
    ]
    for one in record["attributions"]:
        assert list(one) == ["content", "source", "cue", "kind", "act", "speaker", "relayed_by", "confidence"]
    assert record["digest"]
    for line in record["digest"]:
        assert list(line) == ["rank", "speaker", "pieces", "attributions", "relayed_by", "answers"]
        assert all(0 <= place < len(record["attributions"]) for place in line["attributions"])
    assert [line["rank"] for line in record["digest"]] == list(range(1, len(record["digest"]) + 1))
    assert sorted(one["rank"] for one in record["summary"]) == list(range(1, len(record["summary"]) + 1))


def test_every_span_is_the_slice_it_names(record: dict[str, Any], reading: Reading) -> None:
    spans = [*record["summary"], *(piece for line in record["digest"] for piece in line["pieces"])]
    for one in record["attributions"]:
        spans += [*one["content"], *(one[name] for name in ("source", "cue") if one[name])]
    assert len(spans) > 15
    for span in spans:
        assert span["text"] == reading.article.text[span["start"] : span["end"]] != ""


def test_says_who_where_and_when(record: dict[str, Any]) -> None:
    assert record["article"]["outlet"] == "The Example"
    assert record["article"]["published_at"] == "2026-03-14T16:20:00+00:00"
    speakers = {one["speaker"]["name"] for one in record["attributions"] if one["speaker"]}
    assert speakers == {"Torvald Haugseth", "Birna Steinsdóttir", "Reykjanes Line"}
    assert [one["relayed_by"] for one in record["attributions"] if one["relayed_by"]] == ["Ulrik Tangen"]


def test_a_country_is_called_as_the_article_calls_it() -> None:
    article = Article(text="Türkiye’s minister Orla Venn said: no.")
    speaker = Speaker("Orla Venn", None, "Turkey")
    said = Attribution((Span(35, 37),), Span(0, 28), Span(29, 33), Kind.INDIRECT, Act.SAYS, speaker)
    record = render_record(article, Analysis(article.text_sha256, "none", (), (said,)))
    [shown] = json.loads(render_json(record))["attributions"]
    assert shown["speaker"]["country"] == "Türkiye"


def test_the_schema_knows_every_act_and_kind() -> None:
    properties = SCHEMA["$defs"]["attribution"]["properties"]
    assert properties["act"]["enum"] == [act.value for act in Act]
    assert properties["kind"]["enum"] == [kind.value for kind in Kind]


@pytest.mark.parametrize(
    "broken", [{"id": "a"}, {"id": "a", "error": ""}, {"article": {}, "summary": [], "attributions": []}]
)
def test_the_schema_refuses_what_is_none(broken: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        check(broken)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_survives_on_one_line_of_utf8(text: str) -> None:
    article = Article(text)
    line = render_json({"id": "x", **render_record(article, Analysis(article.text_sha256, "none", (), ()))})
    assert len(line.splitlines()) == 1
    # halves of a pair that stand side by side are one letter to every reader of JSON
    assert json.loads(line.encode("utf-8"))["article"]["text"] == text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "surrogatepass"
    )


def test_letters_are_written_as_they_are() -> None:
    assert render_json({"text": "Лавров, Þórdís, 外交部"}) == '{"text": "Лавров, Þórdís, 外交部"}'
