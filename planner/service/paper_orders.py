"""Orders as files: one volume, or bundles for counties, departments or single enterprises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.compare import sector_label
from planner.orders.papers import (
    Bundle,
    OrderFacts,
    bind_pdf,
    cover_facts,
    orders_by_county,
    orders_by_department,
    orders_csv,
    orders_table,
    paper_docx,
    paper_pdf,
    volume_docx,
    volume_pdf,
)
from planner.orders.table import table_workbook
from planner.service.paper_names import Office, PaperFile
from planner.terms import N_, Sector

__all__ = ["BY", "OrderFiles", "order_files"]

BY = ("all", "county", "department", "enterprise")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderFiles:
    """What is asked for.

    Attributes:
        stem: what the names of the files begin with.
        by: one of BY; CSV and workbook are always one file.
        language: of a plan's workbook; all other papers are Chinese.
        told: called with what is made, how many papers are done, and how many there are.
    """

    stem: str
    formats: tuple[str, ...]
    by: str = "all"
    language: str = "zh-CN"
    told: Callable[[str, int, int], None] | None = None


def order_files(orders: tuple[OrderFacts, ...], asked: OrderFiles, office: Office) -> Iterator[PaperFile]:
    """The files of some orders, in the formats xlsx, csv, pdf and docx as far as they are asked for."""
    if "xlsx" in asked.formats:
        header, *rows = orders_table(orders, office.phrasebook)
        title = office.phrasebook.say(N_("Orders"))
        yield PaperFile(name=f"{asked.stem}.xlsx", content=table_workbook(title, header, tuple(rows)))
    if "csv" in asked.formats:
        yield PaperFile(name=f"{asked.stem}.csv", content=orders_csv(orders, office.phrasebook))
    for form in ("pdf", "docx"):
        if form in asked.formats and orders:
            yield from _volumes(orders, asked, office, form)


def _volumes(orders: tuple[OrderFacts, ...], asked: OrderFiles, office: Office, form: str) -> Iterator[PaperFile]:
    make, done = volume_pdf if form == "pdf" else volume_docx, 0
    for bundle in _bundles(orders, asked.by, office):
        name = f"{asked.stem}-{bundle.code}" if bundle.code else asked.stem

        def told(count: int, before: int = done) -> None:
            if asked.told is not None:
                asked.told(form, before + count, len(orders))

        content = make("order.typ" if form == "pdf" else "order.docx", bundle.orders, office.folder, told)
        done += len(bundle.orders)
        yield from _with_cover(bundle, PaperFile(name=f"{name}.{form}", content=content), office, form)


def _with_cover(bundle: Bundle, volume: PaperFile, office: Office, form: str) -> Iterator[PaperFile]:
    """The volume, its cover bound in front or, as Word, beside it; a bundle without an addressee has none."""
    if not bundle.name:
        yield volume
        return
    facts = cover_facts(bundle, office.letterhead)
    if form == "pdf":
        cover = paper_pdf("cover.typ", facts, office.folder)
        yield PaperFile(name=volume.name, content=bind_pdf([cover, volume.content]))
        return
    yield volume
    cover = paper_docx("cover.docx", facts, office.folder)
    yield PaperFile(name=volume.name.removesuffix(".docx") + "-cover.docx", content=cover)


def _bundles(orders: tuple[OrderFacts, ...], by: str, office: Office) -> tuple[Bundle, ...]:
    if by == "county":
        return orders_by_county(orders, office.letterhead)
    if by == "department":
        sectors = tuple((str(item), sector_label(office.phrasebook, str(item))) for item in Sector)
        return orders_by_department(orders, office.letterhead, sectors)
    if by == "enterprise":
        return tuple(Bundle(code=order.number, name="", orders=(order,)) for order in orders)
    return (Bundle(code="", name="", orders=orders),)
