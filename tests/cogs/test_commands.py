"""What is registered with Discord: names, options, where each command may be used, and by whom."""

from collections.abc import Iterator
from typing import Any

import discord
import pytest
import simcord

from bot.commands.command import Interface
from bot.commands.table import COMMANDS
from bot.gateway.command_registration import LOCALES
from bot.i18n.catalogue import catalogue
from bot.i18n.language import Language
from bot.render.markdown import units
from tests.cogs.contract import command_violations
from tests.cogs.invented import URL
from tests.unit.i18n.messages import parts

READING = {"summarize", "whosaid", "twosides", "Summarize", "Who said what"}
ABOUT = {"help", "privacy", "status"}
GROUPS = {"feed", "digest"}
DESK = {*GROUPS, "setup"}
RECORD = {"said", "timeline", "position", "changed", "catchup"}
OWN = {"watch", "settings", "forget"}


@pytest.fixture
def registered(env: simcord.Env) -> list[dict[str, Any]]:
    (request,) = [r for r in env.http_requests if r.method == "PUT" and r.path.endswith("/commands")]
    assert isinstance(request.json, list)
    return request.json


def test_the_commands_are_those_of_the_product(registered: list[dict[str, Any]]) -> None:
    assert {command["name"] for command in registered} == READING | RECORD | ABOUT | DESK | OWN


def test_options_are_those_of_the_product(registered: list[dict[str, Any]]) -> None:
    options = {c["name"]: [(o["name"], bool(o.get("required"))) for o in c.get("options") or []] for c in registered}
    assert options["summarize"] == [("article", True), ("sentences", False)]
    assert options["whosaid"] == [("article", True), ("speaker", False)]
    assert options["twosides"] == [("article", False), ("a", False), ("b", False), ("about", False), ("as", False)]
    assert options["timeline"] == [("who", False), ("about", False), ("since", False), ("theme", False)]
    assert options["setup"] == [(name, False) for name in ("channel", "language", "timezone", "pack", "time")]
    assert options["changed"] == [("who", True), ("about", False)]
    assert options["position"] == [("country", True), ("topic", False), ("as", False)]


def test_options_of_the_desk_are_those_of_the_product(registered: list[dict[str, Any]]) -> None:
    groups = {
        c["name"]: {s["name"]: s.get("options") or [] for s in c["options"]} for c in registered if c["name"] in GROUPS
    }
    options = {
        f"{group} {name}": [(o["name"], bool(o.get("required"))) for o in found]
        for group, commands in groups.items()
        for name, found in commands.items()
    }
    number, channel, topic = ("number", True), ("channel", False), ("topic", False)
    rest = [("filter", False), ("deliver", False)]
    assert options == {
        "feed add": [("url", True), channel, *rest, ("edits", False), ("name", False)],
        "feed browse": [(name, False) for name in ("words", "country", "language", "kind", "pack", "source")],
        "feed list": [],
        "feed remove": [number],
        "feed pause": [number],
        "feed resume": [number],
        "feed why": [("number", False)],
        "feed filter": [number, ("filter", True)],
        "feed token": [number],
        "feed import": [("file", True), channel, *rest],
        "feed export": [],
        "feed publish": [channel, ("name", False), ("address", False)],
        "digest now": [topic, ("hours", False)],
        "digest preview": [topic, ("hours", False)],
        "digest schedule": [
            ("time", True),
            ("timezone", False),
            ("days", False),
            topic,
            channel,
            ("deliver", False),
            ("quiet", False),
            ("silent", False),
        ],
        "digest list": [],
        "digest pause": [number],
        "digest resume": [number],
        "digest remove": [number],
    }


def test_what_changes_a_server_is_for_those_who_manage_it_there(registered: list[dict[str, Any]]) -> None:
    for command in registered:
        if command["name"] in DESK:
            assert command["contexts"] == [0]
            assert command["integration_types"] == [0]
            assert command["default_member_permissions"] == discord.Permissions(manage_guild=True).value


def test_channels_that_are_offered_can_be_posted_in(registered: list[dict[str, Any]]) -> None:
    kinds = discord.ChannelType
    wanted = {kinds.text, kinds.news, kinds.forum, kinds.public_thread, kinds.private_thread, kinds.news_thread}
    subcommands = [s for c in registered if c["name"] in GROUPS for s in c["options"]]
    subcommands += [c for c in registered if c["name"] == "setup"]
    offered = [o["channel_types"] for s in subcommands for o in s.get("options") or [] if o["type"] == 7]
    assert len(offered) == 5
    assert all(set(types) == {kind.value for kind in wanted} for types in offered)


def test_everything_else_works_everywhere_for_everyone(registered: list[dict[str, Any]]) -> None:
    for command in registered:
        if command["name"] in DESK:
            continue
        assert command["contexts"] == [0, 1, 2]  # servers, direct messages with the bot, private channels
        assert command["integration_types"] == [0, 1]  # installed by a server, by a person
        assert command["default_member_permissions"] is None  # nothing here changes a server


def test_discord_would_accept_them(registered: list[dict[str, Any]]) -> None:
    assert command_violations(registered) == []


