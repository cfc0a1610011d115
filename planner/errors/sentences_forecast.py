"""Sentences of findings about forecast files and about the advice drawn from them."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "forecast.file.absent": (
        N_("There is no forecast file {file}."),
        N_("Check the name and the folder."),
    ),
    "forecast.file.unreadable": (
        N_("The forecast {file} cannot be read: {reason}."),
        N_("Check that it is a file and that you may read it."),
    ),
    "forecast.file.too_large": (
        N_("The forecast {file} is larger than {megabytes} MB."),
        N_("Give one city, at most ten days, one row an hour and member."),
    ),
    "forecast.file.too_many_rows": (
        N_("The forecast {file} has more than {most} rows; the rest was not read."),
        N_("Give one city, at most ten days, one row an hour and member."),
    ),
    "forecast.file.empty": (
        N_("The forecast {file} is empty."),
        N_("Write a header with time and at least one quantity, then one row an hour or a day."),
    ),
    "forecast.file.no_rows": (
        N_("The forecast {file} has a header and no rows."),
        N_("Add one row an hour or a day."),
    ),
    "forecast.file.not_csv": (
        N_("{file} is no CSV text."),
        N_("Save the table as CSV in UTF-8."),
    ),
    "forecast.file.encoding": (
        N_("{file} is no readable text at row {row} (byte {value})."),
        N_("Save the file as CSV in UTF-8 or GB18030."),
    ),
    "forecast.header.unknown": (
        N_("No column of a forecast is called '{value}'."),
        N_("Known are time, aqi, pm25, pm10, so2, no2, o3, o3_8h, co, member and cause; remove any other."),
    ),
    "forecast.header.twice": (
        N_("The column {value} stands more than once in the header."),
        N_("Keep one of them."),
    ),
    "forecast.header.no_time": (
        N_("The header has no column time: {value}."),
        N_("Add time: ISO 8601 with offset, the start of the hour or the day, such as 2026-12-01T00:00:00+08:00."),
    ),
    "forecast.header.no_quantity": (
        N_("The header has no quantity: {value}."),
        N_("Add at least one of aqi, pm25, pm10, so2, no2, o3, o3_8h (µg/m³) and co (mg/m³)."),
    ),
    "forecast.row.width": (
        N_("Row {row} has {value} cells, the header {headers}."),
        N_("Give the row one cell for each column; a missing value is an empty cell."),
    ),
    "forecast.cell.not_a_number": (
        N_("Row {row}, {column}: '{value}' is no number."),
        N_("Write digits with a point, without unit; leave the cell empty where the value is missing."),
    ),
    "forecast.cell.negative": (
        N_("Row {row}, {column}: {value} is negative."),
        N_("Correct the value, or leave the cell empty where it is missing."),
    ),
    "forecast.cell.impossible": (
        N_("Row {row}, {column}: {value} is beyond anything in the air (above {most})."),
        N_("Check the unit and the decimal point."),
    ),
    "forecast.cell.above_cap": (
        N_("{column}: {count} values lie above {most}, the first in row {row} ({value}); the index ends at {most}."),
        N_("Nothing is needed: they count as {most}."),
    ),
    "forecast.cell.unit": (
        N_("{column}: {count} values lie above {most}, the first in row {row} ({value}); CO is given in mg/m³."),
        N_("Divide by 1000 where the column is in µg/m³."),
    ),
    "forecast.cell.missing": (
        N_("{column}: {value} cells are empty."),
        N_("Fill them where a value is known; a 24-hour mean with too few hours is not computed."),
    ),
    "forecast.cell.cause": (
        N_("Row {row}: '{value}' is no cause; known are {known}."),
        N_("Use one of them, or leave the cell empty: the primary pollutant then decides."),
    ),
    "forecast.time.unreadable": (
        N_("Row {row}: '{value}' is no time."),
        N_("Write it as 2026-12-01T00:00:00+08:00."),
    ),
    "forecast.time.no_offset": (
        N_("Row {row}: the time {value} has no offset."),
        N_("Add the offset, +08:00 for Beijing time: nothing is guessed."),
    ),
    "forecast.time.within_hour": (
        N_("Row {row}: the time {value} does not begin an hour."),
        N_("Give the start of the hour or of the day."),
    ),
    "forecast.time.twice": (
        N_("Row {row}: the time {value} stands already in row {first}."),
        N_("Keep one of the two rows, or name their members in a column member."),
    ),
    "forecast.time.disorder": (
        N_("Row {row}: the time {value} comes after {before}."),
        N_("Put the rows in order of time."),
    ),
    "forecast.time.interval": (
        N_("Rows lie {value} hours apart, which is no whole number of steps of {step} hours."),
        N_("Give one row an hour or one row a day."),
    ),
    "forecast.time.mixed": (
        N_("From {time} on the rows lie {value} hours apart, before that one hour."),
        N_("Give one row an hour or one row a day, the same throughout."),
    ),
    "forecast.too_long": (
        N_("The forecast spans {value} days; at most {most} are judged."),
        N_("Cut it down to the days ahead."),
    ),
    "forecast.too_short": (
        N_("The forecast spans {value} hours; a 24-hour mean needs a whole day."),
        N_("Give at least 24 hours, or one row a day."),
    ),
    "forecast.gap.hours": (
        N_("{value} hours are missing, the first at {first} (member: {member})."),
        N_("Add them where they are known; a 24-hour mean with too few hours is not computed."),
    ),
    "forecast.gap.days": (
        N_("{value} days are missing, the first at {first} (member: {member})."),
        N_("Add them where they are known; days on both sides of a missing one do not follow one another."),
    ),
    "forecast.member.nameless": (
        N_("{value} rows name no member, the first is row {row}; others do."),
        N_("Name the member in every row, or in none."),
    ),
    "forecast.member.uneven": (
        N_("Member {value} has {rows} rows, others have {most}."),
        N_("Give every member the same hours."),
    ),
    "forecast.no_whole_day": (
        N_("Too many values are missing: not one 24-hour mean can be computed."),
        N_("Fill the gaps, or give daily values."),
    ),
    "advice.no_law": (
        N_("The rules hold no criteria of warnings."),
        N_("Restore the folder warning/ from the released rules."),
    ),
    "advice.law.before_first": (
        N_("No criteria are known of {value}: judged by the oldest known ones ({regime}, {standard})."),
        N_("Give --on with a day from 1 September 2017 on to judge by the criteria of that day."),
    ),
    "advice.standard.changes": (
        N_("From {value} on {following} holds; the whole forecast is judged by {standard}, that of its first day."),
        N_("Give --on {value} to judge it by the later standard."),
    ),
    "advice.aqi.bare": (
        N_("Only the index is given: it counts as PM2.5."),
        N_("Add the concentrations or a column cause where the cause may be another."),
    ),
    "advice.aqi.beside_pollutants": (
        N_("The column aqi decides; the concentrations beside it only tell the primary pollutant."),
        N_("Leave out aqi to have it computed by the standard in force."),
    ),
    "advice.o3.daily": (
        N_("Daily values of o3 are taken as the largest 8-hour mean of the day."),
        N_("Name the column o3_8h; o3 beside it is the largest hour."),
    ),
    "advice.day.incomplete": (
        N_("{value} of the 24-hour means shown cannot be computed: too many hours are missing."),
        N_("Fill the gaps of the forecast."),
    ),
    "advice.health_notice_only": (
        N_("The cause is {cause}: a health notice is due, mandatory cuts may not be ordered."),
        N_("Give the cause in a column cause where it is another; optional dust control may be asked for."),
    ),
    "advice.mandatory_lower": (
        N_("Days of a cause that allows mandatory cuts reach {level} only."),
        N_("Order measures of {level}; the higher level is a health notice."),
    ),
    "advice.regional_lower": (
        N_("The notice of the region asks for {level}; the city's own forecast asks for more and decides."),
        N_("Nothing is needed."),
    ),
    "advice.lead_short": (
        N_("The level begins {value} hours after the first row, less than the {needed} hours of notice that are due."),
        N_("Issue at once, or give the forecast from an earlier hour on."),
    ),
}
