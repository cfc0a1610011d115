"""The warning desk of a city as panel and command line see it; it needs neither solver nor list."""

from dataclasses import dataclass
from datetime import datetime

from planner.episode import (
    Act,
    AirWarning,
    Banner,
    CallRow,
    Clock,
    Office,
    Procedure,
    Receipt,
    banner_of,
    clocks_of,
    procedure_of,
)
from planner.errors import Finding, FindingsError, finding
from planner.execution import DailyReport, EmissionReading, Evaluation, MeterReading, SiteCheck
from planner.service.desk.act_text import act_of
from planner.service.desk.counter import Counter
from planner.service.desk.daily import DayAsked, kept_dailies, make_daily, refuse_daily
from planner.service.desk.entering import Entered, enter_air, enter_readings, enter_visits
from planner.service.desk.evaluation import NO_READINGS, Readings, evaluate
from planner.service.desk.neighbours import orders_beside, receipts_beside, standing_orders
from planner.service.desk.receipts import call_sheet, enter_receipts
from planner.service.desk.records import DeskOutcome, DeskRequest, Person, WarningView
from planner.service.desk.states import state_of
from planner.service.law import Law
from planner.store import Desk, Store, StoredAir, StoredReading, StoredReceipt, StoredVisit, TraceEntry
from planner.terms import BEIJING

