"""An enterprise's own view: its lines, what each must do and why, what else it could do, and its peers."""

from html import escape

import pandas as pd

from planner.compare import (
    basis_label,
    citation_status,
    clause_text,
    evidence_label,
    grade_label,
    measure_sentence,
    standing_label,
    standing_sentence,
)
from planner.explain import Explanation, SourceView
from planner.panel.amounts import kilograms_text, money_text, share_text, unit_money
from planner.panel.markup import element
from planner.panel.names import Names
from planner.panel.page_parts import level_choice
from planner.panel.words import MODE_WORDS, POLLUTANT_SHORT, word
from planner.plan import PlanDocument
from planner.problem import Citation
from planner.terms import POLLUTANTS, Phrasebook

__all__ = [
    "clause_frame",
    "enterprise_band",
    "enterprise_choices",
    "enterprise_facts",
    "line_frame",
    "option_frame",
    "peer_frame",
    "required_sentence",
    "source_title",
    "why_sentence",
]


def enterprise_choices(document: PlanDocument) -> tuple[tuple[str, str], ...]:
    """(credit code, name) of every enterprise of the list, by name; fleets and sites by their source id."""
    sources = document.problem.sources
    found: dict[str, str] = {}
    for enterprise, source, name, kind in zip(
        sources.enterprise_id, sources.source_id, sources.enterprise_name, sources.kind, strict=True
    ):
        if kind != "rest":
            found.setdefault(enterprise or source, name)
    return tuple(sorted(found.items(), key=lambda item: item[1]))


def enterprise_band(explanation: Explanation, document: PlanDocument, phrasebook: Phrasebook) -> str:
    """The name of the enterprise with the level and mode of the plan it stands in, as HTML."""
    header = document.problem.header
    level = str(header.level)
    badge = element("div", escape(level_choice(phrasebook, level)), f"level level-{level}")
    name = element("h2", escape(explanation.enterprise_name), "firm")
    mode = element("div", escape(word(phrasebook, MODE_WORDS, str(header.mode))), "verdict")
    return element("section", badge + name + mode, f"band band-{level}")


def enterprise_facts(
    explanation: Explanation, document: PlanDocument, names: Names, phrasebook: Phrasebook
) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs at the head of the page."""
    ordered = sum(item.curtailment is not None for item in explanation.sources)
    days = document.problem.header.duration_days
    grades = dict.fromkeys(grade_label(phrasebook, item.grade) for item in explanation.sources)
    cuts = zip(POLLUTANTS, explanation.reduction_kg_per_day, strict=True)
    largest = " · ".join(
        f"{POLLUTANT_SHORT[name]} {kilograms_text(phrasebook, value)}" for name, value in cuts if value > 0.0
    )
    return (
        (phrasebook.say("Credit code"), explanation.enterprise_id or "—"),
        (phrasebook.say("County"), names.county(explanation.county_code)),
        (phrasebook.say("Grade"), " · ".join(grades)),
        (phrasebook.say("Lines with a measure"), f"{ordered} / {len(explanation.sources)}"),
        (phrasebook.say("Cost over {days} days", days=days), money_text(phrasebook, explanation.cost_yuan)),
        (phrasebook.say("Reduction"), largest or "—"),
    )


def source_title(view: SourceView) -> str:
    """The line as the firm names it."""
    return " ".join(part for part in (view.line_id, view.line_name) if part) or view.source_id


def why_sentence(view: SourceView, phrasebook: Phrasebook) -> str:
    """In one sentence what the line must do, or why nothing."""
    row = view.curtailment
    if row is None:
        return standing_sentence(phrasebook, view.standing)
    return phrasebook.say(
        "{measures} — {basis}",
        measures=measure_sentence(phrasebook, row.measures, row.kept_share),
        basis=basis_label(phrasebook, row.basis),
    )


def line_frame(explanation: Explanation, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a line: `line`, `grade`, `standing`, `measures`, `kept_percent`, reductions (kg/d), `cost`, `basis`."""
    _, yuan = unit_money(phrasebook)
    rows = [_line(view, phrasebook, yuan) for view in explanation.sources]
    columns = ["line", "grade", "standing", "measures", "kept_percent", *map(str, POLLUTANTS), "cost", "basis"]
    return pd.DataFrame(rows, columns=columns)


