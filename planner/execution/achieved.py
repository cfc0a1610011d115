"""How much of an ordered cut the checks of a day show: CEMS before meter, meter before visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.execution.records import EmissionFinding, MeterFinding, MeterState, SiteCheck, VisitOutcome
from planner.terms import BEIJING, Pollutant

__all__ = ["Achieved", "DayRow"]

JUDGED = (MeterState.KEPT, MeterState.TOO_MUCH)
VISITED = {VisitOutcome.AS_ORDERED: 1.0, VisitOutcome.NOT_STOPPED: 0.0}
"""What a visit says in numbers; 'in part' says none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One source, day and pollutant."""

    source_id: str
    owner: str
    day: date
    pollutant: Pollutant


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Achieved:
    """The checks by source and day.

    Attributes:
        meters: share of the fall that the order asked for, 0..1.
        emissions: kilograms cut below normal.
        visits: 1 carried out, 0 not, by (owner, line, day).
    """

    meters: dict[tuple[str, date], float]
    emissions: dict[tuple[str, date, Pollutant], float]
    visits: dict[tuple[str, str, date], float]

    @classmethod
    def of(
        cls, meters: Iterable[MeterFinding], emissions: Iterable[EmissionFinding], visits: Iterable[SiteCheck]
    ) -> "Achieved":
        """The checks as they are looked up; of several visits to a line on a day the last one counts."""
        judged = [item for item in meters if item.state in JUDGED]
        released = [item for item in emissions if item.state in JUDGED]
        told = [item for item in sorted(visits, key=lambda item: item.at) if item.outcome in VISITED]
        return cls(
            meters={(source, item.day): _fall(item) for item in judged for source in item.sources},
            emissions={
                (item.source_id, item.day, item.pollutant): item.normal_kg - item.kilograms for item in released
            },
            visits={
                (item.owner, item.source_id, item.at.astimezone(BEIJING).date()): VISITED[item.outcome] for item in told
            },
        )

    def of_day(self, row: DayRow, ordered: float) -> tuple[float, float]:
        """Of the kilograms ordered on a day: those that were checked, and those of them that were cut.

        More than ordered never counts, a rise counts as nothing cut.
        """
        cut = self.emissions.get((row.source_id, row.day, row.pollutant))
        if cut is not None:
            return ordered, min(ordered, max(0.0, cut))
        share = self.meters.get((row.source_id, row.day), self._visited(row))
        return (0.0, 0.0) if share is None else (ordered, share * ordered)

    def _visited(self, row: DayRow) -> float | None:
        own = self.visits.get((row.owner, row.source_id, row.day))
        return self.visits.get((row.owner, "", row.day)) if own is None else own


def _fall(item: MeterFinding) -> float:
    """The share of the fall asked for that was reached; a duty asks for none and is kept or not."""
    asked = item.normal_kwh - item.allowed_kwh
    if asked <= 0.0 or item.kwh is None:
        return 1.0 if item.state is MeterState.KEPT else 0.0
    return min(1.0, max(0.0, (item.normal_kwh - item.kwh) / asked))
