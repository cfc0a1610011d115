"""The register of citations: every rule and list row that an option or a standing of the problem names."""

from planner.inventory import Inventory
from planner.problem.records import FILED_TAG, Citation, OptionTable, ShareRuleTable, SourceTable
from planner.rules import RulesInForce
from planner.terms import Level

__all__ = ["make_register", "named_citations"]

FILED_KIND = "filed"
PARAMETERS = (
    "national.reduction.exchange.pollutant_floor",
    "national.lines.whole_line_rounding",
    "national.small.annual_kg",
    "national.transport.bulk_vehicles_per_day",
)


def make_register(
    rules: RulesInForce, inventory: Inventory, level: Level, named: frozenset[str]
) -> tuple[Citation, ...]:
    """The citations of these names, and the parameters that every plan rests on, sorted by id."""
    always = {name for name in (*_asked(level), *PARAMETERS) if rules.find(name)}
    return tuple(_citation(rules, inventory, name) for name in sorted((named | always) - {""}))


def named_citations(sources: SourceTable, options: OptionTable, share_rules: ShareRuleTable) -> frozenset[str]:
    """Every name that an option, a standing or a share rule cites."""
    tags = {tag for tags in options.citation_sets for tag in tags}
    return frozenset(tags | set(sources.standing_citation) | set(share_rules.citation))


def _asked(level: Level) -> tuple[str, ...]:
    """Ids of the rules that say how much the level asks."""
    return (f"national.reduction.share.{level}", f"national.reduction.exchange.sum.{level}")


def _citation(rules: RulesInForce, inventory: Inventory, name: str) -> Citation:
    if name == FILED_TAG:
        return _filed_list(inventory)
    found = rules.find(name)
    if found is None:
        raise KeyError(name)
    return Citation(
        id=name,
        kind=found.rule.kind,
        instrument=found.instrument.title,
        number=found.instrument.number,
        clause=found.dated.clause,
        title_zh=found.rule.title_zh,
        title=found.rule.title,
        status=str(found.dated.status),
        evidence=str(found.dated.evidence),
        confirmation=found.confirmation,
    )


def _filed_list(inventory: Inventory) -> Citation:
    return Citation(
        id=FILED_TAG,
        kind=FILED_KIND,
        instrument="应急减排清单",
        number=inventory.list_sha256,
        clause="the source's own row",
        title_zh="备案清单所载措施",
        title="Measure of the filed list",
        status="filed",
        evidence="filed",
    )
