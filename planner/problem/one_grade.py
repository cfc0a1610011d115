"""Firms in several industries: each industry is graded by itself, and the firm as a whole takes the lowest grade."""

import numpy as np

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.rules import RulesInForce
from planner.terms import GRADE_RANK, SourceKind

__all__ = ["check_one_grade"]

LOWEST_INDUSTRY = "national.grading.lowest_industry"


def check_one_grade(inventory: Inventory, rules: RulesInForce) -> tuple[Finding, ...]:
    """A warning for every firm that the list grades better in one industry than in another.

    The measures stay those of each industry's own grade, as the list states it; what the lowest grade changes for a
    firm is for the city to say. Nothing is told before the rule is in force.

    Reference: rule national.grading.lowest_industry.
    """
    if rules.find(LOWEST_INDUSTRY) is None:
        return ()
    frame = counted_rows(inventory)
    firms = frame[np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER])]
    ranks = firms.assign(rank=firms["grade"].map({str(grade): rank for grade, rank in GRADE_RANK.items()}))
    graded = ranks[ranks["rank"].notna()].sort_values(["enterprise_id", "rank", "source_id"], kind="stable")
    by_firm = graded.groupby("enterprise_id")
    several = by_firm["key_industry"].transform("nunique") > 1
    better = graded[several & (graded["rank"] < by_firm["rank"].transform("max"))]
    worst = graded.drop_duplicates("enterprise_id", keep="last").set_index("enterprise_id")["grade"]
    told = better.drop_duplicates("enterprise_id").sort_values("list_row")
    lowest = told["enterprise_id"].map(worst)
    return tuple(
        finding(
            "plan.better_than_lowest_grade",
            Severity.WARNING,
            Place(file=inventory.file, sheet=str(row.list_sheet), row=int(str(row.list_row)), column="grade"),
            value=row.enterprise_name,
            grade=row.grade,
            lowest=least,
        )
        for row, least in zip(told.itertuples(index=False), lowest, strict=True)
    )
