"""Sentences of findings about the cells of a list and how they agree with each other."""

from planner.terms import N_

__all__ = ["SENTENCES"]

SENTENCES: dict[str, tuple[str, str]] = {
    "list.cell.empty": (
        N_("Row {row}: {column} is empty."),
        N_("Fill in the cell; where nothing applies, write the code that says so."),
    ),
    "list.cell.blanks": (
        N_("{count} cells of {column} have blanks around them, the first in row {row}; they were read without."),
        N_("Nothing needs to be done; removing the blanks keeps other programs from stumbling."),
    ),
    "list.cell.more": (
        N_("{count} more cells of {column} have such findings, from row {row} on; {told} were listed."),
        N_("Repair the listed ones, most likely all in the same way, and check again."),
    ),
    "list.cell.control_character": (
        N_("Row {row}: {column} holds the control character {character}: {value}."),
        N_("Type the cell anew, in one line."),
    ),
    "list.cell.invisible_character": (
        N_("Row {row}: {column} holds the invisible character {character}: {value}."),
        N_("Type the cell anew instead of pasting it."),
    ),
    "list.cell.damaged_text": (
        N_("Row {row}: {column} holds {character}, left by a wrong encoding: {value}."),
        N_("Type the cell anew, and save the file as CSV UTF-8 or xlsx."),
    ),
    "list.cell.placeholder": (
        N_("Row {row}: {column} holds {value}, a word for nothing."),
        N_("Leave the cell empty where that is permitted, else fill it in; the code for nothing is none."),
    ),
    "list.cell.too_long": (
        N_("Row {row}: {column} has {length} characters, more than {longest}."),
        N_("Shorten the text."),
    ),
    "list.cell.formula": (
        N_("Row {row}: {column} begins with {sign}, which spreadsheets may run as a formula: {value}."),
        N_("Put a word or a blank-free character before it, or remove the sign."),
    ),
    "list.cell.formula_without_value": (
        N_("Row {row}: the formula of {column} in sheet {sheet}, cell {value}, was never calculated."),
        N_("Open and save the workbook in Excel or WPS, or paste the value."),
    ),
    "list.code.misspelt": (
        N_("Row {row}: {column} holds {value}; perhaps {nearest} was meant."),
        N_("Write {nearest}."),
    ),
    "list.code.unknown": (
        N_("Row {row}: {value} is no code of {column}."),
        N_("Write one of: {known}."),
    ),
    "list.code.signs": (
        N_("Row {row}: {value} cannot be a code in {column}."),
        N_("Use at most 64 letters, digits and _ . : # / -, beginning with a letter or digit."),
    ),
    "list.code.digits": (
        N_("Row {row}: {column} needs {digits} digits, and {value} is not that."),
        N_("Write exactly {digits} digits, leading zeros included."),
    ),
    "list.flag.unknown": (
        N_("Row {row}: {column} holds {value}, which is neither 1 nor 0."),
        N_("Write 1 for yes, 0 for no."),
    ),
    "list.credit_code.length": (
        N_("Row {row}: the credit code {value} has {length} characters instead of 18."),
        N_("Copy all 18 characters from the business licence."),
    ),
    "list.credit_code.signs": (
        N_("Row {row}: {value} is no credit code: eight digits, then ten digits or letters without I, O, S, V, Z."),
        N_("Check 0 and O, 1 and I, 2 and Z, 5 and S against the business licence."),
    ),
    "list.credit_code.check_digit": (
        N_("Row {row}: the check digit of the credit code {value} does not fit; the others ask for {expected}."),
        N_("Compare all 18 characters with the business licence; one is wrong or two are swapped."),
    ),
    "list.credit_code.scientific": (
        N_("Row {row}: a spreadsheet has turned the credit code into the number {value}, and its digits are lost."),
        N_("Format the column as text, then type the code anew."),
    ),
    "list.credit_code.spelling": (
        N_("Row {row}: the credit code {value} is written with small letters, blanks or full-width signs."),
        N_("Write {meant}."),
    ),
    "list.permit.shape": (
        N_("Row {row}: {value} is no permit number: credit code, three digits, one capital letter (HJ 608-2017)."),
        N_("Copy all 22 characters from the permit, or leave the cell empty."),
    ),
    "list.permit.other_enterprise": (
        N_("Row {row}: the permit {value} belongs to another enterprise than {enterprise_id}."),
        N_("Correct the permit number or the credit code of the row."),
    ),
    "list.number.not_a_number": (
        N_("Row {row}: {value} in {column} is not a number."),
        N_("Write a plain number in {unit}, such as 12.5."),
    ),
    "list.number.full_width": (
        N_("Row {row}: {value} in {column} is written with full-width digits."),
        N_("Write {meant}."),
    ),
    "list.number.grouped": (
        N_("Row {row}: {value} in {column} groups its thousands."),
        N_("Write {meant}."),
    ),
    "list.number.decimal_comma": (
        N_("Row {row}: {value} in {column} has a comma where a point belongs."),
        N_("Write {meant}."),
    ),
    "list.number.plus_sign": (
        N_("Row {row}: {value} in {column} has a plus sign."),
        N_("Write {meant}."),
    ),
    "list.number.bare_point": (
        N_("Row {row}: {value} in {column} has no digit on one side of its point."),
        N_("Write {meant}, if nothing was cut off."),
    ),
    "list.number.percent": (
        N_("Row {row}: {value} in {column} is a percentage; the column holds shares from 0 to 1."),
        N_("Write {meant}."),
    ),
    "list.number.with_unit": (
        N_("Row {row}: {value} in {column} carries the unit or word {written}."),
        N_("Write the number alone, in {unit}; {meant} if that is its unit."),
    ),
    "list.number.not_finite": (
        N_("Row {row}: {value} in {column} is too large to be a number."),
        N_("Write the quantity as a plain number."),
    ),
    "list.number.negative": (
        N_("Row {row}: {column} is negative: {value}."),
        N_("Write the quantity as 0 or more, in {unit}."),
    ),
    "list.number.out_of_bounds": (
        N_("Row {row}: {value} in {column} lies outside {minimum} to {maximum} {unit}."),
        N_("Check the number and its unit."),
    ),
    "list.source.duplicate": (
        N_("Row {row}: the source_id {value} stands already in row {first_row}."),
        N_("Give each source a number of its own, or remove the row that is there twice."),
    ),
    "list.line.duplicate": (
        N_("Row {row}: enterprise {enterprise_id} has the line {value} already in row {first_row}."),
        N_("Name each line of an enterprise differently, as its orders call it."),
    ),
    "list.enterprise.other_name": (
        N_("Row {row}: enterprise {enterprise_id} is called {value} here and {first} in row {first_row}."),
        N_("Use one name, or correct the credit code."),
    ),
    "list.enterprise.other_county": (
        N_("Row {row}: enterprise {enterprise_id} lies in {value} here and in {first} in row {first_row}."),
        N_("Check the county; plants in two counties may stay as they are."),
    ),
    "list.industry.other_process": (
        N_("Row {row}: the key industry {industry} has no process {value}."),
        N_("Correct sub_process or key_industry."),
    ),
    "list.industry.other_grade": (
        N_("Row {row}: the key industry {industry} does not grade {value}."),
        N_("Correct the grade or the key industry; a firm without a grade is ungraded."),
    ),
    "list.sector.other_kind": (
        N_("Row {row}: a source of kind {kind} stands in the sector {value}."),
        N_("Fleets belong to mobile; lines and boilers do not."),
    ),
    "list.quantity.pm10_above_pm": (
        N_("Row {row}: PM10 ({value}) is more than total particulate matter ({whole})."),
        N_("Correct one of the two; PM10 is a part of the total."),
    ),
    "list.quantity.pm25_above_pm10": (
        N_("Row {row}: PM2.5 ({value}) is more than PM10 ({whole})."),
        N_("Correct one of the two; PM2.5 is a part of PM10."),
    ),
    "list.quantity.no_emission": (
        N_("Row {row}: the source runs and emits none of SO2, NOx, particulate matter and VOCs."),
        N_("Check the quantities, or remove the row."),
    ),
    "list.load.no_minimum": (
        N_("Row {row}: the source cannot stop or is guaranteed, and its minimum load is 0."),
        N_("Write the lowest safe load as a share, or correct can_stop and guarantee."),
    ),
    "list.measure.halt_that_keeps": (
        N_("Row {row}: the measure {measure} is a halt, and {column} is {value}."),
        N_("Write 0, or the hold-hot share {hold_hot}; a reduced load is the measure limit."),
    ),
    "list.measure.limit_without_share": (
        N_("Row {row}: the measure is limit, and {column} is {value}."),
        N_("Write a share between 0 and 1; a full stop is halt, no reduction is no_measure."),
    ),
    "list.measure.share_without_limit": (
        N_("Row {row}: the measure {measure} does not lower the load, and {column} is {value}."),
        N_("Write 1, or file the reduction as limit or halt."),
    ),
    "list.measure.of_rest": (
        N_("Row {row}: the rest of society cannot carry out {value}."),
        N_("Write no_measure; list what can be ordered as a fleet, site or line of its own."),
    ),
    "list.measure.of_resting_line": (
        N_("Row {row}: the source is {status} and has a filed measure, {value}; it counts nothing."),
        N_("Nothing needs to be done, if the status is right."),
    ),
    "list.measure.below_minimum_load": (
        N_("Row {row}: {measure} keeps {value}, below the minimum load {minimum} that the source must hold."),
        N_("Correct the share, the minimum load, can_stop or the guarantee; hold_hot keeps a kiln hot."),
    ),
    "list.measure.unknown_duty": (
        N_("Row {row}: {duty} in {column} ({value}) is no code of a duty."),
        N_("Write {near}; several codes are joined by semicolons, the words themselves stand in the text column."),
    ),
    "list.measure.duty_number": (
        N_("Row {row}: {duty} in {column} has a part that is no number."),
        N_("Write the code and its number, for example truck_entries_cut:50."),
    ),
    "list.measure.weaker_above": (
        N_("Row {row}: {column} keeps {value}, more than the {milder} of the level below."),
        N_("A stricter level never keeps more: correct one of the two."),
    ),
}
