"""The register of citations: every rule and list row that an option or a standing of the problem names."""

from planner.inventory import Inventory
from planner.problem.records import FILED_TAG, Citation, OptionTable, ShareRuleTable, SourceTable
from planner.rules import RulesInForce

__all__ = ["make_register"]


def make_register(
    rules: RulesInForce,
    inventory: Inventory,
    sources: SourceTable,
    options: OptionTable,
    share_rules: ShareRuleTable,
) -> tuple[Citation, ...]:
    """All citations that are named, sorted by id."""
    used = {options.citation_sets[number] for number in set(options.citations.tolist())}
    named = {tag for tags in used for tag in tags} | set(sources.standing_citation) | set(share_rules.citation)
    return tuple(_citation(rules, inventory, name) for name in sorted(named - {""}))


def _citation(rules: RulesInForce, inventory: Inventory, name: str) -> Citation:
    if name == FILED_TAG:
        return _filed_list(inventory)
    found = rules.find(name)
    if found is None:
        raise KeyError(name)
    return Citation(
        id=name,
        instrument=found.instrument.title,
        number=found.instrument.number,
        clause=found.dated.clause,
        title_zh=found.rule.title_zh,
        title=found.rule.title,
        status=str(found.dated.status),
        evidence=str(found.dated.evidence),
    )


def _filed_list(inventory: Inventory) -> Citation:
    return Citation(
        id=FILED_TAG,
        instrument="应急减排清单",
        number=inventory.list_sha256,
        clause="the source's own row",
        title_zh="备案清单所载措施",
        title="Measure of the filed list",
        status="filed",
        evidence="filed",
    )
