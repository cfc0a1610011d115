"""The papers of a stored warning as files: notice, opinion, approval form, orders, lists, boards, reports, messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.compare import pollutant_label
from planner.execution import CountyCount, OrderedAmount, count_by_county
from planner.orders.papers import (
    AmountRow,
    CapWords,
    CountyRow,
    DailyFacts,
    EvaluationFacts,
    HoursRow,
    approval_facts,
    board_facts,
    cap_xml,
    moment_text,
    notice_facts,
    opinion_facts,
    paper_docx,
    paper_pdf,
    public_list_facts,
    volume_docx,
    volume_pdf,
    warning_head,
)
from planner.service.desk import Evaluation, WarningDesk, last_receipts, latest_orders
from planner.service.paper_case import PaperCase, cap_messages, paper_case
from planner.service.paper_names import PaperFile
from planner.service.paper_orders import OrderFiles, order_files
from planner.service.planner import Planner
from planner.terms import BEIJING, N_, POLLUTANTS

__all__ = ["KINDS", "WarningPapers", "warning_papers"]

KINDS = ("notice", "opinion", "approval", "order", "public_list", "board", "daily", "evaluation")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WarningPapers:
    """What is asked for.

    Attributes:
        kinds: some of KINDS; formats: some of xlsx, docx, pdf, csv (of orders) and cap (of the notice).
        at: the day of the daily report, and until when the evaluation counts.
    """

    warning_id: str
    city: str
    kinds: tuple[str, ...]
    formats: tuple[str, ...]
    at: datetime
    by: str = "all"
    templates: Path | None = None
    told: Callable[[str, int, int], None] | None = None


def warning_papers(planner: Planner, asked: WarningPapers) -> Iterator[PaperFile]:
    """The files, one after the other.

    Raises:
        FindingsError: where there is no such warning, a character cannot be drawn, or a template does not work.
    """
    case = paper_case(planner, asked.warning_id, asked.city, asked.templates)
    stem = asked.warning_id
    if "order" in asked.kinds:
        wanted = OrderFiles(stem=f"{stem}-order", formats=asked.formats, by=asked.by, told=asked.told)
        yield from order_files(case.orders, wanted, case.office)
    for kind in asked.kinds:
        if kind != "order":
            yield from _files(planner, case, kind, asked)
    if "cap" in asked.formats:
        yield from _messages(case, stem)


def _files(planner: Planner, case: PaperCase, kind: str, asked: WarningPapers) -> Iterator[PaperFile]:
    facts = _facts(planner, case, kind, asked.at)
    if facts is None:
        return
    folder, stem = case.office.folder, f"{asked.warning_id}-{kind}"
    if "pdf" in asked.formats:
        name = f"{kind}.typ"
        pdf = volume_pdf(name, facts, folder) if isinstance(facts, list) else paper_pdf(name, facts, folder)
        yield PaperFile(name=f"{stem}.pdf", content=pdf)
    if "docx" in asked.formats:
        name = f"{kind}.docx"
        docx = volume_docx(name, facts, folder) if isinstance(facts, list) else paper_docx(name, facts, folder)
        yield PaperFile(name=f"{stem}.docx", content=docx)


def _facts(planner: Planner, case: PaperCase, kind: str, at: datetime) -> object | None:
    """The record of a paper, a list of them for a volume; None where there is nothing for it to say."""
    letterhead, orders = case.office.letterhead, case.orders
    watched = (letterhead.office, letterhead.supervision_phone)
    if kind == "notice":
        return notice_facts(case.case, orders) if case.case.terms else None
    if kind == "opinion":
        return opinion_facts(case.case)
    if kind == "approval":
        return approval_facts(case.case)
    if kind == "public_list":
        return public_list_facts(orders, watched) if orders else None
    if kind == "board":
        firms = [item for item in orders if item.kind != "release"]
        return [board_facts((item,), watched) for item in firms] or None
    desk = planner.desk(case.view.warning.city)
    return _daily(desk, case, at) if kind == "daily" else _evaluation(desk, case, at)


def _messages(case: PaperCase, stem: str) -> Iterator[PaperFile]:
    office = case.office
    words = CapWords(
        city_code=office.city_code, letterhead=office.letterhead, meta=office.meta, phrasebook=office.phrasebook
    )
    for number, message in enumerate(cap_messages(case), start=1):
        yield PaperFile(name=f"{stem}-{number:02d}.cap.xml", content=cap_xml(message, words))


def _daily(desk: WarningDesk, case: PaperCase, at: datetime) -> DailyFacts | None:
    """The daily report; None before anything is in force."""
    held, say = case.view.warning.in_force, case.office.phrasebook.say
    if held is None:
        return None
    newest, number = latest_orders(case.view.orders), case.view.warning.warning_id
    last = last_receipts(desk.receipts(number))
    ordered = {item.owner: item.county_code for item in newest if item.kind != "release"}
    receipts = {item.owner: last[item.number].state for item in newest if item.number in last}
    counts = count_by_county(ordered, receipts, (), ())
    names = {code: name for code, name, _ in case.office.meta.county_names}
    day = at.astimezone(BEIJING).date()
    started = min(held.since, *(act.at for act in case.view.acts if act.kind == "issue")).astimezone(BEIJING).date()
    return DailyFacts(
        head=warning_head(case.case),
        issue=max(1, (day - started).days + 1),
        day=say(N_("{year}-{month}-{day}"), year=day.year, month=day.month, day=day.day),
        counties=tuple(_county(item, names.get(item.county_code, item.county_code)) for item in counts),
        total=_sum(counts, say(N_("Total"))),
    )


def _county(item: CountyCount, name: str) -> CountyRow:
    return CountyRow(
        county=name,
        ordered=item.ordered,
        acknowledged=item.acknowledged,
        contested=item.contested,
        checked=item.checked,
        broken=item.broken,
    )


def _sum(counts: tuple[CountyCount, ...], name: str) -> CountyRow:
    return CountyRow(
        county=name,
        ordered=sum(item.ordered for item in counts),
        acknowledged=sum(item.acknowledged for item in counts),
        contested=sum(item.contested for item in counts),
        checked=sum(item.checked for item in counts),
        broken=sum(item.broken for item in counts),
    )


def _evaluation(desk: WarningDesk, case: PaperCase, at: datetime) -> EvaluationFacts | None:
    """The evaluation; None before anything is in force."""
    if case.view.warning.in_force is None:
        return None
    lifted = case.view.warning.lifted_at
    until = lifted or at
    found: Evaluation = desk.evaluation(case.view.warning.warning_id, until)
    book, names = case.office.phrasebook, {code: name for code, name, _ in case.office.meta.county_names}
    industries = {code: name for code, name, _ in case.office.meta.industry_names}
    return EvaluationFacts(
        head=warning_head(case.case),
        since=moment_text(book, case.view.warning.in_force.terms.start),
        until=moment_text(book, until),
        hours=tuple(HoursRow(version=version, hours=f"{hours:.1f}") for version, hours in found.hours),
        pollutants=tuple(pollutant_label(book, str(item)) for item in POLLUTANTS),
        total=_amount(found.total, book.say(N_("Total"))),
        counties=tuple(_amount(item, names.get(item.name, item.name)) for item in found.by_county),
        industries=tuple(_amount(item, industries.get(item.name, item.name) or "—") for item in found.by_industry),
        standstill=f"{sum(hours for _, hours in found.line_hours):,.1f}",
    )


def _amount(item: OrderedAmount, name: str) -> AmountRow:
    return AmountRow(
        name=name,
        ordered=tuple(f"{value:,.1f}" for value in item.kilograms),
        achieved=("",) * len(item.kilograms),
        cost=f"{item.cost_yuan:,.0f}",
    )
