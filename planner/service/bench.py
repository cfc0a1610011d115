"""Ours against other solvers on the same models: each run in a process of its own, capped, with its peak of memory."""

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection, wait
from pathlib import Path
from statistics import median

from planner.alert import make_alert
from planner.audit import audit_plan
from planner.errors import FindingsError
from planner.problem import PlanProblem, build_problem
from planner.rules import Rulebook, in_force
from planner.service.lists import DEMO_CITY, check_list, list_codes
from planner.solve import Rival, SolveSettings, solve_directly, solve_problem
from planner.sources import read_field_dictionary
from planner.sources.synthesis import synthesize_city, write_list
from planner.terms import Level, Mode

__all__ = ["OURS", "BenchCase", "BenchLine", "BenchRun", "bench_lines", "run_bench"]

OURS = "ours"
GRACE_SECONDS = 15.0
BUILD_SECONDS = 600.0
DAYS = 3
KILOBYTES_PER_MB = 1024.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchCase:
    """One question to one solver: `design` on a synthetic city; `gap` where it may stop, `cap_seconds` of the solve."""

    solver: str
    lines: int
    seed: int
    level: Level
    gap: float
    cap_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchRun:
    """What came of a case; None where the solver did not come so far.

    Attributes:
        build_s, solve_s, audit_s: seconds of wall time; a capped run counts as its cap.
        objective, bound: yuan; gap = (objective - bound) / max(1, objective).
        peak_mb: most memory of the process, list and model included.
    """

    solver: str
    lines: int
    seed: int
    level: Level
    build_s: float | None
    solve_s: float
    audit_s: float | None
    objective: float | None
    bound: float | None
    gap: float | None
    peak_mb: float | None
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchLine:
    """All runs of one solver at one size: median and worst seconds of the solve, how many met the cap."""

    solver: str
    lines: int
    runs: int
    median_s: float
    worst_s: float
    worst_gap: float | None
    capped: int


def run_bench(cases: tuple[BenchCase, ...], rulebook: Rulebook, on: date) -> Iterator[BenchRun]:
    """The runs, one after the other, so that none disturbs another."""
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            file = Path(folder) / f"{case.lines}-{case.seed}.csv"
            if not file.exists():
                write_list(synthesize_city(case.lines, case.seed), file)
            yield _run_apart(case, rulebook, on, file)


def bench_lines(runs: tuple[BenchRun, ...]) -> tuple[BenchLine, ...]:
    """The table: a line a solver and size, in the order in which they were run."""
    keys = dict.fromkeys((run.lines, run.solver) for run in runs)
    return tuple(_line([run for run in runs if (run.lines, run.solver) == key]) for key in keys)


def _line(runs: list[BenchRun]) -> BenchLine:
    gaps = [run.gap for run in runs if run.gap is not None]
    return BenchLine(
        solver=runs[0].solver,
        lines=runs[0].lines,
        runs=len(runs),
        median_s=median(run.solve_s for run in runs),
        worst_s=max(run.solve_s for run in runs),
        worst_gap=max(gaps) if len(gaps) == len(runs) else None,
        capped=sum(run.capped for run in runs),
    )


def _run_apart(case: BenchCase, rulebook: Rulebook, on: date, file: Path) -> BenchRun:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run_inside, args=(case, rulebook, on, file, theirs), daemon=True)
    process.start()
    theirs.close()
    built = _received(ours, process.sentinel, BUILD_SECONDS)
    answer = None if built is None else _received(ours, process.sentinel, case.cap_seconds + GRACE_SECONDS)
    process.kill()
    process.join()
    seconds = built if isinstance(built, float) else None
    if seconds is None:
        raise RuntimeError(str(case))
    return answer if isinstance(answer, BenchRun) else _without_answer(case, seconds)


def _received(connection: Connection, sentinel: int, seconds: float) -> object:
    """What the process sends within this time; None where it sends nothing or ends."""
    wait([connection, sentinel], timeout=seconds)
    try:
        return connection.recv() if connection.poll() else None
    except EOFError:
        return None


def _without_answer(case: BenchCase, built: float | None) -> BenchRun:
    return BenchRun(
        solver=case.solver,
        lines=case.lines,
        seed=case.seed,
        level=case.level,
        build_s=built,
        solve_s=case.cap_seconds,
        audit_s=None,
        objective=None,
        bound=None,
        gap=None,
        peak_mb=None,
        capped=True,
    )


def _run_inside(case: BenchCase, rulebook: Rulebook, on: date, file: Path, parent: Connection) -> None:
    problem, build_seconds = _built(case, rulebook, on, file)
    parent.send(build_seconds)
    parent.send(_ours(case, problem, build_seconds) if case.solver == OURS else _rival(case, problem, build_seconds))


def _built(case: BenchCase, rulebook: Rulebook, on: date, file: Path) -> tuple[PlanProblem, float]:
    checked = check_list(file, read_field_dictionary(), list_codes(rulebook, DEMO_CITY))
    if checked.inventory is None:
        raise FindingsError(checked.findings)
    rules = in_force(rulebook, on, DEMO_CITY)
    alert = make_alert(case.level, on, None, None, DAYS)
    began = time.perf_counter()
    problem = build_problem(checked.inventory, rules, alert, Mode.DESIGN)
    return problem, time.perf_counter() - began


def _ours(case: BenchCase, problem: PlanProblem, build_seconds: float) -> BenchRun:
    began = time.perf_counter()
    result = solve_problem(problem, SolveSettings(gap=case.gap))
    seconds = time.perf_counter() - began
    if result.plan is None or result.report is None:
        return _without_answer(case, build_seconds)
    began = time.perf_counter()
    audit_plan(problem, result.plan, result.report)
    audit_seconds = time.perf_counter() - began
    return BenchRun(
        solver=case.solver,
        lines=case.lines,
        seed=case.seed,
        level=case.level,
        build_s=build_seconds,
        solve_s=min(seconds, case.cap_seconds),
        audit_s=audit_seconds,
        objective=result.plan.objective_yuan,
        bound=result.report.bound_yuan,
        gap=result.report.gap,
        peak_mb=_peak_mb(),
        capped=seconds > case.cap_seconds,
    )


def _rival(case: BenchCase, problem: PlanProblem, build_seconds: float) -> BenchRun:
    answer = solve_directly(problem, Rival(case.solver), case.gap, case.cap_seconds)
    gap = None
    if answer.objective is not None and answer.bound is not None:
        gap = (answer.objective - answer.bound) / max(1.0, answer.objective)
    return BenchRun(
        solver=case.solver,
        lines=case.lines,
        seed=case.seed,
        level=case.level,
        build_s=build_seconds,
        solve_s=answer.seconds,
        audit_s=None,
        objective=answer.objective,
        bound=answer.bound,
        gap=gap,
        peak_mb=_peak_mb(),
        capped=answer.capped,
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MB
