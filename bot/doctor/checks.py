"""The checks of ``doctor``: this machine, the network, Discord, and the running bot."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from bot.doctor.discord_account import DiscordAccount, check_discord_account
from bot.doctor.finding import Finding, Severity
from bot.errors import AttacheError, FetchError, SettingsError
from bot.i18n.messages import translatable, translate
from bot.monitoring.diagnosis import diagnose, parse_samples
from bot.settings import Settings
from bot.web.fetch import Fetcher

if TYPE_CHECKING:
    from bot.nlp.tagger.tagger import Tagger

_RUNNING_TIMEOUT = aiohttp.ClientTimeout(total=10)  # seconds
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to reach a bot that listens on all addresses

PAGE = "https://example.com/"
"""A page for such tests (RFC 2606, iana.org/help/example-domains)."""
DISCORD = "https://discord.com/api/v10"
_TIMEOUT = aiohttp.ClientTimeout(total=15)  # seconds

OLDEST, NEWEST = (3, 11), (3, 14)
_SENTENCE = "“We have read every word,” the minister said."


def check_python(version: tuple[int, ...]) -> Finding:
    """Whether Attaché is tested with this version of Python."""
    shown = ".".join(map(str, version))
    if OLDEST <= version <= NEWEST:
        return Finding.of(Severity.OK, "python", translatable("doctor-python", version=shown))
    return Finding.of(Severity.WARN, "python", translatable("doctor-python-untested", version=shown))


def check_data_folder(folder: Path) -> Finding:
    """Whether files can be created in the data folder, which is created if it is missing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else translate("follow-no-reason")  # the system's own message
        return Finding.of(Severity.FAIL, "data", translatable("doctor-data-locked", folder=str(folder), reason=reason))
    return Finding.of(Severity.OK, "data", translatable("doctor-data", folder=str(folder.resolve())))


async def check_archive(settings: Settings) -> Finding:
    """Whether the archive opens, has this program's schema, and is undamaged."""
    from bot.archive.store import Archive

    try:
        archive = await Archive.open(settings.archive_url)
        try:
            damage = await archive.find_damage()
            count = await archive.count_articles()
        finally:
            await archive.close()
    except AttacheError as error:
        return Finding.of_error("archive", error)
    if damage:
        return Finding.of(Severity.FAIL, "archive", translatable("doctor-archive-damaged", damage=damage))
    return Finding.of(Severity.OK, "archive", translatable("doctor-archive", count=count))


def check_model() -> Finding:
    """Whether the English model's files are the released ones (by SHA-256) and read a sentence."""
    from bot.nlp.analyse import load_tagger
    from bot.nlp.engine_version import engine_version

    took = _read_sentence(load_tagger)
    if isinstance(took, Finding):
        return took
    return Finding.of(Severity.OK, "model", translatable("doctor-model", version=engine_version(), took=took))


def check_languages() -> Finding:
    """The same of the model for other languages."""
    from bot.nlp.lang import LANGUAGES
    from bot.nlp.lang.attributions import load_multilingual_tagger

    took = _read_sentence(load_multilingual_tagger)
    if isinstance(took, Finding):
        return took
    return Finding.of(Severity.OK, "model", translatable("doctor-languages", count=len(LANGUAGES), took=took))


def _read_sentence(load: Callable[[], "Tagger"]) -> Finding | int:
    """The milliseconds that a model takes, or what is wrong with it."""
    try:
        load().read(_SENTENCE)
        start = time.perf_counter()
        found = load().read(_SENTENCE).links
        took = time.perf_counter() - start
    except AttacheError as error:
        return Finding.of_error("model", error)
    if not found:
        return Finding.of(Severity.FAIL, "model", translatable("doctor-model-blind"))
    return round(took * 1000)


async def check_network(settings: Settings, page: str = PAGE) -> Finding:
    """Whether ``page`` can be fetched, with the same guard and limits as every page."""
    try:
        async with Fetcher(settings.attache_contact, settings.allow_private_hosts) as fetcher:
            await fetcher.fetch(page)
    except FetchError as error:
        reason, _ = error.parts()
        return Finding.of(Severity.FAIL, "network", translatable("doctor-network-none", page=page, reason=reason))
    return Finding.of(Severity.OK, "network", translatable("doctor-network", page=page))


async def check_account(settings: Settings, discord: str = DISCORD) -> list[Finding]:
    """Check the bot's account with Discord's API at ``discord``."""
    if settings.discord_token is None:
        return [Finding.of(Severity.WARN, "token", translatable("doctor-token-none"))]
    try:
        account = await load_account(settings.discord_token.get_secret_value(), discord)
    except AttacheError as error:
        return [Finding.of_error("token", error)]
    return check_discord_account(account)


def find_discord_api(settings: Settings) -> str:
    """The address of Discord's API, or of the test Discord that the settings name."""
    return f"{settings.discord_url}/api/v10" if settings.discord_url else DISCORD


async def load_account(token: str, discord: str) -> DiscordAccount:
    """The account of ``token``. Raises ``SettingsError`` if it is refused, ``FetchError`` without a usable answer."""
    headers = {"Authorization": f"Bot {token}"}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=_TIMEOUT) as session:
            application = await _load(session, f"{discord}/applications/@me")
            servers = await _load(session, f"{discord}/users/@me/guilds")
        return DiscordAccount.of(application, servers)
    # their own words hold the request's headers, so none is chained
    except aiohttp.ClientResponseError as error:
        if error.status == 401:
            raise SettingsError(translatable("doctor-token-refused"), resource="DISCORD_TOKEN") from None
        raise FetchError(translatable("doctor-token-status", status=str(error.status)), status=error.status) from None
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise FetchError(translatable("doctor-token-silent")) from None


async def _load(session: aiohttp.ClientSession, address: str) -> Any:
    async with session.get(address, raise_for_status=True, allow_redirects=False) as response:
        return await response.json()


async def check_running(settings: Settings) -> list[Finding]:
    """Check the process at OBSERVE_ADDRESS by its readiness and metrics; nothing if the setting is empty."""
    if settings.observe_at is None:
        return []
    host, port = settings.observe_at
    host = _ANYWHERE.get(host, host)
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    try:
        async with aiohttp.ClientSession(timeout=_RUNNING_TIMEOUT) as session:
            async with session.get(f"{base}/readyz") as answer:
                parts = (await answer.json())["parts"].items()
            async with session.get(f"{base}/metrics", raise_for_status=True) as answer:
                samples = await asyncio.to_thread(parse_samples, await answer.text())
    except (aiohttp.ClientConnectorError, TimeoutError):
        silent = translatable("running-silent", address=str(settings.observe_address))
        return [Finding.of(Severity.WARN, "running", silent)]
    except (aiohttp.ClientError, ValueError, KeyError, AttributeError, TypeError):
        foreign = translatable("running-foreign", address=str(settings.observe_address))
        return [Finding.of(Severity.FAIL, "running", foreign)]
    wrong = [
        Finding.of(Severity.FAIL, "running", translatable("running-unready", part=name, reason=words))
        for name, words in parts
        if words != "ok"
    ]
    wrong += [Finding.of(Severity.WARN, "running", one) for one in diagnose(samples)]
    return wrong or [Finding.of(Severity.OK, "running", translatable("running-well"))]
