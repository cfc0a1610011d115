"""The list with the grades of a day."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from planner.inventory.grade_records import AppliedMove, GradeMoves, GradeTerms
from planner.inventory.grade_steps import counted_grades, move_steps
from planner.inventory.records import Inventory
from planner.terms import Grade, MoveKind

__all__ = ["grades_on", "recorded_moves"]

_PROCESS = ["enterprise_id", "key_industry", "sub_process", "from_day"]


def grades_on(inventory: Inventory, moves: GradeMoves, on: date, terms: GradeTerms) -> Inventory:
    """The inventory with every row's grade of the day `on`, and the moves that made it so.

    The latest move with `from` on or before the day decides, whatever the list says: a list has no day of its own, and
    moves made before it are in it already, which changes nothing. Before a row's first move its grade is the
    `grade_before` of that move where it states one, else the list's.

    Args:
        inventory: the list as filed.
        moves: the moves of its city; the order of their rows changes nothing.
        on: the day of the plan.
        terms: what applications, breaches and overdue upgrades count as on that day.
    """
    if moves.count == 0:
        return inventory
    steps = counted_grades(move_steps(inventory.frame, moves.frame), terms)
    if steps.empty:
        return inventory
    steps = steps.drop_duplicates(["source_id", "from_day"], keep="last")
    past = steps["from_day"] <= pd.Timestamp(on)
    awaited = ~steps.duplicated("source_id") & ~past & (steps["grade_before"] != "")
    decided = [_by_source(steps[past], "counts_as"), _by_source(steps[awaited], "grade_before")]
    frame = inventory.frame.copy()
    grade = frame["source_id"].map(pd.concat(decided))
    frame["grade"] = frame["grade"].where(grade.isna(), grade).astype(frame["grade"].dtype)
    return replace(inventory, frame=frame, moves=_applied(steps[past | awaited], on, terms))


def recorded_moves(applied: Iterable[AppliedMove]) -> GradeMoves:
    """The moves that a plan recorded, to be laid upon its list again."""
    items = tuple(applied)
    texts = {name: [str(getattr(item, name)) for item in items] for name in _TEXTS}
    before = [str(item.grade_before or "") for item in items]
    days = pd.to_datetime(pd.Series([item.from_day for item in items], dtype="object")).astype("datetime64[s]")
    frame = pd.DataFrame(texts, dtype="str").assign(grade_before=pd.Series(before, dtype="str"), from_day=days)
    return GradeMoves(frame=frame)


_TEXTS = ("enterprise_id", "key_industry", "sub_process", "grade", "kind", "reason", "document")


def _by_source(steps: pd.DataFrame, column: str) -> pd.Series:
    """The last step of each source."""
    last = steps.drop_duplicates("source_id", keep="last")
    return pd.Series(last[column].to_numpy(), index=last["source_id"], dtype="object")


def _applied(steps: pd.DataFrame, on: date, terms: GradeTerms) -> tuple[AppliedMove, ...]:
    """One record a process and day, by firm, process and day."""
    told = steps.assign(before=_before(steps)).drop_duplicates(_PROCESS).sort_values(_PROCESS, kind="stable")
    oldest = on - timedelta(days=terms.shown_days)
    return tuple(_record(row, oldest, on) for row in told.to_dict("records"))


def _record(row: dict[Hashable, Any], oldest: date, on: date) -> AppliedMove:
    day = row["from_day"].date()
    return AppliedMove(
        enterprise_id=row["enterprise_id"],
        key_industry=row["key_industry"],
        sub_process=row["sub_process"],
        from_day=day,
        grade=Grade(row["grade"]),
        counts_as=Grade(row["counts_as"]),
        grade_before=Grade(row["before"]) if row["before"] else None,
        kind=MoveKind(row["kind"]),
        reason=row["reason"],
        document=row["document"],
        is_recent=oldest <= day <= on,
    )


def _before(steps: pd.DataFrame) -> pd.Series:
    """The grade before each step: stated, else of the step before, else of the list where no step led to that."""
    previous = steps.groupby("source_id")["counts_as"].shift()
    reached = steps["counts_as"].eq(steps["listed_grade"]).groupby(steps["source_id"]).transform("any")
    listed = steps["listed_grade"].where(~reached, "")
    known = steps["grade_before"].where(steps["grade_before"] != "", previous)
    return known.where(known.notna(), listed)
