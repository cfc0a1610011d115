"""Sentences of the referee's checks: what a failed one means."""

from planner.terms import N_

__all__ = ["SENTENCES"]

ASK = N_("Do not use this plan; make it again from the list and compare.")

SENTENCES: dict[str, tuple[str, str]] = {
    "audit.one_option": (N_("Source {place} does not take exactly one option of its menu."), ASK),
    "audit.never_ordered": (N_("Source {place} stands outside orders and yet is ordered."), ASK),
    "audit.cannot_stop": (N_("Source {place} cannot stop and is told to."), ASK),
    "audit.share_rules": (N_("An enterprise share rule is not kept: {place}."), ASK),
    "audit.equal_treatment": (N_("Firms of equal grade are not treated equally: {place}."), ASK),
    "audit.fairness": (
        N_("What the plan says it pays for the grade order does not follow from it: {found}, recounted {expected}."),
        ASK,
    ),
    "audit.fairness_least": (
        N_("A cheaper reading of the required shares exists: {expected} yuan, the plan says {found}."),
        ASK,
    ),
    "audit.grade_order": (N_("A worse grade is asked less than a better one: {place}."), ASK),
    "audit.rests.shape": (N_("Groups and lines of the off-peak plan do not fit its question."), ASK),
    "audit.rests.run": (N_("The rest of {place} is too short or reaches out of the winter: {found}."), ASK),
    "audit.rests.alike": (N_("{place} does not rest as the other lines of its group."), ASK),
    "audit.rests.together": (N_("More lines rest at once than may: {place}, {found} instead of {expected}."), ASK),
    "audit.rests.grade_order": (N_("A worse grade rests less than a better one: {place}."), ASK),
    "audit.rests.cut": (N_("Of {place} less falls away than is asked: {found} instead of {expected} kg."), ASK),
    "audit.rests.kept": (N_("{place} goes on all winter, though by the list it can rest."), ASK),
    "audit.rests.line": (N_("What the plan says of {place} does not follow from the list."), ASK),
    "audit.totals": (N_("A total does not follow from the measures: {found} is stated, {expected} is right."), ASK),
    "audit.objective": (N_("The cost does not follow from the measures: {found} is stated, {expected} is right."), ASK),
    "audit.exchange": (N_("The SO2-NOx row does not add up: {found} is stated, {expected} is right."), ASK),
    "audit.shortfalls": (
        N_("The declared shortfalls are not those of the measures: {found} instead of {expected}."),
        ASK,
    ),
    "audit.met": (N_("A cut is called met or missed wrongly."), ASK),
    "audit.by_basis": (N_("The shares by floor, filed and chosen do not add up to the total."), ASK),
    "audit.curtailments": (N_("The list of measures is not that of the chosen options."), ASK),
    "audit.curtailment_rows": (N_("The row of source {place} does not say what its option says."), ASK),
    "audit.citations": (N_("The measure of source {place} rests on no clause."), ASK),
    "audit.gap": (N_("The gap does not follow from cost and bound: {found} is stated, {expected} is right."), ASK),
    "audit.touched": (N_("The plan says that {found} enterprises are touched; counted are {expected}."), ASK),
    "audit.season": (
        N_("The cost of {found} yuan lies outside what evening the season's hours may cost ({expected})."),
        ASK,
    ),
    "audit.bound": (N_("The bound {found} lies above the cost {expected}."), ASK),
    "audit.file_follows": (N_("{place} of the file is {found}; from its problem follows {expected}."), ASK),
    "audit.list.same_list_and_rules": (N_("The plan was made from another list or other rules."), ASK),
    "audit.list.same_problem": (N_("The problem in the file is not the one that this list and these rules give."), ASK),
    "audit.list.base": (N_("The base of {place} is not that of the list."), ASK),
    "audit.list.sources_known": (N_("Source {place} is not in the list."), ASK),
    "audit.list.kilograms": (N_("The kilograms of source {place} do not follow from the list."), ASK),
    "audit.list.costs": (N_("The cost of source {place} does not follow from the list."), ASK),
    "audit.list.left_alone": (N_("By list and rules nothing may be ordered of source {place}."), ASK),
    "audit.list.floors": (N_("Source {place} is ordered less than the rules ask at least."), ASK),
    "audit.list.filed": (N_("Source {place} is ordered less than its filed measure."), ASK),
}
