"""The installed Chromium and how it is started: headless, and silent towards every other machine."""

import shutil
from pathlib import Path

INSTALL_HINT = "Chromium is missing: apt-get install chromium"
FLAGS = (
    "--no-sandbox",  # root in a container has no other way; pages come from this machine only
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of the browser, Debian's first; None where there is none."""
    debian = Path("/usr/bin/chromium")
    found = (shutil.which(name) for name in _NAMES)
    return str(debian) if debian.exists() else next((path for path in found if path), None)
