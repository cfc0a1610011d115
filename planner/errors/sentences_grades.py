"""Sentences of findings about grades that move, and about plans made under them."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "list.date.spelling": (
        N_("{value} is not written as a day is written here."),
        N_("Write {meant}."),
    ),
    "list.date.not_a_day": (
        N_("{value} is no day of the calendar."),
        N_("Write the day as YYYY-MM-DD, such as 2026-11-01."),
    ),
    "grades.document.missing": (
        N_("No document is named for the move of {value}."),
        N_("Name the document by which the grade moves; an order that rests on it can then be defended."),
    ),
    "grades.enterprise.unknown": (
        N_("No row of the list has the credit code {value}; the move changes nothing."),
        N_("Check the credit code against the list; leave it where the firm has left the list."),
    ),
    "grades.scope.unknown": (
        N_("The firm {value} has no row of key industry {industry} and process {process}; the move changes nothing."),
        N_("Check industry and process against the list; leave both empty for all graded rows of the firm."),
    ),
    "grades.scope.process_alone": (
        N_("The process {value} is named without its key industry."),
        N_("Name the key industry too; the same code may stand for processes of several."),
    ),
    "grades.kind.other_grade": (
        N_("A move of kind {kind} cannot lead to the grade {value}."),
        N_("An exit leads to ungraded, every other kind to a grade from A to D, leading or non_leading."),
    ),
    "grades.kind.other_direction": (
        N_("A move from {before} to {grade} is no move of kind {value}."),
        N_("Correct the kind, the grade or the grade before; a missing move in between would explain it too."),
    ),
    "grades.day.two_moves": (
        N_("On {value} the same rows already move to {first_grade} by row {first_row}, here to {grade}."),
        N_("Keep one of the two rows, or give them different days or processes."),
    ),
    "grades.scheme.other_grade": (
        N_("Rows of process {process} in industry {industry} cannot carry the grade {value}."),
        N_("Use a grade of its scheme, or name the processes that the move speaks of."),
    ),
    "grades.before.other_grade": (
        N_("The grade before is given as {value}, but the move before this one led to {before}."),
        N_("Add the move that is missing in between, or correct the grade before."),
    ),
    "grades.list.unexplained": (
        N_("The list has the firm {enterprise_id} at {before}, which none of its moves explains; the moves hold."),
        N_("Add the missing move with its document, or correct the grade in the list."),
    ),
    "grades.before.unknown": (
        N_("{count} firms moved after {value} and no move says from which grade; the list's grade was taken."),
        N_("Fill in the grade before in their first moves, so that plans for earlier days use it: {firms}."),
    ),
    "grades.rule.not_in_force": (
        N_("No rule {rule} is in force on {value}: what {count} moves of kind {kind} count as is not known."),
        N_("Confirm or turn on the rule; until then an application changes nothing and other moves count as written."),
    ),
    "grades.application.no_effect": (
        N_("{count} applications for a grade that is no better than {value} change nothing: {firms}."),
        N_("Record the grade as an entry or promotion once it is approved."),
    ),
    "grades.rule.no_grade": (
        N_("The rule {rule} says {value}, which is no grade."),
        N_("Write one of the grades' codes into the rule."),
    ),
    "grades.moves.absent_firms": (
        N_("{count} grade moves speak of firms without a graded row in the list and change nothing."),
        N_("`planner grades check` names each of them."),
    ),
    "audit.list.grades": (
        N_("The grade of {place} does not follow from the list and the recorded moves: {expected}, not {found}."),
        N_("Make the plan again from the list and the moves."),
    ),
}
