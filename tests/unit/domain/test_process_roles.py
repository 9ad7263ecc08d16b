import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.processes import ALL_ROLES, ProcessRole, parse_roles, write_roles
from bot.errors import UsageError


@given(st.frozensets(st.sampled_from(ProcessRole), min_size=1))
def test_what_is_written_is_read(roles: frozenset[ProcessRole]) -> None:
    assert parse_roles(write_roles(roles)) == roles


def test_spaces_capitals_and_repetitions_do_no_harm() -> None:
    assert parse_roles(" Work, gateway,work,") == {ProcessRole.WORK, ProcessRole.GATEWAY}


@pytest.mark.parametrize("given", ["", " , ", "gateway,polish", "all"])
def test_anything_else_is_refused_with_the_names_there_are(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_roles(given)
    assert all(role in str(caught.value) for role in ALL_ROLES)
