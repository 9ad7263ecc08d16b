"""Watches, settings and forgetting, typed."""

import pytest

from bot.archive.store import Archive
from bot.console.commands import parse_request
from bot.console.desk import Desk
from bot.errors import UsageError


async def typed(desk: Desk, line: str) -> str:
    request = parse_request(line)
    assert request
    return await desk.answer(request)


async def test_a_watch_is_set_up_listed_and_ended(desk: Desk) -> None:
    assert "Watch 1 · Vale about grain, in console." in await typed(desk, "watch add speaker:Vale topic:grain")
    assert "Vale about grain" in await typed(desk, "watch list")
    assert "tells no more" in await typed(desk, "watch remove 1")
    with pytest.raises(UsageError, match="no watch 1"):
        await typed(desk, "watch remove number:1")


async def test_settings_are_changed_and_kept(desk: Desk, archive: Archive) -> None:
    assert "22:00-07:00" in await typed(desk, "settings me quiet:22:00-07:00 timezone:Europe/Oslo")
    assert "Europe/Oslo" in await typed(desk, "settings me")
    assert "short" in await typed(desk, "settings server style:short labels:no")
    assert (await archive.preferences.load("console")).labels is False
    with pytest.raises(UsageError, match="yes or no"):
        await typed(desk, "settings me attitudes:perhaps")


async def test_nothing_is_forgotten_before_it_is_confirmed(desk: Desk) -> None:
    await typed(desk, "watch add topic:grain")
    assert "forget me confirm:yes" in await typed(desk, "forget me")
    assert "Vale" not in await typed(desk, "watch list")
    assert "1 watch" in await typed(desk, "forget me confirm:yes")
    assert "You watch for nothing." in await typed(desk, "watch list")
    assert "Nothing of yours is stored" in await typed(desk, "forget me")
