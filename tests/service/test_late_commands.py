"""The commands that `planner --help` lists without loading them."""

import subprocess
import sys

import pytest

from planner.service.commands.late import Late, LateCommand
from planner.service.commands.register import COMMANDS

LOADED = "import sys, planner.service.commands.command_line; print(*sys.modules, sep='\\n')"


@pytest.mark.parametrize("late", COMMANDS, ids=lambda late: late.name)
def test_the_list_says_of_a_command_what_its_own_file_says(late: Late) -> None:
    command = LateCommand(late).load()
    assert (command.name, command.help.splitlines()[0]) == (late.name, late.help)


@pytest.mark.parametrize("library", ["pandas", "numpy", "sqlalchemy", "openpyxl"])
def test_no_library_is_loaded_to_list_the_commands(library: str) -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    assert library not in run.stdout.split()
