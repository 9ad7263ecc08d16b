"""The check of a bot that runs: whether it is ready, and what its measurements say is wrong."""

import asyncio

import aiohttp

from bot.doctor.finding import Finding, Severity
from bot.i18n.messages import translatable
from bot.monitoring.diagnosis import diagnose, parse_samples
from bot.settings import Settings

_TIMEOUT = aiohttp.ClientTimeout(total=10)  # seconds
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask a bot that listens everywhere


async def check_running(settings: Settings) -> list[Finding]:
    """What the process at OBSERVE_ADDRESS tells of itself; nothing where none is asked to listen."""
    if settings.observe_at is None:
        return []
    host, port = settings.observe_at
    host = _ANYWHERE.get(host, host)
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
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
