from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.shards import ShardPlan, bucket_of, check_plan
from bot.errors import SettingsError

plans = st.integers(1, 400).flatmap(
    lambda shards: st.builds(ShardPlan, st.just(shards), st.integers(1, min(shards, 60)))
)


@given(plans)
def test_every_shard_is_held_once(plan: ShardPlan) -> None:
    ranges = [plan.range_of(place) for place in range(plan.gateways)]
    assert list(chain.from_iterable(ranges)) == list(range(plan.shards))


@given(plans)
def test_no_gateway_holds_two_more_than_another_and_none_holds_nothing(plan: ShardPlan) -> None:
    sizes = [len(plan.range_of(place)) for place in range(plan.gateways)]
    assert min(sizes) >= 1
    assert max(sizes) - min(sizes) <= 1


@given(plans, st.integers(0, 2**63 - 1))
def test_every_server_is_somebodys(plan: ShardPlan, server: int) -> None:
    shard = (server >> 22) % plan.shards
    assert sum(shard in plan.range_of(place) for place in range(plan.gateways)) == 1


@given(plans)
def test_each_place_has_a_lease_of_its_own(plan: ShardPlan) -> None:
    assert len(set(plan.leases)) == plan.gateways
    check_plan(plan, plan.leases)


@given(plans, plans)
def test_a_different_plan_of_others_is_refused(ours: ShardPlan, theirs: ShardPlan) -> None:
    if ours == theirs or ours.gateways == theirs.gateways == 1:
        check_plan(ours, [*theirs.leases, "sender"])
    else:
        with pytest.raises(SettingsError, match="GATEWAY_SHARDS"):
            check_plan(ours, [*ours.leases, *theirs.leases, "sender"])


def test_the_refusal_names_both_plans() -> None:
    with pytest.raises(SettingsError) as caught:
        check_plan(ShardPlan(16, 4), ["gateway:all"])
    assert "with all shards" in caught.value.cause
    assert "a part of 16 shards for 4 processes" in caught.value.cause


def test_who_holds_all_shards_may_count_them_anew() -> None:
    assert ShardPlan(3).leases == ShardPlan(5).leases


@given(st.integers(1, 16), st.integers(1, 200))
def test_shards_that_may_open_together_are_in_different_buckets(at_once: int, first: int) -> None:
    assert len({bucket_of(shard, at_once) for shard in range(first, first + at_once)}) == at_once


@pytest.mark.parametrize(("shards", "gateways"), [(1, 2), (0, 0), (3, 0), (0, 1), (4, -1)])
def test_a_plan_that_leaves_somebody_without_work_is_none(shards: int, gateways: int) -> None:
    with pytest.raises(ValueError, match="cannot share"):
        ShardPlan(shards, gateways)


@pytest.mark.parametrize("place", [-1, 3])
def test_there_is_nothing_beside_the_places(place: int) -> None:
    with pytest.raises(ValueError, match="no place"):
        ShardPlan(9, 3).range_of(place)
