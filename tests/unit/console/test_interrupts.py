"""Ctrl-C stops the answer that is being made, and never the console."""

import asyncio
import os
import signal

import pytest

from bot import console


@pytest.fixture(autouse=True)
def as_it_was() -> object:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


async def wait_long() -> str:
    await asyncio.sleep(30)
    return "done"


async def test_an_answer_is_stopped_and_the_next_one_is_made() -> None:
    console._ignore_interrupts()
    for _ in range(2):
        asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
        assert await console._interruptible(wait_long()) is None
    os.kill(os.getpid(), signal.SIGINT)  # between two answers: it ends nothing
    await asyncio.sleep(0.05)
    assert await console._interruptible(asyncio.sleep(0, "done")) == "done"
