"""The same firm in two sources: found by code, then by name, address and position, with a score.

Takes two frames of parties, the place names of a city and a person's decisions, gives Matching.
Imports terms, errors and the names of inventory only; rapidfuzz for likeness.
"""

from planner.inventory.matching.match import match_parties
from planner.inventory.matching.records import (
    PARTY_COLUMNS,
    Decision,
    Ground,
    Matching,
    PlaceName,
    RegisterKind,
    Verdict,
)

__all__ = [
    "PARTY_COLUMNS",
    "Decision",
    "Ground",
    "Matching",
    "PlaceName",
    "RegisterKind",
    "Verdict",
    "match_parties",
]
