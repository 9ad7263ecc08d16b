"""The scene before a name, and the country that a story opens with, on short invented texts."""

import pytest

from bot.gazetteer.countries import find_places
from bot.nlp.sentences import find_sentences
from bot.nlp.speakers.scene_cues import find_lead
from tests.unit.nlp.speakers.invented import speakers


def side(marked: str, *names: str) -> str | None:
    """The country of the last speaker of a marked text."""
    last = speakers(marked, *names)[-1]
    assert last is not None
    return last.country


@pytest.mark.parametrize(
    "scene",
    [
        "Oslo was taken by surprise. ",
        "Norway denies that. ",
        "Norway’s government denies that. ",
        "Norway’s response was warmer. ",
        "Norway, which sees the harbour as its own, denies that. ",
        "In Oslo they see it differently. ",
        "In Oslo, ",
        "Meanwhile in Oslo, ",
    ],
)
def test_an_official_without_a_country_belongs_to_the_scene(scene: str) -> None:
    text = f"Iceland and Norway quarrel over fish.\n\n{scene}{{Foreign Minister Orla Venn|said}} [the harbour is open]."
    assert side(text, "Orla Venn") == "Norway"


def test_reporters_are_told_in_one_s_own_capital() -> None:
    text = "Iceland and Norway quarrel. {Foreign Minister Orla Venn|told} reporters in Oslo [the harbour is open]."
    assert side(text, "Orla Venn") == "Norway"


def test_a_story_leaves_out_the_country_of_those_whose_doing_it_is() -> None:
    text = (
        "Oslo summons Icelandic ambassador over cod\n\nNorway summoned the Icelandic ambassador on Friday. "
        "{Foreign Minister Orla Venn|called} that [a pity]."
    )
    assert side(text, "Orla Venn") == "Norway"


@pytest.mark.parametrize("labelled", ["REYKJAVIK, 3 May (Wire) - It rained. "])
def test_that_says_nothing_where_its_officials_are_labelled_or_the_story_is_sent_from_elsewhere(labelled: str) -> None:
    text = f"{labelled}Oslo slams Icelandic ban\n\n{{Prime Minister Orla Venn|called}} that [a pity]."
    assert side(text, "Orla Venn", "Tam Roe") != "Norway"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Norway closed its harbours on Monday.", "Norway"),
        ("OSLO, May 3 – Norway’s military government closed the harbours.", "Norway"),
        ("Oslo closes harbours\n\nNorway closed its harbours on Monday.", "Norway"),
        ("Oslo closes harbours\n\nIceland protested on Monday.", None),
        ("Norway and Iceland closed their harbours.", None),
        ("The harbours of Norway are closed.", None),
        ("The Norwegian embassy closed on Monday.", "Norway"),
        ("The Norwegian minister left on Monday.", None),
        ("", None),
    ],
)
def test_the_country_that_a_story_opens_with(text: str, lead: str | None) -> None:
    assert find_lead(text, find_sentences(text), find_places(text)) == lead


def test_where_an_ambassador_speaks_is_not_whose_he_is() -> None:
    text = (
        "Oslo, 9 March 2031 – Iceland has given a boat to the Norwegian navy. {Ambassador Orla Venn|called} it "
        "[a gift]. Iceland gave two more in May. {The Ambassador|thanked} [the crew]."
    )
    assert side(text, "Orla Venn") == "Iceland"


def test_a_prime_minister_and_a_minister_may_be_of_one_government() -> None:
    text = (
        "Oslo, 9 March 2031 – Iceland has given a boat to the Norwegian navy. {Prime Minister Tam Roe|expressed} "
        "[Norway’s gratitude]. {Minister for Fisheries Orla Venn|called} it [a gift]. Iceland left."
    )
    assert [found and found.country for found in speakers(text, "Tam Roe", "Orla Venn")] == ["Norway", "Norway"]


def test_what_somebody_says_does_not_open_the_story() -> None:
    text = "Norway cut its ties with Iceland. “Icelandic envoys have a week to leave,” the minister said."
    assert find_lead(text, find_sentences(text), find_places(text)) == "Norway"


@pytest.mark.parametrize("reaction", ["drew a furious response from Oslo", "was noticed; praise came from Oslo"])
def test_a_voice_that_comes_from_a_capital_speaks_next(reaction: str) -> None:
    text = (
        f"REYKJAVIK (Wire) - Iceland shut a port. Iceland waits. That {reaction}.\n\n"
        "“No,” {Energy Minister Orla Venn|said} [no]."
    )
    assert side(text, "Orla Venn") == "Norway"


def test_a_scene_lasts_through_the_second_sentence_after_it() -> None:
    text = (
        "REYKJAVIK, May 3 – Iceland and Norway quarrel over fish, Iceland over boats.\n\n"
        "Back in Oslo, the ferry was late. It rained. {Government spokesman Tam Roe|denied} [that]."
    )
    assert side(text, "Tam Roe") == "Norway"
    assert side(text.replace("It rained. ", "It rained. It snowed. "), "Tam Roe") != "Norway"
