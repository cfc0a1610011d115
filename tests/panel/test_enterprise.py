"""An enterprise's own view."""

import pytest

from planner.explain import Explanation
from planner.panel import (
    Names,
    clause_frame,
    curtailment_frame,
    enterprise_choices,
    enterprise_facts,
    line_frame,
    option_frame,
    peer_frame,
    why_sentence,
)
from planner.plan import PlanDocument
from planner.service import Planner
from planner.terms import Phrasebook


@pytest.fixture(scope="module")
def explanation(planner: Planner, document: PlanDocument, names: Names, chinese: Phrasebook) -> Explanation:
    frame = curtailment_frame(document, names, chinese)
    return planner.explain(document, frame["enterprise_id"].iloc[0])


def test_every_line_is_shown(explanation: Explanation, chinese: Phrasebook) -> None:
    assert len(line_frame(explanation, chinese)) == len(explanation.sources)


def test_the_facts_name_county_and_cost(
    explanation: Explanation, document: PlanDocument, names: Names, chinese: Phrasebook
) -> None:
    facts = dict(enterprise_facts(explanation, document, names, chinese))
    assert facts["统一社会信用代码"] == explanation.enterprise_id
    assert facts["3 天费用"].endswith("万元")


def test_a_measure_cites_its_clauses(explanation: Explanation, chinese: Phrasebook) -> None:
    ordered = next(view for view in explanation.sources if view.curtailment)
    frame = clause_frame(ordered, chinese)
    assert not frame.empty
    assert (frame["instrument"].str.len() > 0).all()
    assert "依据" in why_sentence(ordered, chinese)


def test_exactly_one_option_is_taken(explanation: Explanation, chinese: Phrasebook) -> None:
    for view in explanation.sources:
        assert (option_frame(view, chinese)["taken"] == "●").sum() == 1


def test_the_firm_stands_among_its_peers(explanation: Explanation, names: Names, chinese: Phrasebook) -> None:
    frame = peer_frame(explanation, names, chinese)
    assert (frame["self"] == "●").any()
    assert frame["cohort"].str.contains("县|区").all()


def test_every_enterprise_can_be_chosen_once(document: PlanDocument) -> None:
    codes = [code for code, _ in enterprise_choices(document)]
    assert len(codes) == len(set(codes))
    assert set(document.problem.sources.enterprise_id) - {""} <= set(codes)
