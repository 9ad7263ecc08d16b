"""Questions typed at the console: the answers of Discord, as a terminal shows them."""

from datetime import timedelta

import pytest

from bot.archive.store import Archive
from bot.console.parse import ASK, Request, parse_request
from bot.console.session import ConsoleSession
from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article, Outlet
from tests.cogs.invented import TEXT, URL, analyse_by_hand
from tests.unit.services.fakes import NOW


@pytest.fixture(autouse=True)
async def read(archive: Archive) -> None:
    """An article of last month was read."""
    at = NOW - timedelta(days=20)
    article = Article(text=TEXT, title="One call", url=URL, outlet=Outlet("The Example"), published_at=at)
    await archive.save_reading(Reading(reading_id(article), article, analyse_by_hand(article)))


async def told(desk: ConsoleSession, line: str) -> str:
    request = parse_request(line)
    assert request is not None
    assert request.command == ASK
    return await desk.answer(request)


async def test_a_question_is_answered(desk: ConsoleSession) -> None:
    shown = await told(desk, "what did Haugseth say about the catch logs last month?")
    assert "I looked for: Torvald Haugseth · about catch logs · 1–31 December 2025" in shown
    assert "his counterpart had accepted an inspection of the catch logs" in shown
    assert "/said who:Torvald Haugseth about:catch logs since:2025-12-01 until:2025-12-31" in shown


async def test_two_sides_stand_beside_each_other(desk: ConsoleSession) -> None:
    shown = await told(desk, "Haugseth vs Steinsdóttir")
    assert shown.strip().startswith("I looked for: Torvald Haugseth and Birna Steinsdóttir")
    assert "having agreed to any inspection" in shown
    assert "that the crew were free to fly home" in shown


async def test_other_words_are_told_what_can_be_asked(desk: ConsoleSession) -> None:
    shown = await desk.answer(Request(ASK, {"question": "purple monkey dishwasher"}))
    assert "I did not understand that as a question" in shown
    assert "what did Torvald Haugseth say last month?" in shown


async def test_a_short_text_that_quotes_somebody_is_read(desk: ConsoleSession) -> None:
    shown = await desk.answer(
        Request(ASK, {"question": 'Vik said "the talks go on". He added that "nobody has left us".'})
    )
    assert "I did not understand" not in shown
    assert 'Vik said "the talks go on".' in shown
