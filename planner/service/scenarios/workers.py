"""Who does the work of a sweep: this process, a pool of spawned ones, or a cluster of Dask."""

import ipaddress
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from planner.errors import FindingsError, finding

__all__ = ["HERE", "KINDS", "Workers", "executor_of"]

HERE, PROCESS, DASK = "here", "process", "dask"
KINDS = (HERE, PROCESS, DASK)
RETRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """Who is to do the work.

    Attributes:
        kind: one of KINDS.
        count: how many at once; 0: as many as this machine has cores.
        address: of a Dask scheduler that runs already, '' for one of this machine.
        tls: folder with ca.pem, cert.pem and key.pem, for a scheduler elsewhere.
    """

    kind: str = PROCESS
    count: int = 0
    address: str = ""
    tls: Path | None = None

    @property
    def at_once(self) -> int:
        """Number of workers of this machine."""
        return self.count or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else self.count or 1


@contextmanager
def executor_of(workers: Workers) -> Iterator[Executor]:
    """The executor; gone with all its processes when the block ends.

    Raises:
        FindingsError: where the kind is unknown, Dask is not installed, or an address is open to anybody.
    """
    if workers.kind == HERE:
        with ThreadPoolExecutor(1) as threads:
            yield threads
    elif workers.kind == PROCESS:
        with ProcessPoolExecutor(workers.at_once, mp_context=multiprocessing.get_context("spawn")) as processes:
            yield processes
    elif workers.kind == DASK:
        with _dask(workers) as cluster:
            yield cluster
    else:
        raise FindingsError((finding("sweep.executor.unknown", value=workers.kind, known=", ".join(KINDS)),))


@contextmanager
def _dask(workers: Workers) -> Iterator[Executor]:
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra that few installations need
    except ImportError as error:
        raise FindingsError((finding("sweep.dask.missing", value=error.name or ""),)) from error
    if workers.address:
        _refuse_open(workers)
        with Client(workers.address, security=_security(workers), set_as_default=False) as client:
            yield client.get_executor(pure=False, retries=RETRIES)
        return
    # Workers of this machine alone, on loopback, no dashboard's pages: what Dask passes about runs as code
    options = {"n_workers": workers.at_once, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**options) as local, Client(local, set_as_default=False) as client:
        yield client.get_executor(pure=False, retries=RETRIES)


def _refuse_open(workers: Workers) -> None:
    """A scheduler elsewhere is spoken to by TLS alone: whoever reaches it runs code on every worker."""
    parts = urlsplit(workers.address if "://" in workers.address else f"tcp://{workers.address}")
    if parts.scheme == "tls" and workers.tls is not None:
        return
    try:
        is_own = parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        is_own = False
    if not is_own:
        raise FindingsError((finding("sweep.address.open", value=workers.address),))


def _security(workers: Workers) -> object:
    from distributed import Security  # noqa: PLC0415 - an extra that few installations need

    if workers.tls is None:
        return None
    ca, cert, key = (str(workers.tls / name) for name in ("ca.pem", "cert.pem", "key.pem"))
    return Security(tls_ca_file=ca, tls_client_cert=cert, tls_client_key=key, require_encryption=True)
