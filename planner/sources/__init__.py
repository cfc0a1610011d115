"""What comes from outside: lists, rules, the field dictionary and catalogues, read into records.

Takes files, gives ListRows, FieldDictionary, Rulebook, Phrasebook and findings.
Imports inventory, rules, alert, terms, errors.
"""

from planner.sources.fields import read_field_dictionary
from planner.sources.lists import MOST_BYTES, read_list
from planner.sources.phrasebook import read_phrasebook
from planner.sources.rule_files import read_rulebook, rules_archive

__all__ = [
    "MOST_BYTES",
    "read_field_dictionary",
    "read_list",
    "read_phrasebook",
    "read_rulebook",
    "rules_archive",
]
