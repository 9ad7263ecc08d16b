"""A program that moves an archive and dies before a given statement on the target.

Each line it reads is JSON: {"source", "target", "fatal"}; see :mod:`tests.durability.forks`.
"""

from sqlalchemy import Connection, Engine, event

from bot.backup.move import move_archive
from tests.durability.forks import carry_out, die_at


async def run(source: str, target: str, fatal: int) -> None:
    """Move in parts of three rows; die by SIGKILL before the ``fatal``-th statement or commit on the target."""
    pass_by = die_at(fatal)

    def maybe_die(connection: Connection, *_: object) -> None:
        if connection.dialect.name == "postgresql":
            pass_by()

    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, maybe_die)
    await move_archive(source, target, at_once=3)


if __name__ == "__main__":
    carry_out(lambda order: run(order["source"], order["target"], order["fatal"]))
