"""Sentences of findings about how a rule is written: its line, its words, what its kind needs."""

from planner.terms import N_

__all__ = ["FORMS", "SENTENCES"]

FORMS: dict[str, str] = {
    "form.area_code": N_("six digits in quotes, such as '140105'"),
    "form.clause": N_("text without blanks or full-width quotes before it; quotes are written ' '"),
    "form.criterion_id": N_("the variant's id, a dot and the level, such as taiyuan_so2_2020.red"),
    "form.instrument_id": N_("small letters, digits and -, such as taiyuan-2018"),
    "form.rule_id": N_(
        "three words or more of small letters, digits and _, joined by dots, such as cities.taiyuan.lines.x"
    ),
    "form.text": N_("text that does not begin with a blank"),
    "form.witness_id": N_("small letters and digits, joined by . _ or -"),
    "form.word": N_("one word of small letters, digits and _, such as main_city"),
}
"""What a value must look like, by the code that findings carry as `expected`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "rules.folder.missing": (
        N_("There is no folder {value} to read rules from."),
        N_("Correct --folder or PLANNER_RULES (a full path is safest), or write one with `planner rules copy`."),
    ),
    "rules.yaml.tab": (
        N_("{file}, line {row}: the line begins with a tab."),
        N_("Put two spaces a step in its place."),
    ),
    "rules.yaml.full_width": (
        N_("{file}, line {row}: '{value}' is a full-width sign (or blank), which is read as part of the text."),
        N_("Write it half-width: a colon ':' with a space after it, ordinary spaces for the indent."),
    ),
    "rules.yaml.no_space": (
        N_("{file}, line {row}: a space is missing after '{value}'."),
        N_("Write `key: value` with a space after the colon."),
    ),
    "rules.yaml.sign": (
        N_("{file}, line {row}: text may not begin with '{value}'."),
        N_("Put the text in single quotes."),
    ),
    "rules.yaml.colon": (
        N_("{file}, line {row}: the text holds a colon with a space, which looks like a second key."),
        N_("Put the text in single quotes, or write the full-width colon in it."),
    ),
    "rules.yaml.indent": (
        N_("{file}, line {row}: the line stands too far to the left or to the right of those above it."),
        N_("Begin it below the line to which it belongs: two spaces a step, list entries with a dash."),
    ),
    "rules.kind.lacks": (
        N_("{column} in {file} is missing: a rule of kind {kind} needs it."),
        N_("Add it; possible are {expected}."),
    ),
    "rules.kind.basis": (
        N_("{column} in {file}: '{value}' stands there, but only halt_lines is counted by a basis."),
        N_("Remove `basis`, or write halt_lines as the measure."),
    ),
    "rules.kind.unit": (
        N_("{column} in {file}: the unit {value} does not fit the rule's kind and measure."),
        N_("Use {expected}, and a value of that unit."),
    ),
    "rules.kind.hours_on": (
        N_("{column} in {file}: hours_on belongs to the measure cycle, and to no other; the measure here is {value}."),
        N_("Add hours_on to a cycle; remove it elsewhere."),
    ),
    "rules.value.half": (
        N_("{column} in {file} has only one of after_hours and after_value."),
        N_("Write both, or neither."),
    ),
    "rules.value.seen_later": (
        N_("{column} in {file} is {value}, a day that has not come yet on {on}."),
        N_("Write the day on which somebody last compared the value with its source."),
    ),
    "rules.scope.grade": (
        N_("{column} in {file}: no row of this industry and process carries the grade {value}; known are {expected}."),
        N_("Use one of those grades, or correct industry and process."),
    ),
    "rules.city.rule_unknown": (
        N_("{column} in {file}: there is no national rule {value} whose place it could take."),
        N_("Check the id (`planner rules list` shows them); a rule of this city alone begins with {expected}."),
    ),
    "rules.city.group_area_unknown": (
        N_("{column} in {file} names {value}, which is not among the city's areas."),
        N_("Correct the code, or add the area under `areas`."),
    ),
}
