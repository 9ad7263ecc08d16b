"""The check of a bot that runs: whether it is ready, and what its measurements say is wrong."""

import asyncio

import aiohttp

from bot.doctor.finding import Finding, Level
from bot.observe.judging import judge, parse_samples
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
        words = f"Nothing answers at {settings.observe_address}, where a running bot would."
        return [Finding(Level.WARN, "running", words, "If the bot should be running, start it, and see its log.")]
    except (aiohttp.ClientError, ValueError, KeyError, AttributeError, TypeError):
        words = f"What answers at {settings.observe_address} is not Attaché."
        return [Finding(Level.FAIL, "running", words, "Give OBSERVE_ADDRESS a port of its own.")]
    wrong = [
        Finding(Level.FAIL, "running", f"The bot is not ready: {name}: {words}", "See its log.")
        for name, words in parts
        if words != "ok"
    ]
    wrong += [Finding(Level.WARN, "running", one.words, one.step) for one in judge(samples)]
    return wrong or [Finding(Level.OK, "running", "The bot runs and is ready; its measurements show nothing amiss.")]