__all__ = ["WarningDesk"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WarningDesk:
    """The desk of one city.

    Attributes:
        counties: codes of the city's counties and zones.
    """

    store: Store
    law: Law
    city: str
    counties: frozenset[str]

    def act(self, request: DeskRequest, person: Person) -> DeskOutcome:
        """What comes of a request; a refusal is an outcome too, and both stand in the trace.

        Raises:
            FindingsError: where the store fails, or a key is used for another question.
        """
        counter = Counter(
            store=self.store,
            rules_on=lambda at: self.law.rules(self.city, at.astimezone(BEIJING).date()),
            counties=self.counties,
        )
        return counter.act(request, person)

    def warnings(self) -> tuple[AirWarning, ...]:
        """The city's warnings and exercises, the first one first."""
        return self.store.look_at_desk(lambda desk: tuple(state_of(desk, item) for item in desk.warnings(self.city)))

    def view(self, warning_id: str) -> WarningView:
        """A warning with its acts and orders.

        Raises:
            FindingsError: where the city has no such warning.
        """
        return self.store.look_at_desk(lambda desk: self._view(desk, warning_id))

    def clocks(self, warning: AirWarning, now: datetime) -> tuple[Clock, ...]:
        """The clocks that run for a warning, the next due first."""
        rules = self.law.rules(self.city, now.astimezone(BEIJING).date())
        return clocks_of(warning, procedure_of(rules), now)

    def office_for(self, warning: AirWarning, now: datetime) -> Office:
        """The lowest office that signs what is under way; of a lifting, the level in force."""
        held = warning.in_force.terms if warning.in_force else None
        terms = warning.terms or held
        rules = self.law.rules(self.city, now.astimezone(BEIJING).date())
        return procedure_of(rules).office(terms.level) if terms else Office.DEPUTY_MAYOR

    def banner(self, now: datetime) -> Banner:
        """What every page says at its head."""
        rules = self.law.rules(self.city, now.astimezone(BEIJING).date())
        return banner_of(self.warnings(), procedure_of(rules), now)

    def enter_receipts(
        self, warning_id: str, receipts: tuple[Receipt, ...], person: Person, at: datetime
    ) -> tuple[Finding, ...]:
        """Keeps receipts, all or none; what stands against them."""
        return self.store.at_desk(lambda desk: enter_receipts(desk, warning_id, receipts, person, at))

    def receipts(self, warning_id: str) -> tuple[StoredReceipt, ...]:
        """The receipts of a warning's orders and of those beside it, in the order in which they were entered."""
        return self.store.look_at_desk(lambda desk: receipts_beside(desk, self._view(desk, warning_id).warning))

    def call_sheet(self, warning_id: str, names: dict[str, tuple[str, str, str]]) -> tuple[CallRow, ...]:
        """Those who have not acknowledged their newest order.

        Args:
            names: name, contact and telephone of each owner; empty where the list is not at hand.
        """

        def work(desk: Desk) -> tuple[CallRow, ...]:
            view = self._view(desk, warning_id)
            return call_sheet(view.standing, receipts_beside(desk, view.warning), names)

        return self.store.look_at_desk(work)

    def enter_visits(self, told: Entered, visits: tuple[SiteCheck, ...]) -> tuple[Finding, ...]:
        """Keeps visits on site, all or none; what stands against them."""
        return self.store.at_desk(lambda desk: enter_visits(desk, told, visits))

    def visits(self, warning_id: str) -> tuple[StoredVisit, ...]:
        """The visits under a warning in the order in which they were entered."""
        return self.store.look_at_desk(lambda desk: desk.checks.visits(warning_id))

    def enter_readings(
        self, told: Entered, meters: tuple[MeterReading, ...], emissions: tuple[EmissionReading, ...]
    ) -> tuple[Finding, ...]:
        """Keeps readings of meters and CEMS, all or none; what stands against them."""
        return self.store.at_desk(lambda desk: enter_readings(desk, told, (meters, emissions)))

    def readings(self, warning_id: str) -> tuple[StoredReading, ...]:
        """The readings under a warning that count."""
        return self.store.look_at_desk(lambda desk: desk.checks.readings(warning_id))

    def enter_air(self, told: Entered, days: tuple[StoredAir, ...]) -> tuple[Finding, ...]:
        """Keeps the index of days as forecast or as measured; what stands against it."""
        return self.store.at_desk(lambda desk: enter_air(desk, told, days))

    def air(self, warning_id: str) -> tuple[StoredAir, ...]:
        """The index of the days of a warning, by day and kind."""
        return self.store.look_at_desk(lambda desk: desk.checks.air(warning_id))

    def make_daily(self, told: Entered, asked: DayAsked) -> DailyReport:
        """The daily report of a day, made and kept.

        Raises:
            FindingsError: where the person may not, the day has not begun or the warning was not in force on it; that
                stands in the trace too.
        """
        try:
            return self.store.at_desk(lambda desk: make_daily(desk, told, self._view(desk, told.warning_id), asked))
        except FindingsError as error:
            refused = error.findings
            if not any(item.code.startswith("store.") for item in refused):
                self.store.at_desk(lambda desk: refuse_daily(desk, told, asked.day, refused))
            raise

    def dailies(self, warning_id: str) -> tuple[DailyReport, ...]:
        """The daily reports of a warning as they were made, the first one first."""
        return self.store.look_at_desk(lambda desk: kept_dailies(desk, warning_id))

    def procedure(self, on: datetime) -> Procedure:
        """The law of the procedure at a moment."""
        return procedure_of(self.law.rules(self.city, on.astimezone(BEIJING).date()))

    def evaluation(self, warning_id: str, now: datetime, readings: Readings = NO_READINGS) -> Evaluation:
        """What a warning ordered, up to its lifting or up to now, and what checks show of it.

        Args:
            readings: findings of meters and CEMS, and visits.
        """
        return self.store.look_at_desk(lambda desk: self._evaluated(desk, warning_id, now, readings))

    def trace(self) -> tuple[TraceEntry, ...]:
        """The city's part of the trace."""
        return self.store.look_at_desk(lambda desk: desk.trace(self.city))

    def _view(self, desk: Desk, warning_id: str) -> WarningView:
        stored = desk.warning(warning_id)
        if stored is None or stored.city != self.city:
            raise FindingsError((finding("warning.unknown", value=warning_id),))
        warning, orders = state_of(desk, stored), desk.orders(warning_id)
        beside = orders_beside(desk, warning)
        return WarningView(
            warning=warning,
            acts=self._acts(desk, warning_id),
            orders=orders,
            beside=beside,
            standing=standing_orders(warning_id, orders, beside),
        )

    def _evaluated(self, desk: Desk, warning_id: str, now: datetime, readings: Readings) -> Evaluation:
        view = self._view(desk, warning_id)
        return evaluate(desk, view.warning, view.acts, now, readings)

    def _acts(self, desk: Desk, warning_id: str) -> tuple[Act, ...]:
        return tuple(act_of(item) for item in desk.acts(warning_id))
