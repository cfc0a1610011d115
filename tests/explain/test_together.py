"""Why a line does what it does: the rows that it owes together with others."""

from planner.explain import explain_enterprise, together_sentence
from planner.plan import assemble_plan
from planner.problem import PlanProblem
from planner.terms import Phrasebook
from tests.together import ON, firm, together


def fed() -> PlanProblem:
    """A line that takes all its feed from one other."""
    return together(
        firm("a"), firm("b", upstream_source_ids="a", fed_share=1.0, sub_process="sand"), on=ON["upstream_feed"]
    )


def both_stopped(question: PlanProblem):
    return assemble_plan(question, question.sources.first_option[1:] - 1)


def test_a_line_that_is_fed_no_more_is_told_why() -> None:
    question = fed()
    view = explain_enterprise(question, both_stopped(question), "b").sources[0]
    assert [(item.family, item.asks_more) for item in view.together] == [("upstream_feed", True)]
    assert view.together[0].citation is not None
    assert "feed it no more" in together_sentence(view.together[0], Phrasebook())


def test_its_measure_cites_the_coupling_and_that_of_its_feeder_does_not() -> None:
    question = fed()
    rows = {item.source_id: item.citations for item in both_stopped(question).curtailments}
    assert "national.together.upstream_feed" in rows["b"]
    assert "national.together.upstream_feed" not in rows["a"]


def test_a_line_that_feeds_a_running_one_is_told_why_it_does_no_more() -> None:
    question = fed()
    plan = assemble_plan(question, question.sources.first_option[:-1])
    view = explain_enterprise(question, plan, "a").sources[0]
    assert [(item.family, item.asks_more) for item in view.together] == [("upstream_feed", False)]
