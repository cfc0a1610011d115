"""Where the files lie that are no Python: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

__all__ = ["assets_folder"]

PACKAGE = Path(__file__).resolve().parent.parent
BUNDLED = PACKAGE / "_assets"


def assets_folder() -> Path:
    """The folder that holds app.py, pages, static, rules, locale, migrations and data."""
    checkout = PACKAGE.parent
    return checkout if (checkout / "rules").is_dir() and (checkout / "app.py").is_file() else BUNDLED
