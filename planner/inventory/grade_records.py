"""The records of grades that move: the moves as filed, what some of them count as, and those a plan was made under."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from planner.terms import Grade, MoveKind

__all__ = ["NO_MOVES", "AppliedMove", "GradeMoves", "GradeScheme", "GradeTerms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeScheme:
    """The grades that rows of one process may carry."""

    key_industry: str
    sub_process: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeTerms:
    """What moves count as by the rules in force; None where no such rule is.

    Attributes:
        application: grade that a firm counts as while its application for a better one is not approved.
        violation, upgrade_overdue: best grade that a firm keeps after a breach, after an upgrade not done in time.
        shown_days: how many days after its first day a move is still told on the firm's orders.
    """

    application: Grade | None = None
    violation: Grade | None = None
    upgrade_overdue: Grade | None = None
    shown_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GradeMoves:
    """Checked moves of one city, in no order that matters.

    Attributes:
        frame: one row a move in canonical order: `enterprise_id`, `key_industry` and `sub_process` ('' for all),
            `from_day` (datetime64), `grade`, `grade_before` ('' where not stated), `kind`, `reason`, `document`.
        file: file name without its folder, '' for moves that a plan recorded.
        sha256: hexadecimal digest over the bytes of the file, '' for recorded ones.
    """

    frame: pd.DataFrame
    file: str = ""
    sha256: str = ""

    @property
    def count(self) -> int:
        """Number of moves."""
        return len(self.frame)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedMove:
    """One move of one process of a firm as a plan was made under it.

    Attributes:
        key_industry, sub_process: the process whose rows it speaks of, never empty.
        from_day: first day on which it is in force; after the plan's day only where its `grade_before` decided.
        grade: the grade that it states; `counts_as` the one that it puts in force.
        grade_before: the grade in force until that day, None where neither moves nor list say it.
        is_recent: whether orders still tell it.
    """

    enterprise_id: str
    key_industry: str
    sub_process: str
    from_day: date
    grade: Grade
    counts_as: Grade
    grade_before: Grade | None
    kind: MoveKind
    reason: str
    document: str
    is_recent: bool


_COLUMNS = ("enterprise_id", "key_industry", "sub_process", "grade", "grade_before", "kind", "reason", "document")
NO_MOVES = GradeMoves(
    frame=pd.DataFrame(
        {name: pd.Series(dtype="str") for name in _COLUMNS} | {"from_day": pd.Series(dtype="datetime64[s]")}
    )
)
"""A city whose grades never moved."""
