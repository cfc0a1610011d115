"""Answers of scenarios as files: JSON and CSV, a workbook of tables, a parquet of outcomes."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from planner.compare import PlainTable
from planner.errors import FindingsError, finding
from planner.orders.tables import tables_workbook
from planner.scenario import (
    BASE,
    ScenarioDifference,
    account_table,
    compare_scenarios,
    county_differences,
    county_table,
    difference_table,
    firm_change_table,
    firm_differences,
)
from planner.service.console import write_text
from planner.service.scenarios.answer import ScenarioAnswer
from planner.terms import Phrasebook, inert_cell

__all__ = [
    "More",
    "answers_json",
    "county_changes",
    "differences_of",
    "scenario_tables",
    "scenario_workbook",
    "write_answers",
]

Counties = Mapping[str, str]
MOST_SIDE_BY_SIDE = 20
"""Scenarios whose enterprises and counties get a sheet each; of more the account alone is readable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What a question that is many scenarios tells beside them: tables, and the same as plain data."""

    tables: tuple[PlainTable, ...] = ()
    content: Mapping[str, Any] = field(default_factory=dict)


NO_MORE = More()


def differences_of(answers: tuple[ScenarioAnswer, ...]) -> tuple[ScenarioDifference, ...]:
    """Every scenario that was planned against the base; none where the base has no plan."""
    base = next((item for item in answers if item.outcome.name == BASE), None)
    if base is None or not base.outcome.has_plan:
        return ()
    return tuple(
        compare_scenarios(base.outcome, base.firms, item.outcome, item.firms)
        for item in answers
        if item is not base and item.outcome.is_planned
    )


def county_changes(answers: tuple[ScenarioAnswer, ...], name: str) -> dict[str, float]:
    """What a scenario costs the enterprises of each county more than the base, yuan; empty where one has no plan."""
    known = {item.outcome.name: item for item in answers if item.outcome.is_planned}
    if BASE not in known or name not in known:
        return {}
    table = county_differences(firm_differences(known[BASE].firms, known[name].firms))
    return dict(zip(table["county_code"].astype(str), table["cost_yuan_change"].astype(float), strict=True))


def answers_json(answers: tuple[ScenarioAnswer, ...], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What `--json` and a .json file hold; `more` stands beside it."""
    return dict(more or {}) | {
        "scenarios": [item.outcome.as_json() for item in answers],
        "differences": [asdict(item) for item in differences_of(answers)],
    }


def scenario_tables(
    answers: tuple[ScenarioAnswer, ...], counties: Counties, phrasebook: Phrasebook, more: tuple[PlainTable, ...] = ()
) -> tuple[PlainTable, ...]:
    """The account, `more`, the differences, and of a few scenarios each the enterprises and counties that change."""
    differences = differences_of(answers)
    tables = [account_table(tuple(item.outcome for item in answers), phrasebook), *more]
    if not differences:
        return tuple(tables)
    tables.append(difference_table(differences, phrasebook))
    base = next(item for item in answers if item.outcome.name == BASE)
    others = [item for item in answers if item is not base and item.outcome.is_planned]
    for number, item in enumerate(others[:MOST_SIDE_BY_SIDE], start=1):
        firms = firm_differences(base.firms, item.firms)
        tables.append(firm_change_table(f"{number} {item.outcome.name}", firms, counties, phrasebook))
        by_county = county_differences(firms)
        tables.append(county_table(f"{number}c {item.outcome.name}", by_county, counties, phrasebook))
    return tuple(tables)


def scenario_workbook(
    answers: tuple[ScenarioAnswer, ...], counties: Counties, phrasebook: Phrasebook, more: tuple[PlainTable, ...] = ()
) -> bytes:
    """The tables as a workbook."""
    return tables_workbook(scenario_tables(answers, counties, phrasebook, more))


def write_answers(
    path: Path, answers: tuple[ScenarioAnswer, ...], counties: Counties, phrasebook: Phrasebook, more: More = NO_MORE
) -> None:
    """Writes the answers in the form that the file's name asks for.

    Raises:
        FindingsError: where its ending is no known one or the file cannot be written.
    """
    if path.suffix == ".json":
        content: str | bytes = json.dumps(
            answers_json(answers, more.content), ensure_ascii=False, allow_nan=False, indent=2
        )
    elif path.suffix == ".xlsx":
        content = scenario_workbook(answers, counties, phrasebook, more.tables)
    elif path.suffix == ".csv":
        content = _inert(_frame(answers)).to_csv(index=False, lineterminator="\n")
    elif path.suffix == ".parquet":
        target = BytesIO()
        _frame(answers).to_parquet(target, index=False)
        content = target.getvalue()
    else:
        raise FindingsError((finding("sweep.out.form", value=path.name),))
    write_text(path, content)


def _frame(answers: tuple[ScenarioAnswer, ...]) -> pd.DataFrame:
    """One row a scenario, a column a number; cuts and reasons as text."""
    rows = []
    for item in answers:
        row = item.outcome.as_json()
        parts = {
            f"{name}_{at}": value
            for name in ("base_kg_per_day", "reduction_kg_per_day", "share")
            for at, value in zip(("so2", "nox", "pm", "vocs"), row.pop(name) or (None,) * 4, strict=True)
        }
        asked = ";".join(f"{name}:{share!r}" for name, share in row.pop("asked"))
        missing = ";".join(f"{name}:{share!r}" for name, share in row.pop("missing"))
        rows.append(row | parts | {"asked": asked, "missing": missing, "reason": ";".join(row.pop("reason"))})
    return pd.DataFrame(rows)


def _inert(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with no text that a spreadsheet would run; numbers stay numbers."""
    return frame.map(lambda cell: inert_cell(cell) if isinstance(cell, str) else cell)
