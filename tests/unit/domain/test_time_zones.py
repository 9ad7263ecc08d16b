"""Zones as people name them."""

from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.time_zones import load_zone, parse_zone, suggest_zones
from bot.errors import UsageError


def test_names_in_whatever_case() -> None:
    assert parse_zone("europe/berlin") == "Europe/Berlin"
    assert parse_zone(" America/New York ") == "America/New_York"
    assert parse_zone("utc") == "UTC"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Berlin", "Europe/Berlin"),
        ("washington", "America/New_York"),
        ("Europe/Berln", "Europe/Berlin"),
        ("Los Angles", "America/Los_Angeles"),
        ("EST", "America/New_York"),
        ("CEST", "Europe/Paris"),
        ("PST", "America/Los_Angeles"),
        ("Beijing", "Asia/Shanghai"),
    ],
)
def test_what_is_no_name_suggests_one(words: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"Did you mean .*{meant}"):
        parse_zone(words)
    assert meant in suggest_zones(words)


@pytest.mark.parametrize("words", ["", "../etc/passwd", "zzzz", "Factory", "localtime"])
def test_what_resembles_nothing_is_told_the_form(words: str) -> None:
    with pytest.raises(UsageError, match="such as Europe/Berlin"):
        parse_zone(words)


def test_suggestions_begin_with_what_people_mean() -> None:
    assert suggest_zones("ber")[0] == "Europe/Berlin"
    assert suggest_zones("europe/")[:3] == ("Europe/Berlin", "Europe/Brussels", "Europe/Istanbul")
    assert suggest_zones("tok")[0] == "Asia/Tokyo"
    assert "UTC" in suggest_zones("")


@given(st.one_of(st.text(max_size=12), st.sampled_from(["a", "e", "europe", "/", "_", " "])))
def test_at_most_25_suggestions_each_a_zone(prefix: str) -> None:
    suggested = suggest_zones(prefix)
    assert len(suggested) <= 25
    assert len(set(suggested)) == len(suggested)
    assert all(parse_zone(name) == name and load_zone(name) for name in suggested)


def test_every_zone_of_a_region_is_understood() -> None:
    for name in available_timezones():
        if "/" in name:
            assert parse_zone(name) == name
            assert isinstance(load_zone(name), ZoneInfo)


def test_what_is_no_zone() -> None:
    for name in ("Europe", "Europe/Nowhere", "../UTC", "/etc/localtime", "\0", ""):
        with pytest.raises(ValueError, match="no time zone is called"):
            load_zone(name)
