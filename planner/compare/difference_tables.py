"""Two versions of a list, or a list and a register, as tables in the reader's language."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from planner.compare.doctor_words import change_word, column_word, difference_word, ground_word
from planner.compare.plain_table import PlainTable, Row, frame_records
from planner.compare.wording import grade_label, pollutant_label
from planner.inventory.list_differences import ListChange, ListDifference
from planner.inventory.matching.register_records import Comparison
from planner.terms import N_, POLLUTANTS, Phrasebook

__all__ = ["comparison_tables", "difference_tables"]

Counties = Mapping[str, str]
_DIGITS = 3
_GRADED = (ListChange.ENTERED, ListChange.LEFT, ListChange.PROMOTED, ListChange.DEMOTED, ListChange.REGRADED)


def difference_tables(difference: ListDifference, counties: Counties, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """The summary and every single change; `counties` maps codes to names."""
    say = phrasebook.say
    before, after = difference.before, difference.after
    pairs: list[tuple[str, float, float]] = [
        (say("Firms"), before.firms, after.firms),
        (say("Rows"), before.rows, after.rows),
    ]
    pairs += [
        (say("{pollutant}, kg a day", pollutant=pollutant_label(phrasebook, name)), round(one, 1), round(other, 1))
        for name, one, other in zip(POLLUTANTS, before.kilograms_per_day, after.kilograms_per_day, strict=True)
    ]
    totals = tuple((name, one, other, round(other - one, 1)) for name, one, other in pairs)
    counts = tuple(
        (change_word(phrasebook, change), "", difference.count(change), "")
        for change in ListChange
        if difference.count(change)
    )
    headers = tuple(say(name) for name in (N_("What"), N_("Before"), N_("After"), N_("Difference")))
    summary = PlainTable(title=say("Summary"), headers=headers, rows=totals)
    kinds = PlainTable(
        title=say("Kinds of change"),
        headers=(say("Change"), say("Firms")),
        rows=tuple((row[0], row[2]) for row in counts),
    )
    return summary, kinds, _changes(difference.frame, counties, phrasebook)


def _changes(frame: pd.DataFrame, counties: Counties, phrasebook: Phrasebook) -> PlainTable:
    say = phrasebook.say
    kilograms = [f"{name}_kg_per_day" for name in POLLUTANTS]
    names = (
        N_("Change"),
        N_("Enterprise"),
        N_("Credit code"),
        N_("County"),
        N_("Line"),
        N_("What"),
        N_("Before"),
        N_("After"),
    )
    moved = tuple(say("{pollutant}, kg a day", pollutant=pollutant_label(phrasebook, name)) for name in POLLUTANTS)
    rows: list[Row] = [
        (
            change_word(phrasebook, str(item["change"])),
            str(item["enterprise_name"]),
            str(item["enterprise_id"]),
            counties.get(str(item["county_code"]), str(item["county_code"])),
            str(item["line_id"]),
            column_word(phrasebook, str(item["column"])),
            _value(item, "before", phrasebook),
            _value(item, "after", phrasebook),
            *_amounts(item, kilograms),
        )
        for item in frame_records(frame)
    ]
    return PlainTable(title=say("Changed values"), headers=(*(say(name) for name in names), *moved), rows=tuple(rows))


def _amounts(item: Mapping[str, Any], columns: list[str]) -> tuple[float, ...]:
    return tuple(round(float(item[name]), _DIGITS) for name in columns)


def _value(item: Mapping[str, Any], side: str, phrasebook: Phrasebook) -> str:
    """A grade by its word, anything else as the list has it."""
    text = str(item[side])
    if text and str(item["change"]) in {str(kind) for kind in _GRADED}:
        return "、".join(grade_label(phrasebook, part) for part in text.split("、"))
    return text


def comparison_tables(comparison: Comparison, counties: Counties, phrasebook: Phrasebook) -> tuple[PlainTable, ...]:
    """Who is in both, asked, in one only, and what differs; `counties` maps codes to names."""
    say, matching = phrasebook.say, comparison.matching
    counts = (
        (say("Firms of the list"), len(comparison.listed)),
        (
            say("Firms of {register}", register=difference_word(phrasebook, str(comparison.kind))),
            len(comparison.registered),
        ),
        (say("Joined"), len(matching.sure)),
        (say("To be decided"), len(matching.unsure)),
        (say("In the register and not in the list"), len(matching.right_only)),
        (say("In the list and not in the register"), len(matching.left_only)),
        (say("Differences"), len(comparison.differences)),
    )
    summary = PlainTable(title=say("Summary"), headers=(say("What"), say("How many")), rows=counts)
    return (
        summary,
        _pairs(comparison, matching.unsure, say("To be decided"), phrasebook),
        _alone(comparison.registered, matching.right_only, say("Not in the list"), (counties, phrasebook)),
        _alone(comparison.listed, matching.left_only, say("Not in the register"), (counties, phrasebook)),
        _differences(comparison, phrasebook),
        _pairs(comparison, matching.sure, say("Joined"), phrasebook),
    )


def _pairs(comparison: Comparison, pairs: pd.DataFrame, title: str, phrasebook: Phrasebook) -> PlainTable:
    here, there = (
        _rows(side, pairs[name]) for side, name in ((comparison.listed, "left"), (comparison.registered, "right"))
    )
    names = (
        N_("In the list"),
        N_("Credit code"),
        N_("In the register"),
        N_("Credit code"),
        N_("Address"),
        N_("Row"),
        N_("Likeness"),
        N_("Found by"),
    )
    rows: list[Row] = [
        (
            one["name"],
            one["code"],
            other["name"],
            other["code"],
            other["address"],
            int(other["row"]),
            round(float(score), 2),
            ground_word(phrasebook, ground),
        )
        for one, other, score, ground in zip(here, there, pairs["score"], pairs["ground"], strict=True)
    ]
    return PlainTable(title=title, headers=tuple(phrasebook.say(name) for name in names), rows=tuple(rows))


def _rows(parties: pd.DataFrame, keys: pd.Series) -> list[dict[str, Any]]:
    return frame_records(parties.loc[keys.tolist()])


def _alone(parties: pd.DataFrame, keys: tuple[str, ...], title: str, words: tuple[Counties, Phrasebook]) -> PlainTable:
    counties, phrasebook = words
    rows: list[Row] = [
        (item["name"], item["code"], counties.get(item["county"], item["county"]), item["address"], int(item["row"]))
        for item in frame_records(parties.loc[list(keys)])
    ]
    names = (N_("Enterprise"), N_("Credit code"), N_("County"), N_("Address"), N_("Row"))
    return PlainTable(title=title, headers=tuple(phrasebook.say(name) for name in names), rows=tuple(rows))


def _differences(comparison: Comparison, phrasebook: Phrasebook) -> PlainTable:
    names = comparison.listed["name"]
    rows: list[Row] = [
        (
            str(names[item["left"]]),
            str(item["left"]),
            difference_word(phrasebook, str(item["what"])),
            str(item["of_list"]),
            str(item["of_register"]),
        )
        for item in frame_records(comparison.differences)
    ]
    words = (N_("Enterprise"), N_("Credit code"), N_("What"), N_("In the list"), N_("In the register"))
    headers = tuple(phrasebook.say(name) for name in words)
    return PlainTable(title=phrasebook.say("Differences"), headers=headers, rows=tuple(rows))
