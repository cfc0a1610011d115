"""Sheet 6: the register of everything that the plan cites."""

from collections import Counter

from xlsxwriter import Workbook

from planner.compare import confirmation_sentence, evidence_label
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet
from planner.orders.styles import Style, Styles
from planner.problem.records import FILED_TAG
from planner.terms import N_

__all__ = ["write_basis"]


def write_basis(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """One row a citation, numbered as the orders quote it, with how many measures and standings rest on it."""
    say = context.phrasebook.say
    columns = [*_what(context), *_how_sure(context)]
    sheet = Sheet(book, styles, context.phrasebook, say(N_("6 Register of bases")), len(columns))
    note = say(N_("What is to be confirmed has not been compared with its instrument by a competent person."))
    sheet.preamble(context.title(say(N_("register of bases"))), [context.safety_note, note], context.mark)
    sheet.table(columns, is_main=True)


def _what(context: OrderContext) -> list[Column]:
    say, items = context.phrasebook.say, context.problem.citations
    numbers: list[object] = [item.number or NONE_SHOWN for item in items]
    return [
        Column(
            title=say(N_("No.")),
            values=[context.clauses.number(item.id) for item in items],
            style=Style.COUNT,
            width=6.0,
        ),
        Column(
            title=say(N_("Rule")),
            values=[context.names.choose(item.title_zh, item.title) for item in items],
            width=44.0,
        ),
        Column(title=say(N_("Instrument")), values=[item.instrument for item in items], width=40.0),
        Column(title=say(N_("Number of the instrument")), values=numbers, width=24.0),
        Column(title=say(N_("Clause")), values=[context.clauses.clause(item.id) for item in items], width=18.0),
    ]


def _how_sure(context: OrderContext) -> list[Column]:
    say, items = context.phrasebook.say, context.problem.citations
    statuses = [context.clauses.status(item.id) for item in items]
    known = [evidence_label(context.phrasebook, item.evidence) for item in items]
    words = [
        confirmation_sentence(context.phrasebook, item.confirmation) if item.confirmation else "" for item in items
    ]
    measures, standings = _weights(context)
    return [
        Column(title=say(N_("Status")), values=statuses, style=Style.CENTER, width=12.0),
        Column(title=say(N_("How it is known")), values=known, style=Style.CENTER, width=16.0),
        Column(title=say(N_("The city's confirmation")), values=[text or NONE_SHOWN for text in words], width=26.0),
        Column(title=say(N_("Measures resting on it")), values=measures, style=Style.COUNT, width=10.0),
        Column(title=say(N_("Sources whose standing rests on it")), values=standings, style=Style.COUNT, width=12.0),
        Column(title=say(N_("Id of the rule")), values=[item.id for item in items], width=36.0),
    ]


def _weights(context: OrderContext) -> tuple[list[int], list[int]]:
    """How many measures and how many standings rest on each citation."""
    cited = [name for item in context.plan.curtailments for name in item.citations]
    measures = Counter(FILED_TAG if name.startswith(f"{FILED_TAG}:") else name for name in cited)
    standings = Counter(context.problem.sources.standing_citation)
    ids = [item.id for item in context.problem.citations]
    return [measures[name] for name in ids], [standings[name] for name in ids]
