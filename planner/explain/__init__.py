"""Why this firm: its lines, the options they had, the clauses that bind, what its peers got.

Takes PlanProblem and Plan, gives Explanation. Imports plan, problem, terms, errors.
"""

from planner.explain.enterprise import Explanation, OptionView, PeerView, SourceView, explain_enterprise

__all__ = ["Explanation", "OptionView", "PeerView", "SourceView", "explain_enterprise"]
