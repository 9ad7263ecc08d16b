"""The countries' ranker, trained on choices made up."""

import json
from pathlib import Path

from bot.nlp.speakers.country_features import NOBODY
from bot.nlp.speakers.country_ranker import rank_countries
from training.countries import Choice, cross_validate, fit, read_folder
from training.ranking import folds


def choices() -> list[Choice]:
    """Twenty articles in which the one whose title names a country is of it, and others are of none."""
    return [
        Choice(
            "made up",
            f"article {number}",
            "Orla Venn",
            {NOBODY: {"none": 1.0}, "Norway": {"in title": float(number % 2)}, "Iceland": {"named": 1.0}},
            "Norway" if number % 2 else NOBODY,
            1,
        )
        for number in range(20)
    ]


def test_what_tells_in_all_articles_is_learnt_and_learnt_again() -> None:
    weights = fit(choices())
    assert weights["in title"] > 0 > weights["named"]
    assert weights == fit(choices())
    assert rank_countries(choices()[1].candidates, weights)[0][0] == "Norway"
    assert rank_countries(choices()[0].candidates, weights)[0][0] == NOBODY


def test_each_choice_is_judged_once_by_other_articles() -> None:
    judged = cross_validate(choices())
    assert sorted(choice.article for choice, _, _ in judged) == sorted(choice.article for choice in choices())
    assert all(got == choice.right for choice, got, _ in judged)
    parts = folds(choices())
    assert sum(map(len, parts)) == len(frozenset().union(*parts)) == 20


def test_a_person_and_a_body_of_an_annotated_article_are_choices(tmp_path: Path) -> None:
    text = "Norway closed a port on Monday. Energy Minister Orla Venn said it rained. The coast guard said it snowed."
    golds = [
        {"speaker": name, "country": "Norway", "source": [at, at + len(source)], "cue": None, "content": [[at, at + 1]]}
        for name, source in (("Orla Venn", "Energy Minister Orla Venn"), ("coast guard", "The coast guard"))
        for at in [text.index(source)]
    ]
    (tmp_path / "one.txt").write_text(text, "utf-8")
    (tmp_path / "one.gold.json").write_text(json.dumps({"id": "one", "attributions": golds}), "utf-8")
    found = list(read_folder(tmp_path, tmp_path / "kept"))
    assert [(one.name, one.right) for one in found] == [("Orla Venn", "Norway"), ("coast guard", "Norway")]
    assert found == list(read_folder(tmp_path, tmp_path / "kept"))
