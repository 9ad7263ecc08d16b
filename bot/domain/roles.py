"""What one process of several does: connect to Discord, work, send, receive."""

from enum import StrEnum

from bot.errors import UsageError
from bot.words.speech import worded


class Role(StrEnum):
    """One part of the work. The names stand on the command line and in the archive: they must stay.

    ``GATEWAY`` holds the connection to Discord and answers people; ``WORK`` polls feeds, reads and composes; ``SEND``
    posts what nobody waits for; ``RECEIVE`` takes articles over HTTP.
    """

    GATEWAY = "gateway"
    WORK = "work"
    SEND = "send"
    RECEIVE = "receive"


ALL_ROLES = frozenset(Role)
NEEDS_TOKEN = frozenset({Role.GATEWAY, Role.SEND})
"""Those who speak with Discord."""


def parse_roles(words: str) -> frozenset[Role]:
    """The roles that ``words`` name, separated by commas. Raises ``UsageError`` for a word that names none."""
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in set(Role):
            raise UsageError(worded("desk-role-unknown", name=name, roles=", ".join(Role)))
    if not names:
        raise UsageError(worded("desk-no-role", roles=", ".join(Role)))
    return frozenset(map(Role, names))


def write_roles(roles: frozenset[Role]) -> str:
    """``roles`` as :func:`parse_roles` reads them, always in one order."""
    return ",".join(role for role in Role if role in roles)
