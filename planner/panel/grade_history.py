"""The grades of an enterprise as they moved."""

import pandas as pd

from planner.compare import grade_label, grade_move_sentence, move_kind_label
from planner.explain import Explanation
from planner.inventory import AppliedMove
from planner.panel.amounts import day_text
from planner.panel.grid import TEXT, Columns
from planner.panel.names import Names
from planner.terms import Phrasebook

__all__ = ["grade_columns", "grade_frame", "recent_grade_sentences"]

_COLUMNS = ["from", "process", "before", "grade", "kind", "reason", "document"]


def grade_frame(explanation: Explanation, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a move that the plan was made under, the newest first, as text."""
    newest_first = sorted(explanation.moves, key=lambda move: move.from_day, reverse=True)
    return pd.DataFrame([_row(move, names, phrasebook) for move in newest_first], columns=_COLUMNS)


def recent_grade_sentences(explanation: Explanation, phrasebook: Phrasebook) -> tuple[str, ...]:
    """The moves that the enterprise's orders tell, each once."""
    told = (grade_move_sentence(phrasebook, move) for move in explanation.moves if move.is_recent)
    return tuple(dict.fromkeys(told))


def grade_columns(phrasebook: Phrasebook) -> Columns:
    """The table of an enterprise's grades."""
    return {
        "from": TEXT(phrasebook.say("In force from"), width=110),
        "process": TEXT(phrasebook.say("Key industry and process"), width=180),
        "before": TEXT(phrasebook.say("Grade before"), width=100),
        "grade": TEXT(phrasebook.say("Grade"), width=100),
        "kind": TEXT(phrasebook.say("What moved it"), width=150),
        "reason": TEXT(phrasebook.say("Reason"), width=260),
        "document": TEXT(phrasebook.say("Document"), width=200),
    }


def _row(move: AppliedMove, names: Names, phrasebook: Phrasebook) -> tuple[str, ...]:
    industry, process = move.key_industry, move.sub_process
    return (
        day_text(phrasebook, move.from_day),
        f"{names.industry(industry)} · {names.process(industry, process)}",
        grade_label(phrasebook, move.grade_before) if move.grade_before else "—",
        grade_label(phrasebook, move.counts_as),
        move_kind_label(phrasebook, move.kind),
        move.reason,
        move.document or "—",
    )
