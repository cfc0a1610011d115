"""Whether what a list says of lines that depend on each other makes sense: feeders, stacks, heat, guaranteed output."""

from collections.abc import Iterable

import numpy as np

from planner.errors import Finding, Severity
from planner.inventory.checked_list import CheckedList, flags
from planner.inventory.list_columns import Offence, cell_findings

__all__ = ["check_together"]

FEED = "upstream_source_ids"
Feeders = dict[str, tuple[str, ...]]


def check_together(rows: CheckedList) -> list[Finding]:
    """Findings about lines that feed each other, share a stack, give heat or have output to deliver."""
    named, share = flags(rows.text(FEED) != ""), rows.number("fed_share") > 0.0
    gives, needed = rows.number("heat_supply_gj_per_day") > 0.0, rows.number("heat_load_share") > 0.0
    due, actual = "guaranteed_output_t_per_day", "actual_output_t_per_day"
    above, warning = flags(rows.number(due) > np.nan_to_num(rows.number(actual))), Severity.WARNING
    return [
        *_feeders(rows),
        *rows.findings("list.feed.no_share", "fed_share", flags(named & ~share), None, warning),
        *rows.findings("list.feed.no_source", FEED, flags(~named & share), None, warning),
        *rows.findings("list.heat.no_load", "heat_load_share", flags(gives & ~needed), None, warning),
        *rows.findings("list.output.above_actual", due, above, {"whole": actual}, warning),
        *_stacks(rows),
    ]


def _feeders(rows: CheckedList) -> Iterable[Finding]:
    """An error for every line that names a source which the list lacks, or that feeds itself through others."""
    ids, texts = rows.text("source_id").tolist(), rows.text(FEED).tolist()
    at = [place for place, text in enumerate(texts) if text]
    feeders: Feeders = {ids[place]: _names(texts[place]) for place in at}
    known, loops = set(ids), _in_loops(feeders)
    offences = {}
    for place in at:
        unknown = next((name for name in feeders[ids[place]] if name not in known), None)
        if unknown is not None:
            offences[place] = Offence(code="list.feed.unknown_source", values=(("name", unknown),))
        elif ids[place] in loops:
            offences[place] = Offence(code="list.feed.loop")
    places = np.array(sorted(offences), dtype=np.int64)
    return cell_findings(rows.columns[FEED].read, places, lambda place, _: offences[place])


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _in_loops(feeders: Feeders) -> set[str]:
    """The lines from which the way upstream never ends: those left once all whose feeders are settled are taken."""
    left = {line: {name for name in names if name in feeders} for line, names in feeders.items()}
    settled = {line for line, names in left.items() if not names}
    while settled:
        for line in settled:
            del left[line]
        settled = {line for line, names in left.items() if not names & left.keys()}
    return set(left)


def _stacks(rows: CheckedList) -> Iterable[Finding]:
    """A note for a stack that no other line of the firm shares."""
    stack = rows.text("stack_id")
    firm = rows.text("enterprise_id").astype(str) + "\n" + stack.astype(str)
    alone = flags((stack != "") & ~firm.duplicated(keep=False))
    return rows.findings("list.stack.alone", "stack_id", alone, None, Severity.NOTE)
