"""What a measure rests on, in words: instrument, number, clause, and its place in the register of citations."""

from planner.compare import rule_status_label
from planner.orders.names import NONE_SHOWN, Names
from planner.problem import Citation, PlanProblem
from planner.problem.records import FILED_TAG
from planner.rules import CLAUSE_NOT_STATED
from planner.terms import N_, Phrasebook, RuleStatus

__all__ = ["Clauses"]

_CLAUSES: dict[str, str] = {
    CLAUSE_NOT_STATED: N_("clause not stated in source"),
    "the source's own row": N_("the source's own row"),
}


class Clauses:
    """The citations of a problem as orders quote them; each has a number in the register sheet, from 1."""

    def __init__(self, problem: PlanProblem, names: Names, phrasebook: Phrasebook) -> None:
        self._citations = {item.id: item for item in problem.citations}
        self._numbers = {item.id: number for number, item in enumerate(problem.citations, start=1)}
        self._names, self._phrasebook = names, phrasebook

    def number(self, citation: str) -> int:
        """The citation's number in the register, 0 where it is not registered."""
        return self._numbers.get(citation, 0)

    def quote(self, citations: tuple[str, ...], list_row: int) -> str:
        """Number, instrument and clause of each citation, a line each."""
        return "\n".join(self._quote(name, list_row) for name in citations) or NONE_SHOWN

    def title(self, citation: str) -> str:
        """The rule's title in the reader's language."""
        found = self._citations.get(citation)
        return self._names.choose(found.title_zh, found.title) if found else NONE_SHOWN

    def instrument(self, citation: str) -> str:
        """Title and number of the instrument."""
        found = self._citations.get(citation)
        if found is None:
            return NONE_SHOWN
        return found.instrument if found.id == FILED_TAG else f"{found.instrument} {found.number}".strip()

    def clause(self, citation: str) -> str:
        """The clause in words."""
        found = self._citations.get(citation)
        return self._clause(found) if found else NONE_SHOWN

    def status(self, citation: str) -> str:
        """Whether the value is confirmed."""
        found = self._citations.get(citation)
        return rule_status_label(self._phrasebook, found.status) if found else NONE_SHOWN

    def remark(self, citation: str) -> str:
        """What stands behind a quoted citation: to be confirmed, or confirmed by which paper; else nothing."""
        found = self._citations.get(citation)
        return self._mark(found) if found else ""

    def _quote(self, name: str, list_row: int) -> str:
        tag = FILED_TAG if name.startswith(f"{FILED_TAG}:") else name
        found = self._citations.get(tag)
        if found is None:
            return name
        if tag == FILED_TAG:
            said = N_("[{number}] the filed list, row {row}")
            return self._phrasebook.say(said, number=self.number(tag), row=list_row)
        said = N_("[{number}] {instrument}, {clause}{status}")
        return self._phrasebook.say(
            said,
            number=self.number(tag),
            instrument=found.number or found.instrument,
            clause=self._clause(found),
            status=self._mark(found),
        )

    def _mark(self, citation: Citation) -> str:
        """What an order says of a value's status: open, or confirmed by a paper of the city; else nothing."""
        if citation.status == RuleStatus.TO_CONFIRM:
            return self._phrasebook.say(N_(" (to be confirmed)"))
        if citation.confirmation is None:
            return ""
        return self._phrasebook.say(N_(" (confirmed: {document})"), document=citation.confirmation.document)

    def _clause(self, citation: Citation) -> str:
        known = _CLAUSES.get(citation.clause)
        if known is not None:
            return self._phrasebook.say(known)
        return self._phrasebook.say(N_("clause {clause}"), clause=citation.clause)
