"""Old and binary workbooks are opened in a process of their own first: a damaged one may end the process.

calamine's reader of xls asks for as much memory as a damaged file names, and Rust then aborts; nothing catches that.
"""

import subprocess
import sys

__all__ = ["opens_safely"]

_SECONDS = 120
_CODE = """
import io, sys
from python_calamine import CalamineWorkbook
with CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as book:
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
"""


def opens_safely(raw: bytes) -> bool:
    """Whether every sheet of a workbook can be read; about 0.2 s and the time of reading it.

    Args:
        raw: the bytes of an xls or xlsb workbook.
    """
    command = [sys.executable, "-I", "-c", _CODE]
    try:
        ended = subprocess.run(command, input=raw, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own code
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
