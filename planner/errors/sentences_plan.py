"""Sentences of findings about plans, plan files and requests."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.grade_order.off": (
        N_("This plan was made without equal treatment and grade order: equals may be asked for different shares."),
        N_("Use it to see what fairness costs; order from a plan with the grade order."),
    ),
    "plan.grade_order.soft": (
        N_("Equal treatment and grade order have a price in this plan: it may break them, and says where."),
        N_("Use it to see what fairness costs; order from a plan with the grade order."),
    ),
    "plan.grade_order.price_missing": (
        N_("A grade order with a price needs one."),
        N_("Add --grade-order-price YUAN: yuan a percentage point, an enterprise and a day."),
    ),
    "plan.grade_order.price_alone": (
        N_("A price of the grade order says nothing where the order holds or is off."),
        N_("Add --grade-order soft, or leave out --grade-order-price."),
    ),
    "plan.grade_order.price_bad": (
        N_("The price of the grade order is {value} yuan: it must be more than 0."),
        N_("Give yuan a percentage point, an enterprise and a day; without any price: --grade-order off."),
    ),
    "plan.grade_order.not_with": (
        N_("A grade order with a price does not go together with {value}."),
        N_("Ask for one of the two."),
    ),
    "plan.grade_order.by_day": (
        N_("Days of an episode need the grade order: it can neither be off there nor have a price."),
        N_("Leave out --grade-order, or leave out --by-day."),
    ),
    "plan.problem_unreadable": (
        N_("The problem of the plan cannot be read: {value}."),
        N_("Use the plan file as it was written."),
    ),
    "plan.problem_malformed": (
        N_("The problem of the plan contradicts itself at {column}: {value}."),
        N_("Use the plan file as it was written."),
    ),
    "plan.file_unreadable": (
        N_("This is no plan file: {value}."),
        N_("Give a file that `planner plan --out` wrote."),
    ),
    "plan.sidecar_missing": (
        N_("The plan's problem lies in {value}, which is not beside it."),
        N_("Put both files into one folder."),
    ),
    "plan.sidecar_differs": (
        N_("{value} is not the problem that the plan was made from."),
        N_("Put the file that was written with the plan beside it."),
    ),
    "plan.option_unknown": (
        N_("{column} names an option {value} that the source does not have."),
        N_("Use the plan file as it was written."),
    ),
    "plan.refused": (
        N_("The referee refuses this plan."),
        N_("Do not use it; report the checks that failed."),
    ),
    "plan.unknown": (
        N_("The search ended at its limit without a plan."),
        N_("Issue the approved book, or ask for a wider gap."),
    ),
    "explain.other_list": (
        N_("The list at hand is not the one that the plan was made from (fingerprint {value}, wanted {wanted})."),
        N_("Give the plan's own list with --list."),
    ),
    "plan.enterprise_unknown": (
        N_("The plan knows no enterprise {value}."),
        N_("Give a unified social credit code or source id of the list."),
    ),
    "plan.exchange_low": (
        N_("{pollutant} falls by {share} % only, below {least} %: the exchange carries it."),
        N_("Check that the city accepts so little of one pollutant."),
    ),
    "plan.filed_below_principle": (
        N_("{value} (grade {grade}) files less at {level} than its grade principle asks."),
        N_("Ask the firm for a measure that fits its grade, or check the grade."),
    ),
    "plan.filed_below_better_grade": (
        N_("{value} (grade {grade}) files a cut of {cut} % at {level}; a better grade of its trade files {better} %."),
        N_("Let the firm file no less than the better grade, or check both grades."),
    ),
    "plan.filed_weaker_than_rule": (
        N_(
            "{value} files a cut of {filed} % for line {line} at {level}; the rules ask {asked} % at least "
            "({lines} of its lines fall short)."
        ),
        N_("The rule's floor is ordered. Let the firm file no less than the rules ask."),
    ),
    "plan.filed_fewer_lines_than_rule": (
        N_(
            "{value} files a halt of {filed} % of its {lines} lines at {level}; "
            "the rule {rule} asks {asked} % at least (by {basis})."
        ),
        N_("The rule's share is ordered. Let the firm name further lines that stop."),
    ),
    "plan.better_than_lowest_grade": (
        N_(
            "{value} is graded {grade} in one of its industries and {lowest} in another; "
            "as a whole it takes the lowest."
        ),
        N_("Check the grades, or let the city say which measures the lowest grade brings."),
    ),
    "plan.rule_not_in_force": (
        N_("The rule {value} is not in force on {on}."),
        N_("Choose a day on which it holds, or let the city turn it on."),
    ),
    "request.city_unknown": (
        N_("There is no city {value}."),
        N_("Choose one of: {known}."),
    ),
    "request.no_list": (
        N_("The city {value} has no list."),
        N_("Import one with `planner list import`."),
    ),
    "request.value_unreadable": (
        N_("{column} cannot be read from {value}."),
        N_("Give it as {form}."),
    ),
    "request.file_unreadable": (
        N_("{file} cannot be read: {value}."),
        N_("Check the path and its permissions."),
    ),
    "request.file_unwritable": (
        N_("{file} cannot be written: {value}."),
        N_("Choose a folder that exists and may be written to."),
    ),
    "serve.port_taken": (
        N_("Port {value} is in use."),
        N_("Choose another with --port, or 0 for a free one."),
    ),
}
