"""One setting is written, and everything else in the file stays."""

import os
import stat
from pathlib import Path

import pytest

from bot.cli.setup import replace_setting, write_setting
from bot.errors import UsageError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "KEY=new\n"),
        ("OTHER=1", "OTHER=1\nKEY=new\n"),
        ("KEY=old\nOTHER=1\n", "KEY=new\nOTHER=1\n"),
        ("# a line on KEY\n#KEY=\n\nOTHER=1\n", "# a line on KEY\nKEY=new\n\nOTHER=1\n"),
        ("#KEY=\nKEY=a\nOTHER=1\nKEY=b\n", "#KEY=\nKEY=new\nOTHER=1\n"),
        ("export KEY = 'old'\nKEYS=1\nMY_KEY=2\n", "KEY=new\nKEYS=1\nMY_KEY=2\n"),
        ("A=1\r\nKEY=old\r\n", "A=1\r\nKEY=new\r\n"),
    ],
)
def test_its_line_is_replaced_or_added(before: str, after: str) -> None:
    assert replace_setting(before, "KEY", "new") == after


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"NAME=caf\xe9\n")
    path.chmod(0o644)
    write_setting(path, "KEY", "new")
    assert path.read_bytes() == b"NAME=caf\xe9\nKEY=new\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".env").symlink_to(tmp_path / "elsewhere" / "settings")
    write_setting(tmp_path / ".env", "KEY", "new")
    assert (tmp_path / ".env").is_symlink()
    assert (tmp_path / "elsewhere" / "settings").read_text() == "KEY=new\n"


def test_a_refusal_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / ".env"
    path.write_text("KEY=old\n")

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UsageError, match="cannot be written: no space left"):
        write_setting(path, "KEY", "new")
    assert path.read_text() == "KEY=old\n"
    assert list(tmp_path.iterdir()) == [path]
