"""How the rules answer the cell of each source, as the problem holds it."""

import json

import pytest

from planner.errors import FindingsError
from planner.problem import PlanProblem, problem_from_text, problem_to_text
from tests.tiny import problem, rest, source

CLINKER = {"key_industry": "cement", "sub_process": "clinker"}


def answers(*rows: dict[str, object]) -> dict[str, str]:
    found = problem(*rows)
    return dict(zip(found.sources.source_id, found.sources.answer, strict=True))


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        ({"grade": "B", **CLINKER}, "sourced"),
        ({"grade": "A", **CLINKER}, "self_determined"),
        ({"grade": "B-", **CLINKER}, "missing"),
        ({"key_industry": "none", "sub_process": "main", "grade": "none"}, "missing"),
    ],
)
def test_a_line_has_the_answer_of_its_cell(cells: dict[str, object], answer: str) -> None:
    assert answers(source("s", **cells)) == {"s": answer}


def test_fleets_sites_and_the_rest_have_no_cell() -> None:
    place = {"enterprise_id": "", "grade": "none", "key_industry": "none"}
    rows = (source("road", source_kind="fleet", **place), source("yard", source_kind="site", **place), rest(pm=1.0))
    assert set(answers(*rows).values()) == {""}


def changed(found: PlanProblem, **fields: object) -> str:
    body = json.loads(problem_to_text(found))
    body["sources"].update(fields)
    return json.dumps(body)


def test_answers_of_another_number_of_sources_are_refused() -> None:
    with pytest.raises(FindingsError):
        problem_from_text(changed(problem(source("s")), answer=["missing", "missing"]))


def test_a_problem_written_before_answers_were_kept_is_read() -> None:
    body = json.loads(problem_to_text(problem(source("s"))))
    del body["sources"]["answer"]
    assert problem_from_text(json.dumps(body)).sources.answer == ()
