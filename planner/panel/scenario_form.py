"""A form of one change, written into the text of scenarios as a person would write it."""

from dataclasses import dataclass, field

from planner.inventory import Inventory
from planner.terms import N_, POLLUTANTS

__all__ = [
    "CHANGE_KINDS",
    "CHOICES",
    "FILE_KINDS",
    "LIST_KINDS",
    "NUMBERS",
    "VALUE_WORDS",
    "WHOLE",
    "ScenarioForm",
    "appended_scenario",
    "firm_names",
    "first_sources",
    "first_text",
    "scenario_name",
]

CHANGE_KINDS = {
    "grade": N_("Rise to grade"),
    "close": N_("Close for good"),
    "new_line": N_("One more line like the first of an enterprise"),
    "white": N_("Put on the white list"),
    "exempt": N_("Exempt by name"),
    "guarantee": N_("Guarantee"),
    "spare": N_("Take back exemptions"),
    "emissions": N_("Emissions times"),
    "cost": N_("Cost of standstill times"),
    "target": N_("Cut of the level"),
    "rule": N_("Another number of a rule"),
    "law_on": N_("Law of another day"),
    "level": N_("Another level"),
    "mode": N_("Another mode"),
    "duration_days": N_("Another length in days"),
    "most_told": N_("At most so many told anything"),
    "withstand": N_("Withstand so many failures"),
    "forecast": N_("Level of a forecast"),
    "compliance": N_("Compliance by rates"),
    "season": N_("Hours stood still this winter"),
}
"""What a form can change; the text can say everything else."""
LIST_KINDS = frozenset({"grade", "close", "new_line", "white", "exempt", "guarantee", "spare", "emissions", "cost"})
"""Changes of enterprises, which need to know whom they mean."""
FILE_KINDS = frozenset({"forecast", "compliance", "season"})
"""Changes that name a file given beside the text."""
ASKED_KINDS = frozenset({"law_on", "level", "mode", "duration_days", "most_told", "withstand", "forecast", "season"})
CHOICES: dict[str, tuple[str, ...]] = {
    "grade": ("B", "A", "B-", "C", "leading"),
    "exempt": ("yellow", "orange", "red", "none"),
    "guarantee": ("heat", "output", "co_disposal", "power", "none"),
    "level": ("yellow", "orange", "red"),
    "mode": ("fill", "filed", "design"),
}
"""Values to choose from, by kind."""
VALUE_WORDS = {
    "A": N_("Grade A"),
    "B": N_("Grade B"),
    "B-": N_("Grade B-"),
    "C": N_("Grade C"),
    "leading": N_("Leading"),
    "yellow": N_("Yellow"),
    "orange": N_("Orange"),
    "red": N_("Red"),
    "heat": N_("gives heat"),
    "output": N_("owes its output"),
    "co_disposal": N_("burns waste of the city"),
    "power": N_("guarantees power"),
    "none": N_("none"),
    "fill": N_("filed, and filled up"),
    "filed": N_("as filed"),
    "design": N_("designed anew"),
}
WHOLE = {"duration_days": 5, "most_told": 800, "withstand": 1}
"""Kinds that need a whole number, and one to begin with."""
NUMBERS = frozenset({"emissions", "cost", "target", "rule"})
CELLS = {"grade": "grade", "exempt": "exempt_through", "guarantee": "guarantee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioForm:
    """A scenario as a form says it.

    Attributes:
        kind: one of CHANGE_KINDS; `value` what it needs: a grade, a factor, a share in percent, a day, a file's name.
        firms: credit codes; empty: the `largest` enterprises of grade `grade` ('' any).
        sources: of each of `firms` the source that a new line is like.
        rule: id of the rule that gets another number.
    """

    name: str
    title: str
    kind: str
    value: str
    level: str
    firms: tuple[str, ...] = ()
    grade: str = ""
    largest: int = 1
    sources: tuple[str, ...] = field(default=())
    rule: str = ""


def firm_names(inventory: Inventory) -> dict[str, str]:
    """Name of every enterprise of a list by its code, in order of name."""
    named = inventory.frame[inventory.frame["enterprise_id"] != ""].drop_duplicates("enterprise_id")
    pairs = zip(named["enterprise_id"].astype(str), named["enterprise_name"].astype(str), strict=True)
    return dict(sorted(pairs, key=lambda pair: pair[1]))


def first_sources(inventory: Inventory, firms: tuple[str, ...]) -> tuple[str, ...]:
    """Of each enterprise its first line or boiler that runs."""
    frame = inventory.frame
    lines = frame[frame["source_kind"].isin(["line", "boiler"]) & (frame["status"] == "running")]
    first = lines.drop_duplicates("enterprise_id").set_index("enterprise_id")["source_id"]
    return tuple(str(first[firm]) for firm in firms if firm in first.index)


def scenario_name(text: str) -> str:
    """A name that no scenario of a text has."""
    number = 1 + text.count("  - name: ")
    while f"name: s{number}\n" in text:
        number += 1
    return f"s{number}"


def first_text(city: str, level: str, mode: str, day: str) -> str:
    """The text of a file of scenarios without any yet."""
    return f"schema_version: 1\ncity: {city}\nquestion: {{level: {level}, mode: {mode}, on: {day}}}\nscenarios:\n"


def appended_scenario(text: str, form: ScenarioForm) -> str:
    """The text with one scenario more."""
    title = form.title.replace("'", "").lstrip(" =+-@＝＋－＠")
    lines = [f"  - name: {form.name}", f"    title: '{title}'", *_body(form)]
    return text.rstrip("\n") + "\n" + "\n".join(lines) + "\n"


def _body(form: ScenarioForm) -> list[str]:
    if form.kind == "target":
        share = float(form.value) / 100.0
        rules = f"national.reduction.share.{form.level}: {share:g}, "
        return [f"    rules: {{{rules}national.reduction.exchange.sum.{form.level}: {2.0 * share:g}}}"]
    if form.kind == "rule":
        return [f"    rules: {{{form.rule}: {form.value}}}"]
    if form.kind == "compliance":
        return ["    probability: 0.95", f"    compliance: '{form.value}'"]
    if form.kind in ASKED_KINDS:
        return [f"    {form.kind}: {_spelled(form)}"]
    if form.kind == "new_line":
        return ["    add:", *(line for name in form.sources for line in _new_line(name))]
    return ["    enterprises:", f"      - {_where(form)}", *_change(form)]


def _spelled(form: ScenarioForm) -> str:
    return f"'{form.value}'" if form.kind in FILE_KINDS else form.value


def _new_line(like: str) -> list[str]:
    return [f'      - like: "{like}"', f'        set: {{source_id: "{like}-new", line_id: "new"}}']


def _where(form: ScenarioForm) -> str:
    if form.firms:
        named = ", ".join(f'"{item}"' for item in form.firms)
        return f"where: {{enterprise_id: [{named}]}}"
    grade = f"grade: {form.grade}" if form.grade else ""
    return f"where: {{{grade}}}\n        largest: {form.largest}"


def _change(form: ScenarioForm) -> list[str]:
    if form.kind in CELLS:
        refile = ["        refile: true"] if form.kind == "grade" else []
        return [f"        set: {{{CELLS[form.kind]}: {form.value}}}", *refile]
    if form.kind == "close":
        return ["        close: true"]
    if form.kind == "white":
        return ['        set: {white_listed: "1"}']
    if form.kind == "spare":
        return ['        set: {exempt_through: none, guarantee: none, white_listed: "0"}']
    columns = [f"{item}_kg_per_day" for item in POLLUTANTS]
    columns = columns if form.kind == "emissions" else ["value_added_yuan_per_day", "restart_cost_yuan"]
    return [f"        scale: {{{', '.join(f'{name}: {form.value}' for name in columns)}}}"]
