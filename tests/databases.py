"""The databases that the store has to serve alike: a test that asks for one runs on SQLite and on PostgreSQL.

PostgreSQL is a private server: started from the machine's own programs when the first test needs it, in a temporary
folder, reached by a Unix socket in that folder, stopped with the session. Each test gets a database of its own, a copy
of a migrated one. Where the programs are not installed, the tests' PostgreSQL halves are skipped.

``@pytest.mark.sqlite_only("why")`` keeps a test from PostgreSQL, or one of its parameters.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, Dialect, Engine, event

from bot.archive.blocking_engine import open_engine
from bot.archive.migrating import migrate
from bot.archive.store import Archive
from tests.unit.archive.released import add_revision, find_earlier

SQLITE, POSTGRESQL = "sqlite", "postgresql"

MIGRATED = "migrated"
_numbers = count(1)
_FOLDERS = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin")
# what a test stores need not outlive the machine
_SERVER = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite_only(reason): what is tested exists on SQLite alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let each test that needs a database run on both, unless it says why not."""
    if "database" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("sqlite_only")
        assert alone is None or alone.args, "sqlite_only needs its reason"
        metafunc.parametrize("database", [SQLITE] if alone else [SQLITE, POSTGRESQL], indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what a marked parameter keeps from PostgreSQL."""
    items[:] = [item for item in items if not (item.get_closest_marker("sqlite_only") and _is_on_postgresql(item))]


def _is_on_postgresql(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("database") == POSTGRESQL


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL server, and the folder of its socket."""

    folder: Path
    connection: psycopg.Connection

    def address(self, name: str) -> str:
        return f"postgresql://attache@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make the database ``name`` as a copy of ``template``; its address."""
        # copying files is the quickest, and the only way of versions before 15
        how = "STRATEGY file_copy" if self.connection.info.server_version >= 150_000 else ""
        self.connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {how}'.encode())
        return self.address(name)

    def drop(self, name: str) -> None:
        """Remove the database ``name``, whoever is still connected to it."""
        self.connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())

    @contextmanager
    def copied(self, template: str = "template0") -> Iterator[str]:
        """The address of a copy of ``template``, within the context."""
        name = f"test{next(_numbers)}"
        yield self.create(name, template)
        self.drop(name)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server with an empty database of this program's form to copy."""
    with run_server() as server:
        _migrate(server.create(MIGRATED))
        yield server


@contextmanager
def run_server() -> Iterator[Server]:
    """A server of one's own, within the context. Skips the test where there are no programs to run one with."""
    programs = find_programs()
    if programs is None:
        pytest.skip("the server programs of PostgreSQL (initdb, pg_ctl) are not on this machine")
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a folder of its own in it
    with tempfile.TemporaryDirectory(prefix="attache-pg-", dir=memory, ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        user = _find_servant()
        if user:
            shutil.chown(home, user.pw_uid, user.pw_gid)
        initdb = [f"{programs}/initdb", "-D", f"{home}/data", "-U", "attache", "--auth=trust", "--no-sync"]
        _run([*initdb, "--encoding=UTF8", "--locale=C"], home, user)
        control_server(home, "start")
        try:
            with psycopg.connect(f"host={home} user=attache dbname=postgres", autocommit=True) as connection:
                yield Server(home, connection)
        finally:
            control_server(home, "stop")


def control_server(home: Path, what: str, *, mode: str = "immediate") -> None:
    """Have the server in ``home`` "start" or "stop": at once, as if its program died, or in the ``mode`` of pg_ctl."""
    options = " ".join(f"-c {name}='{value}'" for name, value in _SERVER.items())
    how = ["-l", f"{home}/log", "-o", f"-k {home} {options}", "start"] if what == "start" else ["-m", mode, what]
    _run([f"{find_programs()}/pg_ctl", "-D", f"{home}/data", "-w", "-s", *how], home, _find_servant())


@contextmanager
def frozen(home: Path) -> Iterator[None]:
    """The server in ``home`` accepts connections and statements, and answers nothing, within the context."""
    main = int((home / "data" / "postmaster.pid").read_text().split()[0])
    children = [int(pid) for task in Path(f"/proc/{main}/task").glob("*/children") for pid in task.read_text().split()]
    stopped: list[int] = []
    try:
        for pid in (main, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)
                stopped.append(pid)
        yield
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)


_engines: dict[type[Dialect], Engine] = {}


@event.listens_for(Engine, "engine_connect")
def hurry(connection: Connection) -> None:
    """Spare what only programs need: each test opens an archive of its own, which need not outlive the machine."""
    engine = connection.engine
    if engine.dialect.is_async:  # share what SQLAlchemy compiles
        first = _engines.setdefault(type(engine.dialect), engine)
        engine.dialect = connection.dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
    if engine.dialect.name == SQLITE and "hurried" not in connection.info:
        connection.info["hurried"] = True
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.close()


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """The kind of database that this run of the test is about: "sqlite" or "postgresql"."""
    kind: str = request.param
    return kind


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Where the archive is when it is on SQLite; not made yet."""
    return tmp_path / "folder" / "archive.sqlite3"


NewArchive = Callable[[Path], str]


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory: pytest.TempPathFactory) -> NewArchive:
    """Puts an archive that holds nothing at a path, on SQLite, and gives its address.

    It is a copy of a migrated one: that takes a hundredth of the time of all migrations.
    """
    migrated = tmp_path_factory.mktemp("archive") / "archive.sqlite3"
    _migrate(f"sqlite:///{migrated}")

    return lambda file: copy_file(migrated, file)


def copy_file(archive: Path, file: Path) -> str:
    """Put a copy of an archive at the path ``file``; its address."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copy(archive, file)
    file.chmod(0o600)
    return f"sqlite:///{file}"


