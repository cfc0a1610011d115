"""Use case of the off-peak season plan (错峰生产): which lines rest which weeks so that the winter's total falls."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from planner import __version__
from planner.audit import audit_rests, audit_rests_against_list
from planner.audit.verify import differences, load_body
from planner.errors import Finding, FindingsError, finding
from planner.inventory import Inventory
from planner.plan import AuditCheck, AuditReport, RestDocument, Verdict, read_rests, rests_body
from planner.problem import RestProblem, RestTerms, build_rests, most_weeks
from planner.problem.rests import WEEK_DAYS
from planner.rules import RulesInForce
from planner.season import rotate_rests
from planner.service.planning import failed_checks
from planner.solve import DEFAULT_GAP, SolveSettings, solve_rests
from planner.terms import POLLUTANTS

if TYPE_CHECKING:
    from planner.service.planner import Planner

__all__ = ["BEYOND", "RestAsked", "RestDocument", "ask_rests", "rests_text", "verify_rests"]

LEAST_RUN, TOGETHER, SPARES_BEST = (f"national.off_peak.{name}" for name in ("least_run", "together", "spares_best"))
BEYOND = "season.cut.beyond"
"""Code of a cut that no rest of these lines reaches."""
PERCENT = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestAsked:
    """What is asked of a winter.

    Attributes:
        first_day, last_day: both included, whole weeks.
        cuts: pollutant and the share of the winter's total that is to fall away, 0..1.
        least_run_weeks, together_share: None: as the rules in force say.
    """

    city: str
    first_day: date
    last_day: date
    cuts: tuple[tuple[str, float], ...]
    least_run_weeks: int | None = None
    together_share: float | None = None
    gap: float = DEFAULT_GAP

    @classmethod
    def of_percents(
        cls, *, city: str, first_day: date, weeks: int, percents: tuple[tuple[str, float], ...], together: float
    ) -> "RestAsked":
        """The same in whole weeks and percents; a pollutant of 0 % is not asked."""
        last = first_day + timedelta(days=WEEK_DAYS * weeks - 1)
        cuts = tuple((name, percent / PERCENT) for name, percent in percents if percent > 0.0)
        return cls(city=city, first_day=first_day, last_day=last, cuts=cuts, together_share=together / PERCENT)


def ask_rests(planner: "Planner", asked: RestAsked, inventory: Inventory) -> RestDocument:
    """The off-peak plan, refereed.

    Raises:
        FindingsError: with everything that is wrong with the question; where a cut cannot be reached; where no plan was
            found within the counted limits.
    """
    problem = build_rests(inventory, _terms(asked, planner.rules(asked.city, asked.first_day), inventory))
    if beyond := tuple(_beyond(problem)):
        raise FindingsError(beyond)
    choice = solve_rests(problem, SolveSettings(gap=asked.gap))
    if choice is None:
        raise FindingsError((finding("season.plan.none"),))
    document = RestDocument(problem=problem, plan=rotate_rests(problem, choice), planner_version=__version__)
    report = audit_rests(problem, document.plan)
    checks = (*report.checks, *audit_rests_against_list(problem, inventory))
    if not all(item.passed for item in checks):
        raise FindingsError(failed_checks(AuditReport(verdict=Verdict.REFUSED, checks=checks)))
    return document


def _terms(asked: RestAsked, rules: RulesInForce, inventory: Inventory) -> RestTerms:
    days = (asked.last_day - asked.first_day).days + 1
    run = asked.least_run_weeks or max(1, ceil(rules.number_or(LEAST_RUN, WEEK_DAYS) / WEEK_DAYS))
    together = rules.number_or(TOGETHER, 1.0) if asked.together_share is None else asked.together_share
    if wrong := tuple(_wrong(asked, days, run)):
        raise FindingsError(wrong)
    share = dict(asked.cuts)
    return RestTerms(
        city=asked.city,
        first_day=asked.first_day,
        weeks=days // WEEK_DAYS,
        least_run_weeks=run,
        together_share=together,
        spares_best=rules.is_on(SPARES_BEST),
        share=tuple(share.get(str(item), 0.0) for item in POLLUTANTS),
        list_sha256=inventory.list_sha256,
        rules_sha256=rules.sha256,
    )


def _wrong(asked: RestAsked, days: int, run: int) -> Iterator[Finding]:
    if days < WEEK_DAYS or days % WEEK_DAYS:
        weeks = max(1, days // WEEK_DAYS)
        ends = [(asked.first_day + timedelta(days=WEEK_DAYS * count - 1)).isoformat() for count in (weeks, weeks + 1)]
        yield finding("season.weeks.not_whole", value=days, earlier=ends[0], later=ends[1])
    if days >= WEEK_DAYS and run > days // WEEK_DAYS:
        yield finding("season.run.too_long", value=run, weeks=days // WEEK_DAYS)
    if not asked.cuts:
        yield finding("season.cut.none")
    for name, share in asked.cuts:
        if name not in set(map(str, POLLUTANTS)):
            yield finding("season.cut.unknown", value=name, known=", ".join(map(str, POLLUTANTS)))
        elif not 0.0 < share <= 1.0:
            yield finding("season.cut.no_share", value=f"{PERCENT * share:g}", pollutant=name)


def _beyond(problem: RestProblem) -> Iterator[Finding]:
    """Cuts that are not reached though every line rests as long as it may: the most of all is the most of each."""
    weeks = np.array(most_weeks(problem), dtype=np.int64)[problem.lines.group]
    most = (problem.lines.fall_kg_per_day * (WEEK_DAYS * weeks)[:, None]).sum(axis=0)
    whole = problem.base_kg_per_day * problem.terms.days
    for at, pollutant in enumerate(POLLUTANTS):
        if problem.asked_kg[at] > most[at]:
            reached = PERCENT * float(most[at] / whole[at])
            asked = f"{PERCENT * problem.terms.share[at]:.4g}"
            yield finding(BEYOND, value=asked, pollutant=str(pollutant), most=f"{reached:.4g}")


def rests_text(document: RestDocument) -> str:
    """The plan as a file."""
    return json.dumps(rests_body(document), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def verify_rests(text: str, inventory: Inventory | None) -> tuple[RestDocument, AuditReport]:
    """The verdict on a file: its rules, that all its numbers follow, with a list also its question.

    Raises:
        FindingsError: where it cannot be read as an off-peak plan at all.
    """
    body = load_body(text)
    try:
        document = read_rests(body)
        wrong = next(differences(json.loads(json.dumps(rests_body(document))), body, ""), None)
        report = audit_rests(document.problem, document.plan)
        extra = () if inventory is None else audit_rests_against_list(document.problem, inventory)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError) as error:
        raise FindingsError((finding("season.plan.unreadable", value=error),)) from error
    follows = AuditCheck(code="audit.file_follows", passed=wrong is None)
    if wrong is not None:
        follows = replace(follows, place=wrong[0], expected=wrong[1], found=wrong[2])
    checks = (*report.checks, follows, *extra)
    verdict = Verdict.PASSED if all(item.passed for item in checks) else Verdict.REFUSED
    return document, AuditReport(verdict=verdict, checks=checks)
