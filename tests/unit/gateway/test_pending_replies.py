"""Who still waits when the bot stops is told so, once; whoever is answered in time is not."""

import asyncio

from bot.gateway.responses import Waiting


async def test_who_still_waits_is_told_and_who_was_answered_is_not() -> None:
    waiting, told, answered = Waiting(grace=0.05), list[str](), list[str]()

    async def work(name: str, seconds: float) -> None:
        async def tell() -> None:
            told.append(name)

        waiting.add(tell)
        await asyncio.sleep(seconds)
        answered.append(name)

    tasks = [asyncio.create_task(work(name, seconds)) for name, seconds in (("done", 0), ("soon", 0.01), ("late", 60))]
    await asyncio.sleep(0.005)
    await waiting.dismiss()
    assert (told, answered) == (["late"], ["done", "soon"])
    assert [task.cancelled() for task in tasks] == [False, False, True]
    await waiting.dismiss()
    assert told == ["late"]


async def test_one_who_cannot_be_told_keeps_nobody_waiting() -> None:
    waiting, told = Waiting(grace=0.05), list[str]()

    async def work(name: str) -> None:
        async def tell() -> None:
            if name == "gone":
                raise RuntimeError("nobody there")
            if name == "slow":
                await asyncio.sleep(60)
            told.append(name)

        waiting.add(tell)
        await asyncio.sleep(60)

    for name in ("gone", "slow", "here"):
        asyncio.create_task(work(name))  # noqa: RUF006 - they are ended below
    await asyncio.sleep(0)
    async with asyncio.timeout(30):
        await waiting.dismiss()
    assert told == ["here"]
