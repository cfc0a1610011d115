"""The planner as panel and command line see it: one object, one method a use case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.audit import audit_against_list, verify_text
from planner.errors import FindingsError, finding
from planner.explain import Explanation, explain_enterprise
from planner.inventory import FieldDictionary, ListCodes
from planner.plan import AuditCheck, AuditReport, PlanDocument, Verdict
from planner.problem import problem_to_text
from planner.rules import CityOverlay, Rulebook, RulesInForce, in_force
from planner.service.drafts import keep_drafts
from planner.service.lists import check_list, current_list, import_list, list_codes
from planner.service.planning import Question, ask, pose
from planner.service.records import ListCheck, LoadedList, PlanOutcome, PlanRequest, VerifyOutcome
from planner.service.whatif import apply_changes
from planner.service.workbooks import plan_workbook
from planner.solve import model_to_mps
from planner.sources import read_phrasebook
from planner.store import ListVersion, Store
from planner.terms import BEIJING, Phrasebook

__all__ = ["Planner"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planner:
    """Every use case over one store and one rulebook; safe to share between threads.

    Attributes:
        assets: folder with rules, locale and data.
    """

    store: Store
    rulebook: Rulebook
    dictionary: FieldDictionary
    assets: Path

    def today(self) -> date:
        """The date in Asia/Shanghai, whatever the machine's zone."""
        return datetime.now(BEIJING).date()

    def cities(self) -> tuple[CityOverlay, ...]:
        """The cities of the rulebook, by slug."""
        return tuple(sorted(self.rulebook.cities, key=lambda item: item.slug))

    def city(self, name: str) -> CityOverlay:
        """The city of a slug or GB/T 2260 code.

        Raises:
            FindingsError: where there is none.
        """
        for item in self.rulebook.cities:
            if name in (item.slug, item.code):
                return item
        known = ", ".join(f"{item.slug} ({item.code})" for item in self.cities())
        raise FindingsError((finding("request.city_unknown", value=name, known=known),))

    def phrasebook(self, language: str) -> Phrasebook:
        """The sentences of `zh-CN` or `en`."""
        return read_phrasebook(self.assets / "locale", language)

    def rules(self, city: str, on: date) -> RulesInForce:
        """The rules in force in a city on a day."""
        return in_force(self.rulebook, on, self.city(city).slug)

    def check_list(self, path: Path, city: str) -> ListCheck:
        """All findings of a list file at once."""
        return check_list(path, self.dictionary, self._codes(city))

    def import_list(self, path: Path, city: str) -> ListVersion:
        """A new list version of a city.

        Raises:
            FindingsError: with all findings, where the list has an error.
        """
        return import_list(self.store, path, self.check_list(path, city), self.city(city).slug)

    def list_versions(self, city: str) -> tuple[ListVersion, ...]:
        """The imported versions of a city's list, newest first."""
        versions = self.store.list_versions(self.city(city).slug)
        return tuple(sorted(versions, key=lambda item: -item.version))

    def current_list(self, city: str) -> LoadedList:
        """The list in use: the newest imported one, else the shipped demo list where there is one."""
        demo = self.assets / "data" / "enterprises.csv"
        return current_list(self.store, demo, self.dictionary, self._codes(city), self.city(city).slug)

    def question(self, request: PlanRequest) -> Question:
        """The problem that a request poses."""
        loaded = self._list_of(request)
        rules = self.rules(request.city, request.on)
        inventory, changed = apply_changes(loaded.inventory, rules, request.level, request.changes)
        return pose(request, inventory, changed, is_demo=loaded.is_demo, is_kept=not request.changes)

    def plan(self, request: PlanRequest, progress: Callable[[str], None] | None = None) -> PlanOutcome:
        """The plan of a request, stored unless it is a what-if.

        Raises:
            FindingsError: where list, rules or dates do not let the question be asked.
        """
        return ask(self.question(request), self.store, progress)

    def export_model(self, request: PlanRequest) -> str:
        """The cost stage of a request's problem as MPS text."""
        question = self.question(request)
        return model_to_mps(question.problem, question.settings)

    def verify(self, text: str, sidecar: str | None = None, list_file: Path | None = None) -> VerifyOutcome:
        """The referee's verdict on a plan file, with `list_file` also on its problem."""
        verified = verify_text(text, sidecar)
        if list_file is None:
            return VerifyOutcome(file=verified, report=verified.report)
        extra = self._against_list(verified.document, list_file)
        failed = tuple(check for check in extra if not check.passed)
        verdict = Verdict.REFUSED if failed else verified.report.verdict
        report = AuditReport(verdict=verdict, checks=(*verified.report.checks, *extra))
        return VerifyOutcome(file=verified, report=report)

    def read_plan(self, text: str, sidecar: str | None = None) -> PlanDocument:
        """The document of a plan file that the referee passes.

        Raises:
            FindingsError: where he refuses it.
        """
        verified = verify_text(text, sidecar)
        if verified.report.verdict is Verdict.REFUSED:
            failed = (check for check in verified.report.checks if not check.passed)
            told = (finding(item.code, place=item.place, expected=item.expected, found=item.found) for item in failed)
            raise FindingsError((finding("plan.refused"), *told))
        return verified.document

    def explain(self, document: PlanDocument, enterprise_id: str) -> Explanation:
        """Why an enterprise has to do what the plan says."""
        return explain_enterprise(document.problem, document.plan, enterprise_id)

    def workbook(self, text: str, language: str, sidecar: str | None = None) -> bytes:
        """The orders of a plan as a workbook, from its text alone; of a stored plan the drafts are kept with it."""
        document = self.read_plan(text, sidecar)
        keep_drafts(document, self.store)
        return plan_workbook(document, self.rulebook, self.phrasebook(language))

    def _codes(self, city: str) -> ListCodes:
        return list_codes(self.rulebook, self.city(city).slug)

    def _list_of(self, request: PlanRequest) -> LoadedList:
        if request.list_file is None:
            return self.current_list(request.city)
        checked = self.check_list(request.list_file, request.city)
        if checked.inventory is None:
            raise FindingsError(checked.findings)
        return LoadedList(
            inventory=checked.inventory,
            findings=checked.findings,
            file=checked.file,
            version=0,
            is_demo=False,
            imported_at=None,
        )

    def _against_list(self, document: PlanDocument, list_file: Path) -> tuple[AuditCheck, ...]:
        header = document.problem.header
        request = PlanRequest(
            city=header.city_slug,
            level=header.level,
            mode=header.mode,
            on=header.on,
            start=header.start,
            end=header.end,
            duration_days=header.duration_days,
            list_file=list_file,
        )
        question = self.question(request)
        same = question.problem_text == problem_to_text(document.problem)
        second = audit_against_list(question.inventory, question.rules, header, document.plan)
        return (AuditCheck(code="audit.list.same_problem", passed=same), *second)
