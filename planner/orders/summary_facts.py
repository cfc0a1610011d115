"""The facts at the head of the summary: level, mode, period, result, cost with its proof, orders, provenance."""

from planner.compare import level_label, mode_label, proof_label, status_label, verdict_label
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.plan import Status, relative_gap
from planner.terms import N_, SourceKind

__all__ = ["summary_facts"]

FIRM_KINDS = (SourceKind.LINE, SourceKind.BOILER)


def summary_facts(context: OrderContext) -> list[tuple[str, str]]:
    """(name, value) of each fact; a fact that is not at hand is left out."""
    say, header, meta = context.phrasebook.say, context.problem.header, context.meta
    hashed = N_("{name}, SHA-256 {digest}")
    pairs = [
        (say(N_("Level")), level_label(context.phrasebook, header.level)),
        (say(N_("Mode")), mode_label(context.phrasebook, header.mode)),
        (say(N_("Period")), context.period(header.start, header.end)),
        (say(N_("Rules as of")), header.on.isoformat()),
        (say(N_("Result")), _result(context)),
        (say(N_("Cost")), _cost(context)),
        (say(N_("Ordered")), _ordered(context)),
        (say(N_("List")), say(hashed, name=meta.list_file or NONE_SHOWN, digest=header.list_sha256)),
        (say(N_("Rules")), say(N_("SHA-256 {digest}"), digest=header.rules_sha256)),
        (say(N_("Plan")), say(N_("SHA-256 {digest}"), digest=meta.plan_sha256)),
        (say(N_("Planner version")), meta.planner_version),
    ]
    if meta.verdict:
        pairs.insert(5, (say(N_("Independent check")), verdict_label(context.phrasebook, meta.verdict)))
    return pairs


def _result(context: OrderContext) -> str:
    status = Status.INFEASIBLE if context.plan.shortfalls else Status.FEASIBLE
    return status_label(context.phrasebook, status)


def _cost(context: OrderContext) -> str:
    plan, say = context.plan, context.phrasebook.say
    days, amount = context.problem.header.duration_days, f"{plan.objective_yuan:,.0f}"
    said = say(N_("{amount} yuan over {days} days (value added lost and restarts)"), amount=amount, days=days)
    if context.meta.bound_yuan is None:
        return said
    gap = relative_gap(plan.objective_yuan, context.meta.bound_yuan)
    return say(N_("{cost}; {proof}"), cost=said, proof=proof_label(context.phrasebook, gap))


def _ordered(context: OrderContext) -> str:
    sources, plan = context.problem.sources, context.plan
    kinds = dict(zip(sources.source_id, sources.kind, strict=True))
    halted = dict(zip(sources.source_id, context.problem.options.halts[plan.chosen].tolist(), strict=True))
    firms = {item.enterprise_id for item in plan.curtailments} - {""}
    lines = [item.source_id for item in plan.curtailments if kinds[item.source_id] in FIRM_KINDS]
    said = N_(
        "{firms} enterprises with {lines} lines and boilers, {halted} of them halted; {others} fleets and dust sites"
    )
    return context.phrasebook.say(
        said,
        firms=len(firms),
        lines=len(lines),
        halted=sum(halted[name] for name in lines),
        others=len(plan.curtailments) - len(lines),
    )
