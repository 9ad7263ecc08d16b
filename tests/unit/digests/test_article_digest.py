"""Digests by speaker: what is grouped, shown, ranked and withheld."""

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.article_digest import compose_digest
from bot.domain.attribution import THRESHOLD, Act, Attribution, Speaker
from bot.domain.digest import Digest
from tests.unit.domain.invented import TEXT, reading, said

VENN, ROE = Speaker("Orla Venn"), Speaker("Tam Roe")


def shown(digest: Digest) -> list[tuple[str | None, list[str]]]:
    return [
        (section.speaker.name if section.speaker else None, [s.content[0].of(TEXT) for s in section.statements])
        for section in digest.sections
    ]


def test_statements_are_grouped_by_speaker_in_the_order_of_the_text() -> None:
    found = (said("thanked him", by=VENN), said("denied it", by=ROE), said("We agree", by=VENN))
    assert shown(compose_digest(reading(*found))) == [
        ("Orla Venn", ["We agree", "thanked him"]),
        ("Tam Roe", ["denied it"]),
    ]


def test_who_says_most_comes_first_then_who_speaks_first_and_the_unresolved_last() -> None:
    found = (said("We agree"), said("rain"), said("late"), said("denied it", by=ROE), said("thanked him", by=VENN))
    assert [name for name, _ in shown(compose_digest(reading(*found)))] == ["Tam Roe", "Orla Venn", None]


def test_below_the_threshold_a_statement_is_withheld_and_counted() -> None:
    found = (said("We agree", by=VENN, confidence=THRESHOLD), said("denied it", by=ROE, confidence=THRESHOLD - 0.001))
    digest = compose_digest(reading(*found))
    assert shown(digest) == [("Orla Venn", ["We agree"])]
    assert digest.withheld == 1
    assert compose_digest(reading(*found), threshold=0.0).withheld == 0
    assert compose_digest(reading(*found), threshold=0.95).sections == ()


def test_attitudes_are_left_out_and_not_counted_unless_asked_for() -> None:
    found = (
        said("We agree", by=VENN),
        said("rain", by=VENN, act=Act.ATTITUDE),
        said("late", act=Act.ATTITUDE, confidence=0.1),
    )
    plain, full = compose_digest(reading(*found)), compose_digest(reading(*found), attitudes=True)
    assert shown(plain) == [("Orla Venn", ["We agree"])]
    assert plain.withheld == 0
    assert shown(full) == [("Orla Venn", ["We agree", "rain"])]
    assert full.withheld == 1


def test_attitudes_are_ranked_below_statements() -> None:
    found = (said("rain", by=VENN, act=Act.ATTITUDE), said("thanked him", by=VENN))
    assert shown(compose_digest(reading(*found), attitudes=True)) == [("Orla Venn", ["thanked him", "rain"])]


def test_a_section_tells_most_of_what_the_statements_tell_of_its_speaker() -> None:
    found = (
        said("We agree", by=Speaker("Orla Venn", None, "Iceland")),
        said("thanked him", by=Speaker("Orla Venn", "foreign minister", "Iceland")),
    )
    [section] = compose_digest(reading(*found)).sections
    assert section.speaker == Speaker("Orla Venn", "foreign minister", "Iceland")


def test_an_article_in_which_nobody_speaks_gives_an_empty_digest() -> None:
    digest = compose_digest(reading())
    assert (digest.sections, digest.withheld) == ((), 0)


_FOUND = st.lists(
    st.builds(
        said,
        st.sampled_from(TEXT.split()),
        by=st.sampled_from([None, VENN, ROE]),
        act=st.sampled_from([Act.SAYS, Act.ATTITUDE]),
        confidence=st.floats(0, 1),
    ),
    max_size=12,
)


@given(_FOUND, st.booleans(), st.floats(0, 1))
def test_every_attribution_is_shown_once_or_withheld_or_an_attitude(
    found: list[Attribution], attitudes: bool, threshold: float
) -> None:
    digest = compose_digest(reading(*found), attitudes=attitudes, threshold=threshold)
    listed = [statement for section in digest.sections for statement in section.statements]
    wanted = [a for a in found if attitudes or a.act is not Act.ATTITUDE]
    assert sorted(map(repr, listed)) == sorted(repr(a) for a in wanted if a.confidence >= threshold)
    assert digest.withheld == len(wanted) - len(listed)
    assert all(s.speaker == section.speaker for section in digest.sections for s in section.statements)
    sizes = [
        sum(s.act is not Act.ATTITUDE for s in section.statements)
        for section in digest.sections
        if section.speaker is not None
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert all(section.speaker is not None for section in digest.sections[:-1])
