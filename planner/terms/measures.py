"""Measures, the three modes, where a measure comes from, and how a source stands to an order."""

from enum import StrEnum

__all__ = ["KEPT_SHARE_DIGITS", "Basis", "Measure", "Mode", "Standing"]

KEPT_SHARE_DIGITS = 6
"""Kept shares are held to this many decimals, so that 1 - 0.2 and 0.8 are one option."""


class Measure(StrEnum):
    """One thing that an order tells a source to do. 停产 (halt) is not 限产100 %."""

    HALT = "halt"
    HOLD_HOT = "hold_hot"
    LIMIT = "limit"
    HALT_LINES = "halt_lines"
    TRUCK_BAN_CN4 = "truck_ban_cn4"
    ROAD_HAULAGE_STOP = "road_haulage_stop"
    ODD_EVEN = "odd_even"
    MACHINERY_BAN_CN2 = "machinery_ban_cn2"
    EARTHWORK_STOP = "earthwork_stop"
    YARD_STOP = "yard_stop"
    ROAD_CLEANING = "road_cleaning"
    SELF = "self"
    NO_MEASURE = "no_measure"


class Mode(StrEnum):
    """What the solver may choose from; named on every page and order."""

    FILED = "filed"
    FILL = "fill"
    DESIGN = "design"


class Basis(StrEnum):
    """The last reason that applied to a measure."""

    FLOOR = "floor"
    FILED = "filed"
    CHOSEN = "chosen"


class Standing(StrEnum):
    """How a source stands to an order; all but `orderable` say why nothing (more) may be asked of it."""

    ORDERABLE = "orderable"
    SELF_DETERMINED = "self_determined"
    GUARANTEED = "guaranteed"
    WHITE_LISTED = "white_listed"
    EXEMPT = "exempt"
    SMALL = "small"
    FLEET_OR_SITE = "fleet_or_site"
    REST = "rest"
    UNDETERMINED = "undetermined"
