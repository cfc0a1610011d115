"""Settings of an installation: how long a session may rest, how long what is stored is kept, and what is past that."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from planner.errors import FindingsError, finding
from planner.service.desk.deeds import Deed, Doing, deed_entry, permit
from planner.service.desk.records import Person
from planner.store import Desk, Store, StoredSetting

__all__ = ["RANGES", "Kept", "Setting", "Settings"]


class Setting(StrEnum):
    """What can be set; all are whole numbers."""

    IDLE_MINUTES = "idle.minutes"
    LISTS_MONTHS = "retention.lists.months"
    WARNINGS_MONTHS = "retention.warnings.months"
    TRACE_MONTHS = "retention.trace.months"


RANGES: dict[Setting, tuple[int, int, int]] = {
    Setting.IDLE_MINUTES: (5, 480, 30),
    Setting.LISTS_MONTHS: (0, 600, 0),
    Setting.WARNINGS_MONTHS: (0, 600, 0),
    Setting.TRACE_MONTHS: (0, 600, 0),
}
"""Least, most and first value; 0 months: kept without end."""

DAYS_A_MONTH = 365.25 / 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many things of a kind the store holds, and how many of them are past their period."""

    setting: Setting
    months: int
    count: int
    past: int


class Settings:
    """The settings of an installation over its store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def number(self, setting: Setting) -> int:
        """The value of a setting, the first one where nobody set it."""
        return dict(self.values())[setting]

    def values(self) -> tuple[tuple[Setting, int], ...]:
        """Every setting with its value."""
        said = {item.name: item.value for item in self._store.look_at_desk(lambda desk: desk.settings())}
        return tuple((item, int(said[item]) if item in said else RANGES[item][2]) for item in Setting)

    def put(self, setting: Setting, value: int, by: Person | None, at: datetime) -> None:
        """Sets a value from now on; the former ones stay in the store, and the trace says who.

        Raises:
            FindingsError: where the value is out of its range or the person may not.
        """
        doing = Doing(deed=Deed.KEEP_SETTINGS, at=at, subject=setting, note=(("value", str(value)),))
        permit(self._store, by, doing)
        least, most, _ = RANGES[setting]
        if not least <= value <= most:
            raise FindingsError((finding("setting.range", value=value, setting=setting, least=least, most=most),))
        new = StoredSetting(name=setting, value=str(value), said_by=by.name if by else "", said_at=at)

        def work(desk: Desk) -> None:
            desk.add_setting(new)
            desk.append_trace(deed_entry(by, doing))

        self._store.at_desk(work)

    def kept(self, cities: tuple[str, ...], at: datetime) -> tuple[Kept, ...]:
        """How much the store holds of each kind that has a period, and how much of it is past."""
        months, store = dict(self.values()), self._store
        lists = [item.imported_at for city in cities for item in store.list_versions(city)]
        warnings = store.look_at_desk(lambda desk: [item.opened_at for city in cities for item in desk.warnings(city)])
        trace = store.look_at_desk(lambda desk: [item.at for item in desk.trace()])
        return tuple(
            _kept(setting, months[setting], moments, at)
            for setting, moments in (
                (Setting.LISTS_MONTHS, lists),
                (Setting.WARNINGS_MONTHS, warnings),
                (Setting.TRACE_MONTHS, trace),
            )
        )


def _kept(setting: Setting, months: int, moments: list[datetime], at: datetime) -> Kept:
    limit = at - timedelta(days=months * DAYS_A_MONTH)
    past = sum(moment < limit for moment in moments) if months else 0
    return Kept(setting=setting, months=months, count=len(moments), past=past)
