"""The words of warnings: steps, acts, levels of warning and of response, clocks."""

from planner.compare import level_label
from planner.episode.clocks import ClockName
from planner.episode.orders import OrderKind
from planner.episode.records import ActKind, AirWarning, Round, Step, Terms
from planner.terms import N_, Level, Phrasebook

__all__ = [
    "act_label",
    "area_sentence",
    "clock_label",
    "mode_word",
    "order_kind_label",
    "response_label",
    "step_label",
    "step_sentence",
]

STEPS = {
    Step.CONSULTED: N_("consulted"),
    Step.PROPOSED: N_("proposed"),
    Step.ATTACHED: N_("plan attached"),
    Step.REVIEWED: N_("reviewed"),
    Step.SIGNED: N_("signed"),
    Step.IN_FORCE: N_("in force"),
    Step.LIFTED: N_("lifted"),
    Step.EVALUATED: N_("evaluated"),
    Step.WITHDRAWN: N_("withdrawn"),
    Step.MERGED: N_("merged into another warning"),
}
ACTS = {
    ActKind.CONSULT: N_("Consultation"),
    ActKind.PROPOSE: N_("Proposal"),
    ActKind.ATTACH: N_("Attach plan"),
    ActKind.REVIEW: N_("Review"),
    ActKind.RETURN: N_("Send back"),
    ActKind.SIGN: N_("Record signature"),
    ActKind.CONFIRM_SIGNATURE: N_("Record later signature on paper"),
    ActKind.ISSUE: N_("Issue"),
    ActKind.ADJUST: N_("Adjust"),
    ActKind.LIFT: N_("Lift"),
    ActKind.WITHDRAW: N_("Withdraw the warning"),
    ActKind.DROP: N_("Drop the proposal"),
    ActKind.NOTICE: N_("Record regional notice"),
    ActKind.MERGE: N_("Merge"),
    ActKind.EVALUATE: N_("Evaluate"),
}
ROUNDS = {
    Round.ISSUE: N_("issue"),
    Round.ADJUST: N_("adjustment"),
    Round.LIFT: N_("lifting"),
}
CLOCKS = {
    ClockName.FORM: N_("Approval form due"),
    ClockName.LEAD: N_("Latest issue for a day's notice"),
    ClockName.DISTRIBUTION: N_("Issue due after signature"),
    ClockName.PAPER: N_("Signature on paper due"),
    ClockName.START: N_("Measures begin"),
    ClockName.END: N_("Measures end"),
}
KINDS = {
    OrderKind.START: N_("new order"),
    OrderKind.CHANGE: N_("changed order"),
    OrderKind.RELEASE: N_("release"),
}
RESPONSES = {
    Level.YELLOW: N_("Level III emergency response"),
    Level.ORANGE: N_("Level II emergency response"),
    Level.RED: N_("Level I emergency response"),
}


def step_label(phrasebook: Phrasebook, step: Step) -> str:
    """How far a warning has come, as a word."""
    return phrasebook.say(STEPS[step])


def act_label(phrasebook: Phrasebook, kind: ActKind) -> str:
    """An act as a button names it."""
    return phrasebook.say(ACTS[kind])


def clock_label(phrasebook: Phrasebook, name: ClockName) -> str:
    """What a clock counts down to."""
    return phrasebook.say(CLOCKS[name])


def order_kind_label(phrasebook: Phrasebook, kind: str) -> str:
    """What an order says: begin, change, resume."""
    return phrasebook.say(KINDS[OrderKind(kind)])


def response_label(phrasebook: Phrasebook, level: Level) -> str:
    """The level of response (Ⅲ, Ⅱ, Ⅰ级应急响应) that belongs to a level of warning."""
    return phrasebook.say(RESPONSES[level])


def mode_word(phrasebook: Phrasebook, *, is_exercise: bool) -> str:
    """实战 or 演练."""
    return phrasebook.say(N_("EXERCISE")) if is_exercise else phrasebook.say(N_("live"))


def area_sentence(phrasebook: Phrasebook, terms: Terms, counties: dict[str, str]) -> str:
    """The areas of a warning with their levels.

    Args:
        counties: name of each county code.
    """
    parts = []
    for area in terms.areas:
        names = "、".join(counties.get(code, code) for code in area.counties)
        where = names or phrasebook.say(N_("the whole city"))
        parts.append(f"{where} {level_label(phrasebook, area.level)}")
    return "；".join(parts)


def step_sentence(phrasebook: Phrasebook, warning: AirWarning) -> str:
    """Where a warning stands, in one line."""
    held = warning.in_force
    terms = warning.terms or (held.terms if held else None)
    parts = [
        warning.warning_id,
        mode_word(phrasebook, is_exercise=warning.is_exercise),
        level_label(phrasebook, terms.level) if terms else "",
        step_label(phrasebook, warning.step),
    ]
    if held is not None and warning.step is not Step.IN_FORCE and warning.is_open:
        parts.append(phrasebook.say(N_("({round} under way)"), round=phrasebook.say(ROUNDS[warning.round])))
    return " · ".join(part for part in parts if part)
