"""Checks beyond this machine: whether pages can be fetched, and what Discord says of the token."""

from typing import Any

import aiohttp

from bot.doctor.discord_account import DiscordAccount, check_discord_account
from bot.doctor.finding import Finding, Severity
from bot.errors import FetchError
from bot.i18n.messages import translatable
from bot.settings import Settings
from bot.web.fetch import Fetcher

PAGE = "https://example.com/"
"""A page made to be asked for (RFC 2606, iana.org/help/example-domains)."""
DISCORD = "https://discord.com/api/v10"
_TIMEOUT = aiohttp.ClientTimeout(total=15)  # seconds


async def check_network(settings: Settings, page: str = PAGE) -> Finding:
    """Whether ``page`` can be fetched, with the guard and the limits that hold for every page."""
    try:
        async with Fetcher(settings.attache_contact, settings.allow_private_hosts) as fetcher:
            await fetcher.fetch(page)
    except FetchError as error:
        reason, _ = error.parts()
        return Finding.of(Severity.FAIL, "network", translatable("doctor-network-none", page=page, reason=reason))
    return Finding.of(Severity.OK, "network", translatable("doctor-network", page=page))


async def check_account(settings: Settings, discord: str = DISCORD) -> list[Finding]:
    """What Discord, whose interface is at ``discord``, tells of the bot behind the token."""
    if settings.discord_token is None:
        return [Finding.of(Severity.WARN, "token", translatable("doctor-token-none"))]
    headers = {"Authorization": f"Bot {settings.discord_token.get_secret_value()}"}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=_TIMEOUT) as session:
            application = await _load(session, f"{discord}/applications/@me")
            servers = await _load(session, f"{discord}/users/@me/guilds")
    except aiohttp.ClientResponseError as error:
        return [_refusal(error.status)]
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return [Finding.of(Severity.FAIL, "token", translatable("doctor-token-silent"))]
    return check_discord_account(DiscordAccount.of(application, servers))


async def _load(session: aiohttp.ClientSession, address: str) -> Any:
    async with session.get(address, raise_for_status=True, allow_redirects=False) as response:
        return await response.json()


def _refusal(status: int) -> Finding:
    if status == 401:
        return Finding.of(Severity.FAIL, "token", translatable("doctor-token-refused"))
    return Finding.of(Severity.FAIL, "token", translatable("doctor-token-status", status=str(status)))
