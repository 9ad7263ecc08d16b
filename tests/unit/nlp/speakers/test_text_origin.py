"""Whose own text it is: letterheads, flags, agencies, hashtags and datelines of invented texts."""

import pytest

from bot.nlp.speakers.text_origin import TextOrigin, find_issuers, find_origin
from tests.unit.nlp.speakers.invented import speakers

BODY = "\n\nDeputy Foreign Minister Orla Venn received the guests."


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ("THE WHITE HOUSE", "United States"),
        ("The harbour\n\nOffice of the Spokesperson", "United States"),
        ("The harbour\n\nFrom: Foreign Office\nPublished 3 May 2031", "United Kingdom"),
        ("EEAS\n\nThe harbour", "European Union"),
        ("Statement attributable to the Spokesperson for the Secretary-General – on the harbour", "United Nations"),
        ("Ministry of Foreign Affairs of Iceland\n\nThe harbour", "Iceland"),
        ("PERMANENT MISSION OF NORWAY TO THE UNITED NATIONS", "Norway"),
        ("🇮🇸🇳🇴 The harbour is open", "Iceland"),
        ("The harbour is open 🇮🇸🤝🇳🇴", "Iceland"),
        ("The harbour\n\nBEIJING, Aug. 6 (Xinhua) -- The harbour is open.", "China"),
        ("OSLO, March 3. /TASS/. The harbour is open.", "Russia"),
        ("Department Press Briefing – May 3, 2031", "United States"),
        ("Foreign Ministry Spokesperson Tam Roe’s Regular Press Conference on May 3", "China"),
        ("Noon Briefing by Tam Roe, Deputy Spokesperson for the Secretary-General", "United Nations"),
        ("Note to Correspondents: The harbour", "United Nations"),
        ("Response by the Spokesperson of the Ministry of Foreign Affairs of Iceland to questions on Peru", "Iceland"),
        ("🏟 Briefing by Norwegian Foreign Ministry Spokeswoman Tam Roe (key points)", "Norway"),
        ("NOTES\nBY TAM ROE, DEPUTY SPOKESPERSON FOR THE SECRETARY-GENERAL", "United Nations"),
        ("Press Gaggle by Principal Deputy Press Secretary Tam Roe", "United States"),
        ("BRIEFING\nBY TAM ROE, SPOKESPERSON FOR SECRETARY-GENERAL ORLA VENN", "United Nations"),
        ("OSLO. March 3. KAZINFORM – The harbour is open.", "Kazakhstan"),
        ("Weekly briefing\n\nMinistry of Foreign Affairs, Reykjavik", "Iceland"),
        ("Briefing by Foreign Ministry Spokeswoman Tam Roe, Oslo, May 3, 2031", "Norway"),
        ("OSLO, Norway (AA) - The harbour is open.", "Turkey"),
        ("Republic of Iceland\nMinistry of Foreign Affairs\nPress release", "Iceland"),
        ("No: 87, 21 May 2031\n\nRepublic of Iceland, Ministry of Foreign Affairs", "Iceland"),
    ],
)
def test_a_head_tells_whose_own_text_it_is(head: str, country: str) -> None:
    assert find_origin(head + BODY) == TextOrigin(country, own=True)


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("MINSK, 7 November (Harbour News). The harbour is open.", "Belarus"),
        ("TEHRAN – The harbour is open.", "Iran"),
        ("Reykjavik, May 6. The harbour is open.", "Iceland"),
        ("ANKARA", "Turkey"),
        ("OSLO — The harbour is open.", "Norway"),
    ],
)
def test_a_dateline_tells_less(line: str, country: str) -> None:
    assert find_origin(f"The harbour\n\n{line}{BODY}") == TextOrigin(country, own=False)


@pytest.mark.parametrize(
    "head",
    [
        "The harbour is open.",
        "Iceland and Norway quarrel over a harbour",
        "🇮🇸 The harbour is open",
        "BRUSSELS, May 6 — The harbour is open.",
        "Moscow and Minsk: two views of a harbour",
        "Russian Foreign Ministry Summons German Ambassador",
        "Norway. A country of harbours",
        "#Harbours #Iceland",
        "",
    ],
)
def test_a_text_of_nobody_s_has_none(head: str) -> None:
    assert find_origin(head + BODY) is None


