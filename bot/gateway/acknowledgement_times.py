"""How soon Discord has an answer to a command or button, measured where it is sent.

An interaction's number tells when it was made, by Discord's clock, and the address of its acknowledgement holds that
number: so one look at every request that ends covers commands, buttons, menus and suggestions alike. This machine's
clock must be right for it, as it must be for nonces.
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
    """``trace`` of a client's requests, which from now on measures this, too."""
    trace.on_request_end.append(_look)
    return trace


async def _look(_: aiohttp.ClientSession, __: SimpleNamespace, ended: aiohttp.TraceRequestEndParams) -> None:
    if (match := _CALLBACK.search(ended.url.path)) and ended.response.status < 300:
        INTERACTION.observe(max(0.0, time.time() - snowflake_time(int(match[1])).timestamp()))
