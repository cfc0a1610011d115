"""Writes every golden file anew: `uv run python -m tests.golden.write`. Read the difference before you keep it."""

from pathlib import Path

from tests.golden.cities import CITIES
from tests.golden.rows_text import rows_text

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """One text file a family, beside this one."""
    for family, city in CITIES.items():
        (FOLDER / f"{family}.txt").write_text(rows_text(city(), family), "utf-8")


if __name__ == "__main__":
    main()
