"""The rankers of other languages, trained on choices made up and on a text of one's own."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from bot.domain.text import Span, text_sha256
from bot.nlp.speakers.candidate_ranker import Ranker
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText
from training.referents import (
    Example,
    Judged,
    add_network,
    choose_stricter,
    choose_threshold,
    cross_validate,
    fit,
    fit_all,
    is_right,
    read_folder,
    report,
    teach,
)

TEXT = "La ministre Ingrid Solberg est arrivée. Elle a dit que le port est ouvert. Jon Ek a dit que non."


def example(number: int) -> Example:
    rows = [{"near": 1.0}, {"far": 1.0}, {"nobody": 1.0, "none | nobody": 1.0}]
    return Example(f"text {number}", rows, [number % 5 > 0, False, number % 5 == 0])


def test_what_is_mostly_right_is_likeliest_and_learnt_again() -> None:
    examples = [example(number) for number in range(40)]
    weights = fit(examples)
    best, chance = Ranker(weights, 0.5).best(examples[0].rows)
    assert (best, chance > 0.6) == (0, True)
    assert weights == fit(examples)


def test_the_networks_word_is_weighed_beside_what_was_learnt() -> None:
    # its first row is a little likelier by the other features; the network is right nine times of ten
    def choice(number: int) -> Example:
        right = number % 10 > 0
        rows = [{"near": 1.0, "network": 0.0}, {"far": 1.0, "network": 4.0}, {"nobody": 1.0}]
        return Example(f"text {number}", rows, [not right, right, False])

    weights = {"near": 1.0, "far": 0.5, "nobody": -1.0}
    both = add_network(weights, [choice(number) for number in range(40)])
    assert Ranker(weights, 0.0).best(choice(1).rows)[0] == 0
    assert Ranker(both, 0.0).best(choice(1).rows)[0] == 1
    assert both["near"] / both["far"] == pytest.approx(2.0, rel=0.02)
    assert add_network(weights, []) == weights


@pytest.mark.parametrize(
    ("name", "accepted", "right"),
    [
        ("Solberg", "Ingrid Solberg", True),
        ("Ingrid Solberg", "Solberg", True),
        ("Jon Solberg", "Ingrid Solberg", False),
        ("林远", "外长林远", True),
        ("Solberg", "Solberg; Ek", False),
    ],
)
def test_a_name_is_right_as_the_scorer_says(name: str, accepted: str, right: bool) -> None:
    assert is_right(name, {"speaker": accepted, "accept": []}) is right


def lay_out(folder: Path, copies: int, *, withheld: int = 0) -> None:
    """The same text some times, with empty taggings in the cache, so that no model is needed."""
    golds: list[dict[str, Any]] = []
    for speaker, source, cue, words in (
        ("Ingrid Solberg", "Elle", "a dit", "le port est ouvert"),
        ("Jon Ek", "Jon Ek", "a dit que non", "non"),
    ):
        spans = [[TEXT.index(part), TEXT.index(part) + len(part)] for part in (source, cue, words)]
        golds.append(
            {
                "speaker": speaker, "accept": [], "role": "ministre" if source == "Elle" else None, "country": None,
                "source": spans[0], "cue": spans[1], "content": [spans[2]], "act": "statement", "optional": False,
            }
        )  # fmt: skip
    (folder / "fr").mkdir()
    for number in range(copies):
        text = f"{TEXT}\n\n{number}"
        (folder / "fr" / f"{number}.txt").write_text(text, "utf-8")
        record = {"attributions": golds, "for_ranker": number < withheld}
        (folder / "fr" / f"{number}.gold.json").write_text(json.dumps(record), "utf-8")
        who, verb, said = (Span(*pair) for pair in (golds[0]["source"], golds[0]["cue"], golds[0]["content"][0]))
        named = ((Span(text.index("Ingrid"), text.index("Ingrid") + 14), 0.9),)
        link = AttributionLink(who, verb, (said,), 0.9, 0.9, named=named)
        found = TaggedText((link,) if number < withheld else (), ())
        (folder / f"{text_sha256(text)}.pkl").write_bytes(pickle.dumps(found))


def test_sources_of_annotated_texts_are_learnt_and_judged_by_other_texts(tmp_path: Path) -> None:
    lay_out(tmp_path, 14)
    cases = list(read_folder(tmp_path / "fr", tmp_path))
    assert [len(case.links) for case in cases if not case.tagged] == [2] * 14
    taught = teach(cases)
    fitted = fit_all(taught)
    assert fitted.referents.weights
    judged, weighed = cross_validate(taught)
    assert len(judged) == 28
    assert all(one.name for one in judged)
    assert len(list(report(judged, weighed))) == 6


def test_what_the_network_says_is_learnt_from_texts_that_are_new_to_it(tmp_path: Path) -> None:
    lay_out(tmp_path, 14, withheld=7)
    taught = teach(list(read_folder(tmp_path / "fr", tmp_path)))
    told = [example for each in taught for example in each.with_network]
    assert len(told) == 14
    assert all(any("network" in row for row in example.rows) for example in told)
    assert not any("network" in row for each in taught for example in each.referents for row in example.rows)
    assert fit_all(taught).referents.weights["network"] > 0


def test_the_threshold_is_the_lowest_that_names_few_enough_wrongly() -> None:
    judged = [Judged("fr", True, False, chance, right, None, None, (False, False)) for chance, right in CHANCES]
    assert (choose_threshold(judged, 0.2), choose_threshold(judged, 0.0)) == (0.46, 0.66)


CHANCES = ((0.35, True), (0.45, False), (0.45, False), (0.55, True), (0.65, False), (0.75, True))


def test_a_language_with_more_wrong_names_is_told_from_a_higher_threshold_on() -> None:
    def judged(language: str, wrong: int, right: int) -> list[Judged]:
        chances = [(False, 0.85)] * wrong + [(True, 0.95)] * right
        return [Judged(language, True, True, chance, name, None, None, (False, False)) for name, chance in chances]

    some = [*judged("ar", 30, 270), *judged("fr", 3, 900), *judged("ru", 10, 20)]
    common = choose_threshold(some, 0.05)
    assert common == 0.3
    assert choose_stricter(some, common) == {"ar": 0.86}
