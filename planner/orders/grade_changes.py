"""The column that tells a firm that its grade has moved; absent where no grade of a sheet did."""

import pandas as pd

from planner.compare import grade_move_sentence, recent_moves
from planner.orders.context import OrderContext
from planner.orders.names import NONE_SHOWN
from planner.orders.sheets import Column
from planner.terms import N_

__all__ = ["grade_changes"]


def grade_changes(context: OrderContext, table: pd.DataFrame) -> list[Column]:
    """One column of the recent moves of each row, a line each; no column where there are none.

    Args:
        context: the plan on its way to paper.
        table: rows with `enterprise_id`, `key_industry` and `sub_process`.
    """
    moves = recent_moves(context.problem)
    processes = zip(table["enterprise_id"], table["key_industry"], table["sub_process"], strict=True)
    told = [
        "\n".join(grade_move_sentence(context.phrasebook, move) for move in moves.get(process, ()))
        for process in processes
    ]
    if not any(told):
        return []
    title = context.phrasebook.say(N_("Change of grade"))
    return [Column(title=title, values=[text or NONE_SHOWN for text in told], width=26.0, total="")]
