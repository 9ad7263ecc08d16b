"""What a newsroom sent to one server is told there and nowhere else: by no command over the record, and no name."""

from datetime import timedelta
from typing import Any

import pytest
import simcord

from bot.archive.store import Archive
from tests.cogs.conftest import Server
from tests.cogs.posted import text_of
from tests.unit.digests.quarrel import trawler
from tests.unit.digests.stories import UNTIL
from tests.unit.services.fakes import StoppedClock

COMMANDS: dict[str, dict[str, str]] = {
    "said": {"who": "Vik"},
    "timeline": {"who": "Vik"},
    "position": {"country": "Norway"},
    "twosides": {"a": "Norway", "b": "Iceland"},
}
NAMED = [("said", "who", "vik"), ("timeline", "who", "vik"), ("position", "country", "norw")]


@pytest.fixture
def archive(records: Archive) -> Archive:
    """One archive for what is read and what is searched."""
    return records


@pytest.fixture
async def sent(records: Archive, ours: Server, clock: StoppedClock) -> None:
    """Our server's own source has sent three articles; nobody else has read anything."""
    story = None
    for n, reading in enumerate(trawler()):
        await records.save_reading(reading, owner=ours.owner)
        placed = await records.stories.place(reading.id, story, seen_at=UNTIL + timedelta(minutes=n), signature=b"s")
        story = placed.story
    clock.at = UNTIL


def shown(result: simcord.InteractionResult) -> str:
    """All words of an answer, with what its pictures are described by."""
    answers = [answer for answer in (result.response, *result.followups) if answer]
    assert answers
    described = [str(file.description) for answer in answers for file in answer.attachments]
    return "\n".join([*map(text_of, answers), *described])


@pytest.mark.parametrize("command", COMMANDS)
async def test_each_command_tells_it_in_its_server_alone(
    env: simcord.Env, ours: Server, theirs: Server, sent: None, command: str
) -> None:
    options: dict[str, Any] = COMMANDS[command]
    assert "Vik" in shown(await ours.ask(command, **options))
    for told in (
        await theirs.ask(command, **options),
        await env.create_user("reader").slash(command, **options),
        await ours.chief.user.slash(command, **options),
    ):
        answer = shown(told)
        assert "Nothing has been read here yet" in answer
        assert "Sigrid" not in answer
        assert "Helga" not in answer


@pytest.mark.parametrize(("command", "option", "typed"), NAMED)
async def test_names_that_it_alone_tells_are_offered_in_its_server_alone(
    ours: Server, theirs: Server, sent: None, command: str, option: str, typed: str
) -> None:
    assert await ours.chief.autocomplete(ours.channel, command, option, typed)
    assert await theirs.chief.autocomplete(theirs.channel, command, option, typed) == []


async def test_questions_by_mention_are_answered_without_it(env: simcord.Env, ours: Server, sent: None) -> None:
    assert env.bot.user
    await ours.guest.send(ours.channel, f"{env.bot.user.mention} what did Vik say?")
    message = ours.channel.last_message
    assert message
    assert "Nothing has been read here yet" in text_of(message)
    assert "Sigrid" not in text_of(message)
