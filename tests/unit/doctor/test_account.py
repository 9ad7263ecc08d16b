"""What Discord tells of the account, judged."""

from dataclasses import replace

import pytest

from bot.doctor.account import PERMISSIONS, Account, judge_account
from bot.doctor.finding import Level

ENOUGH = sum(PERMISSIONS.values())
FINE = Account("42", "Attaché", 0, frozenset("01"), None, {"Model UN": ENOUGH})


def worst(account: Account) -> list[tuple[Level, str]]:
    return [(found.level, found.subject) for found in judge_account(account) if found.level is not Level.OK]


def test_a_healthy_account() -> None:
    assert worst(FINE) == []
    assert "in 1 server." in judge_account(FINE)[0].words


def test_an_account_without_servers_is_told_how_to_invite_it() -> None:
    found = judge_account(replace(FINE, servers={}))[0]
    assert "in no server yet" in found.words
    assert f"client_id=42&scope=bot+applications.commands&permissions={ENOUGH}" in found.step


@pytest.mark.parametrize("flag", [1 << 12, 1 << 15, 1 << 19])
def test_privileged_intents_are_not_wanted(flag: int) -> None:
    assert worst(replace(FINE, flags=flag | 1 << 23)) == [(Level.WARN, "intents")]
    assert worst(replace(FINE, flags=1 << 23)) == []


def test_commands_that_go_elsewhere_are_a_failure() -> None:
    assert worst(replace(FINE, endpoint="https://a.example")) == [(Level.FAIL, "commands")]


def test_people_should_be_able_to_install_it() -> None:
    assert worst(replace(FINE, installs=frozenset("0"))) == [(Level.WARN, "installs")]


def test_missing_permissions_are_named() -> None:
    lacking = replace(FINE, servers={"Model UN": ENOUGH & ~PERMISSIONS["Send Messages"], "Another": 1 << 3})
    assert worst(lacking) == [(Level.WARN, "server")]
    assert judge_account(lacking)[-1].words == "In Model UN the bot lacks: Send Messages."


def test_reads_discords_answers() -> None:
    application = {
        "id": "42",
        "name": "Attaché",
        "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
        "interactions_endpoint_url": None,
    }
    assert Account.of(application, [{"name": "Model UN", "permissions": str(ENOUGH)}]) == FINE
    with pytest.raises(ValueError, match="not an application"):
        Account.of({"message": "?"}, [])
    with pytest.raises(ValueError, match="not an application"):
        Account.of(application, [{"name": "Model UN"}])
