"""Cases of industries as their YAML words them, each built through the real builder under the real rules."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from planner.alert import make_alert
from planner.inventory import FieldKind, Need
from planner.problem import PlanProblem, build_problem
from planner.problem.records import NO_INDEX
from planner.rules import Rulebook, RulesInForce, in_force
from planner.sources import read_rulebook
from planner.sources.strict_yaml import read_strict_yaml
from planner.terms import Level, Mode
from tests.problem.reading import obliged, standing
from tests.project import ROOT
from tests.tiny import dictionary, inventory, source

FOLDER = ROOT / "tests" / "cases"
DAYS = 3
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence of law with its facts and what is expected of it."""

    file: str
    content: dict

    @property
    def name(self) -> str:
        """The sentence."""
        return str(self.content["name"])

    @property
    def on(self) -> date:
        """The day of the warning."""
        return date.fromisoformat(self.content["on"])

    @property
    def facts(self) -> dict:
        """Industry, process, grade, level and the firm's lines."""
        return dict(self.content["facts"])

    @property
    def expected(self) -> dict:
        """Answer, measures, kept shares or lines halted, rules cited."""
        return dict(self.content["expected"])


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every industries_*.yaml, in order of the files."""
    found = []
    for path in sorted(FOLDER.glob("industries_*.yaml")):
        document = read_strict_yaml(path.read_text("utf-8"), path.name)
        assert not document.findings, document.findings
        found += [Case(file=path.name, content=item) for item in document.content["cases"]]
    return tuple(found)


@cache
def rulebook() -> Rulebook:
    """The shipped rules."""
    found, findings = read_rulebook(ROOT / "rules")
    assert found is not None, findings
    return found


@cache
def industry_rules(on: date, city: str) -> RulesInForce:
    """The rules in force; floors and duties of all industries stay out, so that a case speaks of its own alone."""
    rules = in_force(rulebook(), on, city)
    own = (item for item in rules.rules if item.rule.scope.industry or item.rule.kind not in {"floor", "duty"})
    return RulesInForce(on=rules.on, city=rules.city, rules=tuple(own), sha256=rules.sha256)


def build(case: Case) -> PlanProblem:
    """The problem of the case's one firm."""
    rules = industry_rules(case.on, case.content["city"])
    alert = make_alert(Level(case.facts["level"]), case.on, None, None, case.facts.get("days", DAYS))
    return build_problem(inventory(*_rows(case)), rules, alert, Mode(case.content.get("mode", "design")))


def _rows(case: Case) -> list[dict[str, object]]:
    """The firm's lines; a number that the case does not give is not on record."""
    place = {name: case.facts[name] for name in ("key_industry", "sub_process", "grade")}
    optional = (item for item in dictionary().fields if item.dtype is FieldKind.NUMBER and item.required is Need.NO)
    blank = {item.name: np.nan for item in optional}
    lines = case.facts.get("lines", [{}])
    return [
        source(
            f"s{index}",
            **{"enterprise_id": "E", "line_id": f"{index}#", "pm_kg_per_day": 1.0, **place},
            **(blank | line),
        )
        for index, line in enumerate(lines, start=1)
    ]


def kept_shares(problem: PlanProblem) -> list[float]:
    """What each line may keep at most, in the order of the case."""
    return [obliged(problem, name).kept for name in problem.sources.source_id]


def measures(problem: PlanProblem) -> set[str]:
    """The measures of all lines, `halt_lines` where a share of the firm's lines must stand."""
    named = {word for name in problem.sources.source_id for word in obliged(problem, name).measures}
    return named | ({"halt_lines"} if problem.share_rules.count else set())


def halted(problem: PlanProblem) -> int:
    """How many lines must stand still at least."""
    alone = sum(obliged(problem, name).halts for name in problem.sources.source_id)
    return max([alone, *(_fewest(problem, rule) for rule in range(problem.share_rules.count))])


def _fewest(problem: PlanProblem, rule: int) -> int:
    table = problem.share_rules
    weights = np.sort(table.weight[table.first_member[rule] : table.first_member[rule + 1]])[::-1]
    return int(np.searchsorted(np.cumsum(weights), table.required[rule] - ROUNDING)) + 1


def citations(problem: PlanProblem) -> set[str]:
    """The rules that the firm's obligations and standings rest on."""
    names = problem.sources.source_id
    cited = {rule for name in names for rule in (*obliged(problem, name).citations, standing(problem, name)[1])}
    return (cited | set(problem.share_rules.citation)) - {"", NO_INDEX}
