"""Every code has words, and the proof of a cost is never told better than it is."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from planner import compare
from planner.compare import percent_text, pollutant_label, proof_label
from planner.plan import Status, Verdict
from planner.terms import (
    Basis,
    Evidence,
    Grade,
    Level,
    Mode,
    Phrasebook,
    RuleStatus,
    Sector,
    SourceKind,
    Standing,
)

ENGLISH = Phrasebook()
LABELS = [
    (compare.level_label, Level),
    (compare.mode_label, Mode),
    (compare.basis_label, Basis),
    (compare.sector_label, Sector),
    (compare.kind_label, SourceKind),
    (compare.grade_label, Grade),
    (compare.standing_label, Standing),
    (compare.standing_sentence, Standing),
    (compare.status_label, Status),
    (compare.verdict_label, Verdict),
    (compare.rule_status_label, RuleStatus),
    (compare.evidence_label, Evidence),
]


@pytest.mark.parametrize(("label", "codes"), LABELS)
def test_every_code_has_words_of_its_own(label: Callable[[Phrasebook, str], str], codes: type[StrEnum]) -> None:
    said = [label(ENGLISH, code) for code in codes]
    assert len(set(said)) == len(said)
    assert not set(said) & {str(code) for code in codes}


@pytest.mark.parametrize("name", [*compare.REPORTED, "so2_nox"])
def test_every_reported_pollutant_has_a_name(name: str) -> None:
    assert pollutant_label(ENGLISH, name) != name


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert compare.standing_label(ENGLISH, "unheard_of") == "unheard_of"


def test_a_proven_plan_is_called_proven() -> None:
    assert proof_label(ENGLISH, 1e-7) == "Proven optimal"


@pytest.mark.parametrize(("gap", "percent"), [(3.9e-5, "0.01"), (0.0001, "0.01"), (0.01234, "1.24"), (0.5, "50")])
def test_a_gap_is_rounded_up_never_down(gap: float, percent: str) -> None:
    assert proof_label(ENGLISH, gap) == f"Gap at most {percent} %"


@pytest.mark.parametrize(("share", "text"), [(0.0, "0"), (1.0, "100"), (1 - 0.9, "10"), (0.123456, "12.3456")])
def test_percentages_carry_no_idle_zeros(share: float, text: str) -> None:
    assert percent_text(share) == text
