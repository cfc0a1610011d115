"""What a firm would be obliged to at another grade."""

from planner.explain import GradeOutcome, grade_outcome
from planner.plan import assemble_plan
from planner.terms import Level, Mode
from tests.tiny import problem, source

CLINKER = {"key_industry": "cement", "sub_process": "clinker", "enterprise_id": "EK"}


def outcome(grade: str, *rows: dict[str, object], level: Level = Level.YELLOW) -> GradeOutcome:
    city = problem(*rows, source("z", grade="C"), level=level, mode=Mode.FILL)
    alone = problem(*[row | {"grade": grade} for row in rows], level=level, mode=Mode.FILL)
    return grade_outcome(grade, alone, city, assemble_plan(city, city.sources.first_option[:-1]))


def test_grade_a_acts_on_its_own() -> None:
    (line,) = outcome("A", source("s", grade="C")).lines
    assert (line.standing, line.kept_share, line.least_kept_share) == ("self_determined", 1.0, 1.0)


def test_its_own_grade_is_marked() -> None:
    assert [outcome(grade, source("s", grade="C")).is_own for grade in ("B", "C")] == [False, True]


def test_a_share_of_lines_is_told_as_halts() -> None:
    lines = [source(f"k{number}", grade="C", **CLINKER) for number in range(3)]
    told = outcome("C", *lines)
    assert sum(line.kept_share == 0.0 for line in told.lines) > 0


def test_what_equals_of_the_grade_are_required_in_the_plan_is_told() -> None:
    assert outcome("C", source("s", grade="B")).required_share == 0.0
    assert outcome("D", source("s", grade="B")).required_share is None
