"""Sentences of findings about what-ifs and sweeps."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "scenario.name.taken": (
        N_("{file}, line {row}: two scenarios cannot both be called '{value}', and none may be called base."),
        N_("Give each scenario a name of its own."),
    ),
    "scenario.column.unknown": (
        N_("{file}, line {row}: a list has no column {value}."),
        N_("Use a name of the field dictionary, such as grade or enterprise_id."),
    ),
    "scenario.factor.no_number": (
        N_("{file}, line {row}: the column {value} holds no numbers that a factor could scale."),
        N_("Scale columns such as nox_kg_per_day, or write the new value under `set`."),
    ),
    "scenario.change.empty": (
        N_("{file}, line {row}: this change says whom it means, but not what changes."),
        N_("Add set, scale, close or refile."),
    ),
    "scenario.row.unnamed": (
        N_("{file}, line {row}: the new row like {value} has no source_id."),
        N_("Write the source_id of the new row under `set`."),
    ),
    "scenario.row.taken": (
        N_("{column}: the list already has a source {value}."),
        N_("Give the new row another source_id, or change the row that is there."),
    ),
    "scenario.like.unknown": (
        N_("{column}: the list has no source {value} that the new row could be like."),
        N_("Write the source_id of a row of the list."),
    ),
    "scenario.nobody": (
        N_("{column}: nobody in the list is meant by {value}."),
        N_("Correct the ids or codes: they are written as the list has them."),
    ),
    "scenario.rule.unknown": (
        N_("{file}: no rule {value} is in force on {on}."),
        N_("Use an id that `planner rules list` shows for this city and day."),
    ),
    "scenario.rule.no_number": (
        N_("{file}: the rule {value} holds words, not a number or a switch."),
        N_("Change the law by its date (law_on), or by a copy of the rules."),
    ),
    "scenario.rule.no_switch": (
        N_("{file}: {column} is on or off; {value} is neither."),
        N_("Write 1 for on, 0 for off."),
    ),
    "scenario.forecast.no_warning": (
        N_("The forecast {value} asks for no warning, so there is nothing to plan."),
        N_("Name the level to plan for (level), or another forecast."),
    ),
    "sweep.executor.unknown": (
        N_("There is no executor {value}."),
        N_("Use one of these: {known}."),
    ),
    "sweep.dask.missing": (
        N_("Dask is not installed (no module {value})."),
        N_("Install the extra: planner[cluster]; or use --executor process."),
    ),
    "sweep.address.open": (
        N_("{value} is a scheduler elsewhere, spoken to without TLS: whoever reaches it runs code on every worker."),
        N_("Use a tls:// address with --tls FOLDER (ca.pem, cert.pem, key.pem), or a scheduler on loopback."),
    ),
    "sweep.nothing": (
        N_("There is nobody in the list whom the question is about."),
        N_("Ask another question, or of another list."),
    ),
    "sweep.priced.misses": (
        "No plan that meets the cuts is at hand; the bound stands all the same",
        "ask the scenario again without --priced: a search then tells whether there is one",
    ),
    "sweep.priced.not_apart": (
        "This question cannot be priced without a search",
        "ask the scenario again without --priced",
    ),
    "sweep.other_ground": (
        N_("A worker sees another list, law or version than the one who asked."),
        N_("Give all workers the same store, rules and version of the planner."),
    ),
    "scenario.file.outside": (
        N_("{value} does not lie beside the file of scenarios."),
        N_("Put the file beside it, and name it without a folder above."),
    ),
    "scenario.file.unnamed": (
        N_("The scenarios have no name to be kept under."),
        N_("Give them one; the same name again makes a new version."),
    ),
    "scenario.file.long": (
        N_("A text of {value} characters is too long to be kept; {most} are allowed."),
        N_("Keep it as a file, or split it."),
    ),
    "sweep.plan.other": (
        N_("The plan of {value} is another one now than when it was answered."),
        N_("List or law have changed meanwhile: answer the scenarios again, then keep their plans."),
    ),
    "sweep.front.none": (
        N_("The question has no plan, so that there is no front of cost against enterprises told."),
        N_("Ask it by planner plan first; where cuts cannot be met, ask for less."),
    ),
    "sweep.winter.unreadable": (
        N_("{value} says no level and number of days."),
        N_("Write the level, = and the days of it in a winter, such as --winter orange=9."),
    ),
    "sweep.out.form": (
        N_("Outcomes cannot be written to {value}."),
        N_("Name a file that ends in .json, .csv, .xlsx or .parquet."),
    ),
}
