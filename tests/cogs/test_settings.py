"""Settings and forgetting on command: whose they are, and that each is seen in effect."""

from dataclasses import replace

import pytest
import simcord

from bot.archive.store import Archive
from bot.domain.attribution import Act
from bot.domain.preferences import Style
from bot.i18n.language import Language
from bot.log import start_logging
from bot.settings import Settings as BotSettings
from tests.cogs.conftest import AnalystByHand, MemoryArchive, Server, private_text
from tests.cogs.invented import TEXT
from tests.cogs.posted import labels_of, text_of


async def test_a_person_sets_their_own(ours: Server, records: Archive) -> None:
    shown = private_text(
        await ours.guest.slash(
            ours.channel, "settings me", timezone="europe/berlin", quiet="10 pm to 7 am", attitudes=True
        )
    )
    assert "**Time zone** Europe/Berlin · " in shown
    assert "**Quiet hours** 22:00-07:00 · " in shown
    assert "**Attitudes** on · " in shown
    again = private_text(await ours.guest.slash(ours.channel, "settings me", quiet="none"))
    assert "**Quiet hours** none · " in again
    assert "**Time zone** Europe/Berlin · " in again
    assert (await records.preferences.load(f"discord:{ours.chief.id}")).zone is None


async def test_a_mistake_changes_nothing(ours: Server, records: Archive) -> None:
    answer = private_text(await ours.guest.slash(ours.channel, "settings me", timezone="Atlantis", attitudes=True))
    assert "Atlantis is not a time zone" in answer
    assert (await records.preferences.load(f"discord:{ours.guest.id}")).attitudes is None


async def test_settings_of_a_server_are_for_those_who_manage_it(
    env: simcord.Env, ours: Server, theirs: Server, records: Archive
) -> None:
    options = {"style": "short", "timezone": "Europe/Oslo", "quiet": "22:00-07:00", "labels": False}
    refused = private_text(await ours.guest.slash(ours.channel, "settings server", **options))
    assert refused == "You cannot use this command here. Ask someone who manages this server."
    in_private = private_text(await env.create_user("reader").slash("settings server", **options))
    assert in_private == refused
    shown = await ours.told("settings server", **options)
    assert "**Digest style** short · " in shown
    assert "**Outlet labels** off · " in shown
    assert (await records.preferences.load(ours.owner)).style is Style.SHORT
    assert (await records.preferences.load(theirs.owner)).style is None


async def test_a_servers_zone_and_quiet_hours_are_those_of_digests_that_name_none(ours: Server) -> None:
    assert "needs a time zone" in await ours.told("digest schedule", time="08:00")
    await ours.told("settings server", timezone="Europe/Oslo", quiet="22:00-09:00")
    assert "08:00 Europe/Oslo, every day, quiet 22:00-09:00" in await ours.told("digest schedule", time="08:00")
    own = await ours.told("digest schedule", time="08:00", timezone="UTC", quiet="none")
    assert "08:00 UTC, every day." in own


async def test_attitudes_are_told_to_those_who_want_them(
    ours: Server, archive: MemoryArchive, analyser: AnalystByHand
) -> None:
    await ours.guest.slash(ours.channel, "whosaid", article=TEXT)
    ((ident, reading),) = archive.readings.items()
    thought = replace(reading.analysis.attributions[0], act=Act.ATTITUDE)
    attributions = (thought, *reading.analysis.attributions[1:])
    archive.readings[ident] = replace(reading, analysis=replace(reading.analysis, attributions=attributions))
    words = "frank, friendly and finished"

    async def told() -> bool:
        result = await ours.guest.slash(ours.channel, "whosaid", article=TEXT, speaker="Haugseth")
        assert result.response
        return words in text_of(result.response)

    assert not await told()
    await ours.guest.slash(ours.channel, "settings me", attitudes=True)
    assert await told()
    await ours.guest.slash(ours.channel, "settings me", attitudes=False)
    assert not await told()


async def test_a_person_is_forgotten_after_they_confirm(ours: Server, records: Archive) -> None:
    await ours.guest.slash(ours.channel, "settings me", timezone="Europe/Oslo")
    await ours.guest.slash(ours.channel, "watch add", speaker="Vale")
    asked = await ours.guest.slash(ours.channel, "forget me")
    shown = private_text(asked)
    assert "1 watch\n1 record of your settings\nThis cannot be undone." in shown
    assert (await records.forgetting.count(f"discord:{ours.guest.id}")).watches == 1, "nothing is deleted before"
    assert asked.response
    assert labels_of(asked.response) == ["Delete all my data"]
    done = await ours.guest.click(asked.response, label="Delete all my data")
    assert done.acknowledged
    assert not await records.forgetting.count(f"discord:{ours.guest.id}")
    assert "No data about you is stored" in private_text(await ours.guest.slash(ours.channel, "forget me"))


async def test_the_button_deletes_what_is_of_who_presses(ours: Server, records: Archive) -> None:
    for person in (ours.guest, ours.chief):
        await person.slash(ours.channel, "watch add", speaker="Vale")
    asked = await ours.guest.slash(ours.channel, "forget me")
    assert asked.response
    await ours.guest.click(asked.response, label="Delete all my data")
    assert len(await records.watches.list(f"discord:{ours.chief.id}")) == 1


async def test_all_of_it_works_in_direct_messages(env: simcord.Env) -> None:
    reader = env.create_user("reader")
    for command in ("settings me", "watch list", "forget me"):
        result = await reader.slash(command)
        assert result.response
        assert result.response.ephemeral


async def test_no_log_holds_a_persons_id_or_words(
    env: simcord.Env, ours: Server, analyser: AnalystByHand, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever they do, and whatever goes wrong with it."""
    start_logging(BotSettings.load({"log_level": "DEBUG", "log_json": True}))
    words = "quicksilver ledgers"
    await ours.guest.slash(ours.channel, "settings me", timezone=words, quiet="22:00-07:00")
    await ours.guest.slash(ours.channel, "watch add", speaker=words)
    await ours.guest.slash(ours.channel, "watch add", speaker=words)
    await ours.guest.slash(ours.channel, "whosaid", article=TEXT, speaker=words)
    analyser.failure = RuntimeError("ordered")
    await ours.guest.slash(ours.channel, "whosaid", article=f"{TEXT} The {words} vanished.")
    asked = await ours.guest.slash(ours.channel, "forget me")
    assert asked.response
    await ours.guest.click(asked.response, label="Delete all my data")
    logged = capsys.readouterr()
    assert "answered with an error" in logged.err, "the log was looked at"
    assert "unexpected error" in logged.err
    for secret in (*words.split(), str(ours.guest.id), "vanished", "Haugseth"):
        assert secret not in logged.err + logged.out


async def test_a_language_is_a_persons_own_or_a_servers(ours: Server, records: Archive) -> None:
    shown = private_text(await ours.guest.slash(ours.channel, "settings me", language="es"))
    assert "**Idioma** Español · " in shown
    await ours.told("settings server", language="fr")
    assert (await records.preferences.load(f"discord:{ours.guest.id}")).language is Language.SPANISH
    assert (await records.preferences.load(ours.owner)).language is Language.FRENCH
    await ours.guest.slash(ours.channel, "settings me", language="none")
    assert (await records.preferences.load(f"discord:{ours.guest.id}")).language is None
