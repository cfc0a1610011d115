"""From parsed rule files to the rulebook, with everything that is wrong with them told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel

from planner.errors import Finding, Place, finding, has_errors
from planner.rules.consistency import find_contradictions
from planner.rules.documents import RuleDocument, with_rows
from planner.rules.from_shapes import to_city, to_industry, to_instrument, to_missing, to_rule, to_witness
from planner.rules.rulebook import Rulebook
from planner.rules.shape_findings import read_shape
from planner.rules.shapes import CityShape, HistoryShape, InstrumentsShape, RegisterShape, RuleShape, RulesShape
from planner.rules.warning_from_shapes import to_warning_law
from planner.rules.warning_shapes import AqiShape, CriteriaShape, VariantsShape

__all__ = ["build_rulebook"]

INSTRUMENTS = "instruments.yaml"
REGISTER = "industries/register.yaml"
HISTORY = "history.yaml"
CITIES = "cities/"
FILES: dict[str, type[BaseModel]] = {
    INSTRUMENTS: InstrumentsShape,
    REGISTER: RegisterShape,
    HISTORY: HistoryShape,
    "warning/aqi.yaml": AqiShape,
    "warning/criteria.yaml": CriteriaShape,
    "warning/variants.yaml": VariantsShape,
}
FOLDERS: dict[str, type[BaseModel]] = {
    CITIES: CityShape,
    "national/": RulesShape,
    "industries/": RulesShape,
    "warning/": RulesShape,
}
Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shapes:
    """The files that have their shape, by file name."""

    by_file: Mapping[str, BaseModel]

    def of(self, shape: type[Shape]) -> dict[str, Shape]:
        """The files of one shape, in order of their names."""
        return {file: item for file, item in sorted(self.by_file.items()) if isinstance(item, shape)}


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
    findings += with_rows(find_contradictions(_well_placed(rulebook, findings), broken), documents)
    return (None if has_errors(findings) else rulebook), tuple(findings)


def _well_placed(rulebook: Rulebook, findings: Iterable[Finding]) -> Rulebook:
    """Without the cities whose slug is not their file's name: their places would name files that are not there."""
    wrong = {item.value for item in findings if item.code == "rules.city.misplaced"}
    return replace(rulebook, cities=tuple(city for city in rulebook.cities if city.slug not in wrong))


def _read_shapes(documents: tuple[RuleDocument, ...]) -> tuple[_Shapes, list[Finding]]:
    findings: list[Finding] = []
    by_file: dict[str, BaseModel] = {}
    for document in documents:
        shape = _shape_of(document.file)
        if shape is None:
            findings.append(finding("rules.file.unknown_place", where=Place(file=document.file), value=document.file))
        elif document.is_whole:
            read, found = read_shape(document, shape)
            findings += found
            if read is not None:
                by_file[document.file] = read
    present = {document.file for document in documents}
    lost = [name for name in (INSTRUMENTS, REGISTER) if name not in present]
    findings += [finding("rules.file.missing", where=Place(file=name), value=name) for name in lost]
    return _Shapes(by_file=by_file), findings


def _shape_of(file: str) -> type[BaseModel] | None:
    folders = (shape for folder, shape in FOLDERS.items() if file.startswith(folder))
    return FILES.get(file) or next(folders, None)


def _assemble(shapes: _Shapes, sha256: str) -> Rulebook:
    books = shapes.of(RulesShape).values()
    rules = [to_rule(rule) for shape in books for rule in shape.rules]
    return Rulebook(
        instruments=tuple(
            to_instrument(item) for file in shapes.of(InstrumentsShape).values() for item in file.instruments
        ),
        industries=tuple(to_industry(item) for file in shapes.of(RegisterShape).values() for item in file.industries),
        rules=tuple(sorted(rules, key=lambda rule: rule.id)),
        cities=tuple(to_city(item) for item in shapes.of(CityShape).values()),
        missing=tuple(to_missing(item) for shape in books for item in shape.missing),
        history=tuple(to_witness(item) for file in shapes.of(HistoryShape).values() for item in file.witnesses),
        warning=to_warning_law(
            tuple(shapes.of(AqiShape).values()),
            tuple(shapes.of(CriteriaShape).values()),
            tuple(shapes.of(VariantsShape).values()),
        ),
        sha256=sha256,
    )


def _misplaced(documents: tuple[RuleDocument, ...], shapes: _Shapes) -> list[Finding]:
    """Rules whose id does not begin with their file's path, cities whose slug is not their file's name."""
    found: list[Finding] = []
    books, cities = shapes.of(RulesShape), shapes.of(CityShape)
    for document in documents:
        if document.file in books:
            found += _misplaced_rules(document, books[document.file].rules)
        city = cities.get(document.file)
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
