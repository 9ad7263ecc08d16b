"""Questions in fair turns, worked out away from the event loop."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from bot.archive.preferences import PreferenceStore
from bot.archive.search import SearchStore
from bot.concurrency import Offload
from bot.errors import BusyError
from bot.fair_queue import Requester, working_for
from bot.questions.question_words import LONGEST_MESSAGE, find_question_words
from bot.services.questions import QuestionService, SmallTalk
from bot.services.statement_search import StatementSearchService
from bot.services.two_sides import TwoSidesService
from tests.unit.services.fakes import StoppedClock

FLOODER, FIFTH = Requester("flooder", background=False), Requester("fifth", background=False)


class Nobody:
    """An archive that knows nobody."""

    async def suggest_speakers(self, *_: Any, **__: Any) -> tuple[()]:
        return ()


class Workshop:
    """Where words are worked out: those that hold "slow" wait until they are let go."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.go_on = asyncio.Event()

    async def __call__(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.asked.append((work.__name__, args[0]))
        if "slow" in args[0]:
            await self.go_on.wait()
        return work(*args, **kwargs)


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def questions(workshop: Workshop) -> QuestionService:
    return QuestionService(
        cast("SearchStore", Nobody()),
        cast("StatementSearchService", None),
        cast("TwoSidesService", None),
        cast("PreferenceStore", None),
        StoppedClock(),
        local=cast("Offload", workshop),
    )


def ask(questions: QuestionService, requester: Requester, words: str) -> asyncio.Task[Any]:
    with working_for(requester):
        return asyncio.create_task(questions.answer(words, askers=frozenset(), readers=()))


async def test_a_flood_of_one_keeps_nobody_else_waiting(questions: QuestionService, workshop: Workshop) -> None:
    flood = [ask(questions, FLOODER, f"slow {number}") for number in range(30)]
    await asyncio.sleep(0)
    assert isinstance(await asyncio.wait_for(ask(questions, FIFTH, "hello"), 30), SmallTalk)
    assert len(workshop.asked) == 3, "two of the flood, and the other's"
    refused = [task for task in flood if task.done()]
    assert len(refused) == 20, "of one, eight may wait"
    with pytest.raises(BusyError, match="of your requests"):
        await refused[0]
    for task in flood:
        task.cancel()
    await asyncio.gather(*flood, return_exceptions=True)


async def test_words_are_worked_out_elsewhere(questions: QuestionService, workshop: Workshop) -> None:
    await ask(questions, FIFTH, "what is xyzzy")
    assert [name for name, _ in workshop.asked] == ["find_question_words", "parse_message"]


def test_what_no_message_can_be_is_not_looked_at() -> None:
    assert find_question_words("hello" + " " * LONGEST_MESSAGE) == (None, ())
    assert find_question_words("Haugseth") == (None, ("haugseth",))
