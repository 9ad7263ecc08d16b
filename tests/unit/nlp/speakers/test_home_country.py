"""Officials of the country that a story plays in, on short invented texts."""

import pytest

from tests.unit.nlp.speakers.invented import speakers


def side(marked: str) -> str | None:
    """The country of the last speaker, Orla Venn, of a marked text."""
    last = speakers(marked, "Orla Venn")[-1]
    assert last is not None
    assert last.name == "Orla Venn"
    return last.country


@pytest.mark.parametrize(
    "office", ["Information Minister", "Energy Minister", "Mayor", "Opposition leader", "Council president"]
)
def test_an_office_within_the_state_that_a_story_is_sent_from(office: str) -> None:
    assert side(f"OSLO (Wire) - Norway's harbours closed. {{{office} Orla Venn|called}} that [a pity].") == "Norway"


@pytest.mark.parametrize("office", ["UN coordinator"])
def test_others_are_not_at_home_there(office: str) -> None:
    assert side(f"OSLO (Wire) - Norway's harbours closed. {{{office} Orla Venn|called}} that [a pity].") != "Norway"


@pytest.mark.parametrize(
    "text",
    [
        "OSLO (Wire) - Iceland closed its harbours. {Energy Minister Orla Venn|called} that [a pity].",
        "OSLO (Wire) - Norway's ports closed. In Iceland {Energy Minister Orla Venn|called} that [a pity].",
    ],
)
def test_where_the_story_may_play_elsewhere_nobody_is_at_home(text: str) -> None:
    assert side(text) != "Norway"


def test_the_speaker_in_a_debate_of_a_named_parliament() -> None:
    text = (
        "Debate on cables splits the Storting. Norway has two of them, and Norway may keep one. "
        "{The Speaker, Orla Venn,|called} members [to order]."
    )
    assert side(text) == "Norway"


def test_a_ministry_s_spokeswoman_stands_beside_its_minister() -> None:
    text = (
        "Norway will not return. Norwegian Foreign Minister Tam Roe left Norway. Norway is calm. "
        "{Foreign Ministry spokeswoman Orla Venn|called} that [a pity]."
    )
    assert side(text) == "Norway"


def test_an_office_within_the_only_country_of_the_headline() -> None:
    text = "Norway closes its harbours\n\nNobody was warned. {Prime Minister Orla Venn|called} that [a pity]."
    assert side(text) == "Norway"


@pytest.mark.parametrize(
    "head",
    ["Norway closes Iceland's harbours", "Norway closes its harbours\n\nREYKJAVIK, May 3 (Wire) - It rained"],
)
def test_a_headline_of_two_or_sent_from_elsewhere_tells_no_home(head: str) -> None:
    assert side(f"{head}\n\nNobody was warned. {{Senator Orla Venn|called}} that [a pity].") != "Norway"
