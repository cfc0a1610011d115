"""The cost of a plan beside what it is compared with, as bars."""

from html import escape

from planner.compare import baseline_label, baseline_outcome
from planner.panel.amounts import money_text
from planner.panel.markup import element, percent_width
from planner.plan import Baseline, PlanDocument
from planner.terms import Phrasebook

__all__ = ["baselines_html"]


def baselines_html(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """A bar for the plan and one for each baseline with its cost and whether it meets the cuts; '' where none is."""
    if not document.baselines:
        return ""
    cost = document.plan.objective_yuan
    widest = max(cost, *(item.objective_yuan for item in document.baselines))
    met = phrasebook.say("meets the cuts") if not document.plan.shortfalls else phrasebook.say("the nearest plan")
    own = element("div", _line(phrasebook.say("This plan"), cost, met, phrasebook) + _bar(cost, widest, is_sound=True))
    head = element("p", escape(phrasebook.say("Beside it, on the same data")), "cost-head")
    others = "".join(_baseline(item, widest, phrasebook) for item in document.baselines)
    return head + element("div", own + others, "baselines")


def _baseline(item: Baseline, widest: float, phrasebook: Phrasebook) -> str:
    name, outcome = baseline_label(phrasebook, str(item.name)), baseline_outcome(phrasebook, item)
    bar = _bar(item.objective_yuan, widest, is_sound=item.meets and item.is_permitted)
    return element("div", _line(name, item.objective_yuan, outcome, phrasebook) + bar)


def _line(name: str, cost: float, outcome: str, phrasebook: Phrasebook) -> str:
    words = phrasebook.say("{name}: {amount}", name=name, amount=money_text(phrasebook, cost))
    return element(
        "p", element("b", escape(words), title=words) + element("span", escape(outcome), title=outcome), "amounts"
    )


def _bar(cost: float, widest: float, *, is_sound: bool) -> str:
    """A hatched bar stands for what misses a cut or is no permitted plan."""
    bar = element("i", "", "fill" if is_sound else "fill missed", f"width:{percent_width(cost, widest)}")
    return element("div", bar, "bullet")
