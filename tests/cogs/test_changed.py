"""/changed on Discord: two statements of a speaker side by side, or what was compared in vain; buttons and pages."""

from collections.abc import Callable
from typing import Any

import pytest
import simcord

from bot.archive.store import Archive
from bot.domain.attribution import Act, Kind
from tests.cogs.posted import columns_of, labels_of, text_of
from tests.cogs.test_twosides import answer_of
from tests.unit.digests.quarrel import FJORD, NORTH, VIK
from tests.unit.digests.stories import UNTIL, reading
from tests.unit.services.fakes import StoppedClock

Ask = Callable[..., Any]
PLACES = ("Lisk", "Dunmoor", "Haskov", "Estrel", "Kelmar", "Gildern")


@pytest.fixture
def archive(records: Archive) -> Archive:
    """One archive for what is read and what is searched."""
    return records


@pytest.fixture
async def filled(records: Archive, clock: StoppedClock) -> Archive:
    """The minister says the opposite of six things."""
    clock.at = UNTIL
    readings = []
    for number, place in enumerate(PLACES):
        for outlet, hours, verb in ((FJORD, 900, "would not"), (NORTH, 40, "would")):
            words = f"Norway {verb} open a consulate in {place}"
            said = (VIK, Kind.INDIRECT, Act.SAYS, "said", words)
            text = f"Foreign Minister Sigrid Vik said {words}."
            readings.append(reading(outlet, f"{number}-{hours}", place, text, said, hours=hours - number))
    await records.save_readings(readings)
    return records


@pytest.fixture
def ask(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> Ask:
    async def ask(command: str, **options: Any) -> simcord.ResponseMessage:
        return answer_of(await member.slash(channel, command, **options))

    return ask


async def test_both_statements_stand_side_by_side(filled: Archive, ask: Ask, member: simcord.MemberActor) -> None:
    posted = await ask("changed", who="Vik", about="consulate")
    assert "Sigrid Vik on consulate: changed statements" in text_of(posted)
    assert "6 changes" in text_of(posted)
    rows = columns_of(posted)
    assert len(rows) == 5
    assert all("would not open a consulate" in str(row) for row in rows)
    assert "All statements" in labels_of(posted)
    turned = await member.click(posted, label="Next ›") if "Next ›" in labels_of(posted) else None
    assert turned is not None


async def test_nothing_changed_says_what_was_compared(filled: Archive, ask: Ask) -> None:
    posted = await ask("changed", who="Vik", about='Lisk "would open"')
    assert "no later statement reverses an earlier one" in text_of(posted)
    assert "1 statement compared" in text_of(posted)
    assert "12 articles of" in text_of(posted)


async def test_nobody_is_told(filled: Archive, ask: Ask) -> None:
    posted = await ask("changed", who="Batman")
    assert "Nothing by Batman was found in 12 articles" in text_of(posted)
