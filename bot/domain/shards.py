"""Which of Discord's shards a gateway process holds: a server's is (id >> 22) % shards, for all gateways. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.errors import SettingsError
from bot.i18n.messages import Translatable, translatable

PREFIX: Final = "gateway:"
"""The prefix of gateways' lease names."""


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """A number of ``shards``, held by a number of ``gateways``. Raises ``ValueError`` for more gateways than shards."""

    shards: int
    gateways: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.gateways <= self.shards:
            raise ValueError(f"{self.gateways} gateways cannot share {self.shards} shards")

    def range_of(self, place: int) -> range:
        """The shards of the gateway at ``place`` (from 0): consecutive, and as many as others hold or one more."""
        if not 0 <= place < self.gateways:
            raise ValueError(f"there is no place {place} among {self.gateways}")
        return range(place * self.shards // self.gateways, (place + 1) * self.shards // self.gateways)

    @property
    def leases(self) -> tuple[str, ...]:
        """The names of all leases, in order; they contain the plan, so that a process with another is noticed."""
        if self.gateways == 1:
            return (f"{PREFIX}all",)
        return tuple(f"{PREFIX}{place}/{self.gateways}/{self.shards}" for place in range(self.gateways))


def bucket_of(shard: int, at_once: int) -> int:
    """The bucket of ``shard``: each of ``at_once`` (Discord's max_concurrency) may open a session in five seconds."""
    return shard % at_once


def check_plan(plan: ShardPlan, held: Iterable[str]) -> None:
    """Raise ``SettingsError`` if one of the ``held`` leases belongs to another plan: servers would be missing."""
    foreign = sorted(name for name in held if name.startswith(PREFIX) and name not in plan.leases)
    if foreign:
        other, own = _describe(foreign[0]), _describe(plan.leases[0])
        raise SettingsError(translatable("start-plans-differ", held=other, own=own), resource="GATEWAY_SHARDS")


def _describe(lease: str) -> Translatable:
    _, *rest = lease.removeprefix(PREFIX).split("/")
    return (
        translatable("start-plan-part", shards=rest[1], processes=rest[0]) if rest else translatable("start-plan-all")
    )
