"""Commands of a plan: plan, explain, export-model, orders."""

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from planner.plan import Status, written_apart
from planner.service.bootstrap import open_planner
from planner.service.commands.list_map import EstimateOption
from planner.service.commands.options import (
    AlternativesOption,
    ByDayOption,
    ChangePriceOption,
    CityOption,
    ComplianceOption,
    DaysOption,
    DifferOption,
    EndOption,
    FromOrderOption,
    GapOption,
    GradeOrderOption,
    GradeOrderPriceOption,
    GradesOption,
    JsonOption,
    LevelOption,
    ListOption,
    MaxChangesOption,
    ModeOption,
    NoticeOption,
    OffPeakOption,
    OnOption,
    OutOption,
    PricesOption,
    RobustOption,
    RobustProbabilityOption,
    SeasonOption,
    SeasonToleranceOption,
    StartOption,
    WhyNotOption,
    WithinOption,
)
from planner.service.commands.papers import ByOption, FormatOption, TemplatesOption, write_plan_papers
from planner.service.console import (
    finding_json,
    log,
    print_findings,
    print_json,
    print_text,
    read_text,
    speak,
    stdout_kept_clean,
    write_text,
)
from planner.service.plan_words import explanation_lines, plan_lines, stage_sentence
from planner.service.planner import Planner
from planner.service.records import SEASON_TOLERANCE, Extras, FormerOrder, PlanOutcome, PlanRequest, RobustAsked
from planner.service.second_looks import REPLACEMENT_GAP
from planner.solve import DEFAULT_GAP
from planner.terms import N_, POLLUTANTS, GradeOrder, Level, Mode

__all__ = ["PlanArgument", "explain", "export_model", "orders", "plan", "plan_sidecar"]

STOPPED, NOT_MET = 1, 3
DEFAULT_EXTRAS = Extras()
MOST_SOURCES_INSIDE = 10_000
PlanArgument = Annotated[Path, typer.Argument(help="Plan file that `planner plan --out` wrote.")]


