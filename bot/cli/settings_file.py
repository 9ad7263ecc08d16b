"""Sets one setting in a file such as ``.env``: its other lines stay, and only its owner can read the result."""

import os
import re
import secrets
from pathlib import Path

from bot.export.output_target import refusals_in_words


def write_setting(path: Path, name: str, value: str) -> None:
    """Write ``name=value`` to the file at ``path``, which is made if it is missing. ``value`` needs no quotation marks.

    The file is replaced as a whole, with the rights 0600. Raises ``UsageError`` where the system refuses.
    """
    target = path.resolve()  # where it is a link, the file behind it changes
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    with refusals_in_words(path):
        before = target.read_bytes() if target.exists() else b""
        # whatever bytes other lines hold, they stay
        after = replace_setting(before.decode("utf-8", "surrogateescape"), name, value)
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
                sink.write(after.encode("utf-8", "surrogateescape"))
                sink.flush()
                os.fsync(sink.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def replace_setting(text: str, name: str, value: str) -> str:
    """``text`` with the setting ``name``: in place of its lines, else of one that is commented out, else at the end."""
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    set_here = re.compile(rf"\s*(?:export\s+)?{name}\s*=")
    commented = re.compile(rf"\s*#\s*{name}\s*=")
    found = [number for number, line in enumerate(lines) if set_here.match(line)]
    found = found or [number for number, line in enumerate(lines) if commented.match(line)][:1]
    written = f"{name}={value}{line_end}"
    if not found:
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += line_end
        return "".join([*lines, written])
    lines[found[0]] = written
    # the last of several lines would count
    return "".join(line for number, line in enumerate(lines) if number not in found[1:])
