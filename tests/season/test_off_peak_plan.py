"""The off-peak plan over a list: whose rest it is, which lines rest on a day, what they have rested."""

from datetime import date, timedelta

import pytest

from planner.errors import Severity
from planner.season import off_peak_use, resolve_ledger, rested_until, resting_on
from tests.season.made import MARCH, NOVEMBER, ledger, ledger_row, two_lines

DAY = timedelta(days=1)


def resolved(*rows, **cells):
    plan, findings = resolve_ledger(ledger(*rows), two_lines(**cells))
    assert plan is not None, findings
    return plan


def test_a_line_is_named_by_its_id_or_by_firm_and_line():
    plan = resolved(ledger_row(), ledger_row(3, "", "E1", "2#"))
    assert [rest.source_id for rest in plan.rests] == ["s1", "s2"]


def test_a_line_that_the_list_lacks_is_found():
    plan, findings = resolve_ledger(ledger(ledger_row(source_id="s9")), two_lines())
    assert plan is None
    assert [(item.code, item.value) for item in findings] == [("season.source.unknown", "s9")]


def test_a_name_that_stands_for_two_rows_is_found():
    twins = two_lines(line_id="1#")
    _, findings = resolve_ledger(ledger(ledger_row(2, "", "E1", "1#")), twins)
    assert [item.code for item in findings] == ["season.source.ambiguous"]


def test_two_rests_that_share_a_day_are_found_and_neighbours_are_not():
    again = ledger_row(3, first_day=MARCH, last_day=MARCH + DAY)
    _, findings = resolve_ledger(ledger(ledger_row(), again), two_lines())
    assert [(item.code, item.where.row) for item in findings] == [("season.rest.overlaps", 3)]
    assert len(resolved(ledger_row(), ledger_row(3, first_day=MARCH + DAY, last_day=MARCH + DAY)).rests) == 2


def test_a_rest_of_a_line_that_does_not_run_is_a_warning_and_of_no_use():
    idle = two_lines(status="idle")
    plan, findings = resolve_ledger(ledger(ledger_row()), idle)
    assert [(item.code, item.severity) for item in findings] == [("season.source.not_running", Severity.WARNING)]
    assert off_peak_use(plan, idle, NOVEMBER, in_base=False).resting == ()


@pytest.mark.parametrize(("day", "rests"), [(NOVEMBER - DAY, 0), (NOVEMBER, 1), (MARCH, 1), (MARCH + DAY, 0)], ids=str)
def test_both_days_of_a_rest_are_days_of_rest(day, rests):
    assert len(resting_on(resolved(ledger_row()), day)) == rests


def test_the_ledger_counts_days_begun_and_the_hours_given_up():
    plan = resolved(ledger_row(kept_share=0.5), ledger_row(3, source_id="s2", first_day=date(2027, 1, 1)))
    (line,) = rested_until(plan, two_lines(), date(2026, 11, 20))
    assert (line.source_id, line.days, line.hours, line.rests_today) == ("s1", 6, 72.0, True)


def test_the_ledger_stops_counting_when_a_rest_ends():
    (line,) = rested_until(resolved(ledger_row()), two_lines(), MARCH + 30 * DAY)
    assert (line.days, line.rests_today) == ((MARCH - NOVEMBER).days + 1, False)
