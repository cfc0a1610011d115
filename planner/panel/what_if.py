"""A what-if beside the plan in force: cost, cuts and enterprises side by side."""

import pandas as pd

from planner.compare import compare_plans, grade_label
from planner.panel.amounts import count_text, money_text, share_text, tonnes_text
from planner.panel.cards import CARD_ORDER
from planner.panel.headline import touched_counts
from planner.panel.words import POLLUTANT_WORDS, measures_text, word
from planner.plan import PlanDocument
from planner.terms import N_, Phrasebook

__all__ = ["changed_frame", "share_of_percent", "target_percent", "what_if_frame", "what_if_sentence"]

CHANGE_WORDS = {"added": N_("added"), "released": N_("released"), "changed": N_("changed")}


def target_percent(document: PlanDocument) -> float:
    """The level's share in percent, where a what-if starts from."""
    return round(100.0 * document.problem.targets.level_share, 2)


def share_of_percent(percent: float) -> str:
    """A target in percent as the share that a what-if takes."""
    return f"{percent / 100.0:.4f}"


def what_if_frame(before: PlanDocument, after: PlanDocument, phrasebook: Phrasebook) -> pd.DataFrame:
    """`what`, `before`, `after`, `change` as text: cost, each cut, enterprises, lines."""
    cost = (before.plan.objective_yuan, after.plan.objective_yuan)
    rows = [(phrasebook.say("Cost"), *(money_text(phrasebook, item) for item in cost), _signed_money(phrasebook, cost))]
    rows += [_cut(before, after, place, phrasebook) for place in range(len(CARD_ORDER))]
    counts = zip(touched_counts(before), touched_counts(after), strict=True)
    labels = (phrasebook.say("Enterprises with a measure"), phrasebook.say("Lines with a measure"))
    rows += [
        (label, count_text(phrasebook, old), count_text(phrasebook, new), f"{new - old:+,d}")
        for label, (old, new) in zip(labels, counts, strict=True)
    ]
    return pd.DataFrame(rows, columns=["what", "before", "after", "change"])


def _cut(before: PlanDocument, after: PlanDocument, place: int, phrasebook: Phrasebook) -> tuple[str, str, str, str]:
    pollutant = CARD_ORDER[place]
    old, new = (
        next(item for item in document.plan.totals if item.pollutant is pollutant) for document in (before, after)
    )
    told = [
        f"{share_text(phrasebook, item.share, 2)}　{tonnes_text(phrasebook, item.reduction_kg_per_day)}"
        for item in (old, new)
    ]
    points = phrasebook.say("{points} points", points=f"{100.0 * (new.share - old.share):+.2f}")
    return word(phrasebook, POLLUTANT_WORDS, str(pollutant)), told[0], told[1], points


def _signed_money(phrasebook: Phrasebook, cost: tuple[float, float]) -> str:
    change = cost[1] - cost[0]
    sign = "+" if change > 0 else "-" if change < 0 else ""
    return sign + money_text(phrasebook, abs(change))


def changed_frame(before: PlanDocument, after: PlanDocument, phrasebook: Phrasebook) -> pd.DataFrame:
    """Every source that is told something else: `change`, `enterprise`, `line`, `before`, `after`, `why`."""
    changes = compare_plans(before.problem, before.plan, after.problem, after.plan).changes
    return pd.DataFrame(
        {
            "change": [word(phrasebook, CHANGE_WORDS, item) for item in changes["change"]],
            "enterprise": changes["enterprise_name"],
            "line": changes["line_id"],
            "before": _told(changes, "before", phrasebook),
            "after": _told(changes, "after", phrasebook),
            "why": _moved(changes, phrasebook),
        }
    )


def _moved(changes: pd.DataFrame, phrasebook: Phrasebook) -> list[str]:
    """That the grade of a source moved, '' where it did not."""
    rows = zip(changes["grade_moved"], changes["grade_before"], changes["grade_after"], strict=True)
    return [
        phrasebook.say(
            "grade moved: {before} → {after}",
            before=grade_label(phrasebook, before),
            after=grade_label(phrasebook, after),
        )
        if moved
        else ""
        for moved, before, after in rows
    ]


def _told(changes: pd.DataFrame, side: str, phrasebook: Phrasebook) -> list[str]:
    pairs = zip(changes[f"measures_{side}"], changes[f"kept_share_{side}"], strict=True)
    return [
        f"{measures_text(phrasebook, codes)}（{share_text(phrasebook, kept, 0)}）" if codes else phrasebook.say("none")
        for codes, kept in pairs
    ]


def what_if_sentence(before: PlanDocument, after: PlanDocument, phrasebook: Phrasebook) -> str:
    """The answer in one sentence."""
    cost = (before.plan.objective_yuan, after.plan.objective_yuan)
    if cost[1] > cost[0]:
        return phrasebook.say("The change costs {amount} more.", amount=money_text(phrasebook, cost[1] - cost[0]))
    if cost[1] < cost[0]:
        return phrasebook.say("The change saves {amount}.", amount=money_text(phrasebook, cost[0] - cost[1]))
    return phrasebook.say("The change leaves the cost as it is.")
