"""A scenario that changes amounts alone, laid upon a list in one go: only these numbers are to be judged again."""

import hashlib
import re
from dataclasses import replace

import numpy as np

from planner.inventory import FieldDictionary, Inventory
from planner.problem import AMOUNT_COLUMNS, Amounts
from planner.problem.records import Flags, Floats
from planner.scenario.lay import chosen_rows
from planner.scenario.records import RowChange, Scenario

__all__ = ["laid_digest", "laid_inventory", "lay_amounts"]

PLAIN_NUMBER = re.compile(r"\d{1,12}(\.\d{1,12})?")
NESTED = (("pm10_kg_per_day", "pm_kg_per_day"), ("pm25_kg_per_day", "pm10_kg_per_day"))
"""The first is part of the second, and so never more."""


def lay_amounts(
    inventory: Inventory, amounts: Amounts, scenario: Scenario, dictionary: FieldDictionary
) -> Amounts | None:
    """The amounts after a scenario; None where it changes anything else, or a number that no list may hold comes of it.

    Such a scenario is for `lay_on_list`, which tells what is wrong.
    """
    if scenario.added or not all(_is_plain(change, at) for at, change in enumerate(scenario.rows)):
        return None
    table, touched = amounts.table.copy(), np.zeros(len(amounts.table), dtype=bool)
    for change in scenario.rows:
        chosen = chosen_rows(inventory.frame, change)
        if not chosen.any():
            return None
        for column, cell in change.put:
            table[chosen, AMOUNT_COLUMNS.index(column)] = float(cell)
        for column, factor in change.scale:
            table[chosen, AMOUNT_COLUMNS.index(column)] *= factor
        touched |= chosen
    return Amounts(table=table) if _is_sound(table[touched], dictionary) else None


def laid_inventory(inventory: Inventory, amounts: Amounts, scenario: Scenario) -> Inventory:
    """The list with these amounts, under the hash of the scenario."""
    columns = {name: np.ascontiguousarray(amounts.table[:, at]) for at, name in enumerate(AMOUNT_COLUMNS)}
    return replace(inventory, frame=inventory.frame.assign(**columns), list_sha256=laid_digest(inventory, scenario))


def laid_digest(inventory: Inventory, scenario: Scenario) -> str:
    """The hash of a list after a scenario: that of no list that anybody filed."""
    if not scenario.changes_list:
        return inventory.list_sha256
    return hashlib.sha256(f"{inventory.list_sha256}{scenario.rows!r}{scenario.added!r}".encode()).hexdigest()


def _is_plain(change: RowChange, at: int) -> bool:
    """Whether a change sets or scales amounts, and finds its rows by what no change before it has moved."""
    names = {column for column, _ in (*change.put, *change.scale)}
    found_by = {column for column, _ in change.where}
    if change.close or change.refile or not names <= set(AMOUNT_COLUMNS) or (change.largest and at):
        return False
    return not found_by & set(AMOUNT_COLUMNS) and all(PLAIN_NUMBER.fullmatch(cell) for _, cell in change.put)


def _is_sound(table: Floats, dictionary: FieldDictionary) -> bool:
    """Whether a list may hold these numbers, each alone and beside the others of its row."""
    within: Flags = np.asarray(np.isfinite(table).all(axis=1))
    for at, name in enumerate(AMOUNT_COLUMNS):
        field = dictionary.field(name)
        within &= (table[:, at] >= (field.minimum or 0.0)) & (table[:, at] <= (field.maximum or np.inf))
    for part, whole in NESTED:
        within &= table[:, AMOUNT_COLUMNS.index(part)] <= table[:, AMOUNT_COLUMNS.index(whole)]
    return bool(within.all())
