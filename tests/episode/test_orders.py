"""Who is told to begin, to change, or may resume."""

from dataclasses import replace
from datetime import timedelta

from planner.episode import OrderKind, OrderLine, lines_of, orders_between
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode
from tests.episode.made import NOW
from tests.tiny import problem, rest, source


def line(source_id: str, owner: str, kept: float = 0.5, county: str = "140403", **fields: object) -> OrderLine:
    given = {
        "source_id": source_id,
        "owner": owner,
        "county": county,
        "level": Level.ORANGE,
        "measures": ("limit",),
        "kept_share": kept,
        "start": NOW,
        "end": None,
        "citations": ("rule",),
    }
    return OrderLine(**(given | fields))


def test_an_issue_orders_everybody_once_by_county() -> None:
    orders = orders_between([], [line("a1", "A"), line("b", "B", county="140401"), line("a2", "A")], NOW)
    assert [(item.owner, item.kind, len(item.lines)) for item in orders] == [
        ("B", OrderKind.START, 1),
        ("A", OrderKind.START, 2),
    ]


def test_an_adjustment_tells_only_those_for_whom_something_changes() -> None:
    before = [line("a", "A"), line("b", "B"), line("c", "C")]
    after = [line("a", "A", citations=("another",)), line("b", "B", kept=0.0), line("d", "D")]
    kinds = {item.owner: item.kind for item in orders_between(before, after, NOW)}
    assert kinds == {"B": OrderKind.CHANGE, "C": OrderKind.RELEASE, "D": OrderKind.START}


def test_lifting_releases_everybody_at_the_moment_of_resumption() -> None:
    later = NOW + timedelta(days=3)
    orders = orders_between([line("a", "A")], [], later)
    assert [(item.kind, item.lines) for item in orders] == [(OrderKind.RELEASE, (replace(line("a", "A"), end=later),))]


def test_the_lines_of_a_plan_are_its_curtailments() -> None:
    rows = [source("a", pm_kg_per_day=100.0), rest(pm=100.0)]
    question = problem(*rows, share=0.1, mode=Mode.DESIGN)
    plan = solve_problem(question, SolveSettings()).plan
    assert plan is not None
    counties = dict(zip(question.sources.source_id, question.sources.county_code, strict=True))
    lines = list(lines_of(Level.ORANGE, plan.curtailments, counties))
    assert [(item.source_id, item.owner, item.kept_share) for item in lines] == [
        (row.source_id, row.enterprise_id, row.kept_share) for row in plan.curtailments
    ]
