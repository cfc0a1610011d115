"""The command `bench`: ours against other solvers on the same models."""

from dataclasses import asdict
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from planner.service.assets import assets_folder
from planner.service.bench import OURS, BenchCase, BenchLine, BenchRun, bench_lines, run_bench
from planner.service.bench_results import registered_cities, write_results
from planner.service.bootstrap import open_planner
from planner.service.commands.options import GapOption, JsonOption
from planner.service.console import log, print_json, print_text, speak, stdout_kept_clean
from planner.solve import DEFAULT_GAP, Rival
from planner.sources.synthesis import HIGHEST_LINES, LOWEST_LINES
from planner.terms import LEVELS, N_, Level, Phrasebook

__all__ = ["bench"]

CAP_SECONDS = 60.0
Parsed = TypeVar("Parsed", int, str)


def bench(
    sizes: Annotated[str, typer.Option("--sizes", help="Numbers of lines, with commas.")] = "5000",
    seeds: Annotated[str, typer.Option("--seeds", help="Seeds of the cities, with commas.")] = "1,2,3",
    levels: Annotated[str, typer.Option("--levels", help="Warning levels, with commas.")] = "yellow,orange,red",
    solvers: Annotated[str, typer.Option("--solvers", help="ours, highs, scip, cp_sat, cbc.")] = f"{OURS},highs",
    gap: GapOption = DEFAULT_GAP,
    cap: Annotated[
        float, typer.Option("--cap", min=1.0, help="Seconds after which a solver is stopped.")
    ] = CAP_SECONDS,
    registered: Annotated[bool, typer.Option("--registered", help="Every city of benchmarks/cities.csv.")] = False,
    on: Annotated[str, typer.Option("--on", help="Day whose rules are in force.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Folder for the results.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure our search against other solvers, each on the very same model and in its own process."""
    planner, phrasebook = open_planner(), speak()
    day = date.fromisoformat(on) if on else planner.today()
    cities = registered_cities(assets_folder()) if registered else _cities(sizes, seeds, levels, solvers)
    cases = tuple(
        BenchCase(solver=solver, lines=lines, seed=seed, level=level, gap=gap, cap_seconds=cap)
        for lines, seed, level, solver in cities
    )
    runs = []
    with stdout_kept_clean():
        for run in run_bench(cases, planner.rulebook, day):
            log(_run_sentence(run, phrasebook))
            runs.append(run)
    file = write_results(tuple(runs), out, assets_folder(), planner.today(), gap)
    if as_json:
        print_json({"runs": [asdict(run) for run in runs]})
        return
    for line in bench_lines(tuple(runs)):
        print_text(_line_sentence(line, phrasebook))
    if file is not None:
        print_text(phrasebook.say(N_("Written to {file}."), file=file.name))


def _cities(sizes: str, seeds: str, levels: str, solvers: str) -> tuple[tuple[int, int, Level, str], ...]:
    known = {OURS, *(str(item) for item in Rival)}
    asked = _items(solvers, "--solvers", known)
    if Rival.CBC in asked and find_spec("pulp") is None:
        raise typer.BadParameter(speak().say(N_("cbc needs the extra `bench` (PuLP).")), param_hint="--solvers")
    names = _items(levels, "--levels", {str(item) for item in LEVELS})
    lines = _numbers(sizes, "--sizes", LOWEST_LINES, HIGHEST_LINES)
    return tuple(
        (size, seed, Level(level), solver)
        for size in lines
        for seed in _numbers(seeds, "--seeds", 0, 2**31)
        for level in names
        for solver in asked
    )


def _items(text: str, option: str, known: set[str]) -> tuple[str, ...]:
    items = tuple(part.strip() for part in text.split(","))
    unknown = [item for item in items if item not in known]
    if unknown:
        raise typer.BadParameter(", ".join(unknown), param_hint=option)
    return items


def _numbers(text: str, option: str, low: int, high: int) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    wrong = [part for part in parts if not part.isdecimal() or not low <= int(part) <= high]
    if wrong:
        raise typer.BadParameter(", ".join(wrong), param_hint=option)
    return tuple(int(part) for part in parts)


def _run_sentence(run: BenchRun, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("{solver}, {lines} lines, seed {seed}, {level}: {seconds:.2f} s, gap {gap}"),
        solver=run.solver,
        lines=run.lines,
        seed=run.seed,
        level=str(run.level),
        seconds=run.solve_s,
        gap=_gap(run.gap),
    )


def _line_sentence(line: BenchLine, phrasebook: Phrasebook) -> str:
    return phrasebook.say(
        N_("{solver}, {lines} lines: median {median:.2f} s, worst {worst:.2f} s of {runs}, gap {gap}, {capped} capped"),
        solver=line.solver,
        lines=line.lines,
        runs=line.runs,
        median=line.median_s,
        worst=line.worst_s,
        gap=_gap(line.worst_gap),
        capped=line.capped,
    )


def _gap(gap: float | None) -> str:
    return "-" if gap is None else f"{gap:.1e}"
