"""The answers that go with a plan where they are asked for: prices, alternatives, why not."""

from dataclasses import replace

from planner.plan import PlanDocument
from planner.service.alternative_search import find_alternatives
from planner.service.change_curve import find_curve
from planner.service.price_search import find_prices
from planner.service.question import Question
from planner.service.robust import find_plain
from planner.service.why_not_search import find_why_not

__all__ = ["with_extras"]


def with_extras(question: Question, document: PlanDocument) -> PlanDocument:
    """The document with every answer that the request asks for beside the plan."""
    extras, settings = question.request.extras, question.settings
    if extras.prices:
        document = replace(document, prices=find_prices(document, settings))
    if extras.alternatives:
        document = replace(document, alternatives=find_alternatives(document, extras, settings))
    if extras.why_not and document.plan.shortfalls:
        document = replace(document, why_not=find_why_not(question, document))
    if document.problem.robust is not None:
        document = replace(document, plain=find_plain(document, settings))
    order = document.problem.order_in_force
    if order is not None and not order.binds:
        document = replace(document, change_curve=find_curve(document, settings))
    return document