def plan(
    city: CityOption,
    level: LevelOption,
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    estimate: EstimateOption = False,
    on: OnOption = None,
    start: StartOption = None,
    end: EndOption = None,
    days: DaysOption = None,
    gap: GapOption = DEFAULT_GAP,
    off_peak: OffPeakOption = None,
    grades: GradesOption = None,
    grade_order: GradeOrderOption = GradeOrder.HARD,
    grade_order_price: GradeOrderPriceOption = None,
    season: SeasonOption = None,
    season_tolerance: SeasonToleranceOption = SEASON_TOLERANCE,
    prices: PricesOption = False,
    why_not: WhyNotOption = False,
    alternatives: AlternativesOption = 0,
    within: WithinOption = DEFAULT_EXTRAS.within,
    differ: DifferOption = DEFAULT_EXTRAS.differ,
    by_day: ByDayOption = False,
    notice: NoticeOption = None,
    from_order: FromOrderOption = None,
    max_changes: MaxChangesOption = None,
    change_price: ChangePriceOption = None,
    robust: RobustOption = 0,
    robust_probability: RobustProbabilityOption = 0.0,
    compliance: ComplianceOption = None,
    out: OutOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the cheapest fair measures that meet the cuts, and have them refereed."""
    planner, phrasebook = open_planner(), speak()
    request = _request(planner, city, level, mode, list_file, on, (start, end, days), gap)
    extras = Extras(prices=prices, why_not=why_not, alternatives=alternatives, within=within, differ=differ)
    extras = extras if alternatives else replace(extras, within=DEFAULT_EXTRAS.within, differ=DEFAULT_EXTRAS.differ)
    request = replace(request, off_peak=off_peak, grades=grades, extras=extras, estimate=estimate)
    request = replace(request, season=season, season_tolerance=season_tolerance)
    request = replace(request, grade_order=grade_order, grade_order_price_yuan=grade_order_price)
    request = replace(request, by_day=by_day, notice_hours=notice)
    asked = RobustAsked(failures=robust, probability=robust_probability, compliance=compliance)
    request = replace(request, robust=None if asked == RobustAsked() else asked)
    request = replace(request, from_order=_former_order(planner, from_order, max_changes, change_price))
    log(phrasebook.say(N_("Reading the list and the rules ...")))
    with stdout_kept_clean():
        outcome = planner.plan(request, lambda stage: log(stage_sentence(stage, phrasebook)))
    print_findings(outcome.findings, phrasebook)
    if as_json:
        _print_document(outcome, [finding_json(item, phrasebook) for item in outcome.findings])
    else:
        print_text("\n".join(plan_lines(outcome, phrasebook)))
    if out is not None and outcome.document is not None:
        _write(outcome, out)
    raise typer.Exit(_exit_code(outcome))


def explain(
    file: PlanArgument,
    enterprise: Annotated[str, typer.Option("--enterprise", help="Credit code of the firm or id of a source.")],
    replacement: Annotated[bool, typer.Option("--replacement", help="Solve again: what sparing it costs.")] = False,
    other_grades: Annotated[bool, typer.Option("--other-grades", help="What each grade would oblige it to.")] = False,
    list_file: ListOption = None,
    gap: GapOption = REPLACEMENT_GAP,
    as_json: JsonOption = False,
) -> None:
    """Say why this firm, this line, this measure; on demand what sparing it costs and what other grades would mean."""
    planner = open_planner()
    document = planner.read_plan(read_text(file), plan_sidecar(file))
    explanation = planner.explain(document, enterprise)
    with stdout_kept_clean():
        if replacement:
            explanation = replace(explanation, replacement=planner.replacement(document, enterprise, gap))
        if other_grades:
            explanation = replace(explanation, grades=planner.other_grades(document, enterprise, list_file))
    if as_json:
        print_text(json.dumps(_by_pollutant(asdict(explanation)), ensure_ascii=False, indent=2, default=str))
        return
    for line in explanation_lines(explanation, speak()):
        print_text(line)


def export_model(
    city: CityOption,
    level: LevelOption,
    out: Annotated[Path, typer.Option("--out", help="MPS file to write.")],
    mode: ModeOption = Mode.FILL,
    list_file: ListOption = None,
    on: OnOption = None,
    days: DaysOption = None,
    grades: GradesOption = None,
    grade_order: GradeOrderOption = GradeOrder.HARD,
    grade_order_price: GradeOrderPriceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the cost stage in full as MPS, for any outside solver."""
    planner = open_planner()
    asked = _request(planner, city, level, mode, list_file, on, (None, None, days), DEFAULT_GAP)
    request = replace(asked, grades=grades, grade_order=grade_order, grade_order_price_yuan=grade_order_price)
    with stdout_kept_clean():
        text = planner.export_model(request)
    write_text(out, text)
    if as_json:
        print_json({"ok": True, "file": out.name, "bytes": len(text.encode())})
    else:
        print_text(out.name)


def orders(
    file: PlanArgument,
    out: Annotated[Path, typer.Option("--out", help="Folder to write to.")],
    formats: FormatOption = "xlsx",
    by: ByOption = "all",
    templates: TemplatesOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the orders of a plan, from its file alone and never by re-solving."""
    planner = open_planner()
    document = planner.read_plan(read_text(file), plan_sidecar(file))
    write_plan_papers(planner, document, file.stem, out, (formats, by, templates, as_json))


def _by_pollutant(value: Any, name: str = "") -> Any:  # noqa: ANN401 - any part of a JSON document
    """The document with each tuple of kilograms named by its pollutants."""
    if name.endswith("_kg_per_day"):
        return dict(zip((str(item) for item in POLLUTANTS), value, strict=True))
    if isinstance(value, dict):
        return {key: _by_pollutant(item, key) for key, item in value.items()}
    return [_by_pollutant(item) for item in value] if isinstance(value, tuple | list) else value


def _request(
    planner: Planner,
    city: str,
    level: Level,
    mode: Mode,
    list_file: Path | None,
    on: date | None,
    span: tuple[datetime | None, datetime | None, int | None],
    gap: float,
) -> PlanRequest:
    return PlanRequest(
        city=planner.city(city).slug,
        level=level,
        mode=mode,
        on=on or planner.today(),
        start=span[0],
        end=span[1],
        duration_days=span[2],
        gap=gap,
        list_file=list_file,
    )


def _former_order(planner: Planner, file: Path | None, most: int | None, price: float | None) -> FormerOrder | None:
    if file is None:
        if most is not None or price is not None:
            raise typer.BadParameter("--max-changes, --change-price", param_hint="--from-order")
        return None
    document = planner.read_plan(read_text(file), plan_sidecar(file))
    return FormerOrder(document=document, most_changes=most, change_price_yuan=price)


def _print_document(outcome: PlanOutcome, findings: list[dict[str, Any]]) -> None:
    if outcome.document is None:
        print_json({"status": str(outcome.status), "ok": False, "findings": findings})
        return
    large = outcome.document.problem.sources.count > MOST_SOURCES_INSIDE
    print_text(_text_apart(outcome, None) if large else outcome.text)


def _write(outcome: PlanOutcome, out: Path) -> None:
    """The plan file; of a large city the problem goes into a sidecar beside it."""
    assert outcome.document is not None  # noqa: S101 - only a plan is written
    text = outcome.text
    if outcome.document.problem.sources.count > MOST_SOURCES_INSIDE:
        sidecar = out.with_name(f"{out.stem}.problem.json")
        write_text(sidecar, outcome.document.problem_text)
        text = _text_apart(outcome, sidecar.name)
    write_text(out, text + "\n")


def _text_apart(outcome: PlanOutcome, file: str | None) -> str:
    """The plan's text without its problem: it stands in `file`, or is told by its hash alone."""
    assert outcome.document is not None and outcome.written is not None  # noqa: S101, PT018 - only a plan is written
    return written_apart(replace(outcome.document, problem_file=file), outcome.written).text


def plan_sidecar(file: Path) -> str | None:
    """The text of the sidecar that the plan names, where it lies in the same folder; no other path is followed."""
    try:
        name = json.loads(read_text(file))["problem"]["file"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    plain = isinstance(name, str) and name not in ("", ".", "..") and Path(name).name == name
    sidecar = file.with_name(name) if plain else file
    return read_text(sidecar) if plain and sidecar.is_file() else None


def _exit_code(outcome: PlanOutcome) -> int:
    if outcome.document is None:
        return STOPPED
    return NOT_MET if outcome.status is Status.INFEASIBLE else 0
