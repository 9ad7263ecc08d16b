"""What is told of a found statement beside its line: what makes it be about what was sought."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.digests.search_results import choose_listed, count_listed, find_mention, word_found
from bot.domain.statement_search import FoundStatement
from tests.unit.digests.lines.marked import read_marked


def _mention(marked: str, about: str, *, after: str = "") -> str | None:
    reading = read_marked(marked, after=after)
    [said] = reading.analysis.attributions
    at = datetime(2026, 3, 14, tzinfo=UTC)
    found = FoundStatement(1, reading.id, said, reading.article, at, 1, language="en", beside=())
    span = find_mention(found, word_found(found, about), about)
    return span.of(reading.article.text) if span else None


@pytest.mark.parametrize(
    ("marked", "about", "mention"),
    [
        (
            "Asked about the jailed editor, {Venn} [said] <the law was clear>.",
            "editor",
            "Asked about the jailed editor",
        ),
        (
            "Asked about the jailed editors, {Venn} [said] <the law was clear>.",
            "editor",
            "Asked about the jailed editors",
        ),
        ("{Venn} [said] <the law was clear>, days after the editor was jailed.", "jailed", None),
        (
            "The editor was jailed in May. {Venn} [condemned] <it>.",
            "editor",
            "The editor was jailed in May.",
        ),
        ("{Venn} [said] <the editor had broken the law>.", "editor", None),
        ("{Venn} [said] <the law was clear>.", "", None),
    ],
)
def test_what_the_line_does_not_tell_is_told_beside_it(marked: str, about: str, mention: str | None) -> None:
    assert _mention(marked, about) == mention


def test_what_is_counted_is_what_pages_list() -> None:
    reading = read_marked("{Venn} [said] <the law was clear>.")
    [said] = reading.analysis.attributions
    at = datetime(2026, 3, 14, tzinfo=UTC)
    one = FoundStatement(1, reading.id, said, reading.article, at, 1, language="en", beside=())
    twice = (one, replace(one, statement=2, place=2))
    assert choose_listed(twice, [word_found(one)] * 2) == (0,)
    assert count_listed(twice, "", 5) == 1
    assert count_listed((*twice, replace(one, reading="other")), "law", 5) == 2
    assert count_listed(twice, "", 1) == 2, "each on a page of its own"
    assert count_listed((), "", 5) == 0
