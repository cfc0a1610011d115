"""Filed measures that are weaker than the rules in force: told, while the rule's floor stands."""

import numpy as np

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.problem.floors import floor_obligations
from planner.problem.share_rules import find_share_rules
from planner.problem.standing import find_standings
from planner.problem.tags import TagSets
from planner.problem.weaker_shares import check_weaker_shares
from planner.rules import RulesInForce
from planner.terms import Level, Measure, SourceKind, Standing

__all__ = ["check_weaker_than_rule"]

TINY = 1e-6
PERCENT = 100.0


def check_weaker_than_rule(inventory: Inventory, rules: RulesInForce, level: Level) -> tuple[Finding, ...]:
    """A warning for every firm some line of which files less than the rules ask of it at the level.

    A firm that files more is honoured and not told. One that files nothing where a rule asks something is told too,
    and so is one that files fewer halted lines than a share of its lines asks.

    Reference: rules of kind `floor`.
    """
    frame = counted_rows(inventory)
    standings = find_standings(frame, rules, level)
    floors = floor_obligations(frame, rules, standings, TagSets(), level)
    measure = frame[f"{level}_measure"]
    halted = np.isin(measure, [Measure.HALT, Measure.HOLD_HOT])
    filed = np.where(halted, 0.0, frame[f"{level}_kept_share"].to_numpy(dtype=float))
    told = (
        np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER])
        & (standings.standing == str(Standing.ORDERABLE))
        & (filed > floors.kept_share + TINY)
    )
    short = frame[told].assign(filed=filed[told], asked=floors.kept_share[told])
    firms = short.assign(lines=short.groupby("enterprise_id")["filed"].transform("size"))
    first = firms.sort_values("asked", kind="stable").drop_duplicates("enterprise_id").sort_values("list_row")
    shares = find_share_rules(frame, rules, standings, level).table
    by_line = tuple(_finding(inventory.file, row, level) for row in first.itertuples(index=False))
    return (*by_line, *check_weaker_shares(frame, shares, halted, level, inventory.file))


def _finding(file: str, row: tuple[object, ...], level: Level) -> Finding:
    names = ("enterprise_name", "line_id", "list_sheet", "list_row", "lines", "filed", "asked")
    name, line, sheet, number, lines, filed, asked = (str(getattr(row, item)) for item in names)
    return finding(
        "plan.filed_weaker_than_rule",
        Severity.WARNING,
        Place(file=file, sheet=sheet, row=int(number), column=f"{level}_kept_share"),
        value=name,
        line=line,
        level=level,
        lines=lines,
        filed=_percent(1.0 - float(filed)),
        asked=_percent(1.0 - float(asked)),
    )


def _percent(share: float) -> str:
    return f"{share * PERCENT:.4g}"
