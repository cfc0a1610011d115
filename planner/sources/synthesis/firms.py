"""Which firms the city has, with which lines, where, and of which grade."""

from dataclasses import dataclass

import numpy as np

from planner.sources.synthesis.draws import Draws, Floats, Ints
from planner.sources.synthesis.parameters import CityParameters
from planner.terms import Grade, Guarantee

__all__ = ["GRADES", "GUARANTEES", "Firms", "Roster", "found_roster"]

GRADES: tuple[Grade, ...] = tuple(Grade)
GUARANTEES: tuple[Guarantee, ...] = tuple(Guarantee)
_GUARANTEE_COLUMNS = (Guarantee.HEAT, Guarantee.POWER, Guarantee.OUTPUT, Guarantee.CO_DISPOSAL)
_EXEMPT_LEVELS = ("yellow", "orange", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class Firms:
    """One entry a firm.

    Attributes:
        kind: row in the table of firm types.
        serial: number within the kind, from 1.
        county: row in the table of counties.
        guarantee: index into GUARANTEES.
        exempt_rank: 0 none, 1 yellow, 2 orange, 3 red.
        white_listed: on a low-VOC white list.
        light: of a kind sited as light industry.
    """

    kind: Ints
    serial: Ints
    county: Ints
    guarantee: Ints
    exempt_rank: Ints
    white_listed: Ints
    light: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Firms and, one entry a line, which firm and process it belongs to.

    Attributes:
        firm: index of the firm.
        factor: row in the table of factors.
        group: index of the (firm, process) pair.
        ordinal: number of the line within its pair, from 1.
        group_size: lines of the pair.
        line_number: number of the line within its firm, from 1.
        grade: index into GRADES.
    """

    firms: Firms
    firm: Ints
    factor: Ints
    group: Ints
    ordinal: Ints
    group_size: Ints
    line_number: Ints
    grade: Ints


def found_roster(parameters: CityParameters, lines: int, draws: Draws) -> Roster:
    """Exactly `lines` lines and their firms; the last firm type (small workshops) fills what the others leave."""
    kind = _kinds(parameters, lines)
    firm, factor = _pairs(parameters, kind)
    size = _line_counts(parameters, factor, draws)
    spare = lines - int(size.sum())
    if spare > 0:
        filler = len(parameters.firms) - 1
        kind = np.concatenate([kind, np.full(spare, filler)])
        firm, factor = _pairs(parameters, kind)
        size = np.concatenate([size, _line_counts(parameters, factor[len(size) :], draws)])
    size = np.clip(lines - (np.cumsum(size) - size), 0, size)
    return _roster(parameters, kind, (firm[size > 0], factor[size > 0], size[size > 0]), draws)


def _kinds(parameters: CityParameters, lines: int) -> Ints:
    scale = lines / parameters.value("size.reference_lines")
    stated = parameters.firms["enterprises"].to_numpy(dtype=np.float64)
    lowest = parameters.firms["minimum_enterprises"].to_numpy(dtype=np.int64)
    counts = np.maximum(np.floor(stated * scale + 0.5).astype(np.int64), lowest)
    return np.repeat(np.arange(len(counts)), counts)


def _pairs(parameters: CityParameters, kind: Ints) -> tuple[Ints, Ints]:
    """Firm and factor row of each process of each firm; the factors stand in the order of the firm types."""
    owner = parameters.type_of_factor
    processes = np.bincount(owner, minlength=len(parameters.firms))
    order = np.argsort(owner, kind="stable")
    first = np.concatenate(([0], np.cumsum(processes)[:-1]))
    firm = np.repeat(np.arange(len(kind)), processes[kind])
    start = np.repeat(np.cumsum(processes[kind]) - processes[kind], processes[kind])
    return firm, order[first[kind[firm]] + np.arange(len(firm)) - start]


def _line_counts(parameters: CityParameters, factor: Ints, draws: Draws) -> Ints:
    low, high = parameters.factor("lines_low", factor), parameters.factor("lines_high", factor)
    drawn = draws.spread("line count", factor)
    return np.floor(low + drawn * (high - low + 1)).astype(np.int64)


def _roster(parameters: CityParameters, kind: Ints, pairs: tuple[Ints, Ints, Ints], draws: Draws) -> Roster:
    pair_firm, pair_factor, size = pairs
    kept, pair_firm = np.unique(pair_firm, return_inverse=True)
    firms = _firms(parameters, kind[kept], draws)
    grade = _pair_grades(parameters, firms, pair_firm, pair_factor, draws)
    group = np.repeat(np.arange(len(size)), size)
    firm = pair_firm[group]
    position = np.arange(len(group))
    return Roster(
        firms=firms,
        firm=firm,
        factor=pair_factor[group],
        group=group,
        ordinal=position - (np.cumsum(size) - size)[group] + 1,
        group_size=size[group],
        line_number=position - np.searchsorted(firm, firm) + 1,
        grade=grade[group],
    )


def _firms(parameters: CityParameters, kind: Ints, draws: Draws) -> Firms:
    table = parameters.firms
    light = (table["siting"].to_numpy(dtype=str) == "light").astype(np.int64)[kind]
    white = table["white_listed_share"].to_numpy(dtype=np.float64)[kind]
    return Firms(
        kind=kind,
        serial=np.arange(len(kind)) - np.searchsorted(kind, kind) + 1,
        county=_counties(parameters, light, draws),
        guarantee=_guarantees(parameters, kind, draws),
        exempt_rank=_exemptions(parameters, light, draws),
        white_listed=(draws.spread("white list", kind) < white).astype(np.int64),
        light=light,
    )


def _counties(parameters: CityParameters, light: Ints, draws: Draws) -> Ints:
    drawn = draws.spread("county", light)
    heavy_county = _pick(parameters.counties["heavy_weight"].to_numpy(dtype=np.float64), drawn)
    light_county = _pick(parameters.counties["light_weight"].to_numpy(dtype=np.float64), drawn)
    return np.where(light == 1, light_county, heavy_county)


def _guarantees(parameters: CityParameters, kind: Ints, draws: Draws) -> Ints:
    drawn = draws.spread("guarantee", kind)
    shares = [parameters.firms[f"{name}_share"].to_numpy(dtype=np.float64)[kind] for name in _GUARANTEE_COLUMNS]
    chosen: Ints = np.sum(drawn >= np.cumsum(shares, axis=0), axis=0)
    codes = [*(GUARANTEES.index(name) for name in _GUARANTEE_COLUMNS), GUARANTEES.index(Guarantee.NONE)]
    found: Ints = np.array(codes, dtype=np.int64)[chosen]
    return found


def _exemptions(parameters: CityParameters, light: Ints, draws: Draws) -> Ints:
    drawn = draws.spread("exemption", light)
    bounds = np.cumsum([parameters.value(f"exempt.{level}") for level in _EXEMPT_LEVELS])
    rank = np.searchsorted(bounds, drawn, side="right") + 1
    return np.where((light == 1) & (rank <= len(_EXEMPT_LEVELS)), rank, 0)


def _pair_grades(parameters: CityParameters, firms: Firms, firm: Ints, factor: Ints, draws: Draws) -> Ints:
    drawn = draws.spread("grade", firms.kind)[firm]
    scheme = parameters.factors["scheme"].to_numpy(dtype=str)[factor]
    grade = np.full(len(firm), GRADES.index(Grade.NONE), dtype=np.int64)
    for name, rows in parameters.grades.groupby("scheme", sort=True):
        codes = np.array([GRADES.index(Grade(code)) for code in rows["grade"]], dtype=np.int64)
        here = scheme == name
        grade[here] = codes[_pick(rows["share"].to_numpy(dtype=np.float64), drawn[here])]
    return grade


def _pick(weights: Floats, drawn: Floats) -> Ints:
    """Index of the weight in whose part of the total each draw lies."""
    bounds = np.cumsum(weights) / weights.sum()
    return np.minimum(np.searchsorted(bounds, drawn, side="right"), len(weights) - 1).astype(np.int64)
