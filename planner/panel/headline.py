"""The band at the top of a plan: which warning, where, from when to when, whom it touches, what the referee says."""

from collections.abc import Iterator
from html import escape

from planner.compare import level_label, verdict_label
from planner.panel.amounts import count_text, moment_text, share_text
from planner.panel.markup import element
from planner.panel.names import Names
from planner.panel.words import LEVEL_SHAPES, MODE_WORDS, word
from planner.plan import PlanDocument
from planner.terms import Phrasebook

__all__ = ["headline_facts", "headline_html", "touched_counts"]


def touched_counts(document: PlanDocument) -> tuple[int, int]:
    """Number of enterprises and of lines (sources) that have a measure."""
    curtailments = document.plan.curtailments
    return len({item.enterprise_id for item in curtailments if item.enterprise_id}), len(curtailments)


def headline_facts(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> tuple[tuple[str, str], ...]:
    """(label, value) pairs of the band, in reading order."""
    header = document.problem.header
    return (
        (phrasebook.say("City"), names.city),
        (phrasebook.say("Mode"), word(phrasebook, MODE_WORDS, str(header.mode))),
        (phrasebook.say("Start"), moment_text(phrasebook, header.start)),
        (phrasebook.say("End"), moment_text(phrasebook, header.end)),
        (phrasebook.say("Target"), share_text(phrasebook, document.problem.targets.level_share, 0)),
        (phrasebook.say("Measures for"), _touched(document, phrasebook)),
    )


def headline_html(document: PlanDocument, names: Names, phrasebook: Phrasebook, *, is_demo: bool = False) -> str:
    """The band as HTML: level by word, shape and colour; a plan over the demonstration list says so."""
    level = str(document.problem.header.level)
    shape = element("span", LEVEL_SHAPES[level], "shape")
    badge = element("div", shape + escape(level_label(phrasebook, level)), f"level level-{level}")
    facts = "".join(_facts(document, names, phrasebook))
    demo = element("span", escape(phrasebook.say("Demonstration list")), "demo") if is_demo else ""
    return element(
        "section", badge + element("dl", facts) + demo + _verdict(document, phrasebook), f"band band-{level}"
    )


def _facts(document: PlanDocument, names: Names, phrasebook: Phrasebook) -> Iterator[str]:
    for label, value in headline_facts(document, names, phrasebook):
        yield element("div", element("dt", escape(label)) + element("dd", escape(value)))


def _verdict(document: PlanDocument, phrasebook: Phrasebook) -> str:
    verdict = str(document.audit.verdict)
    mark = {"passed": "✓", "passed_with_shortfall": "!"}.get(verdict, "✗")
    checks = phrasebook.say("{count} checks", count=count_text(phrasebook, len(document.audit.checks)))
    text = f"{verdict_label(phrasebook, verdict)} · {checks}"
    return element("div", element("b", mark) + escape(text), f"verdict verdict-{verdict}")


def _touched(document: PlanDocument, phrasebook: Phrasebook) -> str:
    enterprises, lines = touched_counts(document)
    return phrasebook.say(
        "{enterprises} enterprises / {lines} lines",
        enterprises=count_text(phrasebook, enterprises),
        lines=count_text(phrasebook, lines),
    )
