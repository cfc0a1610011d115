"""What a plan changes against the order in force, in a few figures."""

from planner.compare import compare_plans, level_label
from planner.panel.amounts import count_text, money_text
from planner.panel.markup import facts_html
from planner.panel.words import LEVEL_SHAPES
from planner.plan import PlanDocument
from planner.terms import Phrasebook

__all__ = ["changes_html"]


def changes_html(before: PlanDocument, after: PlanDocument, phrasebook: Phrasebook) -> str:
    """From which level to which, how many firms are newly ordered and released, how many lines differ, the cost."""
    found = compare_plans(before.problem, before.plan, after.problem, after.plan)
    levels = [before.problem.header.level, after.problem.header.level]
    shown = " → ".join(f"{LEVEL_SHAPES[level]} {level_label(phrasebook, level)}" for level in levels)
    sign = "+" if found.cost_change_yuan > 0 else "-" if found.cost_change_yuan < 0 else ""
    changed = int((found.changes["change"] == "changed").sum())
    return facts_html(
        (
            (phrasebook.say("Order in force → this plan"), shown),
            (phrasebook.say("Enterprises newly ordered"), count_text(phrasebook, len(found.enterprises_added))),
            (phrasebook.say("Enterprises released"), count_text(phrasebook, len(found.enterprises_released))),
            (phrasebook.say("Lines told otherwise"), count_text(phrasebook, changed)),
            (phrasebook.say("Cost, change"), sign + money_text(phrasebook, abs(found.cost_change_yuan))),
        )
    )
