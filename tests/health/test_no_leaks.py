"""Nothing of the machine that wrote a file stays in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import relative, versioned_files

MACHINE_PATH = re.compile(r"(?<![\w.:/\-$}])(?:/(?:work|root)/|/(?:home|Users)/\w|[A-Z]:\\Users\\)")


def leaks(path: Path) -> Iterator[str]:
    """Each line of a text file that names a folder of somebody's machine; nothing for binary files."""
    data = path.read_bytes()
    if b"\0" in data:
        return
    home = str(Path.home()) + "/"
    for number, line in enumerate(data.decode("utf-8", errors="replace").splitlines(), start=1):
        if MACHINE_PATH.search(line) or (home != "//" and home in line):
            yield f"{relative(path)}:{number}: {line.strip()[:120]}"


def test_no_file_names_a_folder_of_a_machine() -> None:
    offenders = [line for path in versioned_files() if path != Path(__file__) for line in leaks(path)]
    assert not offenders, "\n".join(offenders)


@pytest.mark.parametrize("line", ["see ~work~main", "'~root~.cache'", "open('~home~ada~x')", "C:\\Users\\ada"])
def test_a_machine_path_is_noticed(line: str) -> None:
    """The samples write ~ for / so that this file itself names no such folder."""
    assert MACHINE_PATH.search(line.replace("~", "/"))


@pytest.mark.parametrize("line", ["https:~~host~work~x", "docs~work~x", "~usr~bin~chromium", "$HOME~work~"])
def test_other_paths_are_let_be(line: str) -> None:
    assert not MACHINE_PATH.search(line.replace("~", "/"))
