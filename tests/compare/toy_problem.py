"""A city of eleven sources, one of every kind that an order meets, and its plan: small enough to add up by hand."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

import numpy as np

from planner.plan import Plan, assemble_plan
from planner.problem import (
    NO_INDEX,
    Citation,
    CohortTable,
    OptionTable,
    PlanProblem,
    ProblemHeader,
    ShareRuleTable,
    SourceTable,
    Targets,
    UnitTable,
)
from planner.problem.records import BASES
from planner.terms import BEIJING, POLLUTANTS, Level, Mode

__all__ = ["CUT", "ToyOption", "ToySource", "toy_city", "toy_plan", "toy_problem"]

CUT = "national.reduction.share.orange"
_TRUCKS = "national.transport.duty.truck_ban_cn4.orange"
_MENU = "national.menu.c.halt"
_PLANT = (100.0, 200.0, 50.0, 20.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyOption:
    """One option; `cut` is the share of each pollutant that it takes away, in POLLUTANTS order, None: 1 - kept."""

    kept: float = 1.0
    halts: bool = False
    measures: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    basis: str = "floor"
    cost: float = 0.0
    cut: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToySource:
    """One source with its menu and the option that the plan takes."""

    source_id: str
    name: str
    kind: str = "line"
    sector: str = "industry"
    county: str = "140403"
    line_id: str = "1#"
    grade: str = "C"
    standing: str = "orderable"
    standing_citation: str = ""
    process: str = "main"
    base: tuple[float, ...] = _PLANT
    hours: float = 4.0
    options: tuple[ToyOption, ...] = (ToyOption(),)
    chosen: int = 0

    @property
    def enterprise_id(self) -> str:
        return "" if self.kind in ("fleet", "site", "rest") else f"firm-{self.source_id[0]}"


_HALT = ToyOption(kept=0.0, halts=True, measures=("halt",), citations=(CUT, _MENU), basis="chosen", cost=3000.0)
_LIMIT = ToyOption(
    kept=0.7, measures=("truck_ban_cn4", "limit"), citations=(_TRUCKS, "list"), basis="filed", cost=900.0
)
_HOT = ToyOption(
    kept=0.0, halts=True, measures=("hold_hot",), citations=("list",), basis="filed", cost=5000.5, cut=(0.9,) * 4
)
_LOWEST = ToyOption(kept=0.62, measures=("limit",), citations=("list",), basis="filed", cost=380.0)
_DUTY = ToyOption(measures=("truck_ban_cn4",), citations=(_TRUCKS,))
_ROAD = ToyOption(
    kept=0.92, measures=("truck_ban_cn4",), citations=("national.mobile.road",), cost=10.0, cut=(0.0, 0.08, 0.0, 0.0)
)
_EARTH = ToyOption(
    kept=0.2, measures=("earthwork_stop",), citations=("national.dust",), cost=20.0, cut=(0.0, 0.0, 0.8, 0.0)
)


def toy_city() -> tuple[ToySource, ...]:
    """A line that halts, one that limits, one held hot, a guaranteed boiler, a duty; who is free; fleet, site, rest."""
    return (
        ToySource(source_id="a-1", name="甲厂", options=(ToyOption(), _HALT), chosen=1),
        ToySource(source_id="a-2", name="甲厂", line_id="2#", options=(_LIMIT,)),
        ToySource(source_id="b-1", name="乙窑", county="140404", options=(_HOT,), hours=24.0),
        ToySource(
            source_id="c-1",
            name="丙热力",
            kind="boiler",
            grade="none",
            standing="guaranteed",
            standing_citation="national.standing.heat",
            options=(_LOWEST,),
        ),
        ToySource(source_id="d-1", name="丁厂", options=(_DUTY,)),
        ToySource(source_id="e-1", name="戊厂", grade="A", standing="self_determined", standing_citation="city.a"),
        ToySource(source_id="f-1", name="己厂", standing="exempt", standing_citation="national.standing.exempt"),
        ToySource(source_id="g-1", name="庚厂", options=(ToyOption(), _HALT), base=(0.0, 0.0, 0.0, 5.0)),
        _other("h-fleet", "fleet", "mobile", _ROAD, (10.0, 1000.0, 20.0, 300.0)),
        _other("i-site", "site", "dust", _EARTH, (0.0, 0.0, 400.0, 0.0)),
        _other("j-rest", "rest", "other", ToyOption(), (300.0, 100.0, 200.0, 500.0)),
    )


def _other(name: str, kind: str, sector: str, option: ToyOption, base: tuple[float, ...]) -> ToySource:
    standing = "rest" if kind == "rest" else "fleet_or_site"
    return ToySource(
        source_id=name,
        name=name,
        kind=kind,
        sector=sector,
        line_id="",
        grade="none",
        standing=standing,
        base=base,
        hours=0.0,
        options=(option,),
    )


def toy_plan(city: tuple[ToySource, ...] | None = None, **header: object) -> tuple[PlanProblem, Plan]:
    """The problem of a city and the plan that its sources choose."""
    sources = city or toy_city()
    problem = toy_problem(sources, **header)
    chosen = problem.sources.first_option[:-1] + np.array([source.chosen for source in sources], dtype=np.int64)
    return problem, assemble_plan(problem, chosen)


def toy_problem(city: tuple[ToySource, ...], **header: object) -> PlanProblem:
    """The problem of a city at orange, without cohorts and share rules."""
    none = np.zeros(0, dtype=np.int64)
    return PlanProblem(
        header=_header(**header),
        targets=Targets(
            share=np.array([0.0, 0.0, 0.2, 0.02]), exchange_sum_share=0.4, level_share=0.2, warning_share=0.1
        ),
        sources=_sources(city),
        options=_options(city),
        cohorts=CohortTable(
            group=none, rank=none, steps=np.array([0.0, 1.0]), allowed=np.zeros((0, 2), dtype=bool), label=()
        ),
        units=UnitTable(
            cohort=none,
            halts_min=np.zeros((0, 2), dtype=np.int64),
            halts_max=np.zeros((0, 2), dtype=np.int64),
            label=(),
        ),
        share_rules=ShareRuleTable(
            first_member=np.zeros(1, dtype=np.int64),
            member=none,
            weight=np.zeros(0),
            required=np.zeros(0),
            citation=(),
            label=(),
        ),
        citations=_citations(),
    )


def _header(**changes: object) -> ProblemHeader:
    fields = {
        "city_code": "140400",
        "city_slug": "changzhi",
        "level": Level.ORANGE,
        "mode": Mode.FILL,
        "on": date(2026, 11, 23),
        "start": datetime(2026, 11, 24, tzinfo=BEIJING),
        "end": None,
        "duration_days": 3,
        "list_sha256": "1" * 64,
        "rules_sha256": "2" * 64,
        **changes,
    }
    return ProblemHeader(**fields)  # type: ignore[arg-type]


def _sources(city: tuple[ToySource, ...]) -> SourceTable:
    count, base = len(city), np.array([source.base for source in city])
    pm = base[:, POLLUTANTS.index("pm")]
    sizes = [len(source.options) for source in city]
    return SourceTable(
        source_id=tuple(source.source_id for source in city),
        enterprise_id=tuple(source.enterprise_id for source in city),
        enterprise_name=tuple(source.name for source in city),
        line_id=tuple(source.line_id for source in city),
        line_name=("",) * count,
        kind=tuple(source.kind for source in city),
        sector=tuple(source.sector for source in city),
        county_code=tuple(source.county for source in city),
        industry_code=("0000",) * count,
        key_industry=("cement",) * count,
        sub_process=tuple(source.process for source in city),
        grade=tuple(source.grade for source in city),
        standing=tuple(source.standing for source in city),
        standing_citation=tuple(source.standing_citation for source in city),
        base_kg_per_day=base,
        particles_kg_per_day=np.column_stack([pm * 0.5, pm * 0.25]),
        safe_stop_hours=np.array([source.hours for source in city]),
        can_stop=np.ones(len(city), dtype=bool),
        monitored=np.zeros(len(city), dtype=bool),
        meter_id=tuple("" for _ in city),
        list_sheet=tuple("" for _ in city),
        list_row=np.arange(2, count + 2),
        first_option=np.array([0, *accumulate(sizes)]),
        floor_kg_per_day=np.zeros((count, len(POLLUTANTS))),
        filed_kg_per_day=np.zeros((count, len(POLLUTANTS))),
        cohort=np.full(count, NO_INDEX),
        unit=np.full(count, NO_INDEX),
        step_option=np.full((count, 2), NO_INDEX),
    )


def _options(city: tuple[ToySource, ...]) -> OptionTable:
    pairs = [(place, option) for place, source in enumerate(city) for option in source.options]
    measures = sorted({option.measures for _, option in pairs})
    citations = sorted({option.citations for _, option in pairs})
    cuts = [option.cut or (1.0 - option.kept,) * len(POLLUTANTS) for _, option in pairs]
    return OptionTable(
        source=np.array([place for place, _ in pairs]),
        kept_share=np.array([option.kept for _, option in pairs]),
        halts=np.array([option.halts for _, option in pairs]),
        reduction_kg_per_day=np.array([city[place].base for place, _ in pairs]) * np.array(cuts),
        cost_yuan=np.array([option.cost for _, option in pairs]),
        measures=np.array([measures.index(option.measures) for _, option in pairs]),
        citations=np.array([citations.index(option.citations) for _, option in pairs]),
        basis=np.array([[str(basis) for basis in BASES].index(option.basis) for _, option in pairs]),
        measure_sets=tuple(measures),
        citation_sets=tuple(citations),
    )


def _citations() -> tuple[Citation, ...]:
    return (
        _citation("city.a", "30", status="confirmed", number=""),
        _citation("list", "the source's own row", status="filed"),
        _citation("national.dust", status="to-confirm", number=""),
        _citation(_MENU),
        _citation("national.mobile.road", number=""),
        _citation(CUT, status="confirmed"),
        _citation("national.standing.exempt"),
        _citation("national.standing.heat"),
        _citation(_TRUCKS),
    )


def _citation(
    name: str, clause: str = "clause not stated in source", status: str = "to-confirm", number: str = "函〔2020〕340号"
) -> Citation:
    evidence = {"confirmed": "read", "filed": "filed"}.get(status, "second_hand")
    return Citation(
        id=name,
        kind="filed" if status == "filed" else "floor",
        instrument="技术指南",
        number=number,
        clause=clause,
        title_zh=f"规则{name}",
        title=f"Rule {name}",
        status=status,
        evidence=evidence,
    )
