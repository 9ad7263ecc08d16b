"""One voice for all spellings of a name across articles, never one for two people."""

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.speaker_matching import match_speakers
from bot.domain.attribution import Speaker

NORTH, SOUTH = "Northland", "Southland"


def joined(*speakers: Speaker) -> list[set[str]]:
    """Who is who when each speaker comes from another article: the articles' numbers of each person."""
    persons = match_speakers((str(n), speaker) for n, speaker in enumerate(speakers))
    return [{reading for reading, _ in person.spoken} for person in persons]


def test_full_names_join_also_in_other_spellings() -> None:
    minister = Speaker("Sergei Varkov", "Foreign Minister", NORTH)
    assert joined(minister, Speaker("Sergey Varkov", None, NORTH), Speaker("SERGEI V. VARKOV", None, NORTH)) == [
        {"0", "1", "2"}
    ]
    assert joined(minister, Speaker("Sergei Varkov")) == [{"0", "1"}]


def test_what_either_tells_is_kept() -> None:
    (person,) = match_speakers([("a", Speaker("Ada Lind")), ("b", Speaker("Ada B. Lind", "Minister", NORTH))])
    assert person.speaker == Speaker("Ada B. Lind", "Minister", NORTH)
    (person,) = match_speakers([("a", Speaker("Ada Lind", None, NORTH)), ("b", Speaker("Ada Lind", "Minister", NORTH))])
    assert person.speaker == Speaker("Ada Lind", "Minister", NORTH)


def test_two_people_of_one_surname_stay_two() -> None:
    ada, omar = Speaker("Ada Lind", "Minister", NORTH), Speaker("Omar Lind", "Minister", NORTH)
    alone = Speaker("Lind", "Minister", NORTH)
    assert joined(ada, omar) == [{"0"}, {"1"}]
    assert joined(ada, omar, alone, alone) == [{"0"}, {"1"}, {"2"}, {"3"}]
    assert joined(Speaker("Ivan Petrak", "Minister", NORTH), Speaker("Ivana Petrak", "Minister", NORTH)) == [
        {"0"},
        {"1"},
    ]
    assert joined(Speaker("Jo A. Marsh", None, NORTH), Speaker("Jo B. Marsh", None, NORTH)) == [{"0"}, {"1"}]


def test_a_surname_joins_its_only_bearer_of_one_country_and_office() -> None:
    ada = Speaker("Ada Lind", "Foreign Minister", NORTH)
    assert joined(ada, Speaker("Lind", "minister", NORTH)) == [{"0", "1"}]
    assert joined(ada, Speaker("Lind", "Ambassador", NORTH)) == [{"0"}, {"1"}]
    assert joined(ada, Speaker("Lind", "Foreign Minister", SOUTH)) == [{"0"}, {"1"}]
    assert joined(ada, Speaker("Lind", "Foreign Minister")) == [{"0"}, {"1"}]


def test_one_name_of_two_countries_is_two_people() -> None:
    assert joined(Speaker("Ada Lind", None, NORTH), Speaker("Ada Lind", None, SOUTH)) == [{"0"}, {"1"}]
    # and one whose country is not told could be either
    assert joined(Speaker("Ada Lind", None, NORTH), Speaker("Ada Lind", None, SOUTH), Speaker("Ada Lind")) == [
        {"0"},
        {"1"},
        {"2"},
    ]


def test_an_office_is_everybodys_unless_its_country_is_told() -> None:
    assert joined(Speaker("Foreign Ministry"), Speaker("Foreign Ministry")) == [{"0"}, {"1"}]
    assert joined(Speaker("the foreign minister"), Speaker("the foreign minister")) == [{"0"}, {"1"}]
    assert joined(Speaker("Foreign Ministry", None, NORTH), Speaker("Foreign Ministry", None, NORTH)) == [{"0", "1"}]
    assert joined(Speaker("Karr Shipping Line"), Speaker("Karr Shipping Line")) == [{"0", "1"}]


def test_two_names_in_one_article_are_two_people() -> None:
    spoken = [("a", Speaker("Sergei Varkov", None, NORTH)), ("a", Speaker("Sergey Varkov", None, NORTH))]
    assert len(match_speakers(spoken)) == 2


_SPEAKERS = st.builds(
    Speaker,
    st.sampled_from(["Ada Lind", "Omar Lind", "Lind", "Ada M. Lind", "Adda Lind", "Lind; Reyes", "Foreign Ministry"]),
    st.sampled_from([None, "Minister", "Ambassador"]),
    st.sampled_from([None, NORTH, SOUTH]),
)


@given(st.lists(st.tuples(st.sampled_from("abc"), _SPEAKERS), max_size=8))
def test_everyone_is_one_person_and_nobody_of_two_countries(spoken: list[tuple[str, Speaker]]) -> None:
    persons = match_speakers(spoken)
    members = [one for person in persons for one in person.spoken]
    assert sorted(map(repr, members)) == sorted(map(repr, set(spoken)))
    for person in persons:
        speakers = [speaker for _, speaker in person.spoken]
        assert len({speaker.country for speaker in speakers} - {None}) <= 1
        assert not {"Ada Lind", "Omar Lind"} <= {speaker.name for speaker in speakers}
