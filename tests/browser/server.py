"""The panel on a free loopback port, for as long as a test needs it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.project import ROOT

START_SECONDS = 60.0
STOP_SECONDS = 10.0


def free_port() -> int:
    """A loopback port that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_panel(database_url: str, log: Path) -> Iterator[str]:
    """Starts the panel over `database_url`, waits until it is well, yields its address, stops it.

    Args:
        database_url: the store the panel works on.
        log: file that takes what the server prints; its end is told where the server does not start.
    """
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]
    environment = {**os.environ, "PLANNER_DATABASE_URL": database_url}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_until_well(f"http://127.0.0.1:{port}", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(server)


def wait_until_well(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the panel answers its health question.

    Raises:
        RuntimeError: with the end of the log, where the server ends or stays silent for a minute.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if is_well(url):
            return
        time.sleep(0.2)
    raise RuntimeError(f"the panel did not start:\n{log.read_text('utf-8', errors='replace')[-4000:]}")


def is_well(url: str) -> bool:
    """Whether a panel answers at the address."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310 - loopback only
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def stop(server: subprocess.Popen[bytes]) -> None:
    """Asks the server to end, and ends it where it does not listen."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
