"""Orders in words: of a plan that is not signed, and of an issue, an adjustment or a lifting."""

from collections.abc import Iterable, Iterator

from planner.compare import level_label
from planner.episode import EnterpriseOrder, OrderKind, OrderLine, lines_of, orders_between, response_label
from planner.orders.meta import OrderMeta
from planner.orders.names import NONE_SHOWN
from planner.orders.papers.facts import IssuedOrder, OrderFacts, OrderRow, OrderSetting, SourcePlan
from planner.orders.papers.letterhead import Letterhead
from planner.orders.papers.moments import day_text, moment_text
from planner.orders.papers.order_rows import Register, order_rows
from planner.orders.papers.qr import qr_svg, qr_text
from planner.orders.papers.sources import PlanWords, Words
from planner.orders.verification import safety_sentence
from planner.plan import Plan
from planner.problem import PlanProblem
from planner.terms import LEVELS, N_, Phrasebook

__all__ = ["draft_mark", "draft_orders", "exercise_mark", "order_facts", "source_plan"]

SHORT_HASH = 8


def source_plan(problem: PlanProblem, plan: Plan) -> SourcePlan:
    """What the papers of a plan are worded from."""
    by_day = tuple((item.source_id, item.kept_by_day) for item in plan.curtailments if item.kept_by_day)
    return SourcePlan(level=problem.header.level, problem=problem, by_day=by_day)


def draft_orders(problem: PlanProblem, plan: Plan, plan_sha256: str) -> tuple[IssuedOrder, ...]:
    """The orders that a plan would lead to, by county and owner; nobody has signed them."""
    sources = problem.sources
    counties = dict(zip(sources.source_id, sources.county_code, strict=True))
    lines = lines_of(problem.header.level, plan.curtailments, counties)
    orders = orders_between((), lines, problem.header.start)
    return tuple(_draft(place, order, plan_sha256) for place, order in enumerate(orders, start=1))


def order_facts(
    orders: Iterable[IssuedOrder],
    plans: tuple[SourcePlan, ...],
    setting: OrderSetting,
    letterhead: Letterhead,
    names: tuple[OrderMeta, Phrasebook],
) -> Iterator[OrderFacts]:
    """The orders in words, one after the other.

    Args:
        plans: of each level that the orders name.
        names: what codes are called, and the language.
    """
    meta, phrasebook = names
    words = Words(plans, meta, phrasebook)
    for order in orders:
        yield _facts(order, setting, letterhead, words)


def draft_mark(phrasebook: Phrasebook, *, is_signed: bool) -> str:
    """What a paper carries that nobody has signed, else ''."""
    return "" if is_signed else phrasebook.say(N_("DRAFT · NOT SIGNED"))


def exercise_mark(phrasebook: Phrasebook, *, is_exercise: bool) -> str:
    """What every paper of an exercise carries, else ''."""
    return phrasebook.say(N_("EXERCISE")) if is_exercise else ""


def _draft(place: int, order: EnterpriseOrder, plan_sha256: str) -> IssuedOrder:
    return IssuedOrder(
        number=f"{plan_sha256[:SHORT_HASH]}-{place:05d}",
        version=1,
        kind=order.kind,
        owner=order.owner,
        county=order.county,
        plan_sha256=plan_sha256,
        trace_sha256="",
        lines=order.lines,
    )


def _facts(order: IssuedOrder, setting: OrderSetting, letterhead: Letterhead, words: Words) -> OrderFacts:
    register = Register()
    rows = order_rows(order, words, register)
    phrasebook, first = words.phrasebook, _head_line(order.lines)
    own = words.of(first.level, first.source_id)
    text = qr_text(order.number, order.version, order.plan_sha256, order.trace_sha256)
    return OrderFacts(
        number=order.number,
        version=order.version,
        kind=str(order.kind),
        title=letterhead.title(str(order.kind)),
        draft_mark=draft_mark(phrasebook, is_signed=setting.is_signed),
        exercise_mark=exercise_mark(phrasebook, is_exercise=setting.is_exercise),
        activity=_activity(rows),
        level=level_label(phrasebook, first.level),
        response=response_label(phrasebook, first.level),
        follows=order.follows,
        rows=rows,
        clauses=register.clauses,
        open_count=register.open_count,
        safety=_safety(order, words),
        plan_sha256=order.plan_sha256,
        trace_sha256=order.trace_sha256,
        qr_text=text,
        qr_svg=qr_svg(text),
        **_addressee(order, setting, own, words),
        **_times(order, setting, first, phrasebook),
    )


def _addressee(order: IssuedOrder, setting: OrderSetting, own: PlanWords | None, words: Words) -> dict[str, str]:
    """Who gets the order, and how the list knows it."""
    source = _head_line(order.lines).source_id
    contact = {owner: (name, phone) for owner, name, phone in setting.contacts}.get(order.owner, ("", ""))
    return {
        "warning_id": setting.warning_id,
        "addressee": (own.cell(source, "enterprise_name") if own else "") or order.owner,
        "credit_code": order.owner if own and own.cell(source, "enterprise_id") else NONE_SHOWN,
        "county_code": order.county,
        "county": words.names.county(order.county),
        "city": words.names.city,
        "grade": own.grade(source) if own else NONE_SHOWN,
        "contact_name": contact[0],
        "contact_phone": contact[1],
    }


def _times(order: IssuedOrder, setting: OrderSetting, first: OrderLine, phrasebook: Phrasebook) -> dict[str, str]:
    """From when to when, and when and by whom it was signed."""
    end = moment_text(phrasebook, first.end)
    return {
        "start": moment_text(phrasebook, min(line.start for line in order.lines)),
        "end": end or phrasebook.say(N_("the lifting will be announced separately")),
        "resumed": end if order.kind is OrderKind.RELEASE else "",
        "signer": setting.signer,
        "issued": day_text(phrasebook, order.made_at),
    }


def _head_line(lines: tuple[OrderLine, ...]) -> OrderLine:
    """The line of the gravest level: it names level and response of the whole order."""
    return max(lines, key=lambda line: LEVELS.index(line.level))


def _activity(rows: tuple[OrderRow, ...]) -> str:
    """What the firm does, each activity once."""
    return "、".join(dict.fromkeys(row.activity for row in rows if row.activity != NONE_SHOWN)) or NONE_SHOWN


def _safety(order: IssuedOrder, words: Words) -> str:
    """The sentence on safety, with the longest time that a safe stop of any line takes."""
    hours = [0.0]
    for line in order.lines:
        own = words.of(line.level, line.source_id)
        hours.append(own.safe_stop_hours(line.source_id) if own else 0.0)
    held = tuple(tag for line in order.lines for tag in line.measures)
    return safety_sentence(words.phrasebook, held, max(hours))