def _line(view: SourceView, phrasebook: Phrasebook, yuan: float) -> tuple[object, ...]:
    row = view.curtailment
    cuts = row.reduction_kg_per_day if row else (0.0,) * len(POLLUTANTS)
    return (
        source_title(view),
        grade_label(phrasebook, view.grade),
        standing_label(phrasebook, view.standing),
        measure_sentence(phrasebook, row.measures, row.kept_share) if row else phrasebook.say("none"),
        100.0 * row.kept_share if row else 100.0,
        *(round(value, 1) for value in cuts),
        row.cost_yuan / yuan if row else 0.0,
        basis_label(phrasebook, row.basis) if row else "",
    )


def clause_frame(view: SourceView, phrasebook: Phrasebook) -> pd.DataFrame:
    """The clauses behind a line's measure or standing: `title`, `instrument`, `clause`, `status`, `evidence`, `id`."""
    standing = (view.standing_citation,) if view.standing_citation else ()
    named = {item.id: item for item in (*standing, *view.citations)}
    rows = [_clause(item, phrasebook) for item in named.values()]
    return pd.DataFrame(rows, columns=["title", "instrument", "clause", "status", "evidence", "id"])


def _clause(item: Citation, phrasebook: Phrasebook) -> tuple[str, ...]:
    filed = item.status == "filed"
    return (
        item.title_zh if phrasebook.language.startswith("zh") else item.title,
        item.instrument if filed else " ".join(part for part in (item.instrument, item.number) if part),
        clause_text(phrasebook, item.clause),
        citation_status(phrasebook, item),
        evidence_label(phrasebook, item.evidence),
        item.id,
    )


def option_frame(view: SourceView, phrasebook: Phrasebook) -> pd.DataFrame:
    """What the line could be told: `taken`, `measures`, `kept_percent`, reductions (kg/d), `cost`, `basis`."""
    _, yuan = unit_money(phrasebook)
    rows = [
        (
            "●" if item.is_taken else "",
            measure_sentence(phrasebook, item.measures, item.kept_share) or phrasebook.say("none"),
            100.0 * item.kept_share,
            *(round(value, 1) for value in item.reduction_kg_per_day),
            item.cost_yuan / yuan,
            basis_label(phrasebook, item.basis),
        )
        for item in view.options
    ]
    columns = ["taken", "measures", "kept_percent", *map(str, POLLUTANTS), "cost", "basis"]
    return pd.DataFrame(rows, columns=columns)


def peer_frame(explanation: Explanation, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """Firms of the same county, process and grade: `self`, `enterprise`, `cohort`, `lines`, `halted`, ..."""
    rows = [
        (
            "●" if peer.enterprise_id == explanation.enterprise_id else "",
            peer.enterprise_name,
            cohort_text(peer.cohort, names, phrasebook),
            peer.lines,
            peer.halted,
            100.0 * peer.kept_share,
            peer.enterprise_id,
        )
        for peer in explanation.peers
    ]
    columns = ["self", "enterprise", "cohort", "lines", "halted", "kept_percent", "enterprise_id"]
    return pd.DataFrame(rows, columns=columns)


def cohort_text(label: str, names: Names, phrasebook: Phrasebook) -> str:
    """County, process and grade of a cohort's label in words."""
    county, industry, process, grade = (*label.split("/"), "", "", "", "")[:4]
    parts = (names.county(county), names.industry(industry), names.process(industry, process))
    return " · ".join((*parts, grade_label(phrasebook, grade)))


def required_sentence(view: SourceView, phrasebook: Phrasebook) -> str:
    """The share that equals of the same grade are required to reduce, '' where none is."""
    if not view.required_share:
        return ""
    share = share_text(phrasebook, view.required_share, 0)
    return phrasebook.say(
        "Firms of the same county, process and grade are all required to reduce {share}.", share=share
    )
