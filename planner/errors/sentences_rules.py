"""Sentences of findings about rule files and what they say."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "rules.file.not_yaml": (
        N_("{file} cannot be read as YAML at line {row}: {value}."),
        N_("Mend the line: two spaces of indent a step, no tabs, quotes around text that holds a colon and a space."),
    ),
    "rules.file.not_one_document": (
        N_("{file} holds {value} documents; a rule file holds one."),
        N_("Write the file's content, or remove what follows the line `---`."),
    ),
    "rules.file.not_utf8": (
        N_("{file} is not UTF-8 text at line {row} (byte {value})."),
        N_("Save the file as UTF-8."),
    ),
    "rules.file.unknown_place": (
        N_("No rules are looked for in {value}."),
        N_("Move the file to national/, industries/ or cities/ under a name that ends in .yaml, or remove it."),
    ),
    "rules.file.missing": (
        N_("The file {value} is missing from the folder of rules."),
        N_("Restore {value} from the released rules."),
    ),
    "rules.yaml.alias": (
        N_("{column} in {file} uses the YAML anchor or alias {value}."),
        N_("Write the content out in each place: a rule must be readable where it stands."),
    ),
    "rules.yaml.tag": (
        N_("{column} in {file} carries the YAML tag {value}."),
        N_("Remove the tag; text, numbers, true, false and null need none."),
    ),
    "rules.yaml.too_deep": (
        N_("{file} nests more than {value} steps deep at line {row}."),
        N_("Write the rules in the shape of the other rule files."),
    ),
    "rules.key.duplicate": (
        N_("The key {value} stands twice in {column} of {file} (line {row})."),
        N_("Keep one of the two."),
    ),
    "rules.key.not_text": (
        N_("A key in {file} at line {row} is no plain word."),
        N_("Write the key as one word followed by a colon."),
    ),
    "rules.key.unknown": (
        N_("{column} in {file}: there is no key {value}."),
        N_("Check the spelling of {value}, or remove it; free words belong in `note`."),
    ),
    "rules.key.missing": (
        N_("{column} in {file}: the key {value} is missing."),
        N_("Add {value}."),
    ),
    "rules.value.not_a_day": (
        N_("{column} in {file} is {value} and no day of the calendar."),
        N_("Write the day as YYYY-MM-DD."),
    ),
    "rules.value.unknown_word": (
        N_("{column} in {file} is {value}; known are {expected}."),
        N_("Use one of the known words."),
    ),
    "rules.value.wrong_form": (
        N_("{column} in {file} is {value}; what belongs here: {expected}."),
        N_("Write it in that form."),
    ),
    "rules.value.empty": (
        N_("{column} in {file} is empty."),
        N_("Fill it in."),
    ),
    "rules.value.not_one_value": (
        N_("{column} in {file} is {value}; one value belongs here."),
        N_("Write text, a number such as 0.2, true, false, or null to end the rule."),
    ),
    "rules.value.not_text": (
        N_("{column} in {file} is {value}; text belongs here."),
        N_("Put quotes around what is all digits, true, false or null."),
    ),
    "rules.value.not_whole": (
        N_("{column} in {file} is {value}; a whole number belongs here."),
        N_("Write digits only, without quotes."),
    ),
    "rules.value.not_a_list": (
        N_("{column} in {file} is {value}; a list belongs here."),
        N_("Write each entry on a line of its own after a dash."),
    ),
    "rules.value.not_a_mapping": (
        N_("{column} in {file} is {value}; keys with values belong here."),
        N_("Write one key a line, followed by a colon and its value."),
    ),
    "rules.value.out_of_range": (
        N_("{column} in {file} is {value}, which lies outside the possible range."),
        N_("Correct the number."),
    ),
    "rules.value.unreadable": (
        N_("{column} in {file} is {value}, which cannot be read there."),
        N_("Write the value in the shape of the other rule files."),
    ),
    "rules.value.date_order": (
        N_("{column} in {file}: {value} does not come after {before}, the first day of the value before it."),
        N_("Put the values in order of their first day, each day once."),
    ),
    "rules.value.unlike_unit": (
        N_("{column} in {file}: {value} is no value of the unit {unit}."),
        N_(
            "Shares run from 0 to 1 (20 % is 0.2), flags are true or false, lines and emission standards whole numbers."
        ),
    ),
    "rules.value.stale": (
        N_("{column} in {file}: nobody has looked at this value since {value}, more than a year before {on}."),
        N_("Compare the value with its instrument and renew still_valid_on."),
    ),
    "rules.id.twice": (
        N_("{value} stands more than once in {file}."),
        N_("Keep one of them, or give the other an id of its own."),
    ),
    "rules.id.misplaced": (
        N_("The id {value} in {file} does not begin with {expected}."),
        N_("Name the rule after its file, or move it to the file that its id names."),
    ),
    "rules.instrument.unknown": (
        N_("{column} in {file} cites {value}, which is not in instruments.yaml."),
        N_("Register the instrument with its number, title and witness, or cite one that is there."),
    ),
    "rules.instrument.uncited": (
        N_("No value cites the instrument {value}."),
        N_("Cite it, or remove it from instruments.yaml."),
    ),
    "rules.scope.unknown": (
        N_("{column} in {file}: the register knows no {value}."),
        N_("Use a code of industries/register.yaml."),
    ),
    "rules.register.number": (
        N_("The register of industries holds the number {value} {count} times."),
        N_("Give each key industry its number of the guide, 1 to 39, and 0 to firms of none."),
    ),
    "rules.register.scheme": (
        N_("{column} in {file}: the grades {value} are no scheme."),
        N_("List each grade that rows of this process may carry once."),
    ),
    "rules.city.misplaced": (
        N_("The file {file} speaks of the city {value}."),
        N_("Name the file after the city's slug."),
    ),
    "rules.city.turns_on_unknown": (
        N_("{file} turns on {value}, which is no rule."),
        N_("Check the id, or remove it from turns_on."),
    ),
    "rules.city.turns_on_needless": (
        N_("{file} turns on {value}, which is in force without that."),
        N_("Remove it from turns_on."),
    ),
    "rules.city.foreign_area": (
        N_("The area {value} in {file} does not lie in the city {city}."),
        N_("Correct the code: its first four digits are the city's."),
    ),
    "rules.kind.unfit": (
        N_("{column} in {file}: '{value}' does not fit a rule of kind {kind}; possible are {expected}."),
        N_("Use one of those, take it out where only '-' is told, or correct the kind."),
    ),
    "rules.value.no_reason": (
        N_(
            "{column} in {file} names a source that says otherwise without a reason, or a reason without such a source."
        ),
        N_("Write under `rejected` what the other source says, and under `reason` why this value was chosen over it."),
    ),
    "rules.cell.unanswered": (
        N_("{column} in {file} is answered by nothing from {day} on."),
        N_("Add a rule with its source, or list the cell under `missing`."),
    ),
    "rules.cell.two_answers": (
        N_("{column} in {file} is answered in two ways from {day} on: {value}."),
        N_("Keep one answer a cell: end one of them on that day, or take the cell out of `missing`."),
    ),
    "rules.needed.off": (
        N_("{value}, which every plan needs, is not in force on {on} by {file}."),
        N_("Give it a value from an earlier day, or turn it on for the city."),
    ),
    "rules.level.weaker": (
        N_("{value}: what holds at {graver} is weaker than at {lighter}."),
        N_("Correct the values, or give the graver level one of its own: a graver level never asks less."),
    ),
}
