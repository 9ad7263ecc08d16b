"""What one process of several does: connect to Discord, work, send, receive."""

from enum import StrEnum

from bot.errors import UsageError
from bot.i18n.messages import translatable


class ProcessRole(StrEnum):
    """One part of the work. The names stand on the command line and in the archive: they must stay.

    ``GATEWAY`` holds the connection to Discord and answers people; ``WORK`` polls feeds, reads and composes; ``SEND``
    posts what nobody waits for; ``RECEIVE`` takes articles over HTTP.
    """

    GATEWAY = "gateway"
    WORK = "work"
    SEND = "send"
    RECEIVE = "receive"


ALL_ROLES = frozenset(ProcessRole)
NEEDS_TOKEN = frozenset({ProcessRole.GATEWAY, ProcessRole.SEND})
"""Those who speak with Discord."""


def parse_roles(words: str) -> frozenset[ProcessRole]:
    """The roles that ``words`` name, separated by commas. Raises ``UsageError`` for a word that names none."""
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in set(ProcessRole):
            raise UsageError(translatable("desk-role-unknown", name=name, roles=", ".join(ProcessRole)))
    if not names:
        raise UsageError(translatable("desk-no-role", roles=", ".join(ProcessRole)))
    return frozenset(map(ProcessRole, names))


def write_roles(roles: frozenset[ProcessRole]) -> str:
    """``roles`` as :func:`parse_roles` reads them, always in one order."""
    return ",".join(role for role in ProcessRole if role in roles)
