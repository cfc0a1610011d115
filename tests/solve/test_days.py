"""Day by day: the solver against every plan there is, reckoned hour by hour from the rows, and its referees."""

from dataclasses import replace
from math import fsum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.audit import audit_against_list, audit_plan
from planner.inventory import Inventory
from planner.plan import Plan, Verdict, missing_points
from planner.problem import PlanProblem, build_problem, problem_to_text, side_rows
from planner.solve import SolveSettings, solve_problem
from planner.solve.cut_shares import binding_cuts
from planner.solve.families.day_cuts import cut_shares
from planner.solve.shortfall import exact_shortfall
from planner.terms import Level, Mode
from tests.problem.test_turns import in_turn
from tests.solve.brute_force import every_plan
from tests.tiny import QUANTITIES, alert, inventory, random_rows, rules_in_force, with_share

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.1, 0.2, 0.3, 0.45])
NOTICES = st.sampled_from([0.0, 5.0, 24.0])


def rows_with_ramps(seed: int, firms: int = 3) -> list[dict[str, object]]:
    """The random rows, each firm with ramps of its own."""
    draw, pace = np.random.default_rng(seed + 1), {}
    rows, most = random_rows(seed, firms=firms), (12, 40)[seed % 2]
    for row in rows:
        hours = {
            name: float(draw.integers(0, most)) for name in ("safe_stop_hours", "ramp_down_hours", "ramp_up_hours")
        }
        row.update(pace.setdefault(row["enterprise_id"], hours) if row["source_kind"] == "line" else {})
    return rows


def asked(
    rows: list[dict[str, object]], share: float, notice: float, days: int = 3, *, turns: bool = False
) -> tuple[PlanProblem, Inventory]:
    listed = inventory(*rows)
    rules = with_share(in_turn(rules_in_force()) if turns else rules_in_force(), Level.ORANGE, share)
    warning = replace(alert(days=days), notice_hours=notice)
    return build_problem(listed, rules, warning, Mode.DESIGN), listed


def solved(question: PlanProblem) -> Plan:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert result.report.gap <= 1e-9
    return result.plan


def worth(question: PlanProblem, listed: Inventory, notice: float, chosen: np.ndarray) -> tuple[float, float]:
    """(missing points over all days, cost) of options, hour by hour from the rows of the list."""
    rows, days = listed.frame.to_dict("records"), question.header.duration_days
    base = [fsum(row[name] for row in rows) for name in QUANTITIES]
    taken, cost = np.zeros((days * 24, len(QUANTITIES))), 0.0
    for row, option in zip(rows, chosen.tolist(), strict=True):
        kept = float(question.options.kept_share[option])
        halts = bool(question.options.halts[option])
        slow = max(row["safe_stop_hours"], row["ramp_down_hours"]) if kept < 1.0 else 0.0
        left = row["hold_hot_share"] if halts else kept
        start, end = stood(question, option)
        real = int(start + max(0.0, slow - notice - start))
        taken[real : max(real, end)] += (1.0 - left) * np.array([row[name] / 24.0 for name in QUANTITIES])
        hours = end - start + min(slow, notice + start) + row["ramp_up_hours"]
        cost += row["value_added_yuan_per_day"] * (1.0 - kept) * hours / 24.0 + halts * row["restart_cost_yuan"]
    return sum(_points(question, day, base) for day in taken.reshape(days, 24, -1).sum(axis=1)), cost


def stood(question: PlanProblem, option: int) -> tuple[int, int]:
    """First and last hour of the days on which an option asks anything."""
    assert question.days is not None
    kept = question.days.schedules[int(question.days.schedule[option])].kept
    asked_days = [day for day, share in enumerate(kept) if share < 1.0] or range(question.header.duration_days)
    return asked_days[0] * 24, (asked_days[-1] + 1) * 24


def _points(question: PlanProblem, taken: np.ndarray, base: list[float]) -> float:
    share = [cut / whole if whole else 0.0 for cut, whole in zip(taken, base, strict=True)]
    gaps = [target - got for target, got in zip(question.targets.share, share, strict=True)]
    gaps.append(question.targets.exchange_sum_share - share[0] - share[1])
    return 100.0 * fsum(gap for gap in gaps if gap > 1e-12)


@settings(max_examples=30)
@given(seed=SEEDS, share=SHARES, notice=NOTICES, turns=st.booleans())
def test_the_plan_is_the_best_of_all_plans_hour_by_hour(seed: int, share: float, notice: float, turns: bool) -> None:
    question, listed = asked(rows_with_ramps(seed, firms=2), share, notice, turns=turns)
    plan = solved(question)
    best = min((round(points, 9), round(cost, 4)) for points, cost in worths(question, listed, notice))
    assert missing_points(plan) == pytest.approx(best[0], abs=1e-6)
    assert plan.objective_yuan == pytest.approx(best[1], abs=0.01)


def worths(question: PlanProblem, listed: Inventory, notice: float) -> list[tuple[float, float]]:
    return [worth(question, listed, notice, chosen) for chosen in every_plan(question)]


@settings(max_examples=30)
@given(seed=SEEDS, share=SHARES, notice=NOTICES, turns=st.booleans())
def test_both_referees_pass_every_plan(seed: int, share: float, notice: float, turns: bool) -> None:
    question, listed = asked(rows_with_ramps(seed, firms=4), share, notice, turns=turns)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    report = audit_plan(question, result.plan, result.report)
    assert report.verdict is not Verdict.REFUSED, [item for item in report.checks if not item.passed]
    second = audit_against_list(listed, rules_in_force(), question.header, result.plan)
    skipped = {"audit.list.same_list_and_rules"}
    assert not [item for item in second if not item.passed and item.code not in skipped]


@settings(max_examples=20)
@given(seed=SEEDS, share=SHARES)
def test_more_notice_never_misses_more(seed: int, share: float) -> None:
    rows = rows_with_ramps(seed)
    late, early = (solved(asked(rows, share, notice)[0]) for notice in (2.0, 40.0))
    assert missing_points(early) <= missing_points(late) + 1e-9


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES, notice=NOTICES)
def test_the_same_question_gives_the_same_bytes(seed: int, share: float, notice: float) -> None:
    one, two = (asked(rows_with_ramps(seed), share, notice)[0] for _ in range(2))
    assert problem_to_text(one) == problem_to_text(two)
    assert np.array_equal(solved(one).chosen, solved(two).chosen)


def test_days_that_are_alike_are_priced_once() -> None:
    question, _ = asked(rows_with_ramps(7), 0.2, notice=40.0, days=10)
    cuts = binding_cuts(question, np.zeros(50), side_rows(question))
    assert cuts is not None
    assert cut_shares(question).shape[1] == 50
    assert len(cuts.target) <= 5


def test_the_rows_of_the_days_stand_day_after_day() -> None:
    question, _ = asked(rows_with_ramps(3), 0.3, notice=0.0, days=2)
    first = question.sources.first_option[:-1]
    rows = exact_shortfall(question, first)
    assert rows.shape == (10,)
    assert rows[:5].tolist() == rows[5:].tolist()
