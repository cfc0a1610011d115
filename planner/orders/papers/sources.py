"""How the sources of an order are called, what they do, how they are checked, and what obliges them."""

from planner.compare import grade_label, kind_label, sector_label
from planner.orders.clauses import Clauses
from planner.orders.meta import CheckPoint, OrderMeta
from planner.orders.names import Names
from planner.orders.papers.facts import SourcePlan
from planner.problem.records import FILED_TAG
from planner.terms import N_, Level, Phrasebook, RuleStatus

__all__ = ["PlanWords", "Words"]

OWN_NAME_KINDS = frozenset({"fleet", "site"})


class PlanWords:
    """The words of one level's plan."""

    def __init__(self, plan: SourcePlan, meta: OrderMeta, phrasebook: Phrasebook) -> None:
        self._problem, self._phrasebook = plan.problem, phrasebook
        self._names = Names(meta, phrasebook)
        self._clauses = Clauses(plan.problem, self._names, phrasebook)
        self._place = {name: place for place, name in enumerate(plan.problem.sources.source_id)}
        self._status = {item.id: item for item in plan.problem.citations}
        self._by_day = dict(plan.by_day)

    def knows(self, source_id: str) -> bool:
        """Whether the plan holds the source."""
        return source_id in self._place

    def cell(self, source_id: str, column: str) -> str:
        """A text of the source's row."""
        return str(getattr(self._problem.sources, column)[self._place[source_id]])

    def source(self, source_id: str) -> str:
        """Kind, own number and name of the line; of a fleet or site its name."""
        if self.cell(source_id, "kind") in OWN_NAME_KINDS:
            return self.cell(source_id, "enterprise_name") or source_id
        kind = kind_label(self._phrasebook, self.cell(source_id, "kind"))
        told = (self.cell(source_id, "line_id"), self.cell(source_id, "line_name") or kind)
        return " ".join(part for part in told if part)

    def activity(self, source_id: str) -> str:
        """Key industry and process."""
        return self._names.activity(self.cell(source_id, "key_industry"), self.cell(source_id, "sub_process"))

    def grade(self, source_id: str) -> str:
        """The performance grade."""
        return grade_label(self._phrasebook, self.cell(source_id, "grade"))

    def sector(self, source_id: str) -> str:
        """The sector's word."""
        return sector_label(self._phrasebook, self.cell(source_id, "sector"))

    def by_day(self, source_id: str) -> tuple[float, ...]:
        """Share of normal activity on each day, empty where it does not change."""
        return self._by_day.get(source_id, ())

    def check_point(self, source_id: str) -> CheckPoint:
        """Its meter and CEMS."""
        monitored = bool(self._problem.sources.monitored[self._place[source_id]])
        return CheckPoint(source_id=source_id, meter_id=self.cell(source_id, "meter_id"), monitored=monitored)

    def safe_stop_hours(self, source_id: str) -> float:
        """Hours that a safe stop or change of load takes."""
        return float(self._problem.sources.safe_stop_hours[self._place[source_id]])

    def clause(self, citation: str, source_id: str) -> str:
        """A citation as an order quotes it: instrument, number, clause, and whether it is still to be confirmed."""
        if citation == FILED_TAG or citation.startswith(f"{FILED_TAG}:"):
            row = int(self._problem.sources.list_row[self._place[source_id]])
            return self._phrasebook.say(N_("the filed list of emergency reductions, row {row}"), row=row)
        said = N_("{title}: {instrument}, {clause}{status}")
        return self._phrasebook.say(
            said,
            title=self._clauses.title(citation),
            instrument=self._clauses.instrument(citation),
            clause=self._clauses.clause(citation),
            status=self._clauses.remark(citation),
        )

    def is_open(self, citation: str) -> bool:
        """Whether the citation's value is still to be confirmed."""
        found = self._status.get(citation)
        return found is not None and found.status == RuleStatus.TO_CONFIRM


class Words:
    """The words of all plans of a warning: each line in those of its own level."""

    def __init__(self, plans: tuple[SourcePlan, ...], meta: OrderMeta, phrasebook: Phrasebook) -> None:
        self._plans = [(plan.level, PlanWords(plan, meta, phrasebook)) for plan in plans]
        self.names, self.phrasebook = Names(meta, phrasebook), phrasebook

    def of(self, level: Level, source_id: str) -> PlanWords | None:
        """The words of a source in its level's plan, else in another one that holds it, else None."""
        found = [words for _, words in self._plans if words.knows(source_id)]
        own = [words for named, words in self._plans if named is level and words.knows(source_id)]
        return next(iter(own or found), None)
