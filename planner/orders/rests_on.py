"""Parts of the summary that say what the plan rests on: its measures by their ground, its values to be confirmed."""

from planner.compare import evidence_label, ground_label, no_floor_sentence
from planner.orders.context import OrderContext
from planner.orders.sheets import Column, Sheet
from planner.orders.styles import Style
from planner.plan import Ground, MeasureGround, RestsOn, measure_grounds, rests_on
from planner.terms import N_

__all__ = ["write_grounds", "write_open_values"]


def write_grounds(sheet: Sheet, context: OrderContext) -> None:
    """How many measures rest on what, with the numbers of the rules in the register, and who has no floor."""
    say, book = context.phrasebook.say, context.phrasebook
    grounds = measure_grounds(context.problem, context.plan)
    rows = [item for item in grounds if item.ground is not Ground.MISSING_WITHOUT_FLOOR]
    sheet.heading(say(N_("What the measures rest on")))
    lacking = no_floor_sentence(book, grounds)
    if lacking:
        sheet.note(lacking)
    names = [ground_label(book, item.ground) for item in rows]
    counts: list[object] = [item.count for item in rows]
    firms: list[object] = [item.enterprises for item in rows]
    whole = sum(item.count for item in rows)
    columns = [
        Column(title=say(N_("Rests on")), values=names, total=say(N_("Total"))),
        Column(title=say(N_("Measures")), values=counts, style=Style.COUNT, total=whole),
        Column(title=say(N_("Addressees")), values=firms, style=Style.COUNT, total=""),
    ]
    sheet.table(columns)
    cited = [(name, _numbers(context, item)) for name, item in zip(names, rows, strict=True) if item.rules]
    sheet.facts([(say(N_("Rules: {ground}"), ground=name), numbers) for name, numbers in cited])


def write_open_values(sheet: Sheet, context: OrderContext) -> None:
    """Every value that is still to be confirmed, with what rests on it."""
    say = context.phrasebook.say
    sheet.heading(say(N_("To be confirmed: what this plan rests on")))
    items = rests_on(context.problem, context.plan)
    if not items:
        sheet.note(say(N_("Every clause that this plan cites is confirmed.")))
        return
    numbers = [f"[{context.clauses.number(item.citation)}]" for item in items]
    sheet.facts([(number, _rests_on(context, item)) for number, item in zip(numbers, items, strict=True)])


def _numbers(context: OrderContext, item: MeasureGround) -> str:
    numbers = sorted(context.clauses.number(name) for name in item.rules)
    return " ".join(f"[{number}]" for number in numbers)


def _rests_on(context: OrderContext, item: RestsOn) -> str:
    said = N_("{title}: {instrument}, {clause}; {evidence}; {weight}")
    return context.phrasebook.say(
        said,
        title=context.clauses.title(item.citation),
        instrument=context.clauses.instrument(item.citation),
        clause=context.clauses.clause(item.citation),
        evidence=evidence_label(context.phrasebook, item.evidence),
        weight=_weight(context, item),
    )


def _weight(context: OrderContext, item: RestsOn) -> str:
    say = context.phrasebook.say
    if item.curtailments:
        return say(N_("measures resting on it: {count}"), count=item.curtailments)
    standings = context.problem.sources.standing_citation.count(item.citation)
    if standings:
        return say(N_("sources whose standing rests on it: {count}"), count=standings)
    return say(N_("the whole plan rests on it"))
