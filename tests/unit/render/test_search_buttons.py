"""What a button of /said carries comes back, within Discord's limits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Act
from bot.domain.statement_search import StatementQuery
from bot.gateway.components import custom_id
from bot.render.card import DETAIL_LIMIT, Action, ComponentAction
from bot.render.search_buttons import fits_in_action, make_search_action, parse_search_action

_TIMES = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001 - zoned
    lambda at: at.replace(second=0, microsecond=0, tzinfo=UTC)
)
_WANTED = st.builds(StatementQuery, st.text("abc é|", max_size=30), st.text('xyz "|', max_size=30), _TIMES, _TIMES)
_CURSORS = st.none() | st.integers(-(2**60), 2**60)


@given(_WANTED, _CURSORS, st.booleans())
def test_a_question_comes_back_from_its_button(wanted: StatementQuery, cursor: int | None, older: bool) -> None:
    kept = "" if fits_in_action(wanted) else "a" * 20
    before, after = (cursor, None) if older else (None, cursor)
    press = make_search_action(wanted, kept, before=before, after=after, page=7)
    found = parse_search_action(press)
    assert (found.wanted, found.kept) == ((None, kept) if kept else (wanted, ""))
    assert (found.before, found.after) == (before, after)
    assert len(press.detail) <= DETAIL_LIMIT
    assert len(custom_id("t", press)) <= 100


def test_what_does_not_fit_is_not_carried() -> None:
    plain = StatementQuery("Haugseth", "tolls")
    assert fits_in_action(plain)
    assert fits_in_action(replace(plain, acts=frozenset(Act)))
    for odd in (
        replace(plain, about="x" * 60),
        replace(plain, acts=frozenset({Act.DENIES})),
        replace(plain, countries=frozenset({"Norway"})),
        replace(plain, who="a|b"),
    ):
        assert not fits_in_action(odd)
        with pytest.raises(ValueError, match="cannot carry"):
            make_search_action(odd, "")


def test_dates_are_carried_to_the_minute() -> None:
    """Outwards: with "until today", what was published in the running minute is on the next page and in the table."""
    at = datetime(2026, 3, 1, 12, 30, 59, tzinfo=UTC)
    found = parse_search_action(make_search_action(StatementQuery("Haugseth", since=at, until=at), ""))
    assert found.wanted
    assert found.wanted.since == at - timedelta(seconds=59)
    assert found.wanted.until == at + timedelta(seconds=1)


@pytest.mark.parametrize("detail", ["", "<zz", "<!|||||", "||||", "<1|?||a|b|c"])
def test_an_unknown_detail_is_refused(detail: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own words, none of which a person sees
        parse_search_action(ComponentAction(Action.SAID, "0" * 20, detail=detail))
