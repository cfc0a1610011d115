"""Warnings are issued where the solver cannot be loaded and no list can be read: what is issued are stored plans."""

import json
import os
import subprocess
import sys

from planner.service import open_planner
from planner.terms import Level
from tests.service.desk.made import keep_plan, led_to_signature, terms

BLOCKED = "import sys; sys.modules['ortools'] = None; from planner.service.commands.command_line import main; main()"


def test_a_signed_warning_is_issued_without_solver_and_list(address: str) -> None:
    planner = open_planner(address)
    number = led_to_signature(planner.desk("changzhi"), keep_plan(planner, Level.YELLOW), terms())
    planner.store.close()
    command = ["warning", "issue", number, "--by", "王", "--reason", "发布", "--at", "2026-12-05T09:00+08:00", "--json"]
    environment = os.environ | {"PLANNER_DATABASE_URL": address}
    run = subprocess.run(
        [sys.executable, "-c", BLOCKED, *command], check=False, capture_output=True, text=True, env=environment
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert (told["warning"]["step"], told["orders"] > 0) == ("in_force", True)
