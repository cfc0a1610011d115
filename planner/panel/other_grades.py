"""What each grade would oblige an enterprise to, as a table."""

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from planner.compare import grade_label, measure_sentence
from planner.explain import GradeLine, GradeOutcome
from planner.panel.amounts import share_text
from planner.terms import Phrasebook

__all__ = ["other_grade_columns", "other_grade_frame"]

COLUMNS = ["self", "grade", "lines", "measures", "required"]


def other_grade_frame(outcomes: tuple[GradeOutcome, ...], phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a grade and measure: `self`, `grade`, `lines` under that measure, `measures`, `required` of equals."""
    rows = [
        (
            "●" if outcome.is_own else "",
            grade_label(phrasebook, outcome.grade),
            count,
            measures,
            "" if outcome.required_share is None else share_text(phrasebook, outcome.required_share, 0),
        )
        for outcome in outcomes
        for measures, count in _counted(outcome.lines, phrasebook).items()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _counted(lines: tuple[GradeLine, ...], phrasebook: Phrasebook) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        words = measure_sentence(phrasebook, line.measures, line.kept_share) or phrasebook.say("none")
        counts[words] = counts.get(words, 0) + 1
    return counts


def other_grade_columns(phrasebook: Phrasebook) -> dict[str, ColumnConfig | None]:
    """How the columns are headed."""
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "self": text(phrasebook.say("This firm"), width=70),
        "grade": text(phrasebook.say("Grade"), width=110),
        "lines": number(phrasebook.say("Lines"), format="%,d", width=70),
        "measures": text(phrasebook.say("At least"), width=460),
        "required": text(phrasebook.say("Equals reduce in this plan"), width=150),
    }
