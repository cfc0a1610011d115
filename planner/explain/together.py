"""What an enterprise's lines owe together with others, where that is why they do what they do."""

from dataclasses import dataclass

from planner.problem import BindingRow, Citation, PlanProblem
from planner.terms import N_, Phrasebook

__all__ = ["TogetherView", "together_sentence", "together_view"]

_SENTENCES: dict[tuple[str, bool], str] = {
    ("heat_first", False): N_("It does no more, since {label} must keep its heat."),
    ("output_first", False): N_("It does no more, since its firm must keep its guaranteed output ({label})."),
    ("co_disposal", False): N_("It does no more, since the city's waste must go on being burnt."),
    ("supply_floor", False): N_("It does no more, since its industry must keep its supply ({label})."),
    ("upstream_feed", True): N_("It does more than its own duty: its upstream lines feed it no more ({label})."),
    ("upstream_feed", False): N_("It does no more, since it feeds line {label}, which runs."),
    ("shared_stack", True): N_("It stands still: the treatment unit that it shares would not work ({label})."),
    ("shared_stack", False): N_("It does no more, so that the treatment unit that it shares works ({label})."),
    ("county_band", True): N_("It does more, so that its county and the others stay balanced ({label})."),
    ("county_band", False): N_("It does no more, so that its county and the others stay balanced ({label})."),
}
_ANY = N_("It is bound together with others ({label}).")


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherView:
    """A row that holds a line where it is.

    Attributes:
        asks_more: whether it is why the line does more than its own duty; else why it does no more.
    """

    family: str
    label: str
    asks_more: bool
    citation: Citation | None


def together_view(problem: PlanProblem, row: BindingRow) -> TogetherView:
    """The row with its rule."""
    register = {item.id: item for item in problem.citations}
    return TogetherView(
        family=row.family, label=row.label, asks_more=row.asks_more, citation=register.get(row.citation)
    )


def together_sentence(view: TogetherView, phrasebook: Phrasebook) -> str:
    """The row in words."""
    return phrasebook.say(_SENTENCES.get((view.family, view.asks_more), _ANY), label=view.label)
