"""The papers of a stored warning as files: notice, opinion, approval form, orders, lists, boards, reports, messages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.orders.papers import (
    CapWords,
    approval_facts,
    cap_xml,
    notice_facts,
    opinion_facts,
    paper_docx,
    paper_pdf,
    public_list_facts,
    volume_docx,
    volume_pdf,
)
from planner.service.paper_boards import board_records
from planner.service.paper_case import PaperCase, cap_messages, paper_case
from planner.service.paper_names import PaperFile
from planner.service.paper_orders import OrderFiles, order_files
from planner.service.paper_reports import daily_facts, evaluation_facts
from planner.service.planner import Planner

__all__ = ["KINDS", "WarningPapers", "one_paper", "warning_papers"]

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


def one_paper(planner: Planner, asked: WarningPapers) -> bytes:
    """The one file of one kind in one format; raises what `warning_papers` raises."""
    (made,) = warning_papers(planner, asked)
    return made.content


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
        return board_records(planner, case) or None
    return daily_facts(planner, case, at) if kind == "daily" else evaluation_facts(planner, case, at)


def _messages(case: PaperCase, stem: str) -> Iterator[PaperFile]:
    office = case.office
    words = CapWords(
        city_code=office.city_code, letterhead=office.letterhead, meta=office.meta, phrasebook=office.phrasebook
    )
    for number, message in enumerate(cap_messages(case), start=1):
        yield PaperFile(name=f"{stem}-{number:02d}.cap.xml", content=cap_xml(message, words))
