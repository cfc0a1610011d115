"""What each line does and emits on a normal day, and how it may be run."""

from dataclasses import dataclass

import numpy as np

from planner.sources.synthesis.draws import Draws, Floats, Ints, between
from planner.sources.synthesis.firms import GRADES, GUARANTEES, Roster
from planner.sources.synthesis.parameters import CityParameters
from planner.terms import POLLUTANTS, Guarantee, OperatingStatus

__all__ = ["STATUSES", "Activity", "draw_activity"]

STATUSES: tuple[OperatingStatus, ...] = tuple(OperatingStatus)
_FEWEST_WITH_SPARE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One entry a line; whole numbers throughout, so that sums are exact.

    Attributes:
        units: activity of a normal day, in the factor's own unit.
        grams: grams a day, one column a pollutant in the order of POLLUTANTS.
        value_yuan: value added a day.
        status: index into STATUSES.
        guaranteed: 1 where a guarantee holds on this line.
        guarantee: index into GUARANTEES.
        can_stop: 1 where the line can be halted.
        minimum_percent: lowest safe load.
        hold_percent: emissions that remain while held hot.
        coal: 1 where coal is burnt.
        monitored: 1 where a CEMS stands.
    """

    units: Ints
    grams: Ints
    value_yuan: Ints
    status: Ints
    guaranteed: Ints
    guarantee: Ints
    can_stop: Ints
    minimum_percent: Ints
    hold_percent: Ints
    coal: Ints
    monitored: Ints

    @property
    def running(self) -> Ints:
        """1 where the line counts in the base."""
        return np.equal(self.status, STATUSES.index(OperatingStatus.RUNNING)).astype(np.int64)


def draw_activity(parameters: CityParameters, roster: Roster, draws: Draws) -> Activity:
    """Activity, emissions and operation of every line."""
    units = _units(parameters, roster, draws)
    guarantee = _line_guarantee(parameters, roster)
    guaranteed = (guarantee != GUARANTEES.index(Guarantee.NONE)).astype(np.int64)
    can_stop = (draws.spread("can stop", roster.factor) < parameters.factor("stop_share", roster.factor)).astype(int)
    value = parameters.factor("value_added_yuan_per_unit", roster.factor) * _around_one(parameters, roster, draws)
    return Activity(
        units=units,
        grams=_grams(parameters, roster, units, draws),
        value_yuan=np.rint(units * value).astype(np.int64),
        status=_status(parameters, roster, draws),
        guaranteed=guaranteed,
        guarantee=guarantee,
        can_stop=can_stop,
        minimum_percent=_minimum_percent(parameters, roster, guaranteed, draws),
        hold_percent=_hold_percent(parameters, roster, draws) * can_stop,
        coal=_firm_flag(parameters, roster, "coal_share", draws),
        monitored=_firm_flag(parameters, roster, "monitored_share", draws),
    )


def _around_one(parameters: CityParameters, roster: Roster, draws: Draws) -> Floats:
    low, high = (parameters.value(f"value_added.around_{end}") for end in ("low", "high"))
    return low + (high - low) * draws.uniform("value", len(roster.factor))


def _units(parameters: CityParameters, roster: Roster, draws: Draws) -> Ints:
    """More small lines than large ones; whole steps, so that a share of them is a round number."""
    drawn = draws.spread("activity", roster.factor)
    low, high = (parameters.factor(f"activity_{end}", roster.factor) for end in ("low", "high"))
    step = parameters.factor("activity_step", roster.factor)
    steps = np.floor(between(low, high, (drawn + drawn * drawn) / 2) / step + 0.5)
    return (np.maximum(steps, 1) * step).astype(np.int64)


def _grams(parameters: CityParameters, roster: Roster, units: Ints, draws: Draws) -> Ints:
    multiplier = np.array([parameters.value(f"grade_multiplier.{grade}") for grade in GRADES])[roster.grade]
    columns = []
    for pollutant in POLLUTANTS:
        low, high = (parameters.factor(f"{pollutant}_{end}", roster.factor) for end in ("low", "high"))
        per_unit = between(low, high, draws.uniform(f"factor {pollutant}", len(units)))
        columns.append(np.rint(per_unit * multiplier * units * 1000.0).astype(np.int64))
    return np.stack(columns, axis=1)


def _line_guarantee(parameters: CityParameters, roster: Roster) -> Ints:
    """A firm's guarantee holds on its main process, the first of its factors."""
    owner = parameters.type_of_factor
    main = (np.concatenate(([True], owner[1:] != owner[:-1])))[roster.factor]
    return np.where(main, roster.firms.guarantee[roster.firm], GUARANTEES.index(Guarantee.NONE))


def _minimum_percent(parameters: CityParameters, roster: Roster, guaranteed: Ints, draws: Draws) -> Ints:
    drawn = draws.uniform("minimum load", len(guaranteed))
    own_low, own_high = (parameters.factor(f"minimum_load_{end}", roster.factor) for end in ("low", "high"))
    own = between(own_low, own_high, drawn)
    low, high = (parameters.value(f"guarantee.minimum_load_{end}") for end in ("low", "high"))
    share = np.where(guaranteed == 1, between(low, high, drawn), own)
    return np.asarray(np.rint(share * 100), dtype=np.int64)


def _hold_percent(parameters: CityParameters, roster: Roster, draws: Draws) -> Ints:
    held = draws.spread("hold hot", roster.factor) < parameters.factor("hold_share", roster.factor)
    low, high = (parameters.factor(f"hold_{end}", roster.factor) for end in ("low", "high"))
    drawn = draws.uniform("hold hot share", len(held))
    return np.where(held, np.rint(between(low, high, drawn) * 100), 0).astype(np.int64)


def _status(parameters: CityParameters, roster: Roster, draws: Draws) -> Ints:
    resting = draws.spread("resting", roster.factor) < parameters.factor("idle_share", roster.factor)
    idle = draws.uniform("idle", len(resting)) < parameters.value("status.idle")
    drawn = draws.uniform("spare firm", int(roster.group[-1]) + 1)[roster.group]
    with_spare = drawn < parameters.factor("spare_share", roster.factor)
    last_third = roster.ordinal > roster.group_size - roster.group_size // _FEWEST_WITH_SPARE
    status = np.where(with_spare & last_third, STATUSES.index(OperatingStatus.SPARE), 0)
    resting_status = np.where(idle, STATUSES.index(OperatingStatus.IDLE), STATUSES.index(OperatingStatus.DISMANTLED))
    return np.where(resting, resting_status, status).astype(np.int64)


def _firm_flag(parameters: CityParameters, roster: Roster, column: str, draws: Draws) -> Ints:
    """1 for the stated share of firms, the same for all lines of one process."""
    share = parameters.factor(column, roster.factor)
    drawn = draws.uniform(column, int(roster.group[-1]) + 1)[roster.group]
    return (drawn < share).astype(np.int64)
