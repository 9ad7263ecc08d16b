"""A PostgreSQL server for the benchmark, with default settings, in a folder and on a socket there.

Like the tests' server (:mod:`tests.databases`), but durable across a crash, as an operator's would be.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.databases import find_programs

_SETTINGS = "-c listen_addresses='' -c max_connections=200 -c log_min_messages=fatal"


@dataclass(frozen=True)
class Server:
    """A running server. ``url`` is the address of its one database, for DATABASE_URL."""

    folder: Path
    programs: Path
    servant: pwd.struct_passwd | None

    @property
    def url(self) -> str:
        """The address of an empty database."""
        return f"postgresql://attache@/postgres?host={self.folder}"

    @property
    def process(self) -> int:
        """The id of its main process, the ancestor of all others."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def restart(self) -> None:
        """Stop it as in a crash, without closing connections, and start it again."""
        self._control("-m", "immediate", "restart")

    def _control(self, *arguments: str) -> None:
        options = ["-o", f"-k {self.folder} {_SETTINGS}", "-l", f"{self.folder}/log"]
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-s", *options, *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        user = self.servant
        subprocess.run(
            [f"{self.programs}/{program}", *arguments],
            cwd=self.folder,
            user=user and user.pw_uid,
            group=user and user.pw_gid,
            extra_groups=[] if user else None,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )

    @classmethod
    @contextmanager
    def start(cls, folder: Path) -> Iterator["Server"]:
        """Start a server in the empty ``folder``, and stop it with the context.

        Raises ``FileNotFoundError`` if PostgreSQL's server programs are not installed.
        """
        programs = find_programs()
        if programs is None:
            raise FileNotFoundError("the server programs of PostgreSQL (initdb, pg_ctl) are not on this machine")
        servant = pwd.getpwnam("nobody") if os.geteuid() == 0 else None  # it refuses to run as root
        folder.mkdir(parents=True, exist_ok=True)
        if servant:
            shutil.chown(folder, servant.pw_uid, servant.pw_gid)
        server = cls(folder, programs, servant)
        server._run("initdb", "-D", f"{folder}/data", "-U", "attache", "--auth=trust", "--encoding=UTF8", "--locale=C")
        server._control("start")
        try:
            yield server
        finally:
            server._control("-m", "immediate", "stop")
