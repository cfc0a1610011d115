"""The error tree: exceptions only for what the program cannot go on from.

PlannerError
  FindingsError      input with findings of severity error; carries them all
  RefusedError       the referee refuses a plan or a file; carries its findings
"""

from planner.errors.finding import Finding

__all__ = ["FindingsError", "PlannerError", "RefusedError"]


class PlannerError(Exception):
    """Anything the planner itself raises."""


class FindingsError(PlannerError):
    """Input that cannot be worked with; `findings` says where, what and how to repair."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(sorted({item.code for item in findings})))
        self.findings = findings


class RefusedError(FindingsError):
    """A plan that the referee refuses."""
