"""Measures how soon commands and buttons are acknowledged.

An interaction's id contains its creation time by Discord's clock, and the URL of its acknowledgement contains that id:
so a trace of finished requests covers commands, buttons, menus and autocomplete alike. This needs an accurate local
clock, as nonces do.
"""

import re
import time
from types import SimpleNamespace
from typing import Final

import aiohttp
from discord.utils import snowflake_time

from bot.metrics import INTERACTION

_CALLBACK: Final = re.compile(r"/interactions/(\d{15,20})/[^/]+/callback$")


def measure_acknowledgements(trace: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
    """Add the measurement to ``trace`` of a client's requests."""
    trace.on_request_end.append(_look)
    return trace


async def _look(_: aiohttp.ClientSession, __: SimpleNamespace, ended: aiohttp.TraceRequestEndParams) -> None:
    if (match := _CALLBACK.search(ended.url.path)) and ended.response.status < 300:
        INTERACTION.observe(max(0.0, time.time() - snowflake_time(int(match[1])).timestamp()))
