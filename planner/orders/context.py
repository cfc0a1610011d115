"""What every sheet of one workbook needs: the plan, its problem, names, clauses and the words around them."""

from dataclasses import dataclass
from datetime import datetime

from planner.compare import level_label
from planner.orders.clauses import Clauses
from planner.orders.meta import OrderMeta
from planner.orders.names import Names
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import BEIJING, N_, Phrasebook

__all__ = ["OrderContext", "make_context"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderContext:
    """One plan on its way to paper."""

    problem: PlanProblem
    plan: Plan
    meta: OrderMeta
    phrasebook: Phrasebook
    names: Names
    clauses: Clauses

    @property
    def mark(self) -> str:
        """City, level and the beginning of the plan's hash, for the print header."""
        return (
            f"{self.names.city} {level_label(self.phrasebook, self.problem.header.level)} {self.meta.plan_sha256[:12]}"
        )

    @property
    def safety_note(self) -> str:
        """The sentence that no sheet goes without."""
        said = N_(
            "Ensure safe production: carry out every measure in a safe order; nothing that cannot stop is stopped."
        )
        return self.phrasebook.say(said)

    def title(self, subject: str) -> str:
        """City, level and what the sheet is about."""
        level = level_label(self.phrasebook, self.problem.header.level)
        return self.phrasebook.say(N_("{city}, {level}: {subject}"), city=self.names.city, level=level, subject=subject)

    def period(self, start: datetime, end: datetime | None) -> str:
        """From when to when, in Beijing time."""
        if end is None:
            return self.phrasebook.say(N_("from {start} until further notice"), start=_moment(start))
        return self.phrasebook.say(N_("from {start} to {end}"), start=_moment(start), end=_moment(end))


def make_context(problem: PlanProblem, plan: Plan, meta: OrderMeta, phrasebook: Phrasebook) -> OrderContext:
    """The context of a workbook in the phrasebook's language."""
    names = Names(meta, phrasebook)
    clauses = Clauses(problem, names, phrasebook)
    return OrderContext(problem=problem, plan=plan, meta=meta, phrasebook=phrasebook, names=names, clauses=clauses)


def _moment(moment: datetime) -> str:
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
