"""The papers of a plan that nobody has signed: every one a draft, made from its file alone."""

from collections.abc import Iterator
from pathlib import Path

from planner.episode import AreaLevel, Round, Terms
from planner.orders.papers import (
    CapMessage,
    CapWords,
    OrderFacts,
    OrderSetting,
    cap_xml,
    draft_orders,
    order_facts,
    source_plan,
)
from planner.plan import PlanDocument, plan_sha256
from planner.service.paper_names import Office, PaperFile, office_of
from planner.service.paper_orders import OrderFiles, order_files
from planner.service.planner import Planner
from planner.service.workbooks import plan_workbook

__all__ = ["draft_facts", "plan_papers"]

CAUSE = "pm25"


def plan_papers(
    planner: Planner, document: PlanDocument, asked: OrderFiles, templates: Path | None = None
) -> Iterator[PaperFile]:
    """The papers of a plan; xlsx is the workbook of the plan, cap a draft message.

    Raises:
        FindingsError: where a character cannot be drawn or a template does not work.
    """
    office = office_of(planner, document.problem.header.city_slug, templates)
    if "xlsx" in asked.formats:
        book = plan_workbook(document, planner.rulebook, planner.phrasebook(asked.language))
        yield PaperFile(name=f"{asked.stem}.xlsx", content=book)
    others = tuple(form for form in asked.formats if form not in ("xlsx", "cap"))
    if others:
        wanted = OrderFiles(stem=asked.stem, formats=others, by=asked.by, told=asked.told)
        yield from order_files(draft_facts(document, office), wanted, office)
    if "cap" in asked.formats:
        yield PaperFile(name=f"{asked.stem}.cap.xml", content=_cap(document, office))


def draft_facts(document: PlanDocument, office: Office) -> tuple[OrderFacts, ...]:
    """The orders of a plan in words."""
    orders = draft_orders(document.problem, document.plan, plan_sha256(document))
    plans, names = (source_plan(document.problem, document.plan),), (office.meta, office.phrasebook)
    return tuple(order_facts(orders, plans, OrderSetting(), office.letterhead, names))


def _cap(document: PlanDocument, office: Office) -> bytes:
    """A draft message over the whole city, dated by the plan's start: nothing has been sent."""
    header = document.problem.header
    terms = Terms(areas=(AreaLevel(level=header.level),), start=header.start, end=header.end, cause=CAUSE)
    message = CapMessage(round=Round.ISSUE, terms=terms, sent=header.start, is_signed=False, is_exercise=False)
    words = CapWords(
        city_code=office.city_code, letterhead=office.letterhead, meta=office.meta, phrasebook=office.phrasebook
    )
    return cap_xml(message, words)
