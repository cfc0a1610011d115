"""Options that several commands share, and how their values are read."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from planner.terms import BEIJING, GradeOrder, Level, Mode

__all__ = [
    "AlternativesOption",
    "ByDayOption",
    "ChangePriceOption",
    "CityOption",
    "ComplianceOption",
    "CurrentOption",
    "DaysOption",
    "DifferOption",
    "EndOption",
    "FromOrderOption",
    "GapOption",
    "GradeOrderOption",
    "GradeOrderPriceOption",
    "GradesOption",
    "JsonOption",
    "LevelOption",
    "ListOption",
    "MaxChangesOption",
    "ModeOption",
    "NoticeOption",
    "OffPeakOption",
    "OnOption",
    "OutOption",
    "PricesOption",
    "RegionalLevelOption",
    "RegionalStartOption",
    "RobustOption",
    "RobustProbabilityOption",
    "SeasonOption",
    "SeasonToleranceOption",
    "StartOption",
    "WhyNotOption",
    "WithinOption",
    "day_of",
    "moment_of",
]


def day_of(text: str) -> date:
    """The day of an option's text."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r}: YYYY-MM-DD") from error


def moment_of(text: str) -> datetime:
    """A time with offset; without one it is Beijing time."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r}: YYYY-MM-DDThh:mm+08:00") from error
    return found if found.tzinfo else found.replace(tzinfo=BEIJING)


CityOption = Annotated[str, typer.Option("--city", help="Slug or GB/T 2260 code of the city.")]
CurrentOption = Annotated[Level | None, typer.Option("--current", help="Level in force when the forecast begins.")]
RegionalLevelOption = Annotated[Level | None, typer.Option("--regional-level", help="Level of a regional notice.")]
RegionalStartOption = Annotated[
    datetime | None, typer.Option("--regional-start", parser=moment_of, help="Start that a regional notice names.")
]
LevelOption = Annotated[Level, typer.Option("--level", help="Warning level.")]
ModeOption = Annotated[Mode, typer.Option("--mode", help="filed: the filed list as written; fill; design.")]
ListOption = Annotated[Path | None, typer.Option("--list", help="List file to use instead of the imported one.")]
OffPeakOption = Annotated[Path | None, typer.Option("--off-peak", help="Ledger of lines that rest off-peak (CSV).")]
SeasonOption = Annotated[Path | None, typer.Option("--season", help="Hours that lines stood still this winter (CSV).")]
SeasonToleranceOption = Annotated[
    float, typer.Option("--season-tolerance", min=0.0, max=1.0, help="Share of the cost that evening them may add.")
]
GradeOrderOption = Annotated[
    GradeOrder,
    typer.Option(
        "--grade-order", help="hard: equals alike, worse grades never milder; soft: at a price; off: neither."
    ),
]
GradeOrderPriceOption = Annotated[
    float | None,
    typer.Option("--grade-order-price", help="With soft: yuan a percentage point, an enterprise and a day."),
]
OnOption = Annotated[date | None, typer.Option("--on", parser=day_of, help="Day whose rules are in force.")]
StartOption = Annotated[datetime | None, typer.Option("--start", parser=moment_of, help="Start of the measures.")]
EndOption = Annotated[datetime | None, typer.Option("--end", parser=moment_of, help="End; none: until further notice.")]
DaysOption = Annotated[int | None, typer.Option("--days", min=1, max=60, help="Days over which costs are counted.")]
GapOption = Annotated[float, typer.Option("--gap", min=0.0, max=1.0, help="Gap at which the search may stop.")]
GradesOption = Annotated[Path | None, typer.Option("--grades", help="File of grade moves to use, not the imported.")]
MaxChangesOption = Annotated[
    int | None, typer.Option("--max-changes", min=0, help="Enterprises that may be told something else at most.")
]
ChangePriceOption = Annotated[
    float | None, typer.Option("--change-price", min=0.0, help="Yuan that a changed enterprise counts beside the cost.")
]
FromOrderOption = Annotated[
    Path | None, typer.Option("--from-order", help="Plan file of the order in force, to be changed as little as asked.")
]
RobustOption = Annotated[
    int, typer.Option("--robust", min=0, help="Largest ordered reductions of each cut that may fail.")
]
RobustProbabilityOption = Annotated[
    float, typer.Option("--robust-probability", help="Probability with which each cut is to hold; with --compliance.")
]
ComplianceOption = Annotated[
    Path | None, typer.Option("--compliance", help="Rates at which ordered reductions happen (CSV: by, code, rate).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="File to write.")]
PricesOption = Annotated[bool, typer.Option("--prices", help="Price of each cut, by solving again at +1 and -1 %.")]
WhyNotOption = Annotated[bool, typer.Option("--why-not", help="Clauses that clash where a cut is missed, by solving.")]
AlternativesOption = Annotated[int, typer.Option("--alternatives", min=0, max=10, help="Other plans to look for.")]
WithinOption = Annotated[
    float, typer.Option("--within", min=0.0, max=1.0, help="Their cost above the plan's, a share.")
]
DifferOption = Annotated[int, typer.Option("--differ", min=1, help="Enterprises in which they differ at least.")]
ByDayOption = Annotated[bool, typer.Option("--by-day", help="The cuts hold on each day, ramps counted (1-10 days).")]
NoticeOption = Annotated[
    float | None, typer.Option("--notice", min=0.0, max=720.0, help="Hours from order to start; none: the rule's.")
]
