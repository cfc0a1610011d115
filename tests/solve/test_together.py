"""What several sources owe together: each family against every plan there is, counted by hand from the list."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import Verdict
from planner.problem import PlanProblem, cheapest_halts, side_missing, side_rows
from planner.rules import Scope
from planner.solve import SolveSettings, solve_problem
from tests.solve.brute_force import every_plan, worth
from tests.tiny import random_rows, rules_in_force
from tests.together import ON, together, with_shared_cells, with_supply

EXACT = SolveSettings(gap=0.0)
FEW = settings(max_examples=12)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.1, 0.2, 0.3, 0.45, 0.7])
Rows = list[dict[str, object]]
Keeps = Callable[[Rows, dict[str, float]], float]
TINY = 1e-9


def heat(rows: Rows, kept: dict[str, float]) -> float:
    areas: dict[str, list[float]] = {}
    for row in rows:
        name, heat = row["heat_area"] or row["county_code"], float(row["heat_supply_gj_per_day"])
        area = areas.setdefault(str(name), [0.0, 0.0])
        area[0] += heat * kept[str(row["source_id"])]
        area[1] += heat * float(row["heat_load_share"])
    return min(given - asked for given, asked in areas.values())


def output(rows: Rows, kept: dict[str, float]) -> float:
    firms: dict[str, list[float]] = {}
    for row in rows:
        firm = firms.setdefault(str(row["enterprise_id"]), [0.0, 0.0])
        firm[0] += float(row["actual_output_t_per_day"]) * kept[str(row["source_id"])]
        firm[1] += float(row["guaranteed_output_t_per_day"])
    return min(given - asked for given, asked in firms.values())


def co_disposal(rows: Rows, kept: dict[str, float]) -> float:
    burnt = sum(float(row["co_disposal_t_per_day"]) * kept[str(row["source_id"])] for row in rows)
    return burnt - 0.6 * sum(float(row["co_disposal_t_per_day"]) for row in rows)


def supply(rows: Rows, kept: dict[str, float]) -> float:
    made = sum(float(row["actual_output_t_per_day"]) * kept[str(row["source_id"])] for row in rows)
    return made - 0.7 * sum(float(row["actual_output_t_per_day"]) for row in rows)


def feed(rows: Rows, kept: dict[str, float]) -> float:
    output = {str(row["source_id"]): float(row["actual_output_t_per_day"]) for row in rows}
    room = [0.0]
    for row in rows:
        names = [name for name in str(row["upstream_source_ids"]).split(";") if name]
        if names:
            fed = sum(output[name] * kept[name] for name in names) / sum(output[name] for name in names)
            share = float(row["fed_share"])
            room.append(1.0 - share + share * fed - kept[str(row["source_id"])])
    return min(room)


def stack(rows: Rows, kept: dict[str, float]) -> float:
    units: dict[str, Rows] = {}
    for row in rows:
        if row["stack_id"]:
            units.setdefault(f"{row['enterprise_id']}/{row['stack_id']}", []).append(row)
    room = [0.0]
    for lines in units.values():
        load = sum(float(row["actual_output_t_per_day"]) * kept[str(row["source_id"])] for row in lines)
        whole = sum(float(row["actual_output_t_per_day"]) for row in lines)
        least = max(float(row["stack_least_load_share"]) for row in lines)
        if len(lines) > 1 and any(kept[str(row["source_id"])] > 0.0 for row in lines):
            room.append(load / whole - least)
    return min(room)


def band(rows: Rows, kept: dict[str, float]) -> float:
    counties: dict[str, list[float]] = {}
    for row in rows:
        value, county = float(row["value_added_yuan_per_day"]), counties.setdefault(str(row["county_code"]), [0.0, 0.0])
        county[0] += value * (1.0 - kept[str(row["source_id"])])
        county[1] += value
    city = sum(stopped for stopped, _ in counties.values()) / sum(value for _, value in counties.values())
    return min(0.05 - abs(stopped / value - city) for stopped, value in counties.values() if value)


BY_HAND: dict[str, Keeps] = {
    "heat_first": heat,
    "output_first": output,
    "co_disposal": co_disposal,
    "supply_floor": supply,
    "upstream_feed": feed,
    "shared_stack": stack,
    "county_band": band,
}


def random_city(family: str, seed: int, share: float) -> tuple[Rows, PlanProblem]:
    rows = with_shared_cells(random_rows(seed, firms=3), seed)
    law = with_supply(rules_in_force(), Scope(industry="casting"), 0.7) if family == "supply_floor" else None
    lines = [row for row in rows if row["source_kind"] == "line"]
    return lines, together(*rows, on=ON[family], share=share, rules=law)


def room_by_hand(family: str, rows: Rows, question: PlanProblem, chosen: np.ndarray) -> float:
    shares = question.options.kept_share[chosen].tolist()
    return BY_HAND[family](rows, dict(zip(question.sources.source_id, shares, strict=True)))


@pytest.mark.parametrize("family", sorted(BY_HAND))
@FEW
@given(seed=SEEDS, share=SHARES)
def test_the_plan_is_the_best_of_those_that_keep_the_family(family: str, seed: int, share: float) -> None:
    _, question = random_city(family, seed, share)
    rows, plan = side_rows(question), solve_problem(question, EXACT).plan
    kept = [item for item in every_plan(question) if not side_missing(rows, item, question.options.count).any()]
    best = min(worth(question, item) for item in kept)
    assert plan is not None
    assert 100.0 * sum(item.missing_share for item in plan.shortfalls) == pytest.approx(best[0], abs=1e-6)
    assert plan.objective_yuan == pytest.approx(best[1], abs=0.01)


@pytest.mark.parametrize("family", sorted(BY_HAND))
@FEW
@given(seed=SEEDS)
def test_the_rows_say_what_a_reader_of_the_list_would_count(family: str, seed: int) -> None:
    lines, question = random_city(family, seed, 0.2)
    rows = side_rows(question)
    draw = np.random.default_rng(seed)
    first, size = question.sources.first_option[:-1], np.diff(question.sources.first_option)
    waived = least_of(room_by_hand(family, lines, question, item) for item in obligations(question))
    for _ in range(20):
        chosen = first + (draw.random(len(size)) * size).astype(np.int64)
        room = room_by_hand(family, lines, question, chosen)
        missing = float(side_missing(rows, chosen, question.options.count).max(initial=0.0))
        if abs(room) > TINY and waived >= 0.0:
            assert (missing > 0.0) == (room < 0.0)


@pytest.mark.parametrize("family", sorted(BY_HAND))
@FEW
@given(seed=SEEDS, share=SHARES)
def test_the_obligations_alone_keep_every_row(family: str, seed: int, share: float) -> None:
    _, question = random_city(family, seed, share)
    rows = side_rows(question)
    for chosen in obligations(question):
        assert not side_missing(rows, chosen, question.options.count).any()


@pytest.mark.parametrize("family", sorted(BY_HAND))
@FEW
@given(seed=SEEDS, share=SHARES)
def test_the_referee_passes_the_plan(family: str, seed: int, share: float) -> None:
    _, question = random_city(family, seed, share)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is not Verdict.REFUSED


def obligations(question: PlanProblem) -> tuple[np.ndarray, ...]:
    return question.sources.first_option[:-1], cheapest_halts(question)


def least_of(rooms: object) -> float:
    return min(rooms)  # type: ignore[call-overload,no-any-return]