def described(command: dict[str, Any], path: str = "commands") -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each text of a command that Discord shows, with its key in the catalogue and its words by locale."""
    if command.get("type", 1) in {2, 3} and path == "commands":
        yield f"commands-menu-{slug(command['name'])}", command["name"], command["name_localizations"]
        return
    key = f"{path}-{command['name']}"
    yield key, command["description"], command["description_localizations"]
    for option in command.get("options") or ():
        if option["type"] in {1, 2}:
            yield from described(option, key)
            continue
        place = f"{key}.{option['name']}"
        yield place, option["description"], option["description_localizations"]
        for choice in option.get("choices") or ():
            yield f"{place}-{slug(str(choice['value']))}", choice["name"], choice["name_localizations"]


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def test_the_catalogue_describes_every_command_and_no_other(registered: list[dict[str, Any]]) -> None:
    typed = {command.key for command in COMMANDS.values() if not command.on & Interface.DISCORD}
    written = {key for key, part in parts(Language.ENGLISH).items() if part.theme == "commands"} - typed
    written = {key for key in written if not key.endswith(".console")}
    shown = {key: words for command in registered for key, words, _ in described(command)}
    names = {key for key in shown if key.rpartition("-")[2] in set(Language) and ".language-" in key}
    assert set(shown) - names == written
    english = catalogue(Language.ENGLISH)
    assert {key: english.find(key, {}) for key in written} == {key: shown[key] for key in written}


def test_every_command_is_described_in_every_language(registered: list[dict[str, Any]]) -> None:
    """Within the limit that Discord has for each description, name of a choice and menu; nothing is cut by us."""
    for command in registered:
        for key, words, said in described(command):
            by_itself = key.rpartition("-")[2] in set(Language) and ".language-" in key
            assert set(said) == (set() if by_itself else set(LOCALES)), key
            limit = 32 if key.startswith("commands-menu-") else 100
            for one in (words, *said.values()):
                assert 0 < units(one) <= limit, f"{key}: {one}"
                assert not one.endswith("…"), f"{key}: {one}"


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"name": "Loud"}, "/Loud: upper case"),
        ({"name": "two words"}, "/two words: not a name"),
        (
            {"options": [{"type": 3, "name": "a"}, {"type": 3, "name": "b", "required": True}]},
            "/fine: required after optional",
        ),
        (
            {"options": [{"type": 3, "name": "a", "autocomplete": True, "choices": [{"name": "x", "value": "x"}]}]},
            "/fine a: choices and autocomplete",
        ),
        ({"name_localizations": {"xx": "gut"}}, "/fine: unknown locale"),
        ({"options": [{"type": 3, "name": "a", "description": "y" * 8001}]}, "/fine: over 8000 characters"),
    ],
)
def test_the_checks_find_what_discord_refuses(broken: dict[str, Any], reason: str) -> None:
    assert command_violations([{"name": "fine", "description": "x", **broken}]) == [reason]


def test_too_many_commands_are_found() -> None:
    many = [{"name": f"c{n}", "description": "x"} for n in range(101)]
    assert command_violations(many) == ["more than 100 commands of type 1"]


async def test_a_server_may_close_a_command(env: simcord.Env, channel: simcord.ChannelHandle) -> None:
    """Discord holds the permissions; the bot must not ask for more than the server gives."""
    guild = env.guild
    member = guild.add_member(env.create_user("guest"))
    closed = guild.create_text_channel(
        "closed", overwrites={guild.default_role: discord.PermissionOverwrite(use_application_commands=False)}
    )
    assert set(member.available_commands(channel)) >= {"summarize", "whosaid", "twosides"}
    assert member.available_commands(closed) == ()
    with pytest.raises(simcord.SetupError, match="not visible"):
        await member.slash(closed, "summarize", article=URL)


def test_no_privileged_intent_is_asked_for(env: simcord.Env) -> None:
    intents = env.bot.intents
    assert not intents & discord.Intents(message_content=True, members=True, presences=True)


@pytest.mark.simcord(approved_intents=discord.Intents.none(), settle_timeout=60.0)
async def test_it_starts_where_no_privileged_intent_is_approved(env: simcord.Env) -> None:
    assert env.bot.is_ready()


def test_options_of_a_persons_own_are_those_of_the_product(registered: list[dict[str, Any]]) -> None:
    groups = {
        c["name"]: {s["name"]: s.get("options") or [] for s in c["options"]} for c in registered if c["name"] in OWN
    }
    options = {
        f"{group} {name}": [o["name"] for o in found] for group, all_ in groups.items() for name, found in all_.items()
    }
    assert options == {
        "watch add": ["speaker", "topic", "deliver"],
        "watch list": [],
        "watch remove": ["number"],
        "settings me": ["timezone", "quiet", "attitudes", "language", "languages"],
        "settings server": ["style", "timezone", "quiet", "labels", "language", "languages"],
        "forget me": [],
    }


def test_a_persons_own_works_everywhere_and_for_everybody(registered: list[dict[str, Any]]) -> None:
    for command in (one for one in registered if one["name"] in OWN):
        assert command["contexts"] == [0, 1, 2]
        assert command["integration_types"] == [0, 1]
        assert command.get("default_member_permissions") is None
