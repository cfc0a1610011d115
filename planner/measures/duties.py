"""Which duty code a ban or a task of a text is; '' where the codes have no word for it."""

import re
from collections.abc import Mapping

from planner.measures.records import Kind, Statement, Vehicles
from planner.terms import Measure

__all__ = ["duty_of"]

_TRUCK_STAGES = {3: Measure.TRUCK_BAN_CN3, 4: Measure.TRUCK_BAN_CN4}
_MACHINE_STAGES = {2: Measure.MACHINERY_BAN_CN2, 3: Measure.MACHINERY_BAN_CN3}
_ROAD = re.compile(r"(?:公路|汽车|机动车|车辆|道路)运输|停止运输|(?:物料|货物|产品|原料|原材料).{0,6}运输")
_CARGO = frozenset({"渣土", "散装", "砂石", "混凝土", "危化品"})
_TASKS: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (
        re.compile(r"(?:设施|设备|装置).*(?:停产|停工|停止生产).*后|后.*(?:关停|停运|关闭).*(?:设施|装置)"),
        Measure.TREATMENT_LAST,
    ),
    (re.compile(r"单双号|单号单日"), Measure.ODD_EVEN),
    (re.compile(r"(?:优质|低硫).{0,6}煤"), Measure.COAL_QUALITY),
    (re.compile(r"清扫|洒水|保洁|冲洗|喷淋|雾炮"), Measure.ROAD_CLEANING),
)
_SITE_WORK = re.compile(r"土石方|拆除|喷涂|粉刷|搅拌|护坡")
_YARD_WORK = re.compile(r"装卸|堆场|倒运|筛选|苫盖")


def duty_of(statement: Statement, *, of_enterprise: bool) -> str:
    """The code of the duty that a statement is, '' where it is none that the codes know.

    Args:
        statement: what was read.
        of_enterprise: whether the row is a line or boiler; sites and fleets have duties of their own.
    """
    if statement.kind is Kind.TRUCK_BAN:
        return _truck_ban(statement)
    if statement.kind is Kind.MACHINERY_BAN:
        return _stage(statement.vehicles, _MACHINE_STAGES)
    if statement.kind is Kind.OTHER:
        return next((str(code) for pattern, code in _TASKS if pattern.search(statement.phrase)), "")
    return "" if of_enterprise else _site_duty(statement)


def _truck_ban(statement: Statement) -> str:
    """A ban of all road haulage, or of the trucks up to a stage; one of some cargo has no code."""
    vehicles = statement.vehicles
    if vehicles is None or statement.hours or _CARGO & set(vehicles.words):
        return ""
    if vehicles.through_standard:
        return _stage(vehicles, _TRUCK_STAGES)
    return str(Measure.ROAD_HAULAGE_STOP) if _ROAD.search(statement.phrase) and not statement.exceptions else ""


def _stage(vehicles: Vehicles | None, codes: Mapping[int, Measure]) -> str:
    return str(codes.get(vehicles.through_standard, "")) if vehicles else ""


def _site_duty(statement: Statement) -> str:
    if statement.kind is not Kind.PROCESS_HALT:
        return ""
    if _SITE_WORK.search(statement.phrase):
        return str(Measure.EARTHWORK_STOP)
    return str(Measure.YARD_STOP) if _YARD_WORK.search(statement.phrase) else ""
