"""Sentences about what several sources owe together."""

from planner.terms import N_

__all__ = ["SENTENCES"]

CHECK = N_("Check the list's figures and the city's value; until then the rest of the demand stands.")
ASK = N_("Do not use this plan; make it again from the list and compare.")

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.waived.heat_first": (
        N_("What rules and filed measures stop already takes {points} percentage points too much heat from {value}."),
        CHECK,
    ),
    "plan.waived.output_first": (
        N_("What rules and filed measures stop already leaves {value} {points} percentage points of output short."),
        CHECK,
    ),
    "plan.waived.co_disposal": (
        N_("What rules and filed measures stop already takes {points} percentage points too much of co-disposal."),
        CHECK,
    ),
    "plan.waived.supply_floor": (
        N_("What rules and filed measures stop already breaks supply floor {value} by {points} percentage points."),
        CHECK,
    ),
    "plan.waived.upstream_feed": (
        N_("Line {value} is obliged to run {points} percentage points above what its upstream lines are left to feed."),
        CHECK,
    ),
    "plan.waived.shared_stack": (
        N_("What is obliged leaves treatment unit {value} {points} percentage points below its least load."),
        CHECK,
    ),
    "plan.waived.county_band": (
        N_("What rules and filed measures stop already lies {points} percentage points outside band {value}."),
        CHECK,
    ),
    "list.feed.unknown_source": (
        N_("{column} names source {name}, which the list does not have."),
        N_("Give source ids of this list, joined by semicolons."),
    ),
    "list.feed.loop": (
        N_("The line feeds itself through its upstream lines: {value}."),
        N_("Let upstream_source_ids name the lines before it only."),
    ),
    "list.feed.no_share": (
        N_("Upstream lines are named, but no share of the feed: nothing follows from them."),
        N_("Give fed_share, the part of the line's feed that comes from them."),
    ),
    "list.feed.no_source": (
        N_("A share of the feed is given, but no upstream line."),
        N_("Name the upstream lines in upstream_source_ids."),
    ),
    "list.heat.no_load": (
        N_("The line gives heat, but no part of it is said to be needed: nothing follows from it."),
        N_("Give heat_load_share, the part of its heat that users need during a warning."),
    ),
    "list.output.above_actual": (
        N_("The guaranteed output of {value} t/d lies above last year's daily output of {whole} t/d."),
        N_("Check both; no more than the normal output can be guaranteed."),
    ),
    "list.stack.alone": (
        N_("No other line of the firm shares stack {value}: nothing follows from it."),
        N_("Give the lines that share a stack the same stack_id."),
    ),
    "audit.side_tables": (N_("What several sources owe together is not kept: {place}."), ASK),
    "audit.list.side_tables": (
        N_(
            "What several sources owe together ({place}) is not what list and rules say: {found} instead of {expected}."
        ),
        ASK,
    ),
}
