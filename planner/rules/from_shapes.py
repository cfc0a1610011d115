"""Records from the shapes of rule files."""

from planner.rules.records import Condition, DatedValue, Instrument, RejectedSource, Rule, Scope
from planner.rules.registers import AreaGroup, AreaName, KeyIndustry, MissingCells, SubProcess, Witness
from planner.rules.rulebook import CityOverlay
from planner.rules.shapes import (
    AreaGroupShape,
    AreaShape,
    CityShape,
    IndustryShape,
    InstrumentShape,
    MissingShape,
    RuleShape,
    ScopeShape,
    SubProcessShape,
    ValueShape,
    WitnessShape,
)

__all__ = ["to_city", "to_industry", "to_instrument", "to_missing", "to_rule", "to_witness"]


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
    return Rule(
        id=shape.id,
        kind=shape.kind,
        title=shape.title.en,
        title_zh=shape.title.zh,
        scope=_to_scope(shape.scope),
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
        area_groups=tuple(_to_area_group(item) for item in shape.area_groups),
        warning_variants=tuple(shape.warning.variants) if shape.warning else (),
    )


def to_missing(shape: MissingShape) -> MissingCells:
    """The cells that no source answers."""
    return MissingCells(
        industry=shape.industry,
        sub_process=shape.sub_process,
        grades=tuple(shape.grades),
        levels=tuple(shape.levels),
        from_day=shape.from_day,
        until=shape.until,
        note=shape.note,
    )


def to_witness(shape: WitnessShape) -> Witness:
    """What a source says that is no rule."""
    return Witness(**{name: getattr(shape, name) for name in WitnessShape.model_fields})


def _to_scope(shape: ScopeShape) -> Scope:
    return Scope(
        industry=shape.industry,
        sub_process=shape.sub_process,
        grade=shape.grade,
        level=shape.level,
        pollutant=str(shape.pollutant or ""),
        industry_code=shape.industry_code,
        conditions=tuple(
            Condition(column=item.column, at_least=item.at_least, below=item.below) for item in shape.conditions
        ),
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
        after_hours=shape.after_hours,
        after_value=shape.after_value,
        hours_on=shape.hours_on,
        rejected=tuple(RejectedSource(**item.model_dump()) for item in shape.rejected),
        reason=shape.reason,
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


def _to_area_group(shape: AreaGroupShape) -> AreaGroup:
    return AreaGroup(
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        areas=tuple(shape.areas),
        instrument=shape.instrument,
        clause=shape.clause,
        status=shape.status,
        evidence=shape.evidence,
        note=shape.note,
    )
