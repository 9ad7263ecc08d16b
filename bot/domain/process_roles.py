"""The roles of a process: connecting to Discord, working, sending, receiving."""

from enum import StrEnum

from bot.errors import UsageError
from bot.i18n.messages import translatable


class ProcessRole(StrEnum):
    """A role. The values are used on the command line and stored in the archive, so they must not change.

    ``GATEWAY`` is connected to Discord and answers people; ``WORK`` polls feeds, analyses and composes; ``SEND``
    delivers posts; ``RECEIVE`` takes articles over HTTP.
    """

    GATEWAY = "gateway"
    WORK = "work"
    SEND = "send"
    RECEIVE = "receive"


ALL_ROLES = frozenset(ProcessRole)
NEEDS_TOKEN = frozenset({ProcessRole.GATEWAY, ProcessRole.SEND})
"""Roles that need Discord's token."""


def parse_roles(words: str) -> frozenset[ProcessRole]:
    """Parse roles separated by commas. Raises ``UsageError`` for an unknown one."""
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in set(ProcessRole):
            raise UsageError(translatable("desk-role-unknown", name=name, roles=", ".join(ProcessRole)))
    if not names:
        raise UsageError(translatable("desk-no-role", roles=", ".join(ProcessRole)))
    return frozenset(map(ProcessRole, names))


def write_roles(roles: frozenset[ProcessRole]) -> str:
    """The inverse of :func:`parse_roles`, always in the same order."""
    return ",".join(role for role in ProcessRole if role in roles)
