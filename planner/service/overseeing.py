"""What auditors and admins look at: the trace with its chain, its export, and facts of the installation."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from planner import __version__
from planner.service.desk import Deed, Kept, Settings, check_trace
from planner.service.planner import Planner
from planner.service.sign_in_ways import Way
from planner.store import TraceEntry
from planner.terms import BEIJING, inert_cell

__all__ = ["Installation", "TraceCheck", "checked_chain", "installation_of", "read_trace", "trace_csv"]

COLUMNS = (
    "number",
    "at",
    "person",
    "role",
    "city",
    "subject",
    "action",
    "outcome",
    "text",
    "previous_sha256",
    "sha256",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceCheck:
    """The whole chain looked through: `first_bad` None where it is whole; `head` its last hash."""

    entries: int
    head: str
    first_bad: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Facts of an installation.

    Attributes:
        store: file or address without its password.
        list_version, list_sha256: of the list in use in the city; 0 and its file for the demonstration list.
    """

    planner_version: str
    rules_sha256: str
    store: str
    way: Way
    list_version: int
    list_file: str
    list_sha256: str
    kept: tuple[Kept, ...]


def read_trace(planner: Planner, city: str) -> tuple[TraceEntry, ...]:
    """The trace of a city with what belongs to no city, such as signing in; the newest first.

    Raises:
        FindingsError: where the person may not read it; that stands in the trace.
    """
    slug = planner.city(city).slug
    store = planner.permit(Deed.READ_TRACE, slug)
    entries = store.look_at_desk(lambda desk: desk.trace())
    return tuple(item for item in reversed(entries) if item.city in ("", slug))


def checked_chain(planner: Planner, head: str = "") -> TraceCheck:
    """The whole trace checked from its first entry to its last.

    Args:
        head: hash printed on an order, which the trace must still hold; '' for none.

    Raises:
        FindingsError: where the person may not read it.
    """
    entries, last, bad = check_trace(planner.permit(Deed.READ_TRACE), head.strip())
    return TraceCheck(entries=entries, head=last, first_bad=bad)


def trace_csv(entries: Iterable[TraceEntry]) -> bytes:
    """Entries as CSV with a byte order mark, times in Beijing time; no cell begins as a formula does."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in entries:
        values = {name: getattr(item, name) for name in COLUMNS}
        values["at"] = item.at.astimezone(BEIJING).isoformat(timespec="microseconds")
        writer.writerow([inert_cell(str(values[name])) for name in COLUMNS])
    return ("\ufeff" + written.getvalue()).encode()


def installation_of(planner: Planner, city: str, way: Way, at: datetime) -> Installation:
    """The facts of an installation as admins and auditors see them.

    Raises:
        FindingsError: where the person may not see them.
    """
    store = planner.permit(Deed.READ_SETTINGS)
    loaded = planner.current_list(city)
    cities = tuple(item.slug for item in planner.cities())
    return Installation(
        planner_version=__version__,
        rules_sha256=planner.rulebook.sha256,
        store=store.place,
        way=way,
        list_version=loaded.version,
        list_file=loaded.file,
        list_sha256=loaded.inventory.list_sha256,
        kept=Settings(store).kept(cities, at),
    )
