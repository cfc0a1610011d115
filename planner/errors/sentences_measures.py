"""Sentences of findings about measures written as free text."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "measures.file.empty": (
        N_("{file} holds no phrase."),
        N_("Give one JSON object a line, each with phrase and meaning."),
    ),
    "measures.file.not_json": (
        N_("Line {row} of {file} is no JSON: {reason}."),
        N_("Write one whole JSON object into each line."),
    ),
    "measures.file.no_phrase": (
        N_("Line {row} of {file} names no phrase."),
        N_("Add the key phrase with the words to be read."),
    ),
    "measures.file.no_meaning": (
        N_("Line {row} of {file} says no meaning for {value}."),
        N_("Add the key meaning with at least its kind."),
    ),
    "measures.file.unknown_kind": (
        N_("Line {row} of {file}: {value} is no kind of measure."),
        N_("Write one of: {known}."),
    ),
    "measures.file.not_a_number": (
        N_("Line {row} of {file}: {key} holds {value}, which is no number."),
        N_("Write a number, or null where there is none."),
    ),
    "measures.text.unread": (
        N_("“{phrase}” cannot be read: “{in_the_way}” is in the way."),
        N_("Word it as one measure a clause, with its number, its unit and its line."),
    ),
    "measures.text.says_nothing": (
        N_("“{phrase}” names no measure that can be read."),
        N_("Say what is done: halt, limit by how much, which vehicles."),
    ),
    "measures.list.unread": (
        N_("Row {row}: “{value}” in {column} cannot be read; “{in_the_way}” is in the way."),
        N_("Word it as one measure a clause, or fill in the code and the kept share of the level."),
    ),
    "measures.list.soft": (
        N_("Row {row}: “{value}” in {column} does not bind (as far as possible, in principle, may)."),
        N_("Say what is done without such a word, or fill in the code and the kept share of the level."),
    ),
    "measures.list.doubtful": (
        N_("Row {row}: “{value}” in {column} has a second meaning or depends on something outside it."),
        N_("Name the line, the share and what is left out, or fill in the code and the kept share of the level."),
    ),
    "measures.list.of_enterprise": (
        N_("Row {row}: “{value}” in {column} speaks of several lines of the enterprise and does not say which."),
        N_("Name the lines that stop (1#, 2#), or fill in code and kept share in the row of each line."),
    ),
    "measures.list.other_equipment": (
        N_("Row {row}: “{value}” in {column} names equipment that is not recognised as this line."),
        N_("Name the line by its number (1#), or as line_name names it."),
    ),
    "measures.list.number_missing": (
        N_("Row {row}: “{value}” in {column} cannot be turned into a share without the line's normal value."),
        N_("Fill in the normal hours, heats or daily output of the line, or the kept share of the level."),
    ),
    "measures.list.not_load": (
        N_("Row {row}: “{value}” in {column} names no share of this line's own load for the whole warning."),
        N_("Say the share of load that is cut, or fill in the code and the kept share of the level."),
    ),
    "measures.list.no_code": (
        N_("Row {row}: “{value}” in {column} is read, but no code of a measure says it."),
        N_("Fill in the code of the level that comes closest; the words stay on the order."),
    ),
    "measures.list.two_loads": (
        N_("Row {row}: “{value}” in {column} leaves two different loads for one line."),
        N_("Name the line of each measure, or keep one of them."),
    ),
    "measures.list.below_minimum_load": (
        N_("Row {row}: “{value}” keeps {kept}, below the minimum load {minimum} that the source must hold."),
        N_("Correct the text, the minimum load, can_stop or the guarantee; a kiln is kept hot by hold_hot."),
    ),
    "measures.list.halt_that_keeps": (
        N_("Row {row}: “{value}” is a halt, and the kept share of the level is {kept}."),
        N_("Write 0 or the hold-hot share, or leave the kept share empty."),
    ),
    "measures.list.share_without_limit": (
        N_("Row {row}: “{value}” does not lower the load ({measure}), and the kept share of the level is {kept}."),
        N_("Write 1 or leave the kept share empty; say the reduction in the text if there is one."),
    ),
    "measures.list.limit_without_share": (
        N_("Row {row}: “{value}” is a limit, and the kept share of the level is {kept}."),
        N_("Write a share between 0 and 1, or leave the kept share empty."),
    ),
    "measures.list.of_rest": (
        N_("Row {row}: the rest of society cannot carry out “{value}”."),
        N_("Take the text out; list what can be ordered as a fleet, site or line of its own."),
    ),
    "measures.list.of_resting_line": (
        N_("Row {row}: the source is {status} and has the filed measure “{value}”; it counts nothing."),
        N_("Nothing needs to be done, if the status is right."),
    ),
    "measures.list.weaker_above": (
        N_("Row {row}: “{value}” keeps {kept}; a stricter level keeps more than a milder one."),
        N_("A stricter level never keeps more: correct one of the two texts or cells."),
    ),
    "measures.list.disagrees": (
        N_("Row {row}: {column} says {filed} (keeps {kept}), its text {text_code} (keeps {text_kept}): “{value}”."),
        N_("The code stands. Correct whichever is wrong."),
    ),
    "measures.list.more": (
        N_("{count} more cells of {column} have such findings, from row {row} on; {told} were listed."),
        N_("Repair the listed ones, most likely all in the same way, and check again."),
    ),
}
