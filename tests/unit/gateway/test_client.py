"""Connecting: what Discord refuses is told in words, and never the token."""

from contextlib import AbstractAsyncContextManager
from typing import cast

import discord
import pytest

from bot.container import Services
from bot.errors import AttacheError
from bot.gateway.client import AttacheBot, run_gateway
from bot.render.cards.about_cards import Status
from bot.services.articles import ArticleService


class RefusedBot(AttacheBot):
    """A bot whose login Discord refuses."""

    def __init__(self, refusal: Exception) -> None:
        super().__init__(cast("ArticleService", None), self.no_status, cast("Services", None))
        self.refusal = refusal

    async def no_status(self) -> Status:
        raise AssertionError("nobody asked")

    async def login(self, token: str) -> None:  # noqa: ARG002 - the library's signature
        raise self.refusal


def never() -> AbstractAsyncContextManager[None]:
    raise AssertionError("nothing works before the login")


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (discord.LoginFailure("Improper token sesame"), "Discord does not accept the token."),
        (discord.PrivilegedIntentsRequired(None), "Discord rejects the intents of this bot."),
        (ConnectionRefusedError("sesame"), "Discord cannot be reached."),
    ],
)
async def test_a_refusal_is_told_in_words(refusal: Exception, sentence: str) -> None:
    bot = RefusedBot(refusal)
    with pytest.raises(AttacheError) as told:
        await run_gateway(bot, "sesame", never)
    assert str(told.value).startswith(sentence)
    assert "sesame" not in str(told.value)
    assert bot.is_closed()
