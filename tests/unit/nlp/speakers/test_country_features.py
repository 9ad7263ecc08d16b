"""What shows an official's country, and what shows that it is another's, on short invented texts."""

import pytest

from tests.unit.nlp.speakers.invented import speakers


def side(marked: str, *names: str) -> str | None:
    """The country of the first speaker of a marked text."""
    first = speakers(marked, *names)[0]
    assert first is not None
    return first.country


def test_who_meets_his_norwegian_counterpart_is_no_norwegian() -> None:
    text = "OSLO, May 3 (Wire) - Norway is calm, Norway said. {President Orla Venn|demanded} [respect]. "
    assert side(text, "Orla Venn") == "Norway"
    assert side(text + "He met his Norwegian counterpart.", "Orla Venn") is None


@pytest.mark.parametrize("scene", ["In Reykjavik, ", "Iceland denies that. "])
def test_a_changed_scene_says_more_than_the_dateline(scene: str) -> None:
    text = f"OSLO, May 3 (Wire) - Norway is calm. Norway waits. Norway said so.\n\n{scene}"
    assert side(text + "{Energy Minister Orla Venn|said} [it rained].", "Orla Venn") == "Iceland"


def test_what_is_said_in_a_capital_at_first_is_said_at_home() -> None:
    text = "Iceland and Norway quarrel. {Deputy Foreign Minister Orla Venn|warned} in Oslo [that it rained]."
    assert side(text, "Orla Venn") == "Norway"


def test_a_president_and_his_predecessor_may_be_of_one_country() -> None:
    text = (
        "Norway mourns. Norway’s former president Tam Roe has died in London, Britain. Norway is quiet. Norway waits. "
        "{President Orla Venn|called} him [a friend]."
    )
    assert side(text, "Orla Venn", "Tam Roe") == "Norway"


@pytest.mark.parametrize("office", ["spokesperson for the provincial governor", "mayor of the harbour"])
def test_spokespersons_of_two_bodies_may_be_of_one_country(office: str) -> None:
    text = (
        "Norway mourns. Norway is quiet. Norwegian military spokesperson Tam Roe left. Iceland, Iceland. Norway waits. "
        f"{{Orla Venn, {office},|said}} [it rained]."
    )
    assert side(text, "Orla Venn", "Tam Roe") != "Iceland"


def test_a_president_is_at_home_in_a_story_of_one_country() -> None:
    text = "Norway mourns. Norway is quiet. Norway waits. {President Orla Venn|said} [it rained]."
    assert side(text, "Orla Venn") == "Norway"


@pytest.mark.parametrize("visit", ["concluded a visit to Norway", "visited Norway", "travelled to Norway"])
def test_who_visits_a_country_is_not_of_it(visit: str) -> None:
    rest = "Norway is calm, Norway said. {Foreign Minister Venn|spoke of} [fish]."
    assert side(f"Foreign Minister Orla Venn spoke in Norway. {rest}", "Orla Venn", "Venn") == "Norway"
    assert side(f"Foreign Minister Orla Venn {visit}. {rest}", "Orla Venn", "Venn") is None


def test_no_minister_serves_a_union_of_states() -> None:
    text = "{%s Orla Venn|spoke} [so]. The African Union met. The African Union waits. The African Union is calm."
    assert side(text % "Envoy", "Orla Venn") is None
    assert side(text % "Energy Minister", "Orla Venn") is None
