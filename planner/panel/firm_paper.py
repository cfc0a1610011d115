"""The enterprise's page as tables of HTML: read on the screen and printed, in black and white too."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import escape
from typing import Protocol

from planner.compare import (
    by_day_sentence,
    citation_status,
    clause_text,
    evidence_label,
    grade_label,
    level_label,
    measure_sentence,
    standing_label,
)
from planner.episode import mode_word, order_kind_label
from planner.explain import Explanation, SourceView
from planner.panel.amounts import day_text, moment_text, number_text, share_text
from planner.panel.enterprise import cohort_text, required_sentence, source_title, why_sentence
from planner.panel.markup import element
from planner.panel.names import Names
from planner.panel.warning import receipt_label
from planner.panel.words import LEVEL_SHAPES, POLLUTANT_SHORT
from planner.plan import PlanDocument, plan_sha256
from planner.problem import Citation
from planner.terms import LEVELS, POLLUTANTS, Level, Phrasebook

__all__ = [
    "hours_html",
    "levels_html",
    "mark_of",
    "orders_html",
    "paper_foot",
    "peers_html",
    "reasons_html",
    "table_html",
]

FINGERPRINT = 16


class OrderLike(Protocol):
    """An order as the warning desk tells it."""

    @property
    def number(self) -> str:
        """How it is numbered."""

    @property
    def kind(self) -> str:
        """New, change or release."""

    @property
    def made_at(self) -> datetime:
        """When it was made."""

    @property
    def is_exercise(self) -> bool:
        """Whether it belongs to an exercise."""

    @property
    def receipt(self) -> str:
        """The last receipt, '' where none came."""

    @property
    def receipt_at(self) -> datetime | None:
        """When that came."""

    @property
    def receipt_reason(self) -> str:
        """Why it was contested."""


def table_html(headers: Iterable[str], rows: Iterable[tuple[str, ...]], marked: int | None = None) -> str:
    """A table of plain text; `marked` is the row of the enterprise itself."""
    head = element("thead", element("tr", "".join(element("th", escape(item)) for item in headers)))
    body = "".join(
        element("tr", "".join(element("td", escape(cell)) for cell in row), "self" if place == marked else "")
        for place, row in enumerate(rows)
    )
    return element("div", element("table", head + element("tbody", body), "paper"), "wide")


def levels_html(views: Mapping[Level, Explanation], shown: Level, phrasebook: Phrasebook) -> str:
    """Every line with what it must do at each level side by side; the level of the page is marked.

    Args:
        views: the explanations at hand, by level.
    """
    say = phrasebook.say
    levels = [level for level in LEVELS if level in views]
    marks = {level: say("this plan") if level is shown else "" for level in levels}
    heads = [f"{LEVEL_SHAPES[level]} {level_label(phrasebook, level)} {marks[level]}".strip() for level in levels]
    lines = views[shown].sources
    told = {level: {item.source_id: item for item in views[level].sources} for level in levels}
    rows = (
        (
            source_title(line),
            f"{grade_label(phrasebook, line.grade)} · {standing_label(phrasebook, line.standing)}",
            *(_told(told[level].get(line.source_id), phrasebook) for level in levels),
            _amounts(line, phrasebook),
        )
        for line in lines
    )
    return table_html((say("Line"), say("Grade and standing"), *heads, say("Reduction of this plan, kg/d")), rows)


def _told(view: SourceView | None, phrasebook: Phrasebook) -> str:
    if view is None or view.curtailment is None:
        return phrasebook.say("nothing ordered")
    row = view.curtailment
    days = by_day_sentence(phrasebook, row.kept_by_day)
    said = measure_sentence(phrasebook, row.measures, row.kept_share)
    return f"{said} ({days})" if days else said


def _amounts(view: SourceView, phrasebook: Phrasebook) -> str:
    if view.curtailment is None:
        return "—"
    cuts = zip(POLLUTANTS, view.curtailment.reduction_kg_per_day, strict=True)
    return " · ".join(
        f"{POLLUTANT_SHORT[str(name)]} {number_text(phrasebook, value, 1)}" for name, value in cuts if value > 0.0
    )


def reasons_html(explanation: Explanation, phrasebook: Phrasebook) -> str:
    """Why: for each thing that lines are told the same, the lines, the reason and the clauses behind it."""
    groups: dict[tuple[str, ...], list[SourceView]] = {}
    for view in explanation.sources:
        names = tuple(item.id for item in _clauses(view))
        groups.setdefault((why_sentence(view, phrasebook), required_sentence(view, phrasebook), *names), []).append(
            view
        )
    return "".join(_reason(views, phrasebook) for views in groups.values())


def _reason(views: list[SourceView], phrasebook: Phrasebook) -> str:
    first = views[0]
    lines = phrasebook.say("; ").join(source_title(item) for item in views)
    head = element("p", element("b", escape(lines)) + "<br>" + escape(why_sentence(first, phrasebook)), "reason")
    required = required_sentence(first, phrasebook)
    note = element("p", escape(required), "note") if required else ""
    clauses = _clauses(first)
    if not clauses:
        none = phrasebook.say("No clause orders anything of this line.")
        return head + note + element("p", escape(none), "note")
    say = phrasebook.say
    headers = (say("Rule"), say("Instrument"), say("Clause"), say("Status"), say("Evidence"))
    return head + note + table_html(headers, (_clause(item, phrasebook) for item in clauses))


def _clauses(view: SourceView) -> tuple[Citation, ...]:
    standing = (view.standing_citation,) if view.standing_citation else ()
    return tuple({item.id: item for item in (*standing, *view.citations)}.values())


def _clause(item: Citation, phrasebook: Phrasebook) -> tuple[str, ...]:
    filed = item.status == "filed"
    return (
        item.title_zh if phrasebook.language.startswith("zh") else item.title,
        item.instrument if filed else " ".join(part for part in (item.instrument, item.number) if part),
        clause_text(phrasebook, item.clause),
        citation_status(phrasebook, item),
        evidence_label(phrasebook, item.evidence),
    )


def peers_html(explanation: Explanation, names: Names, phrasebook: Phrasebook) -> str:
    """Firms of the same county, process and grade; '' where the enterprise has none."""
    peers, say = explanation.peers, phrasebook.say
    if not [item for item in peers if item.enterprise_id != explanation.enterprise_id]:
        return ""
    own = next((at for at, item in enumerate(peers) if item.enterprise_id == explanation.enterprise_id), None)
    rows = (
        (
            item.enterprise_name,
            cohort_text(item.cohort, names, phrasebook),
            number_text(phrasebook, float(item.lines), 0),
            number_text(phrasebook, float(item.halted), 0),
            share_text(phrasebook, item.kept_share, 0),
        )
        for item in peers
    )
    headers = (
        say("Enterprise"),
        say("County · industry · process · grade"),
        say("Lines"),
        say("Lines halted"),
        say("Load kept"),
    )
    return table_html(headers, rows, own)


def hours_html(hours: Mapping[str, float], explanation: Explanation, phrasebook: Phrasebook) -> str:
    """Hours of this season of each line; '' where none stood still."""
    titles = {item.source_id: source_title(item) for item in explanation.sources}
    rows = [(titles.get(name, name), number_text(phrasebook, value, 1)) for name, value in hours.items()]
    return table_html((phrasebook.say("Line"), phrasebook.say("Hours of standstill")), rows) if rows else ""


def orders_html(orders: Iterable[OrderLike], phrasebook: Phrasebook) -> str:
    """The orders of the enterprise with their last receipts; '' where there are none."""
    say = phrasebook.say
    rows = [
        (
            item.number,
            mode_word(phrasebook, is_exercise=item.is_exercise),
            order_kind_label(phrasebook, item.kind),
            moment_text(phrasebook, item.made_at),
            " ".join(_receipt(item, phrasebook)),
        )
        for item in orders
    ]
    headers = (say("Order number"), say("Live or exercise"), say("Order"), say("Made"), say("Receipt"))
    return table_html(headers, rows) if rows else ""


def _receipt(item: OrderLike, phrasebook: Phrasebook) -> Iterator[str]:
    yield receipt_label(phrasebook, item.receipt)
    if item.receipt_at is not None:
        yield moment_text(phrasebook, item.receipt_at)
    if item.receipt_reason:
        yield item.receipt_reason


def mark_of(document: PlanDocument) -> str:
    """The beginning of the plan's fingerprint."""
    return plan_sha256(document)[:FINGERPRINT]


def paper_foot(document: PlanDocument, now: datetime, phrasebook: Phrasebook) -> str:
    """What a reader of the print needs to find the plan again: day of the rules, fingerprint, the moment."""
    said = phrasebook.say(
        "Rules as of {day} · plan {plan} · shown {now} · a draft until it is signed",
        day=day_text(phrasebook, document.problem.header.on),
        plan=mark_of(document),
        now=moment_text(phrasebook, now),
    )
    return element("p", escape(said), "paper-foot")
