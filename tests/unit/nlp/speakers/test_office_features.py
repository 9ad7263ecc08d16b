"""Whose office is which phrase: the candidates beside a name and elsewhere, on short invented texts."""

import pytest

from bot.nlp.speakers.candidate_ranker import Ranker, load_ranker, rank
from bot.nlp.speakers.office_features import find_stated
from tests.unit.nlp.speakers.invented import context_of


def role(text: str, *names: str) -> str | None:
    """The office of the first sure person of ``text``."""
    return next(p.role for p in context_of(text, *names).people if p.sure)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Sen. Orla Venn left. Senator Venn is back.", "Sen."),
        ("The government of Prime Minister Orla Venn fell.", "Prime Minister"),
        ("Then-spokeswoman Orla Venn left.", "Then-spokeswoman"),
        ("Orla Venn, 35, a lawyer in Oslo, agreed.", "lawyer"),
        ("A spokesman from the ruling party (RP), Orla Venn, left.", "spokesman from the ruling party (RP)"),
        ("Freshman Senator Orla Venn left.", "Senator"),
        ("Orla Venn, Minister Tam Roe and others left.", None),
        ("She thanked Orla Venn, Secretary Roe, and the crew.", None),
        ("President Orla Venn, assuming again the role of harbour president, left.", "President"),
        ("Orla Venn, who is close to the minister, left.", None),
        ("Today the Harbour Post's own Orla Venn wrote.", None),
        ("President Orla Venn, a former Senate colleague, called Roe a friend.", "President"),
        ("They had [the Norwegian envoy to the UN] Orla Venn talk.", "envoy to the UN"),
        ("It rained. Green Party leader Orla Venn left.", "Green Party leader"),
        ("The Selmrail services spokeswoman Orla Venn left.", "Selmrail services spokeswoman"),
        ("Then Commons Speaker Orla Venn left.", "Commons Speaker"),
        ("The presumed Harbour Party nominee Orla Venn left.", "presumed Harbour Party nominee"),
        ("The prominent Norwegian senator Orla Venn left.", "senator"),
        ("Orla Venn, a reef expert based in Oslo, left.", "reef expert based in Oslo"),
        ("Orla Venn, an Oslo resident, left.", "Oslo resident"),
        ("One harbour activist, Norwegian Orla Venn, left.", "harbour activist"),
        ("Orla Venn, a fellow at the Reef Institute and no fan of Roe, left.", "fellow at the Reef Institute"),
    ],
)
def test_the_office_is_the_phrase_that_names_it(text: str, office: str | None) -> None:
    assert role(text, "Orla Venn", "Venn", "Tam Roe") == office


def test_shortened_and_whole_office_are_one_candidate() -> None:
    context = context_of("Gov. Orla Venn left. Governor Orla Venn is back.", "Orla Venn")
    [person] = context.people
    names = [one.name for one in find_stated(context.text, person.mentions, [m.span for m in person.mentions]) if one]
    assert names == ["Governor"]


def test_an_office_elsewhere_in_the_text_is_of_who_has_none_beside_the_name() -> None:
    text = "Venn led the talks as secretary of state. Orla Venn said no. Many met the secretary of state. Venn went."
    assert role(text, "Orla Venn", "Venn") == "secretary of state"
    assert role(text.replace("secretary of state", "night"), "Orla Venn", "Venn") is None


def test_who_is_told_to_be_something_else_is_not_described() -> None:
    text = "The Norwegian minister left. Orla Venn, a baker in Oslo, said no. Venn went."
    assert role(text, "Orla Venn", "Venn") is None


def test_a_candidate_that_is_not_likely_enough_is_not_told() -> None:
    candidates = {"a": {"near": 1.0}, "b": {"near": 0.5}, None: {"none": 1.0}}
    [(first, probability), *_] = rank(candidates, {"near": 1.0})
    assert (first, round(probability, 2)) == ("a", 0.51)
    assert Ranker({"near": 1.0}, 0.5).choose(candidates)[0] == "a"
    assert Ranker({"near": 1.0}, 0.6).choose(candidates)[0] is None


@pytest.mark.parametrize("question", ["stated_office", "described_office"])
def test_the_released_weights_are_read(question: str) -> None:
    ranker = load_ranker(question)
    assert 0 < ranker.threshold < 1
    assert "none" in ranker.weights


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("He was answered by fashion designer Orla Venn on Monday.", "fashion designer"),
        ("Sen. Orla Venn, chairman of the Harbour Committee, left.", "Sen., chairman of the Harbour Committee"),
        ("Gov. Orla Venn left. Governor Orla Venn is back.", "Gov."),
        ("FM Orla Venn left. Foreign Minister Orla Venn is back.", "Foreign Minister"),
        ("“Yes,” then-spokeswoman Orla Venn said.", "then-spokeswoman"),
        ("The harbour is in a poor state. Orla Venn said so.", None),
    ],
)
def test_who_somebody_is_may_be_any_noun_and_a_seat(text: str, office: str | None) -> None:
    assert role(text, "Orla Venn") == office


def test_a_spokesman_s_office_is_no_woman_s() -> None:
    left = "The Norwegian spokesman left. {} Dahl spoke. Orla Dahl said that it was late."
    assert role(left.format("Mr."), "Orla Dahl", "Dahl") == "spokesman"
    assert role(left.format("Ms."), "Orla Dahl", "Dahl") is None


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Orla Venn, a senior fellow at the Selm Institute and co-author of the book “Nets”, agreed.",
         "senior fellow at the Selm Institute and co-author of the book"),
        ("Orla Venn, former harbour press secretary under Captain Tam Roe, agreed.", "former harbour press secretary"),
        ("Orla Venn, press adviser to Tam Roe, agreed.", "press adviser to Tam Roe"),
        ("Orla Venn -- Roe’s former deputy and a former captain -- agreed.", "former deputy"),
        ("On Monday, the foreign secretary, Orla Venn, told reporters she agreed.", "foreign secretary"),
        ("A spokesman for the harbour, General Orla Venn, agreed.", "spokesman for the harbour"),
        ("Its acting leader in Selm, Orla Venn, agreed.", "acting leader in Selm"),
    ],
)  # fmt: skip
def test_what_is_told_at_some_length_beside_a_name_is_the_office(text: str, office: str) -> None:
    assert office in (role(text, "Orla Venn", "Tam Roe") or "")


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn promised much. As president, she would open the harbour. Venn said so.",
        "Orla Venn promised much. She will open the harbour if elected president. Venn said so.",
        "Orla Venn left. Roe spoke of life with Tam Roe as president. Venn said so.",
        "“But it rained, senator,” Orla Venn said. “It rained.”",
        "Orla Venn left the Premier League. Venn said so.",
        "Orla Venn left, I understand he is the party nominee, but Venn said so.",
    ],
)
def test_an_office_not_held_is_nobodys(text: str) -> None:
    assert role(text, "Orla Venn", "Venn", "Tam Roe") is None
