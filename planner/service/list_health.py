"""The use case of a list's health: a plan of each level by the existing search, and what follows from all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from planner.compare import LevelHealth, ListHealth, confirmed_share, doubtful_rows, level_health, site_visits
from planner.errors import Finding, FindingsError
from planner.inventory import Inventory
from planner.inventory.doctor import check_city_totals
from planner.inventory.matching import RegisterKind
from planner.inventory.matching.register_records import Comparison
from planner.inventory.meaning import ChangeReason
from planner.measures import FiledTexts
from planner.plan import PlanDocument
from planner.service.list_marked import open_findings
from planner.service.planner import Planner
from planner.service.records import ListCheck, PlanRequest
from planner.terms import LEVELS, Mode, Pollutant

__all__ = ["HealthRequest", "find_health"]

ESTIMATED = (ChangeReason.PEERS, ChangeReason.ACTIVITY)
HEALTH_GAP = 1e-3
"""Whether a cut can be met and who carries it does not hang on the last thousandth of the cost."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRequest:
    """What a list's health is asked for.

    Attributes:
        list_file: the list; None: the one in use.
        on: the day whose rules hold; None: today.
        totals: kilograms a day of the whole city, where they are known from elsewhere.
        register: another source that confirms firms, of this `kind`; None: none.
    """

    list_file: Path | None = None
    on: date | None = None
    totals: tuple[tuple[Pollutant, float], ...] = ()
    register: Path | None = None
    kind: RegisterKind = RegisterKind.PERMITS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Listed:
    """A list with all that is doubtful about it; `estimated` is the (sheet, row) of each estimated cell."""

    inventory: Inventory
    findings: tuple[Finding, ...]
    measures: FiledTexts | None
    estimated: tuple[tuple[str, int], ...] = ()


def find_health(
    planner: Planner, city: str, request: HealthRequest, seen: Comparison | None, progress: Progress | None
) -> ListHealth:
    """The health of a list on a day; three searches, one more for each level that the filed list cannot meet.

    Args:
        planner, city, request: whose list, and what is asked.
        seen: the list beside another source, None where there is none.
        progress: told of each stage of each search.

    Raises:
        FindingsError: where the list has an error or a level cannot be asked about.
    """
    listed = _listed(planner, city, request.list_file)
    totals = tuple(check_city_totals(listed.inventory, request.totals))
    on = request.on or planner.today()
    documents, levels = [], []
    for level in LEVELS:
        document, health = _level(planner, PlanRequest(
            city=city, level=level, mode=Mode.FILL, on=on, list_file=request.list_file, gap=HEALTH_GAP
        ), progress)  # fmt: skip
        documents.append(document)
        levels.append(health)
    doubts = doubtful_rows(listed.inventory, listed.findings, listed.estimated)
    counts = listed.measures
    return ListHealth(
        city=planner.city(city).slug,
        file=listed.inventory.file,
        on=on,
        confirmed=confirmed_share(listed.inventory, doubts, seen),
        levels=tuple(levels),
        visits=site_visits(listed.inventory, documents, doubts),
        estimated=len(listed.estimated),
        unread=counts.texts - counts.read if counts else 0,
        texts=counts.texts if counts else 0,
        remarks=totals,
    )


def _listed(planner: Planner, city: str, list_file: Path | None) -> _Listed:
    if list_file is None:
        loaded = planner.current_list(city)
        return _Listed(inventory=loaded.inventory, findings=loaded.findings, measures=loaded.measures)
    checked = planner.check_list(list_file, city)
    if checked.inventory is None:
        raise FindingsError(checked.findings)
    return _Listed(
        inventory=checked.inventory,
        findings=open_findings(list_file, checked),
        measures=checked.measures,
        estimated=_estimated(checked),
    )


def _estimated(checked: ListCheck) -> tuple[tuple[str, int], ...]:
    """Where the reader of free workbooks estimated a cell, from activity or from peers."""
    meaning = checked.reading.meaning if checked.reading is not None else None
    changes = meaning.changes if meaning is not None else ()
    return tuple((item.sheet, int(row)) for item in changes if item.reason in ESTIMATED for row in item.row.tolist())


def _level(planner: Planner, request: PlanRequest, progress: Progress | None) -> tuple[PlanDocument, LevelHealth]:
    """The plan of a level by filling; where that misses a cut, whether filing anew could meet it."""
    filled = _plan(planner, request, progress)
    if not filled.plan.shortfalls:
        return filled, level_health(filled, is_fill=True)
    designed = _plan(planner, replace(request, mode=Mode.DESIGN), progress)
    if designed.plan.shortfalls:
        return filled, level_health(filled, is_fill=True)
    return filled, replace(level_health(filled, is_fill=True), reach=level_health(designed, is_fill=False).reach)


def _plan(planner: Planner, request: PlanRequest, progress: Progress | None) -> PlanDocument:
    outcome = planner.plan(request, progress)
    if outcome.document is None:
        raise FindingsError(outcome.findings)
    return outcome.document
