"""The command that opens the panel."""

import os
import runpy
import socket
import sys
from typing import Annotated

import typer

from planner.errors import FindingsError, finding
from planner.service.assets import assets_folder
from planner.service.bootstrap import open_planner
from planner.service.console import log, speak
from planner.service.entrance import Entrance
from planner.service.sign_in_ways import is_loopback
from planner.terms import N_

__all__ = ["serve"]

LOOPBACK = "127.0.0.1"


def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0: a free one.")] = 8501,
    address: Annotated[
        str, typer.Option("--address", help="Address; another than loopback needs accounts.")
    ] = LOOPBACK,
    host: Annotated[list[str] | None, typer.Option("--host", help="Name under which readers reach the panel.")] = None,
) -> None:
    """Open the panel, on loopback unless told otherwise; its address is printed.

    Streamlit runs in this process, where the solver and all else is loaded already: the first page waits less.
    """
    entrance = Entrance(planner=open_planner(), address=address)
    entrance.asks({})
    if not host and not is_loopback(address):
        raise FindingsError((finding("serve.host_missing", value=address),))
    chosen = port or _free_port(address)
    if not _is_free(address, chosen):
        raise FindingsError((finding("serve.port_taken", value=chosen),))
    log(speak().say(N_("The panel is at http://{host}:{port} (Ctrl+C ends it)."), host=address, port=chosen))
    assets = assets_folder()
    os.chdir(assets)
    sys.argv = ["streamlit", "run", str(assets / "app.py"), *_options(entrance, chosen, host or [])]
    runpy.run_module("streamlit", run_name="__main__")


def _options(entrance: Entrance, port: int, hosts: list[str]) -> list[str]:
    """What Streamlit is told: where it listens, under which names it answers, and where the secrets of OIDC lie."""
    options = [f"--server.port={port}", f"--server.address={entrance.address}"]
    if hosts:
        options += [f"--server.allowedHosts={name}" for name in (*hosts, entrance.address)]
        options.append(f"--browser.serverAddress={hosts[0]}")
    if entrance.way.secrets_file is not None:
        options.append(f"--secrets.files={entrance.way.secrets_file.resolve()}")
    return options


def _free_port(address: str) -> int:
    with socket.socket(_family(address)) as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def _family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def _is_free(address: str, port: int) -> bool:
    with socket.socket(_family(address)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True
