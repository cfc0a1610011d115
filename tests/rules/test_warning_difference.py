"""What changed in the law of warnings between two days: the index of 2026, the criteria of 2024, a city's variant."""

from datetime import date

from planner.rules import ChangeKind, Rulebook, WarningChange, compare_warning_law, in_force, warning_in_force


def changes(rulebook: Rulebook, before: str, after: str, city: str = "changzhi") -> tuple[WarningChange, ...]:
    days = (date.fromisoformat(day) for day in (before, after))
    return compare_warning_law(*(warning_in_force(rulebook, in_force(rulebook, day, city)) for day in days))


def sides(change: WarningChange) -> tuple[str, str]:
    """Ids of both sides, '' for none."""
    return tuple(part.content.id if part else "" for part in (change.before, change.after))  # type: ignore[return-value]


def test_the_index_of_march_2026_is_told_with_the_concentrations_that_moved(rulebook: Rulebook) -> None:
    (found,) = changes(rulebook, "2026-02-28", "2026-03-01")
    assert sides(found) == ("hj633_2012", "hj633_2026")
    moved = [(item.item, item.iaqi, item.before, item.after) for item in found.breakpoints]
    assert moved == [("pm10_24h", 100, 150.0, 120.0), ("pm25_24h", 100, 75.0, 60.0)]


def test_what_speaks_above_a_short_column_is_told_too(rulebook: Rulebook) -> None:
    (found,) = changes(rulebook, "2026-02-28", "2026-03-01")
    told = {item.item: (item.before, item.after) for item in found.above}
    assert told == {"so2_1h": ("so2_24h", 200), "o3_8h": ("o3_1h", 300)}
    assert (found.daily_before, found.daily_after) == (("o3_1h",), ())


def test_the_criteria_of_2024_take_the_place_of_those_of_2019(rulebook: Rulebook) -> None:
    (found,) = changes(rulebook, "2024-01-22", "2024-01-23")
    assert (found.kind, sides(found)) == (ChangeKind.VALUE_CHANGED, ("2019", "2024"))
    assert found.after is not None
    assert found.after.instrument.number == "环大气〔2024〕6号"


def test_a_variant_of_the_city_is_told_from_its_first_day(rulebook: Rulebook) -> None:
    (found,) = changes(rulebook, "2019-12-31", "2020-01-01", "taiyuan")
    assert (found.kind, sides(found)) == (ChangeKind.ADDED, ("", "taiyuan_so2_2020"))


def test_days_of_one_law_differ_in_nothing(rulebook: Rulebook) -> None:
    assert changes(rulebook, "2020-06-28", "2020-06-29") == ()
