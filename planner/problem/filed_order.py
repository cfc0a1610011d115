"""Filed measures that break the grade order: a worse grade that files less than a better one of its own trade."""

import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.problem.standing import find_standings
from planner.rules import RulesInForce
from planner.terms import GRADE_RANK, Level, SourceKind, Standing

__all__ = ["check_filed_order"]

TRADE = ["county_code", "key_industry", "industry_code", "sub_process"]
TINY = 1e-9


def check_filed_order(inventory: Inventory, rules: RulesInForce, level: Level) -> tuple[Finding, ...]:
    """A warning for every firm that files a smaller cut than some better-graded firm of its county and sub-process.

    Compared is the mean cut over a firm's lines there; guarantees, lines that cannot stop, small, exempt and
    white-listed firms stand outside.

    Reference: grade order, design family 6; rules national.grade_principle.*.
    """
    firms = _firms(inventory, rules, level)
    firms["most"] = firms.groupby([*TRADE, "scheme"], sort=False)["cut"].cummax()
    firms["asked"] = firms.groupby([*TRADE, "scheme"], sort=False)["most"].shift(fill_value=0.0)
    firms["asked"] = firms.groupby([*TRADE, "scheme", "rank"], sort=False)["asked"].transform("first")
    short = firms[firms["cut"] < firms["asked"] - TINY]
    return tuple(_finding(inventory.file, row, level) for row in short.itertuples(index=False))


def _firms(inventory: Inventory, rules: RulesInForce, level: Level) -> pd.DataFrame:
    """One row a firm and sub-process, better grades first inside each trade."""
    frame = counted_rows(inventory)
    standing = find_standings(frame, rules, level).standing
    ranks = {str(grade): rank for grade, rank in GRADE_RANK.items()}
    inside = (
        frame["source_kind"].isin([SourceKind.LINE, SourceKind.BOILER])
        & (standing == str(Standing.ORDERABLE))
        & frame["can_stop"].astype(bool)
        & frame["grade"].isin(ranks)
    )
    lines = frame[inside].assign(
        cut=1.0 - frame.loc[inside, f"{level}_kept_share"],
        rank=frame.loc[inside, "grade"].map(ranks).astype(int),
        scheme=frame.loc[inside, "grade"].str.contains("leading"),
    )
    keys = [*TRADE, "scheme", "rank", "grade", "enterprise_id"]
    grouped = lines.groupby(keys, sort=True, as_index=False)
    firms: pd.DataFrame = grouped.agg(
        cut=("cut", "mean"), name=("enterprise_name", "first"), row=("list_row", "first"), sheet=("list_sheet", "first")
    )
    return firms


def _finding(file: str, row: tuple[object, ...], level: Level) -> Finding:
    values = {name: getattr(row, name) for name in ("name", "grade", "cut", "asked", "row", "sheet")}
    place = Place(file=file, sheet=str(values["sheet"]), row=int(values["row"]), column=f"{level}_kept_share")
    return finding(
        "plan.filed_below_better_grade",
        Severity.WARNING,
        place,
        value=values["name"],
        grade=values["grade"],
        level=level,
        cut=f"{values['cut']:.0%}".rstrip("%"),
        better=f"{values['asked']:.0%}".rstrip("%"),
    )
