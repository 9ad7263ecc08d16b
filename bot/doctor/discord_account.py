"""Checks the bot's Discord account: installs, intents, permissions, numbered as in Discord's documentation. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from bot.doctor.finding import Finding, Severity
from bot.i18n.messages import translatable

PERMISSIONS = {
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Read Message History": 1 << 16,
    "Send Messages in Threads": 1 << 38,
}
"""Permissions that Attaché needs in a server to answer mentions; slash commands need none."""
INVITED = PERMISSIONS | {"Create Public Threads": 1 << 35}
"""Permissions that the invitation asks for: also those that only follow-ups in threads need."""
PORTAL = "https://discord.com/developers/applications"
"""The developer portal, where applications are made and their tokens and switches are."""
_ADMINISTRATOR = 1 << 3
_PRIVILEGED = {
    "Membership": (1 << 12) | (1 << 13),
    "Server Members": (1 << 14) | (1 << 15),
    "Message Content": (1 << 18) | (1 << 19),
}
_USER_INSTALL = "1"


@dataclass(frozen=True, slots=True)
class DiscordAccount:
    """An application, its ``servers`` with permissions, kinds of install ("0" server, "1" user), and endpoint."""

    id: str
    name: str
    flags: int
    installs: frozenset[str]
    endpoint: str | None
    servers: Mapping[str, int]

    @classmethod
    def of(cls, application: Mapping[str, Any], servers: Sequence[Mapping[str, Any]]) -> Self:
        """Parse Discord's /applications/@me and /users/@me/guilds. Raises ``ValueError`` for anything else."""
        try:
            return cls(
                id=str(application["id"]),
                name=str(application["name"]),
                flags=int(application.get("flags") or 0),
                installs=frozenset(application.get("integration_types_config") or {"0"}),
                endpoint=application.get("interactions_endpoint_url"),
                servers={str(server["name"]): int(server["permissions"]) for server in servers},
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not an application") from error

    def portal_page(self, section: str) -> str:
        """The address of a section ("bot", "installation") of this application in the developer portal."""
        return f"{PORTAL}/{self.id}/{section}"

    @property
    def invitation(self) -> str:
        """The address that adds the bot to a server with the permissions it needs."""
        wanted = sum(INVITED.values())
        scope = "bot+applications.commands"
        return f"https://discord.com/oauth2/authorize?client_id={self.id}&scope={scope}&permissions={wanted}"


def check_discord_account(account: DiscordAccount) -> list[Finding]:
    """All findings about the account, the token first."""
    count = len(account.servers)
    known = (
        translatable("doctor-token", name=account.name, count=count)
        if count
        else translatable("doctor-token-uninvited", name=account.name, address=account.invitation)
    )
    return [
        Finding.of(Severity.OK, "token", known),
        *_judge_installs(account),
        _judge_intents(account),
        *_judge_servers(account),
    ]


def _judge_installs(account: DiscordAccount) -> list[Finding]:
    found = []
    if account.endpoint:
        found.append(Finding.of(Severity.FAIL, "commands", translatable("doctor-endpoint")))
    if _USER_INSTALL not in account.installs:
        found.append(Finding.of(Severity.WARN, "installs", translatable("doctor-not-personal")))
    return found


def _judge_intents(account: DiscordAccount) -> Finding:
    granted = [name for name, bits in _PRIVILEGED.items() if account.flags & bits]
    if not granted:
        return Finding.of(Severity.OK, "intents", translatable("doctor-intents"))
    return Finding.of(Severity.WARN, "intents", translatable("doctor-intents-unused", names=", ".join(granted)))


def _judge_servers(account: DiscordAccount) -> list[Finding]:
    found = []
    for name, granted in account.servers.items():
        missing = [wanted for wanted, bit in PERMISSIONS.items() if not granted & (bit | _ADMINISTRATOR)]
        if missing:
            lacks = translatable("doctor-lacks", server=name, permissions=", ".join(missing))
            found.append(Finding.of(Severity.WARN, "server", lacks))
    return found
