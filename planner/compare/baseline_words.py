"""The words for what a plan is compared with."""

from planner.compare.wording import percent_text, pollutant_label
from planner.plan import Baseline, BaselineName
from planner.problem import HardRule
from planner.terms import N_, Phrasebook

__all__ = ["baseline_label", "baseline_outcome", "broken_rule_label"]

_NAMES: dict[str, str] = {
    BaselineName.FILED: N_("The filed list as written"),
    BaselineName.GREEDY: N_("Cheapest kilogram first, without optimisation"),
    BaselineName.GRADE_RULE: N_("The grade rule alone"),
}
_RULES: dict[str, str] = {
    HardRule.OBLIGATIONS: N_("less than rule or filed measure asks"),
    HardRule.MENU: N_("measures outside the permitted ones"),
    HardRule.SHARE_RULES: N_("too few lines halted in a firm"),
    HardRule.GRADE_ORDER: N_("unequal treatment or a broken grade order"),
    HardRule.SIDE_ROWS: N_("a balance, supply floor or coupling of several lines"),
}


def baseline_label(phrasebook: Phrasebook, name: str) -> str:
    """What a baseline is called."""
    return phrasebook.say(_NAMES[name])


def broken_rule_label(phrasebook: Phrasebook, rule: str) -> str:
    """In what a baseline is no permitted plan."""
    return phrasebook.say(_RULES[rule])


def baseline_outcome(phrasebook: Phrasebook, baseline: Baseline) -> str:
    """Whether it meets the cuts, by how much not, and whether it is a permitted plan."""
    missed = (
        phrasebook.say(
            N_("{pollutant} {share} %"),
            pollutant=pollutant_label(phrasebook, item.pollutant),
            share=percent_text(round(item.missing_share, 4)),
        )
        for item in baseline.shortfalls
    )
    between = phrasebook.say(N_(", "))
    told = phrasebook.say(N_("meets the cuts"))
    if not baseline.meets:
        told = phrasebook.say(N_("misses {cuts}"), cuts=between.join(missed))
    if baseline.is_permitted:
        return told
    rules = between.join(broken_rule_label(phrasebook, item) for item in baseline.breaks)
    return phrasebook.say(N_("{outcome}; no permitted plan: {rules}"), outcome=told, rules=rules)
