"""From the content of a file of scenarios to records, or to all that is wrong with it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields

from planner.errors import Finding, Place, finding
from planner.inventory import FieldDictionary, FieldKind
from planner.rules import RuleDocument
from planner.rules.shape_findings import read_shape
from planner.scenario.records import BASE, Asked, NewRow, RowChange, Scenario, ScenarioSet
from planner.scenario.shapes import AskedShape, Cell, ChangeShape, NewRowShape, ScenarioShape, ScenariosShape

__all__ = ["read_scenarios"]


def read_scenarios(
    document: RuleDocument, dictionary: FieldDictionary
) -> tuple[ScenarioSet | None, tuple[Finding, ...]]:
    """The scenarios of a file, None with every finding where it cannot be used.

    Args:
        document: the parsed file.
        dictionary: the columns that a scenario may speak of.
    """
    shape, found = read_shape(document, ScenariosShape)
    if shape is None:
        return None, found
    told = (*_names(document, shape), *_columns(document, shape, dictionary))
    if told:
        return None, told
    scenarios = tuple(_scenario(item) for item in shape.scenarios)
    return ScenarioSet(city=shape.city, question=_asked(shape.question), scenarios=scenarios), ()


def _scenario(shape: ScenarioShape) -> Scenario:
    return Scenario(
        name=shape.name,
        title=shape.title or shape.name,
        note=shape.note,
        asked=_asked(shape),
        rows=tuple(_change(item) for item in shape.enterprises),
        added=tuple(NewRow(like=item.like, put=_cells(item.set)) for item in shape.add),
        rules=tuple((name, float(value)) for name, value in shape.rules.items()),
        targets=tuple((name, float(value)) for name, value in shape.targets.items()),
    )


def _asked(shape: AskedShape) -> Asked:
    said = (item.name for item in fields(Asked) if item.name != "files_sha256")
    return Asked(**{name: getattr(shape, name) for name in said})


def _change(shape: ChangeShape) -> RowChange:
    chosen = {name: value if isinstance(value, list) else [value] for name, value in shape.where.items()}
    return RowChange(
        where=tuple((name, tuple(_cell(item) for item in values)) for name, values in chosen.items()),
        largest=shape.largest or 0,
        put=_cells(shape.set),
        scale=tuple((name, float(value)) for name, value in shape.scale.items()),
        close=shape.close,
        refile=shape.refile,
    )


def _cells(cells: Mapping[str, Cell]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _cell(value)) for name, value in cells.items())


def _cell(value: Cell) -> str:
    """A value as the cell of a list spells it."""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _names(document: RuleDocument, shape: ScenariosShape) -> tuple[Finding, ...]:
    counted = Counter(item.name for item in shape.scenarios)
    return tuple(
        finding("scenario.name.taken", where=document.place(("scenarios", at, "name")), value=item.name)
        for at, item in enumerate(shape.scenarios)
        if counted[item.name] > 1 or item.name == BASE
    )


def _columns(document: RuleDocument, shape: ScenariosShape, dictionary: FieldDictionary) -> tuple[Finding, ...]:
    """Every column that no list has, every factor on a column without numbers, every change that changes nothing."""
    numbers = {item.name for item in dictionary if item.dtype is FieldKind.NUMBER}
    known = {item.name for item in dictionary}
    found: list[Finding] = []
    for at, scenario in enumerate(shape.scenarios):
        for index, change in enumerate(scenario.enterprises):
            place = ("scenarios", at, "enterprises", index)
            for part, names, allowed in _parts(change, known, numbers):
                found += _unknown(document, (*place, part), names, allowed)
            if not (change.set or change.scale or change.close or change.refile):
                found.append(finding("scenario.change.empty", where=document.place(place)))
        for index, row in enumerate(scenario.add):
            place = ("scenarios", at, "add", index)
            found += _unknown(document, (*place, "set"), row.set, known)
            found += _unnamed(document.place(place), row)
    return tuple(found)


def _parts(
    change: ChangeShape, known: set[str], numbers: set[str]
) -> tuple[tuple[str, Mapping[str, object], set[str]], ...]:
    return ("where", change.where, known), ("set", change.set, known), ("scale", change.scale, numbers)


def _unknown(
    document: RuleDocument, place: tuple[str | int, ...], names: Mapping[str, object], allowed: set[str]
) -> list[Finding]:
    code = "scenario.factor.no_number" if place[-1] == "scale" else "scenario.column.unknown"
    return [finding(code, where=document.place((*place, name)), value=name) for name in names if name not in allowed]


def _unnamed(where: Place, row: NewRowShape) -> list[Finding]:
    return [] if "source_id" in row.set else [finding("scenario.row.unnamed", where=where, value=row.like)]
