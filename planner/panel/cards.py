"""The cards: what each cut asks and gets, how SO2 and NOx are exchanged, and what it costs with its proof."""

from dataclasses import dataclass
from html import escape

from planner.compare import proof_label
from planner.panel.amounts import kilograms_text, money_text, points_text, share_text, tonnes_text
from planner.panel.markup import element, percent_width
from planner.panel.words import POLLUTANT_WORDS, word
from planner.plan import PlanDocument, PollutantTotal
from planner.terms import KG_PER_TONNE, Phrasebook, Pollutant

__all__ = ["CARD_ORDER", "Card", "cost_html", "cut_cards", "exchange_html"]

CARD_ORDER = (Pollutant.PM, Pollutant.VOCS, Pollutant.SO2, Pollutant.NOX)
SCALE_MARGIN = 1.25
"""A bar reaches to this multiple of the greater of share and target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One pollutant's card. `outcome` says in words whether the cut is met; `met` is the same as a truth value."""

    pollutant: Pollutant
    title: str
    share: str
    outcome: str
    met: bool
    body_html: str


def cut_cards(document: PlanDocument, phrasebook: Phrasebook) -> tuple[Card, ...]:
    """The four cards in reading order."""
    by_pollutant = {item.pollutant: item for item in document.plan.totals}
    return tuple(_card(by_pollutant[pollutant], phrasebook) for pollutant in CARD_ORDER)


def _card(total: PollutantTotal, phrasebook: Phrasebook) -> Card:
    return Card(
        pollutant=total.pollutant,
        title=word(phrasebook, POLLUTANT_WORDS, str(total.pollutant)),
        share=share_text(phrasebook, total.share, 2),
        outcome=_outcome(total, phrasebook),
        met=total.met,
        body_html=_bar(total) + _amounts(total, phrasebook),
    )


def _outcome(total: PollutantTotal, phrasebook: Phrasebook) -> str:
    target = share_text(phrasebook, total.target_share, 0)
    if total.met and total.share < total.target_share:
        return phrasebook.say("Met by the exchange · target {target}", target=target)
    if total.met:
        return phrasebook.say("Met · target {target}", target=target)
    return phrasebook.say("Missed · target {target}", target=target)


def _bar(total: PollutantTotal) -> str:
    whole = SCALE_MARGIN * max(total.share, total.target_share)
    fill = element("i", "", "fill" if total.met else "fill missed", f"width:{percent_width(total.share, whole)}")
    mark = element("i", "", "mark", f"left:{percent_width(total.target_share, whole)}")
    return element("div", fill + mark, "bullet")


def _amounts(total: PollutantTotal, phrasebook: Phrasebook) -> str:
    large = total.reduction_kg_per_day >= KG_PER_TONNE
    told = tonnes_text if large else kilograms_text
    reduction = phrasebook.say("Reduced by {amount}", amount=told(phrasebook, total.reduction_kg_per_day))
    base = phrasebook.say("of {amount}", amount=told(phrasebook, total.base_kg_per_day))
    exact = kilograms_text(phrasebook, total.reduction_kg_per_day)
    return element("p", element("b", escape(reduction)) + element("span", escape(base)), "amounts", title=exact)


def exchange_html(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """SO2 % and NOx % laid end to end against the share that their sum must reach."""
    by_pollutant = {item.pollutant: item for item in document.plan.totals}
    so2, nox = by_pollutant[Pollutant.SO2], by_pollutant[Pollutant.NOX]
    exchange = document.plan.exchange
    whole = 1.15 * max(exchange.sum_share, exchange.required_sum_share)
    parts = "".join(
        element(
            "i",
            element("span", escape(f"{name} {share_text(phrasebook, total.share, 2)}")),
            css_class,
            f"width:{percent_width(total.share, whole)}",
        )
        for name, total, css_class in (("SO₂", so2, "so2"), ("NOx", nox, "nox"))
    )
    mark = element("i", "", "mark", f"left:{percent_width(exchange.required_sum_share, whole)}")
    return element("div", parts + mark, "exchange") + element(
        "p", escape(_exchange_words(document, phrasebook)), "note"
    )


def _exchange_words(document: PlanDocument, phrasebook: Phrasebook) -> str:
    exchange = document.plan.exchange
    shares = {
        "sum": share_text(phrasebook, exchange.sum_share, 2),
        "required": share_text(phrasebook, exchange.required_sum_share, 0),
    }
    if exchange.sum_share < exchange.required_sum_share:
        missing = points_text(phrasebook, exchange.required_sum_share - exchange.sum_share)
        return phrasebook.say("Sum {sum}, required {required}: {missing} are missing.", missing=missing, **shares)
    if exchange.used:
        return phrasebook.say("Sum {sum} ≥ {required}: met; what one lacks the other makes up.", **shares)
    return phrasebook.say("Sum {sum} ≥ {required}: met; each reaches its own share.", **shares)


def cost_html(document: PlanDocument, phrasebook: Phrasebook) -> str:
    """The cost with what is proven of it, its lower bound and a day's part."""
    plan, days = document.plan, document.problem.header.duration_days
    head = phrasebook.say("Cost of the episode, {days} days", days=days)
    proof = proof_label(phrasebook, document.report.gap)
    facts = (
        (phrasebook.say("Proven lower bound"), money_text(phrasebook, document.report.bound_yuan)),
        (phrasebook.say("A day on average"), money_text(phrasebook, plan.objective_yuan / days)),
    )
    rows = "".join(element("div", element("dt", escape(name)) + element("dd", escape(text))) for name, text in facts)
    amount = element("b", escape(money_text(phrasebook, plan.objective_yuan))) + element("em", escape(proof), "proof")
    return element("p", escape(head), "cost-head") + element("p", amount, "cost") + element("dl", rows, "facts row")
