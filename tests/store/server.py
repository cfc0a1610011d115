"""A private PostgreSQL server for the tests: Debian's package, a cluster of its own on a free port of loopback."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

__all__ = ["fresh_database", "private_server", "server_programs"]

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
USER = "postgres"


def server_programs() -> Path | None:
    """The folder of initdb and pg_ctl; None where the package `postgresql` is not installed."""
    return next((folder for folder in FOLDERS if (folder / "initdb").is_file()), None)


@contextmanager
def private_server(programs: Path) -> Iterator[str]:
    """The address of a running server without its database; the cluster is gone afterwards."""
    folder = Path(mkdtemp(prefix="planner-postgresql-"))
    folder.chmod(0o755)
    data, port = folder / "data", _free_port()
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
        shutil.chown(data, USER, USER)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    try:
        _run(programs / "initdb", "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        _run(programs / "pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}"
    finally:
        _run(programs / "pg_ctl", "-D", str(data), "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


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
