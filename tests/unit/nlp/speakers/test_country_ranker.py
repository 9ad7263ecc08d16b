"""Whom somebody speaks for, by the fitted ranker: what it has learnt, and what is settled or barred before."""

import pytest

from bot.nlp.speakers.country_features import NOBODY
from bot.nlp.speakers.country_ranker import choose_country, is_enough, rank_countries
from tests.unit.nlp.speakers.invented import context_of, speakers


def side(marked: str, *names: str) -> str | None:
    """The country of the last speaker of a marked text."""
    last = speakers(marked, *names)[-1]
    assert last is not None
    return last.country


def test_the_chances_of_all_candidates_make_one() -> None:
    context = context_of("Norway met Iceland. Foreign Minister Orla Venn left.", "Orla Venn")
    ranked = rank_countries(context.sides.of_person(context.sides.people[0], {}), {"named": 2.0})
    assert {country for country, _ in ranked} == {"Norway", "Iceland", NOBODY}
    assert sum(chance for _, chance in ranked) == pytest.approx(1)
    assert ranked == sorted(ranked, key=lambda pair: -pair[1])


def test_nobody_is_told_where_no_country_is_likely_enough() -> None:
    assert choose_country({NOBODY: {"none": 9.0}, "Norway": {}})[0] is None


def test_who_mostly_speaks_for_none_needs_a_likelier_country() -> None:
    likely = {NOBODY: {"none | minister": 1.0}, "Norway": {"in title": 1.0, "in lede": 1.0}}
    private = {**likely, NOBODY: {"none | expert": 1.0, "none, of a body": 1.0}}
    weighed = {"in title": 0.15, "in lede": 0.15}
    chances = [dict(rank_countries(one, weighed))["Norway"] for one in (likely, private)]
    assert chances[0] == chances[1]
    assert (is_enough(likely, "Norway", chances[0]), is_enough(private, "Norway", chances[1])) == (True, False)


def test_an_ambassador_to_the_united_nations_is_a_state_s() -> None:
    text = "Norway met Iceland. {U.N. Ambassador Susan Rice|called} that [a pity]. {U.N. envoy Orla Venn|said} [no]."
    found = speakers(text, "Susan Rice", "Orla Venn")
    assert [one.country for one in found if one] == ["United States", "United Nations"]


def test_a_party_called_like_a_chamber_is_not_the_chamber_s() -> None:
    text = "India voted on Monday. Indian ships lay still.\n\n{Congress Party spokesman Bo Roe|said} [no]."
    assert side(text, "Bo Roe") == "India"


def test_a_public_figure_whose_country_the_text_leaves_unsaid() -> None:
    text = "Iceland shut a port of its own on Monday. {President Donald Trump|called} that [a pity]."
    assert side(text, "Donald Trump") == "United States"


def test_a_surname_that_only_figures_of_one_state_bear_goes_before_what_stands_near() -> None:
    text = (
        "France shut a port\n\nFrench President Ole Venn met President Trump in Paris. France was glad.\n\n"
        "The talks lasted all day in France, in Paris and in Lyon. {Trump|called} them [short]."
    )
    assert side(text, "Ole Venn", "Trump") == "United States"


def test_what_the_text_states_goes_before_what_is_known_from_elsewhere() -> None:
    assert side("{Icelandic Energy Minister Angela Merkel|called} that [a pity].", "Angela Merkel") == "Iceland"


def test_a_member_of_a_chamber_that_one_state_has() -> None:
    text = "Iran shut a port. House Republicans and Democrats in Congress met.\n\n{Sen. Orla Venn|said} [no]."
    assert side(text, "Orla Venn") == "United States"


def test_an_envoy_of_a_state_to_a_body_is_the_state_s() -> None:
    assert side("{Norwegian U.N. ambassador Orla Venn|said} [no].", "Orla Venn") == "Norway"


def test_who_has_a_state_s_help_is_not_that_state_s() -> None:
    assert side("{Norwegian-backed rebels|said} [no].") is None


def test_a_bureau_for_a_country_is_not_of_it() -> None:
    text = "{Orla Venn, director of the America affairs bureau of the Norwegian foreign ministry,|said} [no]."
    assert side(text, "Orla Venn") == "Norway"


def test_a_name_in_what_he_says_is_not_his() -> None:
    text = "{President Tam Venn|said} [yes] on Monday. He left.\n\n“With Bo Roe, we have a plan,” {he|said} [so]."
    assert side(text, "Tam Venn", "Bo Roe") == side(text.replace("Bo Roe", "Iceland"), "Tam Venn")
