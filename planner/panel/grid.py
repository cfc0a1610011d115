"""How the columns of the tables are headed, sized and formatted."""

from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from planner.panel.amounts import is_chinese, unit_money
from planner.panel.findings import Findings, finding_frame, finding_order
from planner.panel.words import POLLUTANT_SHORT
from planner.terms import Phrasebook

__all__ = [
    "changed_columns",
    "clause_columns",
    "curtailment_columns",
    "finding_columns",
    "ground_columns",
    "law_columns",
    "line_columns",
    "option_columns",
    "peer_columns",
    "rule_columns",
    "show_findings",
    "show_frame",
    "version_columns",
    "what_if_columns",
]

Columns = dict[str, ColumnConfig | None]
TEXT = st.column_config.TextColumn
NUMBER = st.column_config.NumberColumn
ROWS_SHOWN_WHOLE = 15


def show_frame(frame: pd.DataFrame, columns: Columns, key: str, order: tuple[str, ...] | None = None) -> None:
    """A table as it is: short ones whole, long ones scrolling."""
    height: int | Literal["content", "auto"] = "content" if len(frame) <= ROWS_SHOWN_WHOLE else "auto"
    st.dataframe(frame, hide_index=True, height=height, column_config=columns, column_order=order, key=key)


def show_findings(phrasebook: Phrasebook, findings: Findings, key: str) -> None:
    """Every finding with its cell and its repair."""
    frame = finding_frame(phrasebook, findings)
    show_frame(frame, finding_columns(phrasebook), key, finding_order(frame))


def _kept(phrasebook: Phrasebook) -> ColumnConfig:
    return st.column_config.ProgressColumn(
        phrasebook.say("Load kept"),
        help=phrasebook.say("Permitted share of normal activity; 100 % where only duties are ordered."),
        format="%.0f%%",
        min_value=0.0,
        max_value=100.0,
        width=84,
    )


def _cuts(phrasebook: Phrasebook) -> Columns:
    unit = phrasebook.say("Reduction, kg/d")
    return {code: NUMBER(name, help=unit, format="%,.1f", width=64) for code, name in POLLUTANT_SHORT.items()}


def _cost(phrasebook: Phrasebook) -> ColumnConfig:
    unit, _ = unit_money(phrasebook)
    head = phrasebook.say("Cost, {unit}", unit=unit)
    return NUMBER(
        head, help=phrasebook.say("Value added lost over the episode, and restart."), format="%,.1f", width=86
    )


def curtailment_columns(phrasebook: Phrasebook) -> Columns:
    """The table of curtailments and of an enterprise's lines."""
    return {
        "enterprise": TEXT(phrasebook.say("Enterprise"), width=148, pinned=True),
        "line": TEXT(phrasebook.say("Line"), width=88),
        "standing": TEXT(phrasebook.say("Standing"), width=110),
        "county": TEXT(phrasebook.say("County"), width=66 if is_chinese(phrasebook) else 112),
        "industry": TEXT(phrasebook.say("Key industry"), width=92),
        "grade": TEXT(phrasebook.say("Grade"), width=72),
        "measures": TEXT(phrasebook.say("Measures"), width=176),
        "kept_percent": _kept(phrasebook),
        **_cuts(phrasebook),
        "cost": _cost(phrasebook),
        "basis": TEXT(phrasebook.say("Basis"), width=76),
        "ground": TEXT(phrasebook.say("Ground of the measure"), width=130),
    }


def line_columns(phrasebook: Phrasebook) -> Columns:
    """The lines of one enterprise, with room for their measures in full."""
    return {**curtailment_columns(phrasebook), "measures": TEXT(phrasebook.say("Measures"), width=380)}


def option_columns(phrasebook: Phrasebook) -> Columns:
    """The options of one line."""
    return {
        "taken": TEXT(phrasebook.say("Taken"), width=56),
        "measures": TEXT(phrasebook.say("Measures"), width=330),
        "kept_percent": _kept(phrasebook),
        **_cuts(phrasebook),
        "cost": _cost(phrasebook),
        "basis": TEXT(phrasebook.say("Basis"), width=84),
    }


def peer_columns(phrasebook: Phrasebook) -> Columns:
    """Firms of the same county, process and grade."""
    return {
        "self": TEXT(phrasebook.say("This firm"), width=70),
        "enterprise": TEXT(phrasebook.say("Enterprise"), width=230),
        "cohort": TEXT(phrasebook.say("County · industry · process · grade"), width=300),
        "lines": NUMBER(phrasebook.say("Lines"), format="%,d", width=70),
        "halted": NUMBER(phrasebook.say("Lines halted"), format="%,d", width=84),
        "kept_percent": _kept(phrasebook),
        "enterprise_id": TEXT(phrasebook.say("Credit code"), width=170),
    }


def clause_columns(phrasebook: Phrasebook) -> Columns:
    """The clauses behind a measure, and what a plan rests on."""
    return {
        "title": TEXT(phrasebook.say("Rule"), width=340),
        "curtailments": NUMBER(phrasebook.say("Measures on it"), format="%,d", width=96),
        "instrument": TEXT(phrasebook.say("Instrument"), width=320),
        "clause": TEXT(phrasebook.say("Clause"), width=170),
        "status": TEXT(phrasebook.say("Status"), width=100),
        "evidence": TEXT(phrasebook.say("Evidence"), width=160),
        "id": TEXT(phrasebook.say("Rule id"), width=260),
    }


