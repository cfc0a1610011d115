"""Measures, the three modes, where a measure comes from, and how a source stands to an order."""

from enum import StrEnum

__all__ = [
    "DUTY_MEASURES",
    "KEPT_SHARE_DIGITS",
    "LOAD_MEASURES",
    "Basis",
    "Measure",
    "Mode",
    "Standing",
    "measure_tag",
    "split_tag",
]

KEPT_SHARE_DIGITS = 6
"""Kept shares are held to this many decimals, so that 1 - 0.2 and 0.8 are one option."""


class Measure(StrEnum):
    """One thing that an order tells a source to do. 停产 (halt) is not 限产100 %."""

    HALT = "halt"
    HOLD_HOT = "hold_hot"
    LIMIT = "limit"
    HALT_LINES = "halt_lines"
    COKING_TIME = "coking_time"
    HEATS_PER_DAY = "heats_per_day"
    LOWEST_DAY = "lowest_day"
    CYCLE = "cycle"
    CHAMBERS_STOP = "chambers_stop"
    TRUCK_BAN_CN3 = "truck_ban_cn3"
    TRUCK_BAN_CN4 = "truck_ban_cn4"
    TRUCK_BAN_CN5_GAS = "truck_ban_cn5_gas"
    TRUCK_ENTRIES_CUT = "truck_entries_cut"
    ROAD_HAULAGE_STOP = "road_haulage_stop"
    ODD_EVEN = "odd_even"
    MACHINERY_BAN_CN2 = "machinery_ban_cn2"
    MACHINERY_BAN_CN3 = "machinery_ban_cn3"
    EARTHWORK_STOP = "earthwork_stop"
    YARD_STOP = "yard_stop"
    ROAD_CLEANING = "road_cleaning"
    CONCENTRATION_CAP = "concentration_cap"
    COAL_QUALITY = "coal_quality"
    TREATMENT_LAST = "treatment_last"
    RELAXED_AFTER = "relaxed_after"
    SELF = "self"
    NO_MEASURE = "no_measure"


LOAD_MEASURES: frozenset[Measure] = frozenset(
    {
        Measure.HALT,
        Measure.HOLD_HOT,
        Measure.LIMIT,
        Measure.HALT_LINES,
        Measure.COKING_TIME,
        Measure.HEATS_PER_DAY,
        Measure.LOWEST_DAY,
        Measure.CYCLE,
        Measure.CHAMBERS_STOP,
    }
)
"""Measures that take away load of a line; all but `self` and `no_measure` of the others are duties."""

DUTY_MEASURES: tuple[Measure, ...] = tuple(
    item for item in Measure if item not in LOAD_MEASURES and item not in (Measure.SELF, Measure.NO_MEASURE)
)
"""Measures that ask for conduct; for fleets and sites they may take kilograms away."""


def measure_tag(measure: Measure, *details: float | str) -> str:
    """The measure as plans carry it, with the numbers and words that an order must name.

    >>> measure_tag(Measure.COKING_TIME, 36.0)
    'coking_time:36'
    """
    return ":".join((str(measure), *(item if isinstance(item, str) else f"{item:g}" for item in details)))


def split_tag(tag: str) -> tuple[str, tuple[str, ...]]:
    """The measure's code and its details as text.

    >>> split_tag("cycle:48:12")
    ('cycle', ('48', '12'))
    """
    code, *details = tag.split(":")
    return code, tuple(details)


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