@pytest.fixture
def database_url(database: str, sqlite_file: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an archive that holds nothing, for ``Archive.open``: on SQLite and on PostgreSQL."""
    if database == SQLITE:
        new_archive: NewArchive = request.getfixturevalue("new_archive")
        yield new_archive(sqlite_file)
        return
    server: Server = request.getfixturevalue("postgresql")
    with server.copied(MIGRATED) as address:
        yield address


@pytest.fixture
async def archive(database_url: str) -> AsyncIterator[Archive]:
    """An archive that holds nothing, open: on SQLite and on PostgreSQL."""
    archive = await Archive.open(database_url)
    yield archive
    await archive.close()


@pytest.fixture
def new_database_url(database: str, sqlite_file: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database without any table, which ``Archive.open`` makes an archive of."""
    if database == SQLITE:
        yield f"sqlite:///{sqlite_file}"
        return
    server: Server = request.getfixturevalue("postgresql")
    with server.copied() as address:
        yield address


MakeReleased = Callable[[str], str]


@pytest.fixture(scope="session")
def released_files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Archives on SQLite to copy, as the program of each revision left them: one is made from the other, once."""
    folder = tmp_path_factory.mktemp("released")

    @cache
    def make(revision: str) -> Path:
        file = folder / f"{revision}.sqlite3"
        if earlier := find_earlier(revision):
            copy_file(make(earlier), file)
        _change(f"sqlite:///{file}", partial(add_revision, revision=revision))
        return file

    return make


@pytest.fixture(scope="session")
def released_databases(postgresql: Server) -> Callable[[str], str]:
    """The same on PostgreSQL: their names."""

    @cache
    def make(revision: str) -> str:
        earlier = find_earlier(revision)
        address = postgresql.create(f"released{revision}", make(earlier) if earlier else "template0")
        _change(address, partial(add_revision, revision=revision))
        return f"released{revision}"

    return make


@pytest.fixture
def make_released(database: str, sqlite_file: Path, request: pytest.FixtureRequest) -> Iterator[MakeReleased]:
    """Makes an archive as the program of a revision left it (:mod:`tests.unit.archive.released`); its address."""
    if database == SQLITE:
        files: Callable[[str], Path] = request.getfixturevalue("released_files")
        yield lambda revision: copy_file(files(revision), sqlite_file)
        return
    server: Server = request.getfixturevalue("postgresql")
    databases: Callable[[str], str] = request.getfixturevalue("released_databases")
    with ExitStack() as made:
        yield lambda revision: made.enter_context(server.copied(databases(revision)))


@pytest.fixture
def work_url(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where DBOS keeps its tables: a file, or the archive's own database."""
    if database == SQLITE:
        yield f"sqlite:///{tmp_path / 'work.sqlite3'}"
    else:
        yield request.getfixturevalue("database_url").replace("postgresql://", "postgresql+psycopg://")


def find_programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest where there are several; None where there is none."""
    if (initdb := shutil.which("initdb")) and shutil.which("pg_ctl"):
        return Path(initdb).parent
    root = Path("/")
    found = [folder for pattern in _FOLDERS for folder in root.glob(pattern[1:]) if (folder / "initdb").exists()]
    return max(found, key=lambda folder: float(folder.parent.name.rpartition("@")[2]), default=None)


def _find_servant() -> pwd.struct_passwd | None:
    """Whom to run the server as: it refuses to run as root."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _run(command: list[str], folder: Path, user: pwd.struct_passwd | None) -> None:
    """Run ``command`` as ``user``, None for oneself. Fails the test with its own words, and the server's."""
    log = folder / "output"
    with log.open("wb") as output:  # a pipe would stay open as long as the server runs
        done = subprocess.run(
            command,
            cwd=folder,
            user=user and user.pw_uid,
            group=user and user.pw_gid,
            extra_groups=[] if user else None,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=60,
        )
    if done.returncode:
        said = "\n".join(file.read_text() for file in (log, folder / "log") if file.exists())
        pytest.fail(f"{Path(command[0]).name} ended with {done.returncode}: {said}")


def _migrate(address: str) -> None:
    _change(address, migrate)
    engine = open_engine(address)
    engine.connect().close()  # writes the cache of its catalogue, which copies then have too
    engine.dispose()


def _change(address: str, change: Callable[[Connection], None]) -> None:
    engine = open_engine(address)
    with engine.begin() as connection:
        change(connection)
    engine.dispose()
