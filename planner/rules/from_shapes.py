"""Records from the shapes of rule files."""

from planner.rules.records import DatedValue, Instrument, Rule, Scope
from planner.rules.registers import AreaName, KeyIndustry, SubProcess
from planner.rules.rulebook import CityOverlay
from planner.rules.shapes import (
    AreaShape,
    CityShape,
    IndustryShape,
    InstrumentShape,
    RuleShape,
    SubProcessShape,
    ValueShape,
)

__all__ = ["to_city", "to_industry", "to_instrument", "to_rule"]


def to_instrument(shape: InstrumentShape) -> Instrument:
    """The registry's entry."""
    return Instrument(
        id=shape.id,
        number=shape.number,
        title=shape.title,
        issued=shape.issued,
        witness=shape.witness,
        note=shape.note,
    )


def to_rule(shape: RuleShape) -> Rule:
    """The rule with its values in the order of the file."""
    scope = shape.scope
    return Rule(
        id=shape.id,
        kind=shape.kind,
        title=shape.title.en,
        title_zh=shape.title.zh,
        scope=Scope(
            industry=scope.industry,
            sub_process=scope.sub_process,
            grade=scope.grade,
            level=scope.level,
            pollutant=str(scope.pollutant or ""),
        ),
        measure=shape.measure,
        basis=shape.basis,
        answer=shape.answer,
        values=tuple(_to_value(item) for item in shape.values),
    )


def to_industry(shape: IndustryShape) -> KeyIndustry:
    """The key industry with its processes."""
    return KeyIndustry(
        number=shape.number,
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        sub_processes=tuple(_to_sub_process(item) for item in shape.sub_processes),
        instrument=shape.instrument,
        clause=shape.clause,
        status=shape.status,
        evidence=shape.evidence,
        note=shape.note,
    )


def to_city(shape: CityShape) -> CityOverlay:
    """The city's overlay."""
    return CityOverlay(
        slug=shape.slug,
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        areas=tuple(_to_area(item) for item in shape.areas),
        turns_on=tuple(shape.turns_on),
        rules=tuple(to_rule(item) for item in shape.rules),
        instruments=tuple(shape.instruments),
    )


def _to_value(shape: ValueShape) -> DatedValue:
    return DatedValue(
        from_day=shape.from_day,
        value=shape.value,
        unit=shape.unit,
        instrument=shape.instrument,
        clause=shape.clause,
        status=shape.status,
        evidence=shape.evidence,
        still_valid_on=shape.still_valid_on,
        note=shape.note,
    )


def _to_sub_process(shape: SubProcessShape) -> SubProcess:
    return SubProcess(
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        grades=tuple(shape.grades),
        status=shape.status,
        evidence=shape.evidence,
        note=shape.note,
    )


def _to_area(shape: AreaShape) -> AreaName:
    return AreaName(
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        kind=shape.kind,
        status=shape.status,
        note=shape.note,
    )
