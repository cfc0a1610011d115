"""What comes from outside: lists, rules, the field dictionary and catalogues, read into records.

Takes files, gives ListRows, FieldDictionary, ledgers, readings, receipts, visits, Rulebook, Phrasebook.
Imports episode, execution, season, inventory, rules, alert, terms, errors.
"""

from typing import TYPE_CHECKING

from planner.terms.doors import open_late

if TYPE_CHECKING:
    from planner.sources.compliance import read_compliance
    from planner.sources.desk_readings import read_emissions, read_meters
    from planner.sources.desk_returns import read_receipts, read_visits
    from planner.sources.fields import read_field_dictionary, read_grade_dictionary
    from planner.sources.forecasts import MOST_FORECAST_BYTES, read_forecast
    from planner.sources.grade_moves import read_grade_moves
    from planner.sources.lists import MOST_BYTES, read_list
    from planner.sources.off_peak import read_off_peak
    from planner.sources.phrasebook import read_phrasebook
    from planner.sources.rule_files import locate_findings, read_rulebook, rules_archive
    from planner.sources.season_hours import read_season_hours

__all__ = [
    "MOST_BYTES",
    "MOST_FORECAST_BYTES",
    "locate_findings",
    "read_compliance",
    "read_emissions",
    "read_field_dictionary",
    "read_forecast",
    "read_grade_dictionary",
    "read_grade_moves",
    "read_list",
    "read_meters",
    "read_off_peak",
    "read_phrasebook",
    "read_receipts",
    "read_rulebook",
    "read_season_hours",
    "read_visits",
    "rules_archive",
]

_HOMES = {
    "read_compliance": "planner.sources.compliance",
    "read_emissions": "planner.sources.desk_readings",
    "read_meters": "planner.sources.desk_readings",
    "read_receipts": "planner.sources.desk_returns",
    "read_visits": "planner.sources.desk_returns",
    "read_field_dictionary": "planner.sources.fields",
    "read_grade_dictionary": "planner.sources.fields",
    "MOST_FORECAST_BYTES": "planner.sources.forecasts",
    "read_forecast": "planner.sources.forecasts",
    "read_grade_moves": "planner.sources.grade_moves",
    "MOST_BYTES": "planner.sources.lists",
    "read_list": "planner.sources.lists",
    "read_off_peak": "planner.sources.off_peak",
    "read_phrasebook": "planner.sources.phrasebook",
    "locate_findings": "planner.sources.rule_files",
    "read_rulebook": "planner.sources.rule_files",
    "rules_archive": "planner.sources.rule_files",
    "read_season_hours": "planner.sources.season_hours",
}
__getattr__ = open_late(__name__, _HOMES)
