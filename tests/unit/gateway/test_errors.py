"""Errors are told to a person once, and not where Discord has just refused the answer."""

from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from structlog.testing import capture_logs

from bot.errors import UsageError
from bot.gateway import errors
from bot.i18n.messages import translatable


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The cards that were sent."""
    cards: list[Any] = []

    async def reply(_message: discord.Message, card: object) -> None:
        cards.append(card)

    monkeypatch.setattr(errors, "reply_card", reply)
    return cards


async def test_who_takes_no_direct_messages_is_sent_no_error_either(sent: list[Any]) -> None:
    response = cast("Any", SimpleNamespace(status=403, reason="Forbidden"))
    closed = discord.Forbidden(response, {"code": 50007, "message": "Cannot send messages to this user"})
    with capture_logs() as logs:
        await errors.reply_error(cast("discord.Message", SimpleNamespace(id=1)), closed)
    assert sent == []
    assert [(one["log_level"], one["code"]) for one in logs] == [("info", 50007)]


async def test_any_other_error_is_told(sent: list[Any]) -> None:
    await errors.reply_error(
        cast("discord.Message", SimpleNamespace(id=1)), UsageError(translatable("desk-no-address"))
    )
    assert len(sent) == 1
