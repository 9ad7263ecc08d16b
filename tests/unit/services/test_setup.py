"""Setting a server up: what a preview leaves behind."""

import asyncio
from typing import Any, cast

import pytest

from bot.domain.feed import FeedDocument
from bot.gazetteer.source_catalogue import Pack, package_catalogue
from bot.i18n.language import Language
from bot.services.setup import SetupChoice, SetupPlan, SetupService


class SilentSources:
    """Sources that never answer; ``open`` are the requests that go on."""

    def __init__(self) -> None:
        self.open = 0
        self.asked = asyncio.Event()

    async def preview(self, _address: str) -> FeedDocument:
        self.open += 1
        self.asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.open -= 1
        raise AssertionError("unreachable")


async def test_a_preview_that_is_cancelled_asks_no_source_any_more() -> None:
    sources, nothing = SilentSources(), cast("Any", None)
    service = SetupService(cast("Any", sources), nothing, nothing, package_catalogue())
    choice = SetupChoice("71", Language.ENGLISH, "UTC", Pack.COUNCIL, "08:00")
    preview = asyncio.create_task(service.with_preview(SetupPlan(choice, ())))
    await sources.asked.wait()
    preview.cancel()
    with pytest.raises(asyncio.CancelledError):
        await preview
    assert sources.open == 0
