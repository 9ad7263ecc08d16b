"""Countries and bodies by name, demonym, capital and seat of power; the table against ISO 3166."""

import time
from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gazetteer.countries import NamingKind, country_of, find_country, find_places, name_in

SHORT = {
    "BO": "Bolivia", "BN": "Brunei", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
    "CI": "Ivory Coast", "CV": "Cape Verde", "CZ": "Czech Republic", "FM": "Micronesia", "IR": "Iran",
    "KP": "North Korea", "KR": "South Korea", "LA": "Laos", "MD": "Moldova", "PS": "Palestine",
    "RU": "Russia", "ST": "Sao Tome and Principe", "SY": "Syria", "TL": "East Timor", "TR": "Turkey", "TW": "Taiwan",
    "TZ": "Tanzania", "VA": "Holy See", "VE": "Venezuela", "VN": "Vietnam",
}  # fmt: skip
"""Countries whose English short name in the news is not the name in ISO 3166, by alpha-2 code."""

DEPENDENT = frozenset(
    "AI AQ AW AX BL BM BQ BV CC CK CW CX EH FK GF GG GI GP GS GU HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE "
    "SH SJ SX TC TF TK UM VG VI WF YT".split()
)
"""Territories of ISO 3166 that speak for no foreign ministry of their own: they need no row."""


def test_every_country_of_iso_3166_is_known_by_its_short_name() -> None:
    for country in pycountry.countries:
        if country.alpha_2 in DEPENDENT:
            continue  # may have a row, as Puerto Rico is the United States'
        name = SHORT.get(country.alpha_2, country.name)
        assert country_of(name) == (name, NamingKind.NAME)


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Norwegian", "Norway"),
        ("Dutch", "Netherlands"),
        ("Swiss", "Switzerland"),
        ("Burmese", "Myanmar"),
        ("Filipino", "Philippines"),
        ("Emirati", "United Arab Emirates"),
        ("Kosovar", "Kosovo"),
        ("North Korean", "North Korea"),
        ("South Sudanese", "South Sudan"),
        ("Papua New Guinean", "Papua New Guinea"),
        ("British", "United Kingdom"),
        ("American", "United States"),
        ("EU", "European Union"),
        ("Americans", "United States"),
        ("Germans", "Germany"),
        ("Ukrainians", "Ukraine"),
        ("Saudis", "Saudi Arabia"),
        ("Israelis", "Israel"),
    ],
)
def test_adjectives_and_demonyms(word: str, country: str) -> None:
    assert country_of(word) == (country, NamingKind.ADJECTIVE) or country_of(word) == (country, NamingKind.NAME)


@pytest.mark.parametrize(
    ("seat", "country"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("Smolenskaya Square", "Russia"),
        ("Washington", "United States"),
        ("Foggy Bottom", "United States"),
        ("the White House", "United States"),
        ("the Pentagon", "United States"),
        ("Capitol Hill", "United States"),
        ("Whitehall", "United Kingdom"),
        ("Downing Street", "United Kingdom"),
        ("Brussels", "European Union"),
        ("the Berlaymont", "European Union"),
        ("Beijing", "China"),
        ("Zhongnanhai", "China"),
        ("Ankara", "Turkey"),
        ("the Quai d’Orsay", "France"),
        ("the Elysée", "France"),
        ("the Farnesina", "Italy"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("the Vatican", "Holy See"),
        ("Ramallah", "Palestine"),
        ("the Blue House", "South Korea"),
        ("Reykjavik", "Iceland"),
        ("Tbilisi", "Georgia"),
    ],
)
def test_capitals_and_seats_of_power(seat: str, country: str) -> None:
    assert find_country(seat) == country
    known = country_of(seat)
    assert known is not None
    assert known[0] == country


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The US envoy told us that the talks let us down.", ["United States"]),
        ("The U.S. and the U.K. met.", ["United States", "United Kingdom"]),
        ("They ate turkey from china in the chad of march.", []),
        ("Turkey and China met Chad.", ["Turkey", "China", "Chad"]),
        ("South Korea, not Korea's North Korea", ["South Korea", "North Korea"]),
        ("Papua New Guinea is not Guinea, Guinea-Bissau or Equatorial Guinea.", [
            "Papua New Guinea", "Guinea", "Guinea-Bissau", "Equatorial Guinea"]),
        ("South Sudan left Sudan; Nigeria is not Niger.", ["South Sudan", "Sudan", "Nigeria", "Niger"]),
        ("The Dominican Republic is not Dominica.", ["Dominican Republic", "Dominica"]),
        ("The Democratic Republic of the Congo and the Republic of the Congo", [
            "Democratic Republic of the Congo", "Republic of the Congo"]),
        ("Russia’s and Norway's envoys", ["Russia", "Norway"]),
        ("Germanyx, xGermany, Germany2 and German_y", []),
        ("WHO knows who said it", ["World Health Organization"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_text_names(text: str, countries: list[str]) -> None:
    assert [place.country for place in find_places(text)] == countries


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("Türkiye closed its harbours.", "Turkey", "Türkiye"),
        ("Türkiye, or Turkey, closed its harbours.", "Turkey", "Turkey"),
        ("Ankara closed its harbours.", "Turkey", "Turkey"),
        ("Czechia met Norway.", "Norway; Czech Republic", "Norway; Czechia"),
    ],
)
def test_a_country_of_two_names_is_called_as_the_text_calls_it(text: str, country: str, name: str) -> None:
    assert name_in(text, country) == name


def test_each_nation_has_a_red_cross() -> None:
    assert [p.country for p in find_places("the Norwegian Red Cross and the Red Cross")] == ["Norway", "Red Cross"]


def test_a_country_stands_behind_the_kind_of_a_report() -> None:
    assert [p.country for p in find_places("ANALYSIS-Norway's debt; semi-Norway")] == ["Norway"]


def test_a_name_or_adjective_counts_before_a_seat() -> None:
    assert find_country("the Washington-based Norwegian envoy") == "Norway"
    assert find_country("the harbour master") is None


_ROUGH = st.lists(
    st.one_of(st.sampled_from(["Norway", "US", "North ", "Korea", "n", "-", "'s ", "😀"]), st.text(max_size=4))
)


@given(_ROUGH.map("".join))
def test_places_of_any_text_lie_inside_it_in_order_and_apart(text: str) -> None:
    places = find_places(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
    for place in places:
        known = country_of(place.span.of(text))
        assert known == (place.country, place.naming)


@pytest.mark.parametrize(
    "unit", ["Norway ", "North ", "Saint ", "Democratic Republic of ", "US", "a", "No ", "-", "St. "]
)
def test_places_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    find_places(text)
    assert time.process_time() - started < 5


def test_two_countries_joined_by_a_hyphen_are_two() -> None:
    found = find_places("Norway-Iceland Dialogue, pro-Norway, U.S.–Norway talks, Norway-based")
    assert [place.country for place in found] == ["Norway", "Iceland", "United States", "Norway", "Norway"]
