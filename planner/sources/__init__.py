"""What comes from outside: the field dictionary and lists of sources, read into records.

Takes files, gives ListRows, FieldDictionary and findings. Imports inventory, rules, alert, terms, errors.
"""

from planner.sources.fields import read_field_dictionary
from planner.sources.lists import MOST_BYTES, read_list

__all__ = [
    "MOST_BYTES",
    "read_field_dictionary",
    "read_list",
]
