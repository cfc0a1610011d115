"""The change order: who is told something else than by the order in force, source by source, from what to what."""

from xlsxwriter import Workbook

from planner.compare import change_kind_label, change_sentences, told_sentence
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column, Sheet
from planner.orders.styles import Style, Styles
from planner.terms import N_

__all__ = ["write_changes"]


def write_changes(book: Workbook, styles: Styles, context: OrderContext) -> None:
    """One row a source that is told something else; no sheet where no order is in force."""
    changes, say, phrasebook = context.plan.changes, context.phrasebook.say, context.phrasebook
    if changes is None:
        return
    rows = [(firm, source) for firm in changes.firms for source in firm.sources]
    columns = [
        Column(title=say(N_("No.")), values=list(range(1, len(rows) + 1)), style=Style.COUNT, width=6.0),
        Column(title=say(N_("Name")), values=[firm.name or NONE_SHOWN for firm, _ in rows], width=24.0),
        Column(title=say(N_("Unified social credit code")), values=[firm.owner for firm, _ in rows], width=20.0),
        Column(title=say(N_("Source")), values=[source.source_id for _, source in rows], width=14.0),
        Column(
            title=say(N_("Change")), values=[change_kind_label(phrasebook, firm.kind) for firm, _ in rows], width=14.0
        ),
        Column(
            title=say(N_("Told so far")),
            values=[told_sentence(phrasebook, item.before) for _, item in rows],
            width=30.0,
        ),
        Column(
            title=say(N_("Told now")), values=[told_sentence(phrasebook, item.after) for _, item in rows], width=30.0
        ),
    ]
    sheet = Sheet(book, styles, phrasebook, say(N_("7 Change order")), len(columns))
    notes = [context.safety_note, *change_sentences(context.problem, context.plan, phrasebook)]
    sheet.preamble(context.title(say(N_("change order"))), notes, context.mark)
    sheet.table(columns, is_main=True)
