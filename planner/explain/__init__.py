"""Why this firm: its lines, their options, the clauses that bind, what its peers got, what sparing it would cost.

Takes PlanProblem, Plan and what service solved again, gives Explanation. Imports plan, problem, terms, errors.
"""

from planner.explain.enterprise import Explanation, OptionView, PeerView, SourceView, explain_enterprise
from planner.explain.other_grades import GradeLine, GradeOutcome, grade_outcome
from planner.explain.replacement import Possible, Replacement, Spared, compare_spared, sources_of_firm
from planner.explain.together import TogetherView, together_sentence
from planner.explain.words import replacement_sentences

__all__ = [
    "Explanation",
    "GradeLine",
    "GradeOutcome",
    "OptionView",
    "PeerView",
    "Possible",
    "Replacement",
    "SourceView",
    "Spared",
    "TogetherView",
    "compare_spared",
    "explain_enterprise",
    "grade_outcome",
    "replacement_sentences",
    "sources_of_firm",
    "together_sentence",
]
