"""Records of the law of warnings from the shapes of its files."""

from planner.rules.warning_records import (
    AqiCategory,
    AqiItem,
    AqiStandard,
    CriteriaSet,
    LawSource,
    WarningCondition,
    WarningCriterion,
    WarningLaw,
)
from planner.rules.warning_shapes import (
    AqiItemShape,
    AqiShape,
    CategoryShape,
    CriteriaSetShape,
    CriteriaShape,
    CriterionShape,
    StandardShape,
    VariantShape,
    VariantsShape,
)

__all__ = ["to_warning_law"]


def to_warning_law(
    aqi: tuple[AqiShape, ...], criteria: tuple[CriteriaShape, ...], variants: tuple[VariantsShape, ...]
) -> WarningLaw:
    """The law of warnings of all files; standards and regimes in order of their first day."""
    standards = (_to_standard(item) for file in aqi for item in file.standards)
    regimes = (_to_set(item) for file in criteria for item in file.regimes)
    return WarningLaw(
        standards=tuple(sorted(standards, key=lambda item: item.source.from_day)),
        categories=tuple(_to_category(item) for file in aqi for item in file.categories),
        regimes=tuple(sorted(regimes, key=lambda item: item.source.from_day)),
        variants=tuple(_to_set(item) for file in variants for item in file.variants),
    )


def _to_standard(shape: StandardShape) -> AqiStandard:
    return AqiStandard(
        id=shape.id,
        name=shape.name,
        source=_to_source(shape),
        daily_items=tuple(shape.daily_items),
        hourly_items=tuple(shape.hourly_items),
        steps=tuple(shape.steps),
        items=tuple(_to_item(item) for item in shape.items),
    )


def _to_item(shape: AqiItemShape) -> AqiItem:
    return AqiItem(
        code=shape.code,
        pollutant=shape.pollutant,
        decimals=shape.decimals,
        breakpoints=tuple(float(item) for item in shape.breakpoints),
        above_iaqi=shape.above_iaqi,
        above_item=shape.above_item,
    )


def _to_category(shape: CategoryShape) -> AqiCategory:
    red, green, blue = shape.rgb
    return AqiCategory(
        code=shape.code,
        name_zh=shape.name.zh,
        name_en=shape.name.en,
        least=shape.least,
        rgb=(red, green, blue),
        instrument=shape.instrument,
        clause=shape.clause,
    )


def _to_set(shape: CriteriaSetShape) -> CriteriaSet:
    variant = shape if isinstance(shape, VariantShape) else None
    return CriteriaSet(
        id=shape.id,
        title=shape.title.en,
        title_zh=shape.title.zh,
        source=_to_source(shape),
        criteria=tuple(_to_criterion(item) for item in shape.criteria),
        replaces=variant is not None and variant.takes == "replaces",
        response=variant.response if variant is not None else "",
    )


def _to_criterion(shape: CriterionShape) -> WarningCriterion:
    conditions = (
        WarningCondition(quantity=item.quantity, over=item.over, at_least=item.at_least, hours=item.hours)
        for item in shape.all_of
    )
    return WarningCriterion(id=shape.id, stage=shape.stage, conditions=tuple(conditions))


def _to_source(shape: StandardShape | CriteriaSetShape) -> LawSource:
    return LawSource(
        from_day=shape.from_day,
        instrument=shape.instrument,
        clause=shape.clause,
        status=shape.status,
        evidence=shape.evidence,
        still_valid_on=shape.still_valid_on,
        note=shape.note,
    )