def ground_columns(phrasebook: Phrasebook) -> Columns:
    """What measures rest on, and lines without a floor."""
    return {
        **curtailment_columns(phrasebook),
        "ground": TEXT(phrasebook.say("Ground of the measure"), width=200),
        "curtailments": NUMBER(phrasebook.say("Measures"), format="%,d", width=84),
        "addressees": NUMBER(phrasebook.say("Addressees"), format="%,d", width=124),
        "rules": TEXT(phrasebook.say("Rules behind"), width=720),
        "enterprise_id": TEXT(phrasebook.say("Credit code"), width=170),
    }


def law_columns(phrasebook: Phrasebook) -> Columns:
    """Changes of the law and confirmations."""
    return {
        "change": TEXT(phrasebook.say("Change"), width=84),
        "title": TEXT(phrasebook.say("Rule"), width=330),
        "before": TEXT(phrasebook.say("Before"), width=110),
        "after": TEXT(phrasebook.say("After"), width=110),
        "status": TEXT(phrasebook.say("Status"), width=130),
        "touched": TEXT(phrasebook.say("Touched"), width=84),
        "instrument": TEXT(phrasebook.say("Instrument"), width=300),
        "clause": TEXT(phrasebook.say("Clause"), width=130),
        "instrument_before": TEXT(phrasebook.say("Instrument before"), width=300),
        "state": TEXT(phrasebook.say("State"), width=110),
        "by": TEXT(phrasebook.say("Confirmed by"), width=96),
        "role": TEXT(phrasebook.say("Office"), width=130),
        "on": TEXT(phrasebook.say("Date"), width=118),
        "document": TEXT(phrasebook.say("Document"), width=220),
        "note": TEXT(phrasebook.say("Remark"), width=200),
        "recorded_at": TEXT(phrasebook.say("Recorded"), width=160),
        "enterprise": TEXT(phrasebook.say("Enterprise"), width=300),
        "enterprise_id": TEXT(phrasebook.say("Credit code"), width=190),
        "id": TEXT(phrasebook.say("Rule id"), width=300),
    }


def rule_columns(phrasebook: Phrasebook) -> Columns:
    """The rules in force."""
    return {
        **clause_columns(phrasebook),
        "value": TEXT(phrasebook.say("Value"), width=110),
        "kind": TEXT(phrasebook.say("Kind"), width=84),
        "industry": TEXT(phrasebook.say("Key industry"), width=90),
        "grade": TEXT(phrasebook.say("Grade"), width=76),
        "level": TEXT(phrasebook.say("Level"), width=84),
        "measure": TEXT(phrasebook.say("Measure"), width=130),
        "number": TEXT(phrasebook.say("Number"), width=130),
        "from_day": TEXT(phrasebook.say("In force from"), width=118),
        "still_valid_on": TEXT(phrasebook.say("Last checked"), width=118),
        "origin": TEXT(phrasebook.say("Origin"), width=76),
    }


def finding_columns(phrasebook: Phrasebook) -> Columns:
    """What is wrong with a list, cell by cell."""
    return {
        "severity": TEXT(phrasebook.say("Severity"), width=64),
        "sheet": TEXT(phrasebook.say("Sheet"), width=80),
        "row": NUMBER(phrasebook.say("Row"), format="%,d", width=64),
        "column": TEXT(phrasebook.say("Column"), width=180),
        "value": TEXT(phrasebook.say("Value"), width=120),
        "what": TEXT(phrasebook.say("What is wrong"), width=360),
        "repair": TEXT(phrasebook.say("How to repair it"), width=300),
    }


def version_columns(phrasebook: Phrasebook) -> Columns:
    """The versions of a list."""
    return {
        "version": NUMBER(phrasebook.say("Version"), format="%d", width=70),
        "file": TEXT(phrasebook.say("File"), width=280),
        "rows": NUMBER(phrasebook.say("Rows"), format="%,d", width=90),
        "imported_at": TEXT(phrasebook.say("Imported"), width=170),
        "sha256": TEXT(phrasebook.say("Fingerprint"), width=180),
    }


def what_if_columns(phrasebook: Phrasebook) -> Columns:
    """Plan and what-if side by side."""
    heads = {
        "what": phrasebook.say("Compared"),
        "before": phrasebook.say("This plan"),
        "after": phrasebook.say("What-if"),
        "change": phrasebook.say("Change"),
    }
    return {name: TEXT(head) for name, head in heads.items()}


def changed_columns(phrasebook: Phrasebook) -> Columns:
    """The sources that a what-if tells something else."""
    return {
        "change": TEXT(phrasebook.say("Change"), width=70),
        "enterprise": TEXT(phrasebook.say("Enterprise"), width=230),
        "line": TEXT(phrasebook.say("Line"), width=80),
        "before": TEXT(phrasebook.say("This plan"), width=320),
        "after": TEXT(phrasebook.say("What-if"), width=320),
        "why": TEXT(phrasebook.say("Why"), width=200),
    }
