"""The episode of 5 to 10 December 2015 led through the desk under today's rules, its series dated to December 2026."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.alert import AdviseOptions
from planner.episode import ActKind, AreaLevel, Channel, Office, Role, Signature, Step, Terms
from planner.execution import Evaluation, MeterReading, SiteCheck, VisitOutcome
from planner.service import Planner, PlanRequest, open_planner
from planner.service.desk import DeskRequest, Entered, Person, WarningDesk, lines_of_text
from planner.service.desk_daily import FORECAST, MEASURED, enter_air_file, evaluate_warning, make_daily
from planner.terms import BEIJING, Level, Mode
from tests.project import ROOT

SERIES = ROOT / "tests" / "replays" / "beijing-2015-12-04-to-11.csv"
CITY, NUMBER = "changzhi", "changzhi-2026-001"
WANG = Person(name="王", role=Role.ISSUER)
LI = Person(name="李", role=Role.REVIEWER)


def at(day: int, hour: int = 0) -> datetime:
    """A moment of December."""
    return datetime(2026, 12, day, hour, tzinfo=BEIJING)


def series(folder: Path, name: str, until: int) -> Path:
    """The series from 4 December to the end of a day, dated to 2026."""
    head, *rows = SERIES.read_text("utf-8").splitlines()
    kept = (row for row in rows if int(row[8:10]) <= until)
    path = folder / f"{name}.csv"
    path.write_text("\n".join((head, *(row.replace("2015", "2026", 1) for row in kept))) + "\n", "utf-8")
    return path


def act(desk: WarningDesk, kind: ActKind, when: datetime, person: Person = WANG, **more: object) -> None:
    number = "" if kind is ActKind.CONSULT else NUMBER
    outcome = desk.act(DeskRequest(kind=kind, city=CITY, at=when, reason="重演", warning_id=number, **more), person)
    assert outcome.is_done, outcome.findings


def decided(desk: WarningDesk, when: datetime, last: ActKind, plan: int | None, terms: Terms | None) -> None:
    """A round from its proposal to its end."""
    act(desk, ActKind.PROPOSE, when, terms=terms, is_lift=terms is None)
    if plan is not None:
        act(desk, ActKind.ATTACH, when, plan_ids=(plan,))
    act(desk, ActKind.REVIEW, when, LI)
    signature = Signature(signer="赵", office=Office.MAYOR, channel=Channel.PAPER, signed_at=when)
    act(desk, ActKind.SIGN, when, signature=signature)
    act(desk, last, when)


def entered(when: datetime) -> Entered:
    return Entered(warning_id=NUMBER, person=WANG, at=when)


def terms(level: Level, start: datetime) -> Terms:
    return Terms(areas=(AreaLevel(level=level),), start=start, end=None, cause="pm25")


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    opened = open_planner(f"sqlite:///{tmp_path_factory.mktemp('replay') / 'planner.db'}")
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def led(planner: Planner, tmp_path_factory: pytest.TempPathFactory) -> WarningDesk:
    """The warning from its consultation to its lifting, with all that came in meanwhile."""
    folder, desk = tmp_path_factory.mktemp("series"), planner.desk(CITY)
    plans = {
        level: planner.plan(PlanRequest(city=CITY, level=level, mode=Mode.FILED, on=date(2026, 12, 4))).plan_id
        for level in (Level.ORANGE, Level.RED)
    }
    act(desk, ActKind.CONSULT, at(4, 17))
    first = series(folder, "first", 8)
    enter_air_file(planner, CITY, entered(at(4, 17)), first, FORECAST)
    assert planner.advise(first, CITY, None, AdviseOptions()).advice.level is Level.ORANGE
    decided(desk, at(4, 18), ActKind.ISSUE, plans[Level.ORANGE], terms(Level.ORANGE, at(6)))
    second = series(folder, "second", 11)
    enter_air_file(planner, CITY, entered(at(6, 17)), second, FORECAST)
    assert planner.advise(second, CITY, None, AdviseOptions()).advice.level is Level.RED
    decided(desk, at(6, 18), ActKind.ADJUST, plans[Level.RED], terms(Level.RED, at(8)))
    enter_air_file(planner, CITY, entered(at(12)), series(folder, "measured", 11), MEASURED)
    decided(desk, at(11, 0), ActKind.LIFT, None, None)
    return desk


@pytest.fixture(scope="module")
def checked(planner: Planner, led: WarningDesk) -> str:
    """Meters of every day, all as ordered but one firm that goes on; a visit that sees it."""
    orders = [item for item in led.view(NUMBER).orders if item.version == 1]
    lines = {line.source_id: line for order in orders for line in lines_of_text(order.text)}
    frame = planner.current_list(CITY).inventory.frame
    rows = frame[frame["source_id"].isin(lines) & (frame["meter_id"] != "")].dropna(subset=["electricity_kwh_per_day"])
    halted = rows[rows["source_id"].map(lambda name: lines[name].kept_share == 0.0)].drop_duplicates("meter_id")
    guilty = str(halted.iloc[0]["enterprise_id"])
    readings = tuple(
        MeterReading(
            meter_id=str(row["meter_id"]),
            day=date(2026, 12, day),
            kwh=float(row["electricity_kwh_per_day"]) * (1.0 if row["enterprise_id"] == guilty else 0.1),
        )
        for _, row in halted.iterrows()
        for day in range(6, 11)
    )
    assert led.enter_readings(entered(at(11, 9)), readings, ()) == ()
    seen = SiteCheck(owner=guilty, at=at(7, 10), inspector="孙", outcome=VisitOutcome.NOT_STOPPED, note="窑在运行")
    assert led.enter_visits(entered(at(7, 12)), (seen,)) == ()
    return guilty


@pytest.fixture(scope="module")
def found(planner: Planner, checked: str) -> Evaluation:
    assert checked
    return evaluate_warning(planner, CITY, NUMBER, at(12))


def test_orange_holds_until_red_begins_and_red_until_the_lifting(found: Evaluation) -> None:
    assert found.hours == ((1, 48.0), (2, 72.0))


def test_the_air_stands_beside_its_forecast_by_the_index_of_today(found: Evaluation) -> None:
    heavy = {item.day.day: item.measured for item in found.air if item.measured and item.measured > 200}
    assert set(heavy) >= {7, 8, 9}
    assert all(item.forecast == item.measured for item in found.air)


def test_what_is_achieved_is_part_of_what_is_checked_and_that_of_what_was_ordered(found: Evaluation) -> None:
    total = found.total
    for ordered, seen, cut in zip(total.kilograms, total.checked, total.achieved, strict=True):
        assert 0.0 < cut < seen < ordered
    for groups in (found.by_county, found.by_industry):
        assert sum(item.achieved[2] for item in groups) == pytest.approx(total.achieved[2])


def test_a_day_in_force_is_reported_from_the_store_and_kept_as_it_was(
    planner: Planner, led: WarningDesk, checked: str
) -> None:
    report = make_daily(planner, CITY, entered(at(8)), date(2026, 12, 7))
    assert {item.by for item in report.breaches if item.owner == checked} == {"meter", "visit"}
    assert report.total.broken == 1
    assert report.total.checked > 10
    assert report.air.standard == "hj633-2026" or "2026" in report.air.standard
    assert (report.air.measured or 0) > 200
    assert report.level is Level.RED
    assert led.dailies(NUMBER)[-1] == report


def test_the_day_of_an_adjustment_tells_what_changed(planner: Planner, checked: str) -> None:
    report = make_daily(planner, CITY, entered(at(7)), date(2026, 12, 6))
    (change,) = report.changes
    assert (change.kind, report.total.ordered > 100) == ("adjust", bool(checked))
    assert change.changes + change.starts > 0


def test_after_the_lifting_nobody_is_ordered_and_the_warning_is_closed(
    planner: Planner, led: WarningDesk, checked: str
) -> None:
    report = make_daily(planner, CITY, entered(at(12)), date(2026, 12, 11))
    assert (report.total.ordered, report.changes[0].kind, bool(checked)) == (0, "lift", True)
    act(led, ActKind.EVALUATE, at(12))
    assert led.view(NUMBER).warning.step is Step.EVALUATED
