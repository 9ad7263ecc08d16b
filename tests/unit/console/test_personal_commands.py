"""Watches, settings and forgetting, typed."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.archive.store import Archive
from bot.console import converse
from bot.console.parse import COMMANDS, parse_request
from bot.console.session import ConsoleSession
from bot.errors import UsageError
from bot.i18n.language import Language, current_language, using_language
from bot.i18n.messages import translate_message


async def typed(desk: ConsoleSession, line: str) -> str:
    request = parse_request(line)
    assert request
    return await desk.answer(request)


async def test_a_watch_is_set_up_listed_and_ended(desk: ConsoleSession) -> None:
    assert "Watch 1 · Vale about grain, in console." in await typed(desk, "watch add speaker:Vale topic:grain")
    assert "Vale about grain" in await typed(desk, "watch list")
    assert "sends no more alerts" in await typed(desk, "watch remove 1")
    with pytest.raises(UsageError, match="no watch 1"):
        await typed(desk, "watch remove number:1")


async def test_settings_are_changed_and_kept(desk: ConsoleSession, archive: Archive) -> None:
    assert "22:00-07:00" in await typed(desk, "settings me quiet:22:00-07:00 timezone:Europe/Oslo")
    assert "Europe/Oslo" in await typed(desk, "settings me")
    assert "short" in await typed(desk, "settings server style:short labels:no")
    assert (await archive.preferences.load("console")).labels is False
    with pytest.raises(UsageError, match="yes or no"):
        await typed(desk, "settings me attitudes:perhaps")


async def test_nothing_is_forgotten_before_it_is_confirmed(desk: ConsoleSession) -> None:
    await typed(desk, "watch add topic:grain")
    assert "forget me confirm:yes" in await typed(desk, "forget me")
    assert "Vale" not in await typed(desk, "watch list")
    assert "1 watch" in await typed(desk, "forget me confirm:yes")
    assert "You have no watches yet." in await typed(desk, "watch list")
    assert "No data about you is stored" in await typed(desk, "forget me")


async def test_the_console_speaks_what_was_set_until_it_is_taken_back(
    desk: ConsoleSession, capsys: pytest.CaptureFixture[str]
) -> None:
    async def lines() -> AsyncIterator[str]:
        for line in ("settings me language:ru", "watch list", "/dance", "settings me language:none", "watch list"):
            yield line

    before = current_language()
    await asyncio.create_task(converse(desk, lines()))
    shown = capsys.readouterr()
    assert "Ваши настройки" in shown.out
    assert "Вы ничего не отслеживаете." in shown.out
    assert shown.err.startswith("Файла /dance нет.")
    assert shown.out.index("Your settings") < shown.out.index("You have no watches yet.")
    assert current_language() is before


async def test_the_console_speaks_the_terminals_language_to_who_has_set_none(desk: ConsoleSession) -> None:
    assert await desk.language() is Language.ENGLISH
    await typed(desk, "settings me language:es")
    assert await desk.language() is Language.SPANISH


def test_every_command_has_its_words_in_every_language() -> None:
    english = {one.name: translate_message(one.does) for one in COMMANDS.values()}
    for language in set(Language) - {Language.ENGLISH}:
        with using_language(language):
            assert [name for name, words in english.items() if translate_message(COMMANDS[name].does) == words] == []


async def test_without_a_language_of_ones_own_it_is_the_terminals(desk: ConsoleSession) -> None:
    shown = await typed(desk, "settings me")
    assert "Language this terminal's language" in shown
    assert "Discord" not in shown
