"""Backups: whole, the same from every database, and refused where they are not whole."""

import gzip
import json
import random
import zlib
from io import BytesIO

import pytest

from bot.archive.blocking_engine import open_engine
from bot.archive.migrating import FILLING, HEAD, save_revision
from bot.archive.store import Archive
from bot.backup.backup import Backup, write_backup
from bot.errors import ArchiveError, UsageError
from tests.databases import MakeReleased
from tests.unit.archive.released import RELEASED
from tests.unit.backup.conftest import NOW, MakeUrl, back_up_bytes, lines_of
from tests.unit.jobs.wire import read

CHANCE = random.Random(1)  # noqa: S311 - the same places in every run


def read_all(backup: bytes) -> dict[str, int]:
    """Rows of each table. Raises ``ArchiveError``."""
    found: dict[str, int] = {}
    for part in Backup(BytesIO(backup)).parts(3):
        assert len(part.rows) <= 3
        found[part.form.name] = found.get(part.form.name, 0) + len(part.rows)
    return found


def packed(*lines: object) -> bytes:
    return gzip.compress(b"".join(json.dumps(line).encode() + b"\n" for line in lines), mtime=0)


async def test_a_backup_holds_every_row(filled_url: str) -> None:
    backup = back_up_bytes(filled_url)
    assert read_all(backup) == {name: len(rows) for name, rows in lines_of(filled_url).items()}
    assert sum(map(bool, read_all(backup).values())) >= 20, "most tables have rows in this test"
    header = Backup(BytesIO(backup)).header
    assert (header.revision, header.made_at) == (HEAD, NOW)
    assert back_up_bytes(filled_url) == backup, "the same archive gives the same bytes"


async def test_it_is_one_state_whoever_writes_meanwhile(filled_url: str) -> None:
    before = lines_of(filled_url)

    class Sink(BytesIO):
        """Writes to the archive once the backup has begun."""

        begun = False

        def write(self, data: object, /) -> int:
            if not self.begun:
                self.begun = True
                engine = open_engine(filled_url)
                with engine.begin() as connection:
                    connection.exec_driver_sql("DELETE FROM preferences")
                    connection.exec_driver_sql("UPDATE texts SET text = 'x'")
                engine.dispose()
            return super().write(data)  # type: ignore[arg-type]

    sink = Sink()
    write_backup(filled_url, sink, NOW)
    assert read_all(sink.getvalue())["preferences"] == len(before["preferences"]) == 1
    assert lines_of(filled_url)["preferences"] == []


async def test_the_archive_may_be_open_and_at_work(filled_url: str) -> None:
    archive = await Archive.open(filled_url)
    try:
        backup = back_up_bytes(filled_url)
        await archive.save_reading(read("“Later,” Nes wrote. Then more.", None, "Quill", "Later"))
        assert read_all(back_up_bytes(filled_url))["texts"] == read_all(backup)["texts"] + 1
    finally:
        await archive.close()


@pytest.mark.parametrize("revision", RELEASED)
def test_archives_of_older_programs_are_backed_up_as_they_are(make_released: MakeReleased, revision: str) -> None:
    assert Backup(BytesIO(back_up_bytes(make_released(revision)))).header.revision == revision


@pytest.mark.parametrize(("revision", "sentence"), [("9999", "newer version"), (FILLING, "incomplete")])
async def test_another_archive_is_refused(filled_url: str, revision: str, sentence: str) -> None:
    engine = open_engine(filled_url)
    with engine.begin() as connection:
        save_revision(connection, revision)
    engine.dispose()
    with pytest.raises(ArchiveError, match=sentence):
        back_up_bytes(filled_url)


def test_where_there_is_no_archive_that_is_told(make_url: MakeUrl, new_database_url: str) -> None:
    with pytest.raises(UsageError, match="no archive"):
        back_up_bytes(new_database_url)


@pytest.mark.sqlite_only("the file's form does not depend on the database: the tests above compare them")
class TestDamage:
    """A file that is not whole is refused, wherever it is damaged."""

    async def test_cut_short(self, filled_url: str) -> None:
        backup = back_up_bytes(filled_url)
        for end in CHANCE.sample(range(len(backup)), 60):
            with pytest.raises(ArchiveError, match="not a complete backup"):
                read_all(backup[:end])

    async def test_a_byte_changed(self, filled_url: str) -> None:
        backup = back_up_bytes(filled_url)
        whole = gzip.decompress(backup)
        for place in CHANCE.sample(range(10, len(backup)), 60):  # gzip's head tells of the packing system
            changed = bytearray(backup)
            changed[place] ^= 1 << (place % 8)
            # a number of the form that grew by the change is refused as a newer version's; and a bit that only fills
            # a byte of the packing changes nothing of what is read
            try:
                assert gzip.decompress(bytes(changed)) == whole
            except (OSError, EOFError, zlib.error):
                with pytest.raises(ArchiveError, match=r"not a complete backup|newer version"):
                    read_all(bytes(changed))

    async def test_a_line_left_out_added_or_changed(self, filled_url: str) -> None:
        lines = gzip.decompress(back_up_bytes(filled_url)).splitlines(keepends=True)
        row = next(place for place, line in enumerate(lines) if line.startswith(b"["))
        for changed in (
            [*lines[:row], *lines[row + 1 :]],
            [*lines[: row + 1], *lines[row:]],
            [*lines[:row], lines[row].replace(b'"', b'"x', 1), *lines[row + 1 :]],
            [*lines[:row], b"[]\n", *lines[row + 1 :]],
            [*lines[:row], b"{}\n", *lines[row + 1 :]],
            [*lines[:row], b"no JSON\n", *lines[row + 1 :]],
            [*lines, b"more\n"],
            lines[:-1],
            lines[:1],
        ):
            assert changed != lines
            with pytest.raises(ArchiveError, match="not a complete backup"):
                read_all(gzip.compress(b"".join(changed)))

    @pytest.mark.parametrize(
        "file",
        [
            b"",
            b"no gzip at all",
            gzip.compress(b"", mtime=0),
            packed([1]),
            packed({"file": "another"}),
            packed({"file": "attache backup", "format": 1}),
            packed({"file": "attache backup", "format": 1, "revision": "1", "version": "1", "made_at": "today"}),
        ],
        ids=range(7),
    )
    def test_another_file(self, file: bytes) -> None:
        with pytest.raises(ArchiveError, match="not a complete backup"):
            read_all(file)

    def test_a_later_format(self) -> None:
        with pytest.raises(ArchiveError, match="newer version"):
            read_all(packed({"file": "attache backup", "format": 2}))
