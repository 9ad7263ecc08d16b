"""Whom a speaker speaks for: his state, a movement, or nobody but himself."""

import pytest

from bot.digests.represented_side import find_side, find_side_of
from bot.digests.speaker_matching import StorySpeaker
from bot.domain.attribution import Speaker


@pytest.mark.parametrize(
    ("name", "role", "country", "side"),
    [
        ("Sergey Lavrov", "Foreign Minister", "Russia", "Russia"),
        ("Vladimir Putin", None, "Russia", "Russia"),
        ("Putin", None, "Russia", "Russia"),
        ("US", None, "United States", "United States"),
        ("the United States", None, "United States", "United States"),
        ("United States government", "government", "United States", "United States"),
        ("White House officials", "officials", "United States", "United States"),
        ("Ada Lind", "Attorney General", "Norway", "Norway"),
        ("Russian authorities", "authorities", "Russia", "Russia"),
        ("Leonid Volk", "associate of the jailed opposition figure", "Russia", None),
        ("Ivan Petrak", "opposition politician", "Russia", None),
        ("Ada Lind", "former Foreign Minister", "Norway", None),
        ("Ada Lind", "Senator", "United States", None),
        ("Arctic Lines", "shipping company", "Norway", None),
        ("the Oslo Daily", "newspaper", "Norway", None),
        ("Xinhua", "official", "China", None),
        ("state media", "state media", "Iran", None),
        ("rebel spokesman", "spokesman for the rebels", "Syria", None),
        ("Ada Lind", None, "Norway", None),
        ("officials working on Norway", "officials", "Norway", None),
        ("Hamas spokesman", "spokesman", "Palestine", "Hamas"),
        ("Ada Lind; Omar Reyes", "ministers", "Norway; Iceland", None),
        ("Ada Lind", "Foreign Minister", None, None),
        ("Виктор Карелин", "министра иностранных дел", "Russia", "Russia"),
        ("Виктор Карелин", "бывший министр иностранных дел", "Russia", None),
        ("Виктор Карелин", "экс-глава МИД", "Russia", None),
        ("Виктор Карелин", "политолог", "Russia", None),
        ("Российская сторона", None, "Russia", "Russia"),
        ("سامح الدالي", "وزير الخارجية", "Egypt", "Egypt"),
        ("وزارة الخارجية المصرية", None, "Egypt", "Egypt"),
        ("أحمد سالم", "صحفي", "Egypt", None),
        ("林文", "外长", "China", "China"),
        ("林文", "前外长", "China", None),
        ("中国外交部", None, "China", "China"),
        ("中方", None, "China", "China"),
        ("Сергей Лавров", None, "Russia", "Russia"),
    ],
)  # fmt: skip
def test_a_side_is_whom_one_speaks_for(name: str, role: str | None, country: str | None, side: str | None) -> None:
    assert find_side(Speaker(name, role, country)) == side


def test_who_is_introduced_as_a_movements_speaks_for_it() -> None:
    speaker = Speaker("Omar Reyes", "political leader", "Palestine")
    assert find_side(speaker, "Hamas political leader Omar Reyes said so.") == "Hamas"
    assert find_side(speaker, "So said Omar Reyes, a political leader of Hamas.") == "Hamas"
    assert find_side(speaker, "Omar Reyes urged Hamas to talk.") == "Palestine"
    assert find_side(speaker, "Israel accused Hamas. Omar Reyes said so.") == "Palestine"
    assert find_side(Speaker("Omar Reyes", "minister", "Israel"), "Hamas, minister Omar Reyes said") == "Israel"


def test_who_stands_in_opposition_in_one_article_does_in_all() -> None:
    known = StorySpeaker(
        Speaker("Mitt Romney", "presidential nominee", "United States"),
        frozenset(
            {
                ("a", Speaker("Mitt Romney", "presidential nominee", "United States")),
                ("b", Speaker("Mitt Romney", None, "United States")),
            }
        ),
    )
    assert find_side_of(known, {}) is None
    minister = Speaker("Ada Lind", "Foreign Minister", "Norway")
    spoken = frozenset({("a", minister), ("b", Speaker("Ada Lind", None, "Norway"))})
    assert find_side_of(StorySpeaker(minister, spoken), {}) == "Norway"
