"""The orders workbook of a plan document, with the names of its city."""

from planner.orders import CheckPoint, OrderMeta, orders_workbook
from planner.plan import PlanDocument, plan_sha256
from planner.rules import Rulebook
from planner.terms import Phrasebook

__all__ = ["plan_workbook"]


def plan_workbook(document: PlanDocument, rulebook: Rulebook, phrasebook: Phrasebook) -> bytes:
    """The workbook of a plan, from the document alone; the same document gives the same bytes."""
    city = rulebook.city(document.problem.header.city_slug)
    processes = tuple(
        (f"{industry.code}/{item.code}", item.name_zh, item.name_en)
        for industry in rulebook.industries
        for item in industry.sub_processes
    )
    meta = OrderMeta(
        city_name_zh=city.name_zh,
        city_name_en=city.name_en,
        county_names=tuple((item.code, item.name_zh, item.name_en) for item in city.areas),
        industry_names=tuple((item.code, item.name_zh, item.name_en) for item in rulebook.industries),
        sub_process_names=processes,
        plan_sha256=plan_sha256(document),
        planner_version=document.provenance.planner_version,
        list_file="",
        bound_yuan=document.report.bound_yuan,
        verdict=str(document.audit.verdict),
        check_points=_check_points(document),
    )
    return orders_workbook(document.problem, document.plan, meta, phrasebook)


def _check_points(document: PlanDocument) -> tuple[CheckPoint, ...]:
    sources = document.problem.sources
    rows = zip(sources.source_id, sources.meter_id, sources.monitored.tolist(), strict=True)
    return tuple(CheckPoint(source_id=name, meter_id=meter, monitored=cems) for name, meter, cems in rows)
