"""The table of curtailments as the page shows it, and its search and filters."""

from dataclasses import dataclass
from urllib.parse import urlencode

import numpy as np
import pandas as pd

from planner.compare import basis_label, curtailment_table, grade_label, ground_label
from planner.panel.address import Address, write_address
from planner.panel.amounts import count_text, unit_money
from planner.panel.names import Names
from planner.panel.words import MEASURE_WORDS, measures_text, word
from planner.plan import PlanDocument
from planner.terms import POLLUTANTS, Phrasebook, split_tag

__all__ = [
    "CURTAILMENT_ORDER",
    "CurtailmentFilter",
    "Frame",
    "curtailment_frame",
    "enterprise_at",
    "filter_curtailments",
    "filter_menus",
    "linked_columns",
    "shown_columns",
    "table_caption",
]

Frame = pd.DataFrame
CURTAILMENT_ORDER = (
    "enterprise",
    "line",
    "county",
    "industry",
    "grade",
    "measures",
    "kept_percent",
    "so2",
    "nox",
    "pm",
    "vocs",
    "cost",
    "basis",
    "ground",
)
"""The columns that the reader sees, from left to right."""

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurtailmentFilter:
    """What the reader wants to see; an empty tuple or text asks for everything."""

    search: str = ""
    counties: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


def curtailment_frame(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    """One row a curtailed source, those that reduce most of their cuts' base first.

    Returns:
        Shown: `enterprise`, `county`, `industry`, `line`, `grade`, `measures` (text), `kept_percent` (0..100), `so2`,
        `nox`, `pm`, `vocs` (kg/d), `cost` (in the unit of `unit_money`, over the episode), `basis`, `ground`. Beside
        them the codes to filter by: `enterprise_id`, `source_id`, `county_code`, `industry_code`, `grade_code`,
        `measure_codes` (tuple), `basis_code`.
    """
    table = curtailment_table(document.problem, document.plan)
    frame = pd.concat([_words(table, names, phrasebook), _amounts(table, phrasebook), _codes(table)], axis=1)
    weight = _weight(document, table)
    return frame.iloc[np.argsort(-weight, kind="stable")].reset_index(drop=True)


def _words(table: pd.DataFrame, names: Names, phrasebook: Phrasebook) -> pd.DataFrame:
    processes = [
        names.process(industry, process)
        for industry, process in zip(table["key_industry"], table["sub_process"], strict=True)
    ]
    return pd.DataFrame(
        {
            "enterprise": table["enterprise_name"],
            "county": [names.county(code) for code in table["county_code"]],
            "industry": [names.industry(code) for code in table["key_industry"]],
            "line": [_line(*parts) for parts in zip(table["line_id"], table["line_name"], processes, strict=True)],
            "grade": [grade_label(phrasebook, code) for code in table["grade"]],
            "measures": [measures_text(phrasebook, codes) for codes in table["measures"]],
            "basis": [basis_label(phrasebook, code) for code in table["basis"]],
            "ground": [ground_label(phrasebook, code) for code in table["ground"]],
        }
    )


def _line(line_id: str, line_name: str, process: str) -> str:
    return " ".join(part for part in (line_id, line_name or process) if part)


def _amounts(table: pd.DataFrame, phrasebook: Phrasebook) -> pd.DataFrame:
    cuts = {str(item): table[f"{item}_reduction_kg_per_day"].round(1) for item in POLLUTANTS}
    _, yuan = unit_money(phrasebook)
    return pd.DataFrame(
        {"kept_percent": (100.0 * table["kept_share"]).round(1), **cuts, "cost": table["cost_yuan"] / yuan}
    )


def _codes(table: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "enterprise_id": table["enterprise_id"],
            "source_id": table["source_id"],
            "county_code": table["county_code"],
            "industry_code": table["key_industry"],
            "grade_code": table["grade"],
            "measure_codes": table["measures"],
            "basis_code": table["basis"],
        }
    )


