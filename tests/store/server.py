"""A private PostgreSQL server for the tests: Debian's package, a cluster of its own on a free port of loopback."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

__all__ = ["PrivateServer", "fresh_database", "private_server", "running_server", "server_programs"]

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
USER = "postgres"
STARTS = 50


def server_programs() -> Path | None:
    """The folder of initdb and pg_ctl; None where the package `postgresql` is not installed."""
    return next((folder for folder in FOLDERS if (folder / "initdb").is_file()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateServer:
    """A cluster of its own: started, killed as a cut of the current would, and started again."""

    programs: Path
    folder: Path
    port: int
    fsync: str

    @property
    def address(self) -> str:
        """The address of the server without a database."""
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        """The folder of the cluster."""
        return self.folder / "data"

    def make(self) -> None:
        """An empty cluster."""
        self.data.mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(self.folder, USER, USER)
            shutil.chown(self.data, USER, USER)
        _run(self.programs / "initdb", "-D", str(self.data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")

    def start(self) -> None:
        """Starts the server; after a kill until the last process of the former one has let go."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        command = (self.programs / "pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"))
        for _ in range(STARTS):
            try:
                _run(*command, "-o", f"{options} -c fsync={self.fsync}", "start")
            except RuntimeError:
                time.sleep(0.2)
            else:
                return
        raise RuntimeError((self.folder / "log").read_text("utf-8", errors="replace")[-2000:])

    def kill(self) -> None:
        """SIGKILL to the server and to every process that it started, all at one blow."""
        first = int((self.data / "postmaster.pid").read_text("utf-8").splitlines()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text("utf-8").split()
        for process in (first, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def stop(self) -> None:
        """Ends the server, whatever runs on it."""
        _run(self.programs / "pg_ctl", "-D", str(self.data), "-m", "immediate", "stop", check=False)


@contextmanager
def running_server(programs: Path, *, fsync: bool = False) -> Iterator[PrivateServer]:
    """A server that runs; the cluster is gone afterwards."""
    folder = Path(mkdtemp(prefix="planner-postgresql-"))
    folder.chmod(0o755)
    server = PrivateServer(programs=programs, folder=folder, port=_free_port(), fsync="on" if fsync else "off")
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def private_server(programs: Path) -> Iterator[str]:
    """The address of a running server without its database; the cluster is gone afterwards."""
    with running_server(programs) as server:
        yield server.address


def fresh_database(server: str) -> str:
    """The address of a new empty database on the server."""
    from sqlalchemy import create_engine, text  # noqa: PLC0415 - only where there is a server

    name = f"planner_{uuid4().hex}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}/{name}"


def _run(program: Path, *arguments: str, check: bool = True) -> None:
    """PostgreSQL refuses to run as root: then it runs as its own user."""
    command = [str(program), *arguments]
    if os.geteuid() == 0:
        pwd.getpwnam(USER)
        command = ["runuser", "-u", USER, "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if check and done.returncode != 0:
        raise RuntimeError(done.stderr or done.stdout)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
