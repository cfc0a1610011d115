"""The child that reads workbooks: what it may not do, and what is believed of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.sources.apart import Task, read_apart
from planner.sources.apart.asking import sheets_of_lines
from tests.hostile.files import workbook
from tests.project import ROOT

LIMITED = """
import sys; sys.path.insert(0, sys.argv[1])
from planner.sources.apart import child
child._limit("RLIMIT_FSIZE", 0); child._bound(1000, "zip")
{deed}
"""


def deed(code: str) -> int:
    """How a process under the child's limits ends."""
    command = [sys.executable, "-I", "-c", LIMITED.format(deed=code), str(ROOT)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode


@pytest.mark.parametrize("task", [Task.GRIDS, Task.TABLES])
def test_a_sound_workbook_is_read_by_both_readers(task: Task) -> None:
    sheets, findings = read_apart(workbook(), task, "list.xlsx")
    assert findings == ()
    assert sheets[0].rows[1] == ["甲厂", "140404", "a", "1"]


def test_the_child_writes_no_file(tmp_path: Path) -> None:
    assert deed(f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 100000)") != 0


def test_the_child_takes_no_more_memory() -> None:
    assert deed("bytearray(300 * 1024 ** 2)") != 0
    assert deed("bytearray(30 * 1024 ** 2)") == 0


def test_the_child_takes_no_more_time() -> None:
    assert deed("while True: pass") < 0


@pytest.mark.parametrize(
    "line",
    [{"rows": [["1"]]}, {"refused": "x"}, {"rows": 3}, {"sheet": "a"}, {"sheet": "a", "hidden": 0, "spans": [["x"]]}],
)
def test_a_child_that_breaks_off_or_says_what_no_child_says_gives_nothing(line: dict[str, object]) -> None:
    sheets, findings = sheets_of_lines([{"sheet": "a", "hidden": False}, line], "list.xlsx", 10)
    assert sheets == ()
    assert [item.code for item in findings] == ["list.workbook.limits"]


def test_whatever_a_child_says_a_cell_is_text() -> None:
    lines = [{"sheet": 5, "hidden": 0}, {"rows": [[1, None, {"a": 1}]]}, {"end": True}]
    sheets, _ = sheets_of_lines(lines, "list.xlsx", 10)
    assert sheets[0].rows == [["1", "None", "{'a': 1}"]]
