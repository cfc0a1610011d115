"""The states of a warning (预警): its acts, what they add up to, and what stands against one.

Takes acts, the procedure in force and a moment; gives states, legal acts, clocks, orders and findings. Reads no clock.
Imports compare, plan, rules, errors and terms only.
"""

from planner.episode.check import check_act, needs_second_person
from planner.episode.clocks import Clock, ClockName, clocks_of, next_clock
from planner.episode.fold import apply_act, fold_acts, open_warning
from planner.episode.held import HeldLine, held_lines, holds_all_day
from planner.episode.legal import legal_acts
from planner.episode.orders import EnterpriseOrder, OrderKind, OrderLine, lines_of, orders_between
from planner.episode.procedure import Procedure, procedure_of
from planner.episode.receipts import RECEIPT_STATES, CallRow, OrderRow, Receipt
from planner.episode.records import (
    Act,
    ActKind,
    AirWarning,
    AreaLevel,
    AttachedPlan,
    Channel,
    InForce,
    Notice,
    Office,
    Round,
    Signature,
    Step,
    Terms,
)
from planner.episode.reigns import HeldWarning, Reign, lines_that_hold, reigns_in, weight_in
from planner.episode.roles import PERMITTED, Role, may
from planner.episode.together import Banner, CountyLevel, banner_of, county_levels, is_one_episode
from planner.episode.words import (
    act_label,
    area_sentence,
    clock_label,
    mode_word,
    order_kind_label,
    response_label,
    step_label,
    step_sentence,
)

__all__ = [
    "PERMITTED",
    "RECEIPT_STATES",
    "Act",
    "ActKind",
    "AirWarning",
    "AreaLevel",
    "AttachedPlan",
    "Banner",
    "CallRow",
    "Channel",
    "Clock",
    "ClockName",
    "CountyLevel",
    "EnterpriseOrder",
    "HeldLine",
    "HeldWarning",
    "InForce",
    "Notice",
    "Office",
    "OrderKind",
    "OrderLine",
    "OrderRow",
    "Procedure",
    "Receipt",
    "Reign",
    "Role",
    "Round",
    "Signature",
    "Step",
    "Terms",
    "act_label",
    "apply_act",
    "area_sentence",
    "banner_of",
    "check_act",
    "clock_label",
    "clocks_of",
    "county_levels",
    "fold_acts",
    "held_lines",
    "holds_all_day",
    "is_one_episode",
    "legal_acts",
    "lines_of",
    "lines_that_hold",
    "may",
    "mode_word",
    "needs_second_person",
    "next_clock",
    "open_warning",
    "order_kind_label",
    "orders_between",
    "procedure_of",
    "reigns_in",
    "response_label",
    "step_label",
    "step_sentence",
    "weight_in",
]