def test_the_officials_of_the_text_s_own_side_are_that_side_s() -> None:
    text = (
        "🇮🇸🇳🇴 On May 3, Deputy Foreign Minister Orla Venn received Minister of Foreign Affairs and International "
        "Cooperation of the Kingdom of Norway Tam Roe.\n\n{Orla Venn|said} [the harbour is open]. "
        "{Tam Roe|denied} [it]. {The Ministry|confirms} [that the crew is free]."
    )
    venn, roe, ministry = speakers(text, "Orla Venn", "Tam Roe")
    assert venn is not None
    assert roe is not None
    assert ministry is not None
    assert (venn.role, venn.country) == ("Deputy Foreign Minister", "Iceland")
    assert (roe.name, roe.country) == ("Tam Roe", "Norway")
    assert ministry.country == "Iceland"


DISPATCH = (
    "Iceland shuts a harbour\n\nReykjavik, May 6. {Foreign Minister Orla Venn|said} [Iceland has no ships]. "
    "Norwegian Foreign Minister Tam Roe left."
)


def test_a_dispatch_names_no_country_of_its_own_officials() -> None:
    [venn] = speakers(DISPATCH, "Orla Venn", "Tam Roe")
    assert venn is not None
    assert venn.country == "Iceland"


def test_a_dateline_does_not_make_an_association_s_president_the_state_s() -> None:
    text = "OSLO — {Orla Venn, president of the harbour union,|said} [the harbour is open]."
    [venn] = speakers(text, "Orla Venn")
    assert venn is not None
    assert venn.country is None


@pytest.mark.parametrize("line", ["Oslo, 17 April 2031", "Oslo, 17.04.2031", "Oslo, April 17, 2031"])
def test_a_place_and_a_date_alone_on_a_line_tell_where_a_text_is_sent_from(line: str) -> None:
    assert find_origin(f"The harbour is open\n\n{line}{BODY}") == TextOrigin("Norway", own=False)


@pytest.mark.parametrize("line", ["Oslo, 17 April 2031 was a rainy day", "Oslo, 17 April 2031 and after"])
def test_a_sentence_that_begins_with_a_place_and_a_date_tells_nothing(line: str) -> None:
    assert find_origin(f"{line}{BODY}") is None


def test_a_country_above_a_sentence_of_its_ministry_is_no_letterhead() -> None:
    assert find_origin(f"Norway\nThe ministry of fisheries said that the harbour is open.{BODY}") is None


@pytest.mark.parametrize("city", ["New York", "Geneva"])
def test_a_city_of_the_united_nations_is_nobody_s_own(city: str) -> None:
    assert find_origin(f"Commentary{BODY}\n\n3 May 2031, {city}") is None
    assert find_origin(f"Commentary{BODY}\n\n{city}, 3 May 2031") is None


def test_a_city_a_date_and_a_private_agency_tell_where_a_text_is_sent_from() -> None:
    assert find_origin("OSLO. March 3 (Wire) - The harbour is open.") == TextOrigin("Norway", own=False)


def test_what_an_office_says_of_a_country_is_not_of_that_country() -> None:
    assert find_origin(f"Statement of the Foreign Office on Iran{BODY}") is None


@pytest.mark.parametrize(
    ("head", "name", "countries"),
    [
        ("Joint Statement by Norway and Iceland on fish", "Norway; Iceland", "Norway; Iceland"),
        (
            "The text of the following statement was released by the Governments of Norway and of Iceland:",
            "Norway; Iceland",
            "Norway; Iceland",
        ),
        (
            "Joint Declaration of the Fisheries Ministers of Norway and Iceland",
            "Fisheries Ministers of Norway and Iceland",
            "Norway; Iceland",
        ),
        (
            "The following is the text of a communiqué issued by the G7 ministers of France, Japan, and NATO.",
            "France; Japan; NATO",
            "France; Japan; NATO",
        ),
    ],
)
def test_who_issues_a_joint_statement(head: str, name: str, countries: str) -> None:
    issuers = find_issuers(head + BODY)
    assert issuers is not None
    assert (issuers.name, issuers.country) == (name, countries)


@pytest.mark.parametrize(
    "head",
    [
        "Oslo rejected a statement issued by Iceland and Denmark.",
        "Joint Statement from Norway on talks with Iceland",
        "A statement by Norway said that Iceland was wrong.",
    ],
)
def test_a_statement_that_a_text_tells_of_has_other_issuers(head: str) -> None:
    assert find_issuers(head + BODY) is None
