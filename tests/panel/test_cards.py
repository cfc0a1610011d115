"""The cards say in words what each cut asks and gets."""

from dataclasses import replace

from planner.panel import CARD_ORDER, baselines_html, cost_html, cut_cards, exchange_html, headline_html
from planner.panel.names import Names
from planner.plan import PlanDocument
from planner.terms import Phrasebook


def test_there_is_a_card_for_each_cut(document: PlanDocument, chinese: Phrasebook) -> None:
    assert tuple(card.pollutant for card in cut_cards(document, chinese)) == CARD_ORDER


def test_a_met_cut_says_so_with_its_target(document: PlanDocument, chinese: Phrasebook) -> None:
    outcomes = {card.outcome for card in cut_cards(document, chinese)}
    assert "达标 · 目标 20%" in outcomes
    assert not any("未" in outcome for outcome in outcomes)


def test_a_missed_cut_says_so(filed: PlanDocument, chinese: Phrasebook) -> None:
    missed = [card for card in cut_cards(filed, chinese) if not card.met]
    assert missed
    assert all(card.outcome == "未达标 · 目标 30%" for card in missed)


def test_the_exchange_shows_both_shares_and_the_sum(document: PlanDocument, chinese: Phrasebook) -> None:
    shown = exchange_html(document, chinese)
    assert "SO₂" in shown
    assert "NOx" in shown
    assert "≥ 40%" in shown


def test_no_word_of_the_solver_is_shown(document: PlanDocument, chinese: Phrasebook, names: Names) -> None:
    shown = cost_html(document, chinese) + headline_html(document, names, chinese)
    assert "OPTIMAL" not in shown.upper()
    assert "差距" in shown or "已证明最优" in shown


def test_a_proven_cost_reads_as_proven(document: PlanDocument, chinese: Phrasebook) -> None:
    proven = replace(document, report=replace(document.report, gap=0.0))
    assert "已证明最优" in cost_html(proven, chinese)


def test_the_level_is_told_by_word_and_shape(document: PlanDocument, chinese: Phrasebook, names: Names) -> None:
    shown = headline_html(document, names, chinese)
    assert "◆" in shown
    assert "橙色预警" in shown
    assert "长治市" in shown


def test_a_plan_over_the_demonstration_list_says_so(document: PlanDocument, chinese: Phrasebook, names: Names) -> None:
    assert "演示清单" in headline_html(document, names, chinese, is_demo=True)
    assert "演示清单" not in headline_html(document, names, chinese)


def test_names_from_a_list_cannot_break_out_of_the_page(document: PlanDocument, chinese: Phrasebook) -> None:
    shown = headline_html(document, Names(city="<script>alert(1)</script>"), chinese)
    assert "<script>" not in shown


def test_the_cost_stands_beside_its_baselines(document: PlanDocument, chinese: Phrasebook) -> None:
    shown = baselines_html(document, chinese)
    assert shown.count('class="bullet"') == 1 + len(document.baselines) == 4
    assert shown.count("fill missed") == sum(not (item.meets and item.is_permitted) for item in document.baselines)


def test_a_plan_without_baselines_shows_none(document: PlanDocument, chinese: Phrasebook) -> None:
    assert baselines_html(replace(document, baselines=()), chinese) == ""
