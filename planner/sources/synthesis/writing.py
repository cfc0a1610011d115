"""A list of text cells as a CSV file, byte for byte the same on every machine."""

from pathlib import Path

import pandas as pd

__all__ = ["write_list"]


def write_list(frame: pd.DataFrame, path: Path | str) -> None:
    """Write the list as CSV: UTF-8 without a byte order mark, LF, header first, empty cells empty.

    Args:
        frame: cells that are text already, as `synthesize_city` gives them.
        path: the file to write; an existing one is replaced.

    Raises:
        OSError: the file cannot be written.
    """
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
