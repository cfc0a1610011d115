"""An order tells its firm that the grade has moved."""

from dataclasses import replace

from tests.compare.test_grades import MOVE
from tests.compare.toy_problem import toy_plan
from tests.orders.toy_orders import reopened, rows_of, written

TITLE = "Change of grade"
PROBLEM, PLAN = toy_plan()


def book(*moves: object) -> list[list[dict[str, object]]]:
    """The rows of the sheets of ordered firms and of untouched ones."""
    made = reopened(written((replace(PROBLEM, moves=moves), PLAN)))
    return [rows_of(made[name]) for name in ("3 Enterprises", "5 Exempt and untouched")]


def test_a_firm_that_fell_reads_it_on_each_of_its_orders() -> None:
    told = {str(row["Name"]): str(row[TITLE]) for row in book(MOVE)[0]}
    assert told["甲厂"] == "Grade C → Grade D from 2026-11-01 (Demotion: 超标排放; 文〔2026〕1号)"
    assert told["乙窑"] == "—"


def test_a_firm_without_a_measure_reads_it_too() -> None:
    (told,) = {str(row[TITLE]) for row in book(replace(MOVE, enterprise_id="firm-e"))[1] if row["Name"] == "戊厂"}
    assert "2026-11-01" in told


def test_without_a_recent_move_there_is_no_such_column() -> None:
    for moves in ((), (replace(MOVE, is_recent=False),)):
        assert all(TITLE not in row for sheet in book(*moves) for row in sheet)
