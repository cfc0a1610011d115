"""From parsed rule files to the rulebook, with everything that is wrong with them told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.errors import Finding, Place, finding, has_errors
from planner.rules.consistency import find_contradictions
from planner.rules.documents import RuleDocument
from planner.rules.from_shapes import to_city, to_industry, to_instrument, to_rule
from planner.rules.rulebook import Rulebook
from planner.rules.shape_findings import read_shape
from planner.rules.shapes import CityShape, InstrumentsShape, RegisterShape, RuleShape, RulesShape

__all__ = ["build_rulebook"]

INSTRUMENTS = "instruments.yaml"
REGISTER = "industries/register.yaml"
CITIES = "cities/"
RULES = ("national/", "industries/")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shapes:
    """The files that have their shape, by file name."""

    instruments: InstrumentsShape | None
    register: RegisterShape | None
    rules: Mapping[str, RulesShape]
    cities: Mapping[str, CityShape]


def build_rulebook(documents: tuple[RuleDocument, ...], sha256: str) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """The rulebook of the documents, or None with all findings that stand against it.

    A file that has no shape is told once: what the other files say of its content is then not judged.

    Args:
        documents: all rule files, `file` relative to the folder of rules.
        sha256: digest of the files' content, kept with the rulebook.
    """
    shapes, findings = _read_shapes(documents)
    rulebook = _assemble(shapes, sha256)
    findings += _misplaced(documents, shapes)
    broken = frozenset(item.where.file for item in findings) | {item.file for item in documents if not item.is_whole}
    findings += _with_rows(find_contradictions(rulebook, broken), documents)
    return (None if has_errors(findings) else rulebook), tuple(findings)


def _read_shapes(documents: tuple[RuleDocument, ...]) -> tuple[_Shapes, list[Finding]]:
    findings: list[Finding] = []
    named: dict[str, InstrumentsShape | RegisterShape | RulesShape | CityShape] = {}
    for document in documents:
        shape = _shape_of(document.file)
        if shape is None:
            findings.append(finding("rules.file.unknown_place", where=Place(file=document.file), value=document.file))
        elif document.is_whole:
            read, found = read_shape(document, shape)
            findings += found
            if read is not None:
                named[document.file] = read
    present = {document.file for document in documents}
    lost = [name for name in (INSTRUMENTS, REGISTER) if name not in present]
    findings += [finding("rules.file.missing", where=Place(file=name), value=name) for name in lost]
    return _sort_shapes(named), findings


def _shape_of(file: str) -> type[InstrumentsShape | RegisterShape | RulesShape | CityShape] | None:
    if file == INSTRUMENTS:
        return InstrumentsShape
    if file == REGISTER:
        return RegisterShape
    if file.startswith(CITIES):
        return CityShape
    return RulesShape if file.startswith(RULES) else None


def _sort_shapes(named: Mapping[str, InstrumentsShape | RegisterShape | RulesShape | CityShape]) -> _Shapes:
    instruments, register = named.get(INSTRUMENTS), named.get(REGISTER)
    return _Shapes(
        instruments=instruments if isinstance(instruments, InstrumentsShape) else None,
        register=register if isinstance(register, RegisterShape) else None,
        rules={file: shape for file, shape in named.items() if isinstance(shape, RulesShape)},
        cities={file: shape for file, shape in named.items() if isinstance(shape, CityShape)},
    )


def _assemble(shapes: _Shapes, sha256: str) -> Rulebook:
    instruments = shapes.instruments.instruments if shapes.instruments else []
    industries = shapes.register.industries if shapes.register else []
    rules = [rule for shape in shapes.rules.values() for rule in shape.rules]
    return Rulebook(
        instruments=tuple(to_instrument(item) for item in instruments),
        industries=tuple(to_industry(item) for item in industries),
        rules=tuple(sorted((to_rule(item) for item in rules), key=lambda rule: rule.id)),
        cities=tuple(to_city(item) for item in shapes.cities.values()),
        sha256=sha256,
    )


def _misplaced(documents: tuple[RuleDocument, ...], shapes: _Shapes) -> list[Finding]:
    """Rules whose id does not begin with their file's path, cities whose slug is not their file's name."""
    found: list[Finding] = []
    for document in documents:
        if document.file in shapes.rules:
            found += _misplaced_rules(document, shapes.rules[document.file].rules)
        city = shapes.cities.get(document.file)
        if city is not None and document.file != f"{CITIES}{city.slug}.yaml":
            where = document.place(("slug",))
            found.append(finding("rules.city.misplaced", where=where, value=city.slug))
    return found


def _misplaced_rules(document: RuleDocument, rules: Iterable[RuleShape]) -> list[Finding]:
    prefix = document.file.removesuffix(".yaml").replace("/", ".") + "."
    return [
        finding("rules.id.misplaced", where=document.place(("rules", index, "id")), value=rule.id, expected=prefix)
        for index, rule in enumerate(rules)
        if not rule.id.startswith(prefix)
    ]


def _with_rows(findings: Iterable[Finding], documents: tuple[RuleDocument, ...]) -> list[Finding]:
    rows = {document.file: document.rows_by_name() for document in documents}
    return [
        replace(item, where=replace(item.where, row=rows.get(item.where.file, {}).get(item.where.column, 0)))
        for item in findings
    ]
