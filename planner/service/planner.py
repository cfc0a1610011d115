"""The planner as panel and command line see it: one object, one method a use case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from planner.alert import AdviseOptions
from planner.audit import verify_text
from planner.compare import LawChange, changes_of_law
from planner.errors import FindingsError, finding
from planner.explain import Explanation, GradeOutcome, Replacement, explain_enterprise
from planner.inventory import FieldDictionary, ListCodes
from planner.plan import PlanDocument, Verdict
from planner.rules import (
    CityOverlay,
    Confirmation,
    Rulebook,
    RulesInForce,
    WarningChange,
    compare_warning_law,
    warning_in_force,
)
from planner.service.advising import AdviceOutcome, advise_city
from planner.service.desk import Deed, Doing, Person, WarningDesk, deed_entry, permit
from planner.service.drafts import keep_drafts
from planner.service.grades import GradeBook
from planner.service.law import Law
from planner.service.list_reading import AS_IT_IS, ListReader, ReadingOptions, list_reader
from planner.service.lists import DEMO_CITY, current_list, list_codes
from planner.service.off_peak import off_peak_of
from planner.service.planning import ask, failed_checks
from planner.service.question import Question, pose
from planner.service.records import ListCheck, LoadedList, PlanOutcome, PlanRequest, VerifyOutcome
from planner.service.second_looks import REPLACEMENT_GAP, find_grade_outcomes, find_replacement
from planner.service.verifying import question_of, with_list
from planner.service.whatif import apply_changes
from planner.solve import Stop, model_to_mps
from planner.sources import read_phrasebook
from planner.store import ListVersion, Store
from planner.terms import BEIJING, Phrasebook

__all__ = ["Planner"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planner:
    """Every use case over one store and one rulebook; safe to share between threads.

    Attributes:
        assets: folder with rules, locale and data.
        person: who asks; None: nobody signed in, which is enough only while there are no accounts.
    """

    store: Store
    rulebook: Rulebook
    dictionary: FieldDictionary
    assets: Path
    person: Person | None = None

    def acting(self, person: Person | None) -> "Planner":
        """The same planner in the hands of a person."""
        return replace(self, person=person)

    def permit(self, deed: Deed, city: str = "", subject: str = "", **note: str) -> Store:
        """The store, which writes the deed into the trace with what is kept; a refusal is traced at once.

        Raises:
            FindingsError: where role or county of the person do not allow the deed.
        """
        now = datetime.now(BEIJING)
        doing = Doing(deed=deed, at=now, city=city, subject=subject, note=tuple(sorted(note.items())))
        permit(self.store, self.person, doing)
        return self.store.traced(deed_entry(self.person, doing))

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
        """The rules in force in a city on a day, its confirmations applied."""
        return self.law.rules(self.city(city).slug, on)

    def advise(self, forecast: Path, city: str, on: date | None, options: AdviseOptions) -> AdviceOutcome:
        """The warning level that a forecast file asks for under the law of `on`, by default of its first day.

        Raises:
            FindingsError: with everything that is wrong with the file.
        """
        return advise_city(self.law, self.city(city).slug, forecast, on, options)

    def law_changes(self, city: str, before: date, after: date, list_file: Path | None) -> tuple[LawChange, ...]:
        """What changed in the law between two days, and whom of the list that touches; nobody where there is no list.

        Raises:
            FindingsError: where the days stand in the wrong order or the list of the file has an error.
        """
        if before > after:
            raise FindingsError((finding("rules.diff.order", value=after, before=before),))
        has_list = list_file is not None or self.has_list(city)
        inventory = self.list_in_use(city, list_file).inventory if has_list else None
        slug = self.city(city).slug
        return changes_of_law(self.law.rules(slug, before), self.law.rules(slug, after), inventory)

    def warning_changes(self, city: str, before: date, after: date) -> tuple[WarningChange, ...]:
        """What changed between two days in the law by which warning levels are found: index, criteria, variants.

        Raises:
            FindingsError: where no such city is known.
        """
        slug = self.city(city).slug
        then, now = (warning_in_force(self.rulebook, self.law.rules(slug, day)) for day in (before, after))
        return compare_warning_law(then, now)

    def confirm_rule(self, said: Confirmation) -> Confirmation:
        """A city's word on a value of law, kept for good.

        Raises:
            FindingsError: with everything that stands against it; then nothing is kept.
        """
        store = self.permit(Deed.CONFIRM_RULE, said.city, said.rule_id, by=said.by, withdrawn=str(said.withdrawn))
        return Law(store=store, rulebook=self.rulebook).record(said, datetime.now(BEIJING))

    @property
    def law(self) -> Law:
        """Everything that can be asked of the rules."""
        return Law(store=self.store, rulebook=self.rulebook)

    def list_reader(self, city: str) -> ListReader:
        """What reads lists of any shape for a city, by its names and by what is remembered of their templates."""
        return list_reader(self.law, self.city(city), self.dictionary, self.today())

    def check_list(self, path: Path, city: str, options: ReadingOptions = AS_IT_IS) -> ListCheck:
        """All findings of a list file at once."""
        return self.list_reader(city).check(path, options)

    def import_list(self, path: Path, city: str, options: ReadingOptions = AS_IT_IS) -> ListVersion:
        """A new list version of a city; raises FindingsError with all findings where the list has an error."""
        store = self.permit(Deed.IMPORT_LIST, self.city(city).slug, path.name)
        return replace(self.list_reader(city), store=store).add(path, options)

    def grades(self, city: str) -> GradeBook:
        """The grade moves of a city: checked, imported, laid upon its list."""
        return GradeBook(store=self.store, rulebook=self.rulebook, city=self.city(city))

    def import_grades(self, path: Path, city: str) -> ListVersion:
        """A new version of a city's grade moves; raises FindingsError with all findings where a move has an error."""
        overlay = self.city(city)
        store = self.permit(Deed.IMPORT_GRADES, overlay.slug, path.name)
        book = GradeBook(store=store, rulebook=self.rulebook, city=overlay)
        return book.import_file(path, self.current_list(city).inventory)

    def desk(self, city: str) -> WarningDesk:
        """The warning desk of a city: acts upon its warnings, their orders and receipts."""
        overlay = self.city(city)
        counties = frozenset(area.code for area in overlay.areas)
        return WarningDesk(store=self.store, law=self.law, city=overlay.slug, counties=counties)

    def list_versions(self, city: str) -> tuple[ListVersion, ...]:
        """The imported versions of a city's list, newest first."""
        versions = self.store.list_versions(self.city(city).slug)
        return tuple(sorted(versions, key=lambda item: -item.version))

    def current_list(self, city: str) -> LoadedList:
        """The list in use: the newest imported one, else the shipped demo list where there is one."""
        demo = self.assets / "data" / "enterprises.csv"
        return current_list(self.store, demo, self.dictionary, self._codes(city), self.city(city).slug)

    def has_list(self, city: str) -> bool:
        """Whether a list of the city is at hand, its own or the shipped demo list."""
        slug = self.city(city).slug
        return slug == DEMO_CITY or self.store.newest_list(slug) is not None

    def list_in_use(self, city: str, list_file: Path | None, *, estimate: bool = False) -> LoadedList:
        """The list of a file where one is given (its gaps filled with `estimate`), else the city's list in use.

        Raises:
            FindingsError: where the file has an error or the city has no list.
        """
        if list_file is None:
            return self.current_list(city)
        checked = self.check_list(list_file, city, ReadingOptions(estimate=estimate))
        if checked.inventory is None:
            raise FindingsError(checked.findings)
        return LoadedList(
            inventory=checked.inventory,
            findings=checked.findings,
            file=checked.file,
            version=0,
            is_demo=False,
            imported_at=None,
            measures=checked.measures,
        )

    def question(self, request: PlanRequest, rules: RulesInForce | None = None) -> Question:
        """The problem that a request poses, under other `rules` than those of its city and day where they are given."""
        loaded = self.list_in_use(request.city, request.list_file, estimate=request.estimate)
        rules = rules or self.rules(request.city, request.on)
        listed, changed = apply_changes(loaded.inventory, rules, request.level, request.changes)
        grades = self.grades(request.city).grade(request, loaded.inventory, listed, changed)
        request = replace(request, off_peak=off_peak_of(request, grades.inventory, changed))
        return pose(request, grades, changed, is_demo=loaded.is_demo, is_kept=not request.changes)

    def plan(
        self, request: PlanRequest, progress: Callable[[str], None] | None = None, stop: Stop | None = None
    ) -> PlanOutcome:
        """The plan of a request, stored unless it is a what-if.

        Args:
            stop: by which another thread calls the search off; there is then no plan.

        Raises:
            FindingsError: where list, rules or dates do not let the question be asked.
        """
        return ask(self.question(request), self.store, progress, stop)

    def export_model(self, request: PlanRequest) -> str:
        """The cost stage of a request's problem as MPS text."""
        question = self.question(request)
        return model_to_mps(question.problem, question.settings)

    def verify(
        self, text: str, sidecar: str | None = None, list_file: Path | None = None, *, estimate: bool = False
    ) -> VerifyOutcome:
        """The referee's verdict on a plan file, with `list_file` also on its problem."""
        verified = verify_text(text, sidecar)
        if list_file is None:
            return VerifyOutcome(file=verified, report=verified.report)
        return VerifyOutcome(file=verified, report=with_list(self, verified, list_file, estimate=estimate))

    def read_plan(self, text: str, sidecar: str | None = None) -> PlanDocument:
        """The document of a plan file that the referee passes.

        Raises:
            FindingsError: where he refuses it.
        """
        verified = verify_text(text, sidecar)
        if verified.report.verdict is Verdict.REFUSED:
            raise FindingsError((finding("plan.refused"), *failed_checks(verified.report)))
        return verified.document

    def explain(self, document: PlanDocument, enterprise_id: str) -> Explanation:
        """Why an enterprise has to do what the plan says."""
        return explain_enterprise(document.problem, document.plan, enterprise_id)

    def replacement(self, document: PlanDocument, enterprise_id: str, gap: float = REPLACEMENT_GAP) -> Replacement:
        """What sparing an enterprise would cost, by solving again twice, each to this relative gap."""
        return find_replacement(document, enterprise_id, gap)

    def other_grades(
        self, document: PlanDocument, enterprise_id: str, list_file: Path | None = None
    ) -> tuple[GradeOutcome, ...]:
        """What an enterprise would be obliged to at each grade.

        Raises:
            FindingsError: where the list at hand is not the one that the plan was made from.
        """
        return find_grade_outcomes(question_of(self, document, list_file), document, enterprise_id)

    def workbook(self, text: str, language: str, sidecar: str | None = None) -> bytes:
        """The orders of a plan as a workbook, from its text alone; of a stored plan the drafts are kept with it."""
        from planner.service.workbooks import plan_workbook  # noqa: PLC0415 - xlsxwriter, which orders alone need

        document = self.read_plan(text, sidecar)
        keep_drafts(document, self.store)
        return plan_workbook(document, self.rulebook, self.phrasebook(language))

    def paper(self, document: PlanDocument, form: str) -> bytes:
        """The draft orders of a plan as one file: `pdf`, `docx`, `csv`, or a draft `cap` message."""
        from planner.service.paper_orders import OrderFiles  # noqa: PLC0415 - typst and Word, which papers alone need
        from planner.service.paper_plan import plan_papers  # noqa: PLC0415

        keep_drafts(document, self.store)
        (made,) = plan_papers(self, document, OrderFiles(stem="orders", formats=(form,)))
        return made.content

    def _codes(self, city: str) -> ListCodes:
        return list_codes(self.rulebook, self.city(city).slug)
