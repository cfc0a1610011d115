"""Sentences of findings across the rows of a list: twins, totals, equipment, filings, places."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "list.enterprise.twin": (
        N_("Row {row}: {value} ({own_id}) is most likely {first} of row {first_row}, which has the code {first_id}."),
        N_("If both are one firm, give all its rows one credit code and one name; if not, nothing needs to be done."),
    ),
    "list.line.twin": (
        N_("Row {row}: the line {value} of {first_name} is most likely the line {first} of row {first_row}."),
        N_("Remove the row that is there twice, or number the lines so that nobody confuses them."),
    ),
    "list.source.twin": (
        N_("Row {row}: the source_id {value} differs from {first} in row {first_row} by capital letters only."),
        N_("Give the source a number that differs in more than that."),
    ),
    "list.meter.shared": (
        N_("Row {row}: the meter {value} stands at {first_name} in row {first_row} too, which is another firm."),
        N_("Correct the meter's number; firms behind one meter cannot be checked by it."),
    ),
    "list.status.counted_in_words": (
        N_("Row {row}: {column} speaks of equipment that does not run ({value}), and its status is running."),
        N_("If it is spare, idle or dismantled, write that status: it counts neither in the base nor in a cut."),
    ),
    "list.status.counted_without_work": (
        N_("Row {row}: {column} is 0, and the running source emits all the same."),
        N_("Correct the figure, or set the status to idle, spare or dismantled."),
    ),
    "list.capacity.above_permit": (
        N_("Row {row}: {column} is {value}, more than the permit capacity {permitted}."),
        N_("Compare with the permit and with the approval; the base of a load limit is the least of the three."),
    ),
    "list.output.lowest_above_mean": (
        N_("Row {row}: the lowest daily output {value} is more than the daily mean {mean}."),
        N_("Correct one of the two."),
    ),
    "list.firm.total_differs": (
        N_("Row {row}: {column} of firm {enterprise_id} is {value}, and its rows add up to {added}."),
        N_("Complete or correct the rows of the firm, or its total."),
    ),
    "list.firm.total_counts_resting": (
        N_("Row {row}: {column} of firm {enterprise_id} is {value}, idle lines counted; without them: {added}."),
        N_("Take idle, spare and dismantled lines out of the total, or correct their status."),
    ),
    "list.firm.other_line_count": (
        N_("Row {row}: firm {enterprise_id} is said to have {value} lines, and {added} of them are listed."),
        N_("List every line in a row of its own, or correct the number."),
    ),
    "list.measure.other_line": (
        N_("Row {row}: the measure speaks of line {named}, which firm {enterprise_id} does not have: {value}."),
        N_("List the line, or correct its number in the measure."),
    ),
    "list.measure.duty_dropped": (
        N_("Row {row}: {lost} is filed for {lighter} and missing for {graver}."),
        N_("File it for the graver level too, or write the stricter measure that takes its place."),
    ),
    "list.quantity.unlike_peers": (
        N_("Row {row}: {column} is {value}, a tonne of product {times} times the median of its process."),
        N_("Check the unit (tonnes a year, kilograms a day) and the output."),
    ),
    "list.place.half": (
        N_("Row {row}: of longitude ({value}) and latitude ({latitude}) only one is given."),
        N_("Give both, or none."),
    ),
    "list.place.far": (
        N_("Row {row}: {value}, {latitude} lies {kilometres} km from most firms of {county}; {nearest} is nearer."),
        N_("Check the coordinates and the county; the list itself was the measure, no boundary was at hand."),
    ),
    "list.industry.grade_of_other_process": (
        N_("Row {row}: the process {process} of {industry} does not grade {value}."),
        N_("Correct the grade or the process; a firm without a grade is ungraded."),
    ),
    "list.total.above_city": (
        N_("The running rows carry {listed} kg a day of {pollutant}, more than the {total} kg of the whole city."),
        N_("Look first for wrong units and for rows that stand twice; then check the city's total."),
    ),
}
