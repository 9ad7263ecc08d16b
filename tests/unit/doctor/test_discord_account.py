"""What Discord tells of the account, judged."""

from dataclasses import replace

import pytest

from bot.doctor.discord_account import INVITED, PERMISSIONS, DiscordAccount, check_discord_account
from bot.doctor.finding import Severity

ENOUGH = sum(PERMISSIONS.values())
FINE = DiscordAccount("42", "Attaché", 0, frozenset("01"), None, {"Model UN": ENOUGH})


def worst(account: DiscordAccount) -> list[tuple[Severity, str]]:
    return [(found.level, found.subject) for found in check_discord_account(account) if found.level is not Severity.OK]


def test_a_healthy_account() -> None:
    assert worst(FINE) == []
    assert "in 1 server." in check_discord_account(FINE)[0].words


def test_an_account_without_servers_is_told_how_to_invite_it() -> None:
    found = check_discord_account(replace(FINE, servers={}))[0]
    assert "in no server yet" in found.words
    assert f"client_id=42&scope=bot+applications.commands&permissions={sum(INVITED.values())}" in found.step


@pytest.mark.parametrize("flag", [1 << 12, 1 << 15, 1 << 19])
def test_privileged_intents_are_not_wanted(flag: int) -> None:
    assert worst(replace(FINE, flags=flag | 1 << 23)) == [(Severity.WARN, "intents")]
    assert worst(replace(FINE, flags=1 << 23)) == []


def test_commands_that_go_elsewhere_are_a_failure() -> None:
    assert worst(replace(FINE, endpoint="https://a.example")) == [(Severity.FAIL, "commands")]


def test_people_should_be_able_to_install_it() -> None:
    assert worst(replace(FINE, installs=frozenset("0"))) == [(Severity.WARN, "installs")]


def test_missing_permissions_are_named() -> None:
    lacking = replace(FINE, servers={"Model UN": ENOUGH & ~PERMISSIONS["Send Messages"], "Another": 1 << 3})
    assert worst(lacking) == [(Severity.WARN, "server")]
    assert check_discord_account(lacking)[-1].words == "In Model UN the bot lacks these permissions: Send Messages."


def test_reads_discords_answers() -> None:
    application = {
        "id": "42",
        "name": "Attaché",
        "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
        "interactions_endpoint_url": None,
    }
    assert DiscordAccount.of(application, [{"name": "Model UN", "permissions": str(ENOUGH)}]) == FINE
    with pytest.raises(ValueError, match="not an application"):
        DiscordAccount.of({"message": "?"}, [])
    with pytest.raises(ValueError, match="not an application"):
        DiscordAccount.of(application, [{"name": "Model UN"}])
