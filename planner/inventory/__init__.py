"""The list of sources: what its columns mean, whether its cells are right, and the checked inventory.

Takes ListRows, FieldDictionary and ListCodes, gives Inventory and findings. Imports terms and errors only.
"""

from planner.inventory.build import build_inventory
from planner.inventory.code_registers import NO_INDUSTRY
from planner.inventory.fields_record import Field, FieldDictionary, FieldKind, Need
from planner.inventory.headers import HeaderMatch, match_headers, name_columns
from planner.inventory.records import IndustryCodes, Inventory, ListCodes, ListRows

__all__ = [
    "NO_INDUSTRY",
    "Field",
    "FieldDictionary",
    "FieldKind",
    "HeaderMatch",
    "IndustryCodes",
    "Inventory",
    "ListCodes",
    "ListRows",
    "Need",
    "build_inventory",
    "match_headers",
    "name_columns",
]