def _weight(document: PlanDocument, table: pd.DataFrame) -> np.ndarray:
    """Each row's reductions as shares of the city's base, added: what it carries of the cuts."""
    weight = np.zeros(len(table))
    for total in document.plan.totals:
        cut = table[f"{total.pollutant}_reduction_kg_per_day"].to_numpy(dtype=float)
        weight += cut / max(total.base_kg_per_day, 1.0)
    return weight


def filter_menus(frame: pd.DataFrame, phrasebook: Phrasebook) -> tuple[tuple[str, Choices], ...]:
    """(label, choices) of the five filters, in the order of CurtailmentFilter."""
    return (
        (phrasebook.say("County"), _choices(frame, "county_code", "county")),
        (phrasebook.say("Key industry"), _choices(frame, "industry_code", "industry")),
        (phrasebook.say("Grade"), _choices(frame, "grade_code", "grade")),
        (phrasebook.say("Measure"), _measure_choices(frame, phrasebook)),
        (phrasebook.say("Basis"), _choices(frame, "basis_code", "basis")),
    )


def table_caption(phrasebook: Phrasebook, shown: pd.DataFrame, whole: pd.DataFrame) -> str:
    """How many rows are shown, and what a click does."""
    return phrasebook.say(
        "{shown} of {whole} lines, the largest first; reductions in kg a day. Choose a row to open its enterprise.",
        shown=count_text(phrasebook, len(shown)),
        whole=count_text(phrasebook, len(whole)),
    )


def shown_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """What the reader sees of the table, in order; codes stay behind."""
    return frame[list(CURTAILMENT_ORDER)]


def linked_columns(frame: pd.DataFrame, address: Address) -> pd.DataFrame:
    """The same with a link to each row's enterprise in a column `open`, behind the name."""
    base = f"/enterprise?{urlencode(write_address(address.at(enterprise='')))}&enterprise="
    owner = frame["enterprise_id"].where(frame["enterprise_id"] != "", frame["source_id"])
    shown = shown_columns(frame)
    shown.insert(1, "open", base + owner)
    return shown


def enterprise_at(frame: pd.DataFrame, row: int) -> str:
    """Credit code of the enterprise in a row; for a fleet or site its source id."""
    return str(frame["enterprise_id"].iloc[row] or frame["source_id"].iloc[row])


def _choices(frame: pd.DataFrame, code: str, label: str) -> Choices:
    """(code, words) of what a column holds, most frequent first."""
    counts = frame.groupby([code, label], sort=True).size().sort_values(ascending=False, kind="stable")
    return tuple((str(item[0]), str(item[1])) for item in counts.index)


def _measure_choices(frame: pd.DataFrame, phrasebook: Phrasebook) -> Choices:
    counts = frame["measure_codes"].explode().value_counts()
    return tuple((str(code), word(phrasebook, MEASURE_WORDS, str(code))) for code in counts.index)


def filter_curtailments(frame: pd.DataFrame, wanted: CurtailmentFilter) -> pd.DataFrame:
    """The rows that the reader asked for, in their order."""
    keep = np.ones(len(frame), dtype=bool)
    for codes, column in (
        (wanted.counties, "county_code"),
        (wanted.industries, "industry_code"),
        (wanted.grades, "grade_code"),
        (wanted.bases, "basis_code"),
    ):
        if codes:
            keep &= frame[column].isin(codes).to_numpy()
    if wanted.measures:
        asked = set(wanted.measures)
        keep &= np.array(
            [any(split_tag(tag)[0] in asked for tag in codes) for codes in frame["measure_codes"]], dtype=bool
        )
    for part in wanted.search.split():
        keep &= _mentions(frame, part)
    return frame[keep].reset_index(drop=True)


def _mentions(frame: pd.DataFrame, part: str) -> np.ndarray:
    found = np.zeros(len(frame), dtype=bool)
    for column in ("enterprise", "enterprise_id", "line", "source_id", "county", "industry", "measures", "ground"):
        found |= frame[column].astype("str").str.contains(part, case=False, regex=False).to_numpy()
    return found
