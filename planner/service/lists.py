"""Use cases of the list: check, import, the one in use."""

import tempfile
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from planner.errors import FindingsError, finding, has_errors
from planner.inventory import FieldDictionary, GradeScheme, IndustryCodes, ListCodes, build_inventory
from planner.measures import read_filed
from planner.rules import Rulebook
from planner.service.records import ListCheck, LoadedList
from planner.sources import read_list
from planner.store import ListVersion, NewList, Store
from planner.terms import BEIJING

__all__ = ["DEMO_CITY", "check_list", "current_list", "frozen_list", "import_list", "list_codes"]

DEMO_CITY = "changzhi"
MOST_LISTS_KEPT = 4
"""Lists kept read: reading 20,000 rows takes seconds, and a stored version never changes."""


def list_codes(rulebook: Rulebook, city: str) -> ListCodes:
    """The codes that a list of the city may use."""
    industries = tuple(
        IndustryCodes(
            code=item.code,
            sub_processes=tuple(process.code for process in item.sub_processes),
            grades=tuple(dict.fromkeys(str(grade) for process in item.sub_processes for grade in process.grades)),
        )
        for item in rulebook.industries
    )
    schemes = tuple(
        GradeScheme(key_industry=item.code, sub_process=process.code, grades=tuple(map(str, process.grades)))
        for item in rulebook.industries
        for process in item.sub_processes
    )
    counties = tuple(area.code for area in rulebook.city(city).areas)
    return ListCodes(county_codes=counties, industries=industries, schemes=schemes)


def check_list(path: Path, dictionary: FieldDictionary, codes: ListCodes) -> ListCheck:
    """All findings of a list file at once; nothing is stored."""
    rows, reading = read_list(path)
    if rows is None:
        return ListCheck(file=path.name, rows=0, ok=False, findings=reading, inventory=None)
    inventory, checking = build_inventory(rows, dictionary, codes)
    findings = (*reading, *checking)
    if inventory is None or has_errors(findings):
        return ListCheck(file=path.name, rows=len(rows.frame), ok=False, findings=findings, inventory=None)
    filed = read_filed(inventory)
    return ListCheck(
        file=path.name,
        rows=len(rows.frame),
        ok=True,
        findings=(*findings, *filed.findings),
        inventory=filed.inventory,
        measures=filed.counts,
    )


def import_list(store: Store, path: Path, checked: ListCheck, city: str, by: str = "") -> ListVersion:
    """A new immutable version of the city's list.

    Raises:
        FindingsError: with all findings, where the list has an error; nothing is stored then.
    """
    if checked.inventory is None:
        raise FindingsError(checked.findings)
    return store.add_list(
        NewList(
            city=city,
            file=path.name,
            content=path.read_bytes(),
            sha256=checked.inventory.list_sha256,
            rows=checked.rows,
            imported_at=datetime.now(BEIJING),
            imported_by=by,
        )
    )


def current_list(store: Store, demo: Path, dictionary: FieldDictionary, codes: ListCodes, city: str) -> LoadedList:
    """The newest imported list, else the shipped demo list of the demo city.

    Raises:
        FindingsError: where the city has no list, or the stored one no longer passes the checks.
    """
    version = store.newest_list(city)
    if version is None and city != DEMO_CITY:
        raise FindingsError((finding("request.no_list", value=city),))
    return _loaded(store, demo, version, dictionary, codes)


def frozen_list(
    store: Store, demo: Path, dictionary: FieldDictionary, codes: ListCodes, frozen: tuple[str, str]
) -> LoadedList | None:
    """The list that a plan was made from; None where neither an imported version nor the demo list has its hash.

    Args:
        frozen: city and SHA-256 of the list, as the plan names them.

    Raises:
        FindingsError: where the stored version no longer passes the checks.
    """
    city, digest = frozen
    versions = [item for item in store.list_versions(city) if item.sha256 == digest]
    if versions:
        return _loaded(store, demo, versions[-1], dictionary, codes)
    if city != DEMO_CITY:
        return None
    found = _loaded(store, demo, None, dictionary, codes)
    return found if found.inventory.list_sha256 == digest else None


def _loaded(
    store: Store, demo: Path, version: ListVersion | None, dictionary: FieldDictionary, codes: ListCodes
) -> LoadedList:
    if version is None:
        checked = _demo(demo, demo.stat().st_mtime_ns, dictionary, codes)
    else:
        checked = _stored(store, version, dictionary, codes)
    if checked.inventory is None:
        raise FindingsError(checked.findings)
    return LoadedList(
        inventory=checked.inventory,
        findings=checked.findings,
        file=version.file if version else demo.name,
        version=version.version if version else 0,
        is_demo=version is None,
        imported_at=version.imported_at if version else None,
        measures=checked.measures,
    )


@lru_cache(maxsize=1)
def _demo(demo: Path, _changed: int, dictionary: FieldDictionary, codes: ListCodes) -> ListCheck:
    return check_list(demo, dictionary, codes)


@lru_cache(maxsize=MOST_LISTS_KEPT)
def _stored(store: Store, version: ListVersion, dictionary: FieldDictionary, codes: ListCodes) -> ListCheck:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(version.file).name
        path.write_bytes(store.list_content(version.city, version.version))
        return check_list(path, dictionary, codes)
