"""A sweep answers every scenario exactly once, whoever is killed, stopped or asked twice."""

import os
import signal
import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.errors import FindingsError
from planner.scenario import BASE, RowChange, Scenario
from planner.service.bootstrap import open_planner
from planner.service.records import PlanRequest
from planner.service.scenarios import SweepProgress, SweepQuestion, run_sweep
from planner.service.scenarios.answer import answer_scenario
from planner.service.scenarios.base import open_base
from planner.service.scenarios.ground import open_ground
from planner.service.scenarios.workers import HERE, Workers, executor_of
from planner.terms import Level, Mode

ONE_HERE = Workers(kind=HERE)


def question(folder: Path, small_list: Path, count: int) -> SweepQuestion:
    """So many scenarios, each with more NOx than the one before."""
    request = PlanRequest(
        city="changzhi", level=Level.ORANGE, mode=Mode.DESIGN, on=date(2026, 12, 1), gap=1e-3, list_file=small_list
    )
    lines = (("source_kind", ("line",)),)
    scenarios = tuple(
        Scenario(name=f"nox-{at}", rows=(RowChange(where=lines, scale=(("nox_kg_per_day", 1.0 + at / 100),)),))
        for at in range(1, count + 1)
    )
    return SweepQuestion(
        database=f"sqlite:///{folder / 's.db'}",
        request=request,
        folder=folder,
        scenarios=(Scenario(name=BASE), *scenarios),
    )


def test_each_answer_is_that_of_the_scenario_alone(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 2)
    swept = run_sweep(asked, ONE_HERE)
    base = open_base(open_ground(open_planner(asked.database), asked.request, tmp_path))
    assert [item.outcome for item in swept] == [base.answer(item).outcome for item in asked.scenarios]
    assert all(item.outcome.has_plan for item in swept)


def test_an_answer_of_a_sweep_and_that_of_a_single_plan_can_both_be_true(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 2)
    ground = open_ground(open_planner(asked.database), asked.request, tmp_path)
    for swept, scenario in zip(run_sweep(asked, ONE_HERE), asked.scenarios, strict=True):
        alone = answer_scenario(ground, scenario).outcome
        assert swept.outcome.bound_yuan <= alone.cost_yuan * (1.0 + 1e-9)
        assert alone.bound_yuan <= swept.outcome.cost_yuan * (1.0 + 1e-9)


def test_the_base_of_a_sweep_is_the_plan_of_its_question(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 0)
    ground = open_ground(open_planner(asked.database), asked.request, tmp_path)
    assert run_sweep(asked, ONE_HERE)[0].outcome == answer_scenario(ground, asked.scenarios[0]).outcome


def test_a_priced_scenario_tells_a_cost_and_a_bound_that_its_plan_agrees_with(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 3)
    planned = run_sweep(asked, ONE_HERE)
    priced = run_sweep(replace(asked, is_priced=True), ONE_HERE)
    assert [item.outcome.kind for item in priced] == ["planned", *["priced"] * 3]
    for one, other in zip(priced, planned, strict=True):
        assert one.outcome.bound_yuan <= other.outcome.cost_yuan * (1.0 + 1e-9)
        assert one.outcome.cost_yuan >= other.outcome.bound_yuan * (1.0 - 1e-9)
        assert one.outcome.has_plan


def test_what_is_stored_is_not_asked_again(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 2)
    before = run_sweep(asked, ONE_HERE)
    told: list[SweepProgress] = []
    again = run_sweep(asked, ONE_HERE, told.append)
    assert [(item.done, item.total) for item in told] == [(3, 3)]
    assert [item.outcome for item in again] == [item.outcome for item in before]


def test_a_stopped_sweep_goes_on_where_it_was(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 5)
    told: list[SweepProgress] = []
    stopped = run_sweep(asked, ONE_HERE, told.append, lambda: any(item.done for item in told))
    assert 0 < len(stopped) < len(asked.scenarios)
    assert len(run_sweep(asked, ONE_HERE)) == len(asked.scenarios)


def test_killed_workers_cost_no_answer_and_double_none(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 6)
    told: list[SweepProgress] = []
    killer = threading.Thread(target=_kill_a_worker, args=(told,))
    killer.start()
    swept = run_sweep(asked, Workers(count=2), told.append)
    killer.join()
    alone = run_sweep(replace(asked, database=f"sqlite:///{tmp_path / 'alone.db'}"), ONE_HERE)
    assert [item.outcome for item in swept] == [item.outcome for item in alone]


def test_dask_gives_the_answers_of_one_process(tmp_path: Path, small_list: Path) -> None:
    asked = question(tmp_path, small_list, 3)
    swept = run_sweep(asked, Workers(kind="dask", count=1))
    alone = run_sweep(replace(asked, database=f"sqlite:///{tmp_path / 'alone.db'}"), ONE_HERE)
    assert [item.outcome for item in swept] == [item.outcome for item in alone]


@pytest.mark.parametrize(
    ("workers", "code"),
    [
        (Workers(kind="ray"), "sweep.executor.unknown"),
        (Workers(kind="dask", address="tcp://10.0.0.7:8786"), "sweep.address.open"),
        (Workers(kind="dask", address="tls://10.0.0.7:8786"), "sweep.address.open"),
    ],
)
def test_a_team_that_cannot_be_trusted_is_refused(workers: Workers, code: str) -> None:
    with pytest.raises(FindingsError) as stopped, executor_of(workers):
        pass
    assert [item.code for item in stopped.value.findings] == [code]


def _kill_a_worker(told: list[SweepProgress]) -> None:
    """Kills one process of the pool once the first answers are in."""
    while not any(item.done for item in told):
        time.sleep(0.05)
    mine = str(os.getpid())
    for entry in Path("/proc").iterdir():
        status = entry / "stat"
        if entry.name.isdigit() and status.exists() and _parent(status) == mine and b"spawn_main" in _command(entry):
            os.kill(int(entry.name), signal.SIGKILL)
            return


def _parent(status: Path) -> str:
    return status.read_text().rpartition(")")[2].split()[1]


def _command(entry: Path) -> bytes:
    return (entry / "cmdline").read_bytes()
