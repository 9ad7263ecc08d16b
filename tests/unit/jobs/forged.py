"""Rows of DBOS that an earlier release pickled, or that somebody forged: whoever unpickles one runs its code."""

import base64
import pickle
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

FORGED = ("py_pickle", None, "attache_json", "portable_json")
"""Serializers that such a row may name."""


class Bomb:
    """Leaves a file where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


def forge(url: str, serializer: str | None, bomb: Path) -> list[str]:
    """Put a pickled bomb into every row of DBOS at ``url``; the states of these rows."""
    left = base64.b64encode(pickle.dumps({"args": ("item", Bomb(bomb)), "kwargs": {}})).decode()
    engine = create_engine(url)
    table = "dbos.workflow_status" if engine.dialect.name == "postgresql" else "workflow_status"
    with engine.begin() as connection:
        states = sorted(connection.execute(text(f"SELECT status FROM {table}")).scalars())  # noqa: S608 - ours
        change = text(f"UPDATE {table} SET inputs = :left, serialization = :name")  # noqa: S608 - ours
        connection.execute(change, {"left": left, "name": serializer})
    engine.dispose()
    return states
