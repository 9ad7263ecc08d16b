"""Where a line may end inside a sentence."""

import pytest

from bot.digests.lines.clauses import find_breaks
from bot.digests.lines.page import Page
from tests.unit.digests.lines.marked import read_marked


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("The ferries run daily between Oslo", " and the northern islands of Norway."),
        ("The council fears a strike in Oslo", " and Bergen, where the fleet lies."),
        ("The port lost its chief, two cranes", ", and insurance, but it stays open."),
        ("The council opened local", " and national archives to every visitor."),
        ("The council paid the crews of the May 2", ", 2021, storm."),
        ("The council paid the crews of the May 2, 2021", ", storm."),
        ("The port owes a wage to the crews", " who sail to the islands, not to others."),
        ("The port will not open as soon", " as the crews would like."),
        ("The port—a harbour of fishers", " and old ferries—opens in May."),
    ],
)
def test_no_line_ends_inside_a_phrase(words: str, rest: str) -> None:
    page = Page(read_marked(f"<{words}{rest}>"))
    assert len(words) not in find_breaks(page, 0, len(page.text))


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("The ferries run daily between Oslo and Bergen", " and the port will stay open."),
        ("The port will open on Monday", ", the council of Bergen has promised."),
        ("The port will open on May 2", " and the ferries will run again."),
        ("The port—a harbour of fishers—opens in May", " and the ferries run again."),
    ],
)
def test_a_line_may_end_where_a_clause_does(words: str, rest: str) -> None:
    page = Page(read_marked(f"<{words}{rest}>"))
    assert len(words) in find_breaks(page, 0, len(page.text))


def test_no_line_ends_at_a_conjunction_that_nothing_precedes() -> None:
    page = Page(read_marked("<Venn said>, and the ferries will run again."))
    assert find_breaks(page, len("Venn said"), len(page.text)) == []
