import pytest

from bot.archive.dialect import open_engines
from bot.archive.store import Archive
from bot.errors import ArchiveError


@pytest.mark.parametrize("address", ["sqlite:///{}/a.sqlite3", "sqlite+aiosqlite:///{}/a.sqlite3"])
def test_a_plain_address_gets_the_driver(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    engines = open_engines(address.format(tmp_path_factory.mktemp("archive")))
    assert engines.reader.url.drivername == "sqlite+aiosqlite"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("hunter2", "not the address of a database"),
        ("postgres//ana:hunter2@db.example/x", "not the address of a database"),
        ("mysql://ana:hunter2@db.example/x", "a database of the kind mysql"),
        ("nosuch://ana:hunter2@db.example/x", "a database of the kind nosuch"),
    ],
)
async def test_an_unusable_address_is_told_without_repeating_it(address: str, sentence: str) -> None:
    with pytest.raises(ArchiveError, match=sentence) as caught:
        await Archive.open(address)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in str(caught.value.__cause__)
