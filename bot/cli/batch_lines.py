"""The lines of a batch: bytes to ``{"id", "text"}``, and the answer for an invalid line. Pure, except for reading.

An empty line is invalid, but empty lines at the end of the file are ignored.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from bot.errors import UsageError
from bot.render.analysis_json import render_json

LINE_LIMIT = 64 * 1024 * 1024
"""Maximum bytes of a line; a longer one is skipped without being held in memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a batch: ``text`` to analyse exactly as given, and its ``id``."""

    id: str | int
    text: str


class BadLineError(UsageError):
    """A line without a text to analyse. ``id`` is the line's, if it could be read."""

    def __init__(self, cause: str, id: str | int | None = None) -> None:  # noqa: A002 - the contract's own name
        super().__init__(cause, 'A line is one JSON object: {"id": "a name or number", "text": "the article"}.')
        self.id = id


def read_lines(source: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[bytes]:
    """The lines of ``source`` without line ends. A line over ``limit`` bytes is cut to ``limit`` + 1 bytes."""
    empty = 0
    while piece := source.readline(limit + 1):
        line = piece.rstrip(b"\r\n")
        while len(piece) > limit and not piece.endswith(b"\n"):
            piece = source.readline(limit + 1)
        if not line.strip():
            empty += 1
            continue
        yield from (b"" for _ in range(empty))
        empty = 0
        yield line


def parse_line(raw: bytes, limit: int = LINE_LIMIT) -> Line:
    """Parse a line. Raises ``BadLineError`` with the reason."""
    if len(raw) > limit:
        raise BadLineError(f"This line is longer than the limit of {limit / 2**20:g} MiB.")
    if not raw:
        raise BadLineError("This line is empty.")
    try:
        value = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise BadLineError("This line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise BadLineError("This line is not JSON.") from None
    if not isinstance(value, dict):
        raise BadLineError("This line is JSON, but no object.")
    given = value.get("id")
    ident = given if isinstance(given, str | int) and not isinstance(given, bool) else None
    if ident is None:
        raise BadLineError('This line has no "id" that is a name or a whole number.')
    if not isinstance(value.get("text"), str):
        raise BadLineError('This line has no "text" that is a string.', ident)
    return Line(ident, value["text"])


def render_failure(id: str | int | None, error: Exception) -> str:  # noqa: A002 - the contract's own name
    """The answer for a line that could not be read."""
    return render_json({"id": id, "error": " ".join(str(error).split())})


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
